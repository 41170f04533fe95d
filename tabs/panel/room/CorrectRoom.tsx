import { Button, Textarea } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { ApiError } from '../../api/errors.ts';
import { ANSWER_LIMIT } from '../../api/limits.ts';
import { useAnnounce } from '../../app/announce.tsx';
import { ButtonRow } from '../../app/ButtonRow.tsx';
import { Notice } from '../../app/Notice.tsx';
import { SendWords } from '../../app/SendWords.tsx';
import { useFreshCommand } from '../../app/useFreshCommand.ts';
import { useEscape } from '../../app/useEscape.ts';
import { useFocusOnMount } from '../../app/useFocusOnMount.ts';
import { useSteady } from '../../app/useSteady.ts';
import { describeRoomFailure } from './describeRoomFailure.ts';
import { roomIdOf } from './roomIdOf.ts';
import type { RoomToolsProps } from './RoomToolsProps.ts';
import { useStyles } from './styles.ts';
import { useRoomText } from './useRoomText.ts';

/** Changes the words of what was said; over what stood there when this was begun, and over nothing newer. */
export function CorrectRoom({ item, round, answer, done }: RoomToolsProps & { readonly done: () => void }) {
  const text = useRoomText();
  const styles = useStyles();
  const announce = useAnnounce();
  const id = useId();
  const fieldRef = useFocusOnMount<HTMLTextAreaElement>(true);
  const [words, write] = useState(answer.text ?? '');
  const standing = answer.revision ?? 0;
  const [opened, open] = useState({ over: standing, words, isRenewed: false });
  const { over } = opened;
  // That another has changed it is said where both stand, for as long as they do.
  const describe = (error: Error): string =>
    stands(error, answer) ? '' : describeRoomFailure(error, text, { item, words });
  const sending = useFreshCommand<{ readonly text: string; readonly over: number }>(
    (api, command, corrected) => api.roomAnswer(item.id, command, round.id, roomIdOf(answer), corrected),
    describe,
  );
  useEscape(true, done);
  const isSending = sending.state === 'sending';
  // Who has typed nothing has nothing to save over what another wrote: they go on with that.
  if (standing !== over && words === opened.words && sending.state === 'idle') {
    const renewed = answer.text ?? '';
    open({ over: standing, words: renewed, isRenewed: true });
    write(renewed);
  }
  const isChanged = standing !== over;
  /** `revision`: of what they have seen, and write over. */
  const save = (revision: number): void => {
    if (words.trim() === '' || words.length > ANSWER_LIMIT) fieldRef.current?.focus();
    else
      sending.run({ text: words.trim(), over: revision }, () => {
        announce(text('room.edited'));
        done();
      });
  };
  return (
    <form
      className={styles.beneath}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isChanged) save(over);
      }}
    >
      <label className={styles.hint} htmlFor={id}>
        {text('room.edit.field')}
      </label>
      <Textarea
        ref={(element: HTMLTextAreaElement | null) => {
          fieldRef.current = element;
        }}
        id={id}
        className={styles.field}
        value={words}
        readOnly={isSending}
        onChange={(_, { value }) => write(value)}
      />
      {opened.isRenewed && !isChanged && <Notice kind="news">{text('room.edit.renewed')}</Notice>}
      {words.length > ANSWER_LIMIT && <Notice kind="trouble">{text('answer.tooLong', { limit: ANSWER_LIMIT })}</Notice>}
      {sending.error && !stands(sending.error, answer) && <Notice kind="trouble">{describe(sending.error)}</Notice>}
      {isChanged ? (
        <Changed standing={standing} isSending={isSending} keep={done} replace={() => save(standing)} />
      ) : (
        <Ways isSending={isSending} cancel={done} />
      )}
    </form>
  );
}

/** Refused for what another has written there meanwhile, which is shown. */
const stands = (error: Error, { id }: RoomToolsProps['answer']): boolean =>
  error instanceof ApiError &&
  error.code === 'AnswerChanged' &&
  (error.view?.item?.round?.answers ?? []).some((answer) => answer.id === id);

interface ChangedProps {
  /** Revision of what stands there now. */
  readonly standing: number;
  readonly isSending: boolean;
  readonly keep: () => void;
  readonly replace: () => void;
}

/** In place of the buttons: one of the two versions has to go. */
function Changed({ standing, isSending, keep, replace }: ChangedProps) {
  const text = useRoomText();
  // It comes up by itself, maybe where something else was about to be pressed, or over words that nobody has read yet.
  const isSteady = useSteady(String(standing));
  return (
    <Notice kind="trouble">
      {text('room.edit.changed')}
      <ButtonRow at="start">
        <Button size="small" disabledFocusable={isSending || !isSteady} onClick={keep}>
          {text('room.edit.keep')}
        </Button>
        <Button size="small" disabledFocusable={isSending || !isSteady} onClick={replace}>
          <SendWords isSending={isSending}>{text('room.edit.replace')}</SendWords>
        </Button>
      </ButtonRow>
    </Notice>
  );
}

function Ways({ isSending, cancel }: { readonly isSending: boolean; readonly cancel: () => void }) {
  const text = useRoomText();
  const styles = useStyles();
  return (
    <div className={styles.tools}>
      <Button size="small" onClick={cancel}>
        {text('cancel')}
      </Button>
      <Button size="small" type="submit" disabledFocusable={isSending}>
        <SendWords isSending={isSending}>{text('room.save')}</SendWords>
      </Button>
    </div>
  );
}
