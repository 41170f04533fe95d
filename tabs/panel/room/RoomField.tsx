import { Button, Input } from '@fluentui/react-components';
import { useEffect, useId, useRef } from 'react';
import { ANSWER_LIMIT } from '../../api/limits.ts';
import type { ItemView, RoundView } from '../../api/views.ts';
import { Notice } from '../../app/Notice.tsx';
import { SaidBy } from './SaidBy.tsx';
import { useStyles } from './styles.ts';
import { useRoomLine } from './useRoomLine.ts';
import { useRoomText } from './useRoomText.ts';

interface Props {
  readonly item: ItemView;
  readonly round: RoundView;
  /** Folds the field; absent where it always stands there. */
  readonly done?: () => void;
  readonly takesFocus: boolean;
}

/** *Sagt i mødet*: one line, Enter, the next. What stands in the list is stored; what is in the field is not. */
export function RoomField({ item, round, done, takesFocus }: Props) {
  const text = useRoomText();
  const styles = useStyles();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const line = useRoomLine(item, round);
  const focus = (): void => field.current?.focus();
  useEffect(() => {
    if (takesFocus) focus();
  }, [takesFocus]);
  return (
    <form
      className={styles.column}
      onSubmit={(event) => {
        event.preventDefault();
        focus();
        if (line.words.trim() !== '' && !line.isTooLong && !line.isSending) line.send();
      }}
    >
      <label className={styles.label} htmlFor={id}>
        {text('room.label')}
      </label>
      <Input
        ref={(element: HTMLInputElement | null) => {
          field.current = element;
        }}
        id={id}
        className={styles.field}
        aria-describedby={`${id}-hint`}
        autoComplete="off"
        value={line.words}
        // What is typed while this is under way would be cleared with what was sent.
        readOnly={line.isSending}
        onChange={(_, { value }) => line.write(value)}
      />
      <p id={`${id}-hint`} className={styles.hint}>
        {line.stored === '' || line.words !== ''
          ? `${text('room.hint')} ${text('answer.noNames')}`
          : text('room.stored', { words: line.stored })}
      </p>
      {item.names === 'shown' && <SaidBy said={line.said} choose={line.sayWho} close={focus} />}
      {line.isTooLong && <Notice kind="trouble">{text('answer.tooLong', { limit: ANSWER_LIMIT })}</Notice>}
      {line.error !== undefined && <Notice kind="trouble">{line.error}</Notice>}
      <div className={styles.row}>
        {done && (
          <Button className={styles.small} onClick={done}>
            {text('room.done')}
          </Button>
        )}
        <Button className={styles.small} type="submit" disabledFocusable={line.isSending}>
          {text(line.isSending ? 'sending' : 'room.save')}
        </Button>
      </div>
    </form>
  );
}
