import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { AnswerView, ItemView, RoundView } from '../../api/views.ts';
import { useAnnounce } from '../../app/announce.tsx';
import { Notice } from '../../app/Notice.tsx';
import { useCommand } from '../../app/useCommand.ts';
import { describeRoomFailure } from './describeRoomFailure.ts';
import { useStyles } from './styles.ts';
import { useRoomText } from './useRoomText.ts';

interface Props {
  readonly item: ItemView;
  readonly round: RoundView;
  readonly answer: AnswerView;
}

/** What another wrote down as somebody's words: the person themselves can take it away for good, whoever typed it. */
export default function MyLine({ item, round, answer }: Props) {
  const text = useRoomText();
  const styles = useStyles();
  const announce = useAnnounce();
  const [asks, setAsks] = useState<'nothing' | 'delete'>('nothing');
  const removing = useCommand<undefined>(
    (api, command) => api.deleteMine(item.id, command, round.id, answer.id),
    undefined,
    (error) => describeRoomFailure(error, text),
  );
  const isSending = removing.state === 'sending';
  if (asks === 'nothing') {
    return (
      <div className={styles.tools}>
        <Button size="small" onClick={() => setAsks('delete')}>
          {text('room.mine.delete')}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.column}>
      <p className={styles.hint}>{text('room.mine.sure')}</p>
      {removing.error && <Notice kind="trouble">{describeRoomFailure(removing.error, text)}</Notice>}
      <div className={styles.tools}>
        <Button size="small" appearance="subtle" onClick={() => setAsks('nothing')}>
          {text('room.delete.keep')}
        </Button>
        <Button
          size="small"
          disabledFocusable={isSending}
          onClick={() => removing.run(undefined, () => announce(text('room.deleted')))}
        >
          {text(isSending ? 'sending' : 'room.delete.confirm')}
        </Button>
      </div>
    </div>
  );
}
