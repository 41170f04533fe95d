import { Button, Textarea } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { ANSWER_LIMIT } from '../../api/limits.ts';
import { useAnnounce } from '../../app/announce.tsx';
import { Notice } from '../../app/Notice.tsx';
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
  const [over] = useState(standing);
  const describe = (error: Error): string => describeRoomFailure(error, text, { item, words });
  const sending = useFreshCommand<{ readonly text: string; readonly over: number }>(
    (api, command, corrected) => api.roomAnswer(item.id, command, round.id, roomIdOf(answer), corrected),
    describe,
  );
  useEscape(true, done);
  const isSending = sending.state === 'sending';
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
      {isChanged && <Changed standing={standing} isSending={isSending} replace={() => save(standing)} />}
      {words.length > ANSWER_LIMIT && <Notice kind="trouble">{text('answer.tooLong', { limit: ANSWER_LIMIT })}</Notice>}
      {sending.error && <Notice kind="trouble">{describe(sending.error)}</Notice>}
      <div className={styles.tools}>
        <Button size="small" appearance="subtle" onClick={done}>
          {text('cancel')}
        </Button>
        <Button size="small" type="submit" disabledFocusable={isSending || isChanged}>
          {text(isSending && !isChanged ? 'sending' : 'room.save')}
        </Button>
      </div>
    </form>
  );
}

interface ChangedProps {
  /** Revision of what stands there now. */
  readonly standing: number;
  readonly isSending: boolean;
  readonly replace: () => void;
}

function Changed({ standing, isSending, replace }: ChangedProps) {
  const text = useRoomText();
  // It comes up by itself, maybe where something else was about to be pressed, or over words that nobody has read yet.
  const isSteady = useSteady(String(standing));
  return (
    <Notice kind="plain">
      {text('room.edit.changed')}
      <Button size="small" disabledFocusable={isSending || !isSteady} onClick={replace}>
        {text(isSending ? 'sending' : 'room.edit.replace')}
      </Button>
    </Notice>
  );
}
