import { Button, Checkbox, Input } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import { ANSWER_LIMIT } from '../../api/limits.ts';
import type { ItemView, RoundView } from '../../api/views.ts';
import { Notice } from '../../app/Notice.tsx';
import { SendWords } from '../../app/SendWords.tsx';
import type { Person } from './FindPerson.tsx';
import { ChooseName, SaidBy } from './SaidBy.tsx';
import { StoredLines } from './StoredLines.tsx';
import { useStyles } from './styles.ts';
import { type RoomLineState, useRoomLine } from './useRoomLine.ts';
import { useRoomText } from './useRoomText.ts';

interface Props {
  readonly item: ItemView;
  readonly round: RoundView;
  /** Folds the field. */
  readonly done: () => void;
  readonly takesFocus: boolean;
}

/** *Sagt i mødet*: one line, Enter, the next. What stands above it is stored; what is in the field is not. */
export function RoomField({ item, round, done, takesFocus }: Props) {
  const text = useRoomText();
  const styles = useStyles();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const line = useRoomLine(item, round);
  const [name, turnName] = useState<'folded' | 'choosing'>('folded');
  const [sentBlank, noteBlank] = useState(false);
  const isBlank = line.words.trim() === '';
  const focus = (): void => field.current?.focus();
  const choose = (said: Person | undefined): void => {
    line.sayWho(said);
    turnName('folded');
    focus();
  };
  useEffect(() => {
    if (takesFocus) focus();
  }, [takesFocus]);
  return (
    <form
      className={styles.column}
      onSubmit={(event) => {
        event.preventDefault();
        focus();
        noteBlank(isBlank);
        if (!isBlank && !line.isTooLong && !line.isSending) line.send();
      }}
    >
      <label className={styles.label} htmlFor={id}>
        {text('room.label')}
      </label>
      <StoredLines round={round} />
      <Input
        ref={(element: HTMLInputElement | null) => {
          field.current = element;
        }}
        id={id}
        className={styles.field}
        aria-describedby={`${id}-hint`}
        autoComplete="off"
        placeholder={text('room.placeholder')}
        value={line.words}
        // What is typed while this is under way would be cleared with what was sent.
        readOnly={line.isSending}
        onChange={(_, { value }) => {
          noteBlank(false);
          line.write(value);
        }}
      />
      {sentBlank && isBlank && <Notice kind="trouble">{text('error.AnswerEmpty')}</Notice>}
      <p id={`${id}-hint`} className={styles.hint}>
        {text('room.hint')} {item.names === 'shown' && text('room.hint.name')}
      </p>
      <Name item={item} line={line} name={name} begin={() => turnName('choosing')} choose={choose} />
      <OnPaper {...line} />
      <Failure line={line} />
      <Row line={line} done={done} />
    </form>
  );
}

interface NameProps extends Pick<Props, 'item'> {
  readonly line: RoomLineState;
  readonly name: 'folded' | 'choosing';
  readonly begin: () => void;
  readonly choose: (said: Person | undefined) => void;
}

/** Who said it, how to find them, or the way to that: always in the same place. */
function Name({ item, line, name, begin, choose }: NameProps) {
  const text = useRoomText();
  const styles = useStyles();
  if (name === 'choosing') return <ChooseName {...line} choose={choose} />;
  if (line.said !== undefined) return <SaidBy {...line} choose={choose} />;
  return (
    item.names === 'shown' && (
      <Button className={styles.begin} size="small" onClick={begin}>
        {text('room.name.choose')}
      </Button>
    )
  );
}

function OnPaper({ came, sayHow }: Pick<RoomLineState, 'came' | 'sayHow'>) {
  const text = useRoomText();
  return (
    <Checkbox
      label={text('room.paper')}
      checked={came === 'paper'}
      onChange={(_, { checked }) => sayHow(checked === true ? 'paper' : 'said')}
    />
  );
}

function Row({ line, done }: Pick<Props, 'done'> & Pick<NameProps, 'line'>) {
  const text = useRoomText();
  const styles = useStyles();
  return (
    <div className={styles.row}>
      <Button className={styles.small} onClick={done}>
        {text('room.done')}
      </Button>
      <Button className={styles.small} type="submit" disabledFocusable={line.isSending}>
        <SendWords isSending={line.isSending}>{text('room.save')}</SendWords>
      </Button>
    </div>
  );
}

function Failure({ line }: { readonly line: RoomLineState }) {
  const text = useRoomText();
  const ref = useRef<HTMLDivElement>(null);
  const isWrong = line.isTooLong || line.error !== undefined;
  // The field is scrolled in its bar where there is little room.
  useEffect(() => {
    if (isWrong) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [isWrong, line.error]);
  if (!isWrong) return null;
  return (
    <div ref={ref}>
      {line.isTooLong && <Notice kind="trouble">{text('answer.tooLong', { limit: ANSWER_LIMIT })}</Notice>}
      {line.error !== undefined && <Notice kind="trouble">{line.error}</Notice>}
    </div>
  );
}
