import { Button } from '@fluentui/react-components';
import type { Api } from '../../api/api.ts';
import type { CommitteeView } from '../../api/views.ts';
import { useAnnounce } from '../../app/announce.tsx';
import { Notice } from '../../app/Notice.tsx';
import { useCommand } from '../../app/useCommand.ts';
import { useEscape } from '../../app/useEscape.ts';
import { useFocusOnMount } from '../../app/useFocusOnMount.ts';
import { describeRoomFailure } from './describeRoomFailure.ts';
import { useStyles } from './styles.ts';
import { type RoomKey, useRoomText } from './useRoomText.ts';

interface Props {
  /** What is asked before. */
  readonly sure: RoomKey;
  /** `seen`: revision of what is shown when the button is pressed. */
  readonly remove: (api: Api, command: string, seen: number) => Promise<CommitteeView>;
  readonly revision: number | undefined;
  readonly done: () => void;
}

/** Asks before what was said is taken away. */
export function DeleteRoom({ sure, remove, revision = 0, done }: Props) {
  const text = useRoomText();
  const styles = useStyles();
  const announce = useAnnounce();
  const question = useFocusOnMount<HTMLParagraphElement>(true);
  const removing = useCommand<number>(remove, undefined, (error) => describeRoomFailure(error, text));
  useEscape(true, done);
  const isSending = removing.state === 'sending';
  return (
    <div className={styles.column}>
      <p ref={question} tabIndex={-1} className={styles.hint}>
        {text(sure)}
      </p>
      {removing.error && <Notice kind="trouble">{describeRoomFailure(removing.error, text)}</Notice>}
      <div className={styles.tools}>
        <Button size="small" appearance="subtle" onClick={done}>
          {text('room.delete.keep')}
        </Button>
        <Button
          size="small"
          disabledFocusable={isSending}
          onClick={() => removing.run(revision, () => announce(text('room.deleted')))}
        >
          {text(isSending ? 'sending' : 'room.delete.confirm')}
        </Button>
      </div>
    </div>
  );
}
