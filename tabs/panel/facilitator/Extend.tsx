import { Button } from '@fluentui/react-components';
import { useSteady } from '../../app/useSteady.ts';
import { useTimeLeft } from '../../app/useTimeLeft.ts';
import { useStyles } from './styles.ts';
import type { FacilitatorState } from './useFacilitator.ts';
import { useLeadText } from './useLeadText.ts';

/** Minutes that are left when two more are offered beside the countdown, and not behind ⋯. */
export const SHORT = 2;

interface Props {
  readonly round: string;
  readonly endsAt: string;
  readonly state: FacilitatorState;
}

/** Two minutes more in one press, while there is not much time left or none. */
export function Extend({ round, endsAt, state }: Props) {
  const text = useLeadText();
  const styles = useStyles();
  const isShort = useTimeLeft(endsAt, 'minutes') <= SHORT;
  const isSteady = useSteady(`${isShort} ${endsAt}`);
  if (!isShort) return null;
  return (
    <Button
      className={styles.small}
      size="small"
      disabledFocusable={!isSteady || state.command.state === 'sending'}
      onClick={() => state.extend(round)}
    >
      {text('more.extend')}
    </Button>
  );
}
