import { Radio, RadioGroup } from '@fluentui/react-components';
import { useId } from 'react';
import type { CommitteeView } from '../../api/views.ts';
import { useStyles } from './styles.ts';
import { useRoomText } from './useRoomText.ts';

interface Props {
  readonly side: NonNullable<CommitteeView['you']['side']>;
  readonly isChosen: boolean;
  readonly choose: (whose: 'own' | 'side') => void;
}

/** Whether a chair's answer is their own or the wording of their side. */
export default function OnBehalf({ side, isChosen, choose }: Props) {
  const text = useRoomText();
  const styles = useStyles();
  const id = useId();
  return (
    <div>
      <p id={id} className={styles.label}>
        {text('behalf')}
      </p>
      <RadioGroup
        aria-labelledby={id}
        value={isChosen ? 'side' : 'own'}
        onChange={(_, { value }) => choose(value === 'side' ? 'side' : 'own')}
      >
        <Radio value="own" label={text('behalf.own')} />
        <Radio value="side" label={text(`behalf.${side}`)} />
      </RadioGroup>
    </div>
  );
}
