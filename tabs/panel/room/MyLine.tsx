import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { DeleteRoom } from './DeleteRoom.tsx';
import { useStyles } from './styles.ts';
import type { RoomToolsProps } from './RoomToolsProps.ts';
import { useRoomText } from './useRoomText.ts';

/** What another wrote down as somebody's words: the person themselves can take it away for good, whoever typed it. */
export default function MyLine({ item, round, answer }: RoomToolsProps) {
  const text = useRoomText();
  const styles = useStyles();
  const [asks, setAsks] = useState<'nothing' | 'delete'>('nothing');
  if (asks === 'delete') {
    return (
      <DeleteRoom
        item={item}
        sure="room.mine.sure"
        remove={(api, command) => api.deleteMine(item.id, command, round.id, answer.id)}
        revision={answer.revision}
        done={() => setAsks('nothing')}
      />
    );
  }
  return (
    <div className={styles.tools}>
      <Button size="small" onClick={() => setAsks('delete')}>
        {text('room.mine.delete')}
      </Button>
    </div>
  );
}
