import { Button } from '@fluentui/react-components';
import type { ItemView } from '../../api/views.ts';
import { useSteady } from '../../app/useSteady.ts';
import { useStyles } from './styles.ts';
import type { FacilitatorState } from './useFacilitator.ts';
import { useLeadText } from './useLeadText.ts';

interface Props {
  readonly item: ItemView;
  readonly state: FacilitatorState;
}

/** That the answers stand on the big screen now, and the way back: what others see is told to whoever decides it. */
export function OnScreen({ item, state }: Props) {
  const text = useLeadText();
  const styles = useStyles();
  const isSteady = useSteady(item.screen);
  if (item.round === undefined || item.screen !== 'answers') return null;
  return (
    <div className={styles.row}>
      <span className={styles.onScreen}>{text(`lead.screen.${item.names}`)}</span>
      <Button
        size="small"
        disabledFocusable={!isSteady || state.command.state === 'sending'}
        onClick={() => state.show('question')}
      >
        {text('more.question')}
      </Button>
    </div>
  );
}
