import type { Api } from '../../api/api.ts';
import type { CommitteeView, ItemView } from '../../api/views.ts';
import { useAnnounce } from '../../app/announce.tsx';
import { AskFirst } from '../../app/AskFirst.tsx';
import { Notice } from '../../app/Notice.tsx';
import { useFreshCommand } from '../../app/useFreshCommand.ts';
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
  const describe = (error: Error): string => describeRoomFailure(error, text, { item });
  const removing = useFreshCommand<number>(remove, describe);
  return (
    <div className={styles.beneath}>
      <AskFirst
        question={text(sure)}
        wrong={removing.error && <Notice kind="trouble">{describe(removing.error)}</Notice>}
        no={text('room.delete.keep')}
        yes={text('room.delete.confirm')}
        size="small"
        isSending={removing.state === 'sending'}
        keep={done}
        confirm={() => removing.run(revision, () => announce(text('room.deleted')))}
      />
    </div>
  );
}
