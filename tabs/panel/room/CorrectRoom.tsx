import { Button, Textarea } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { ANSWER_LIMIT } from '../../api/limits.ts';
import { useAnnounce } from '../../app/announce.tsx';
import { Notice } from '../../app/Notice.tsx';
import { useFreshCommand } from '../../app/useFreshCommand.ts';
import { useEscape } from '../../app/useEscape.ts';
import { useFocusOnMount } from '../../app/useFocusOnMount.ts';
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
  const [over, goOver] = useState(answer.revision ?? 0);
  const describe = (error: Error): string => describeRoomFailure(error, text, { item, words });
  const sending = useFreshCommand<{ readonly text: string; readonly over: number }>(
    (api, command, corrected) => api.roomAnswer(item.id, command, round.id, roomIdOf(answer), corrected),
    describe,
  );
  useEscape(true, done);
  const isSending = sending.state === 'sending';
  const isChanged = (answer.revision ?? 0) !== over;
  return (
    <form
      className={styles.beneath}
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim() === '' || words.length > ANSWER_LIMIT) fieldRef.current?.focus();
        else
          sending.run({ text: words.trim(), over }, () => {
            announce(text('room.edited'));
            done();
          });
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
      {isChanged && <Changed replace={() => goOver(answer.revision ?? 0)} />}
      {words.length > ANSWER_LIMIT && <Notice kind="trouble">{text('answer.tooLong', { limit: ANSWER_LIMIT })}</Notice>}
      {sending.error && <Notice kind="trouble">{describe(sending.error)}</Notice>}
      <div className={styles.tools}>
        <Button size="small" appearance="subtle" onClick={done}>
          {text('cancel')}
        </Button>
        <Button size="small" type="submit" disabledFocusable={isSending || isChanged}>
          {text(isSending ? 'sending' : 'room.save')}
        </Button>
      </div>
    </form>
  );
}

function Changed({ replace }: { readonly replace: () => void }) {
  const text = useRoomText();
  return (
    <Notice kind="plain">
      {text('room.edit.changed')}
      <Button size="small" onClick={replace}>
        {text('room.edit.replace')}
      </Button>
    </Notice>
  );
}
