import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { firstWords } from '../question/firstWords.ts';
import { CorrectRoom } from './CorrectRoom.tsx';
import { DeleteRoom } from './DeleteRoom.tsx';
import { roomIdOf } from './roomIdOf.ts';
import { useStyles } from './styles.ts';
import type { RoomToolsProps } from './RoomToolsProps.ts';
import { useRoomText } from './useRoomText.ts';

/** Characters of an answer that tell it from the others. */
const SHORT = 45;

/** What the facilitator and the *referent* can do with what was said in the room: correct it, delete it. */
export default function RoomTools(props: RoomToolsProps) {
  const text = useRoomText();
  const styles = useStyles();
  const [part, turnTo] = useState<'folded' | 'correct' | 'delete'>('folded');
  const fold = (): void => turnTo('folded');
  const words = firstWords(props.answer.text ?? '', SHORT);
  if (part === 'correct') return <CorrectRoom {...props} done={fold} />;
  if (part === 'delete') {
    const { item, round, answer } = props;
    return (
      <DeleteRoom
        item={item}
        sure="room.delete.sure"
        remove={(api, command, seen) => api.deleteRoomAnswer(item.id, command, round.id, roomIdOf(answer), seen)}
        revision={answer.revision}
        done={fold}
      />
    );
  }
  return (
    <div className={styles.tools}>
      <Button size="small" aria-label={text('room.delete.label', { words })} onClick={() => turnTo('delete')}>
        {text('room.delete')}
      </Button>
      <Button size="small" aria-label={text('room.edit.label', { words })} onClick={() => turnTo('correct')}>
        {text('room.edit')}
      </Button>
    </div>
  );
}
