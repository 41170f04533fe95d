import { Button } from '@fluentui/react-components';
import type { Api } from '../../api/api.ts';
import type { CommitteeView, ItemView } from '../../api/views.ts';
import { useAnnounce } from '../../app/announce.tsx';
import { Notice } from '../../app/Notice.tsx';
import { useFreshCommand } from '../../app/useFreshCommand.ts';
import { useEscape } from '../../app/useEscape.ts';
import { useSteady } from '../../app/useSteady.ts';
import { useFocusOnMount } from '../../app/useFocusOnMount.ts';
import { describeRoomFailure } from './describeRoomFailure.ts';
import { useStyles } from './styles.ts';
import { type RoomKey, useRoomText } from './useRoomText.ts';

interface Props {
  readonly item: ItemView;
  /** What is asked before. */
  readonly sure: RoomKey;
  /** `seen`: revision of what is shown when the button is pressed. */
  readonly remove: (api: Api, command: string, seen: number) => Promise<CommitteeView>;
  readonly revision: number | undefined;
  readonly done: () => void;
}

/** Asks before what was said is taken away. */
export function DeleteRoom({ item, sure, remove, revision = 0, done }: Props) {
  const text = useRoomText();
  const styles = useStyles();
  const announce = useAnnounce();
  const question = useFocusOnMount<HTMLParagraphElement>(true);
  const describe = (error: Error): string => describeRoomFailure(error, text, { item });
  const removing = useFreshCommand<number>(remove, describe);
  useEscape(true, done);
  // Where the button stood that led here.
  const isSteady = useSteady(sure);
  const isSending = removing.state === 'sending';
  return (
    <div className={styles.beneath}>
      <p ref={question} tabIndex={-1} className={styles.hint}>
        {text(sure)}
      </p>
      {removing.error && <Notice kind="trouble">{describe(removing.error)}</Notice>}
      <div className={styles.tools}>
        <Button size="small" appearance="subtle" disabledFocusable={!isSteady} onClick={done}>
          {text('room.delete.keep')}
        </Button>
        <Button
          size="small"
          disabledFocusable={isSending || !isSteady}
          onClick={() => removing.run(revision, () => announce(text('room.deleted')))}
        >
          {text(isSending ? 'sending' : 'room.delete.confirm')}
        </Button>
      </div>
    </div>
  );
}
