import { Radio, RadioGroup } from '@fluentui/react-components';
import { useId } from 'react';
import type { CommitteeView, ItemView } from '../../api/views.ts';
import { useStyles } from './styles.ts';
import { useRoomText } from './useRoomText.ts';

interface Props {
  readonly side: NonNullable<CommitteeView['you']['side']>;
  readonly names: ItemView['names'];
  readonly isChosen: boolean;
  readonly choose: (whose: 'own' | 'side') => void;
}

/** Whether a chair's answer is their own or the wording of their side, which tells who they are where names are hidden. */
export default function OnBehalf({ side, names, isChosen, choose }: Props) {
  const text = useRoomText();
  const styles = useStyles();
  const id = useId();
  return (
    <div>
      <div className={styles.sides}>
        <span id={id}>{text('behalf')}</span>
        <RadioGroup
          className={styles.side}
          layout="horizontal"
          aria-labelledby={id}
          aria-describedby={`${id}-hint`}
          value={isChosen ? 'side' : 'own'}
          onChange={(_, { value }) => choose(value === 'side' ? 'side' : 'own')}
        >
          <Radio value="own" label={text('behalf.own')} />
          <Radio value="side" label={text(`behalf.${side}`)} />
        </RadioGroup>
      </div>
      <p id={`${id}-hint`} className={styles.hint}>
        {text(`behalf.${isChosen ? 'chosen' : 'one'}.${side}`)} {names === 'hidden' && text(`behalf.hidden.${side}`)}
      </p>
    </div>
  );
}
