import { Button } from '@fluentui/react-components';
import { useAnnounce } from '../../app/announce.tsx';
import { Notice } from '../../app/Notice.tsx';
import { useCommand } from '../../app/useCommand.ts';
import { useEscape } from '../../app/useEscape.ts';
import { useFocusOnMount } from '../../app/useFocusOnMount.ts';
import { describeRoomFailure } from './describeRoomFailure.ts';
import { roomIdOf } from './roomIdOf.ts';
import type { RoomToolsProps } from './RoomToolsProps.ts';
import { useStyles } from './styles.ts';
import { useRoomText } from './useRoomText.ts';

/** Asks before what was said is taken away. */
export function DeleteRoom({ item, round, answer, done }: RoomToolsProps & { readonly done: () => void }) {
  const text = useRoomText();
  const styles = useStyles();
  const announce = useAnnounce();
  const question = useFocusOnMount<HTMLParagraphElement>(true);
  const removing = useCommand<number>(
    (api, command, seen) => api.deleteRoomAnswer(item.id, command, round.id, roomIdOf(answer), seen),
    undefined,
    (error) => describeRoomFailure(error, text),
  );
  useEscape(true, done);
  const isSending = removing.state === 'sending';
  return (
    <div className={styles.column}>
      <p ref={question} tabIndex={-1} className={styles.hint}>
        {text('room.delete.sure')}
      </p>
      {removing.error && <Notice kind="trouble">{describeRoomFailure(removing.error, text)}</Notice>}
      <div className={styles.tools}>
        <Button size="small" appearance="subtle" onClick={done}>
          {text('room.delete.keep')}
        </Button>
        <Button
          size="small"
          disabledFocusable={isSending}
          onClick={() => removing.run(answer.revision ?? 0, () => announce(text('room.deleted')))}
        >
          {text(isSending ? 'sending' : 'room.delete.confirm')}
        </Button>
      </div>
    </div>
  );
}
