import { Button, Textarea } from '@fluentui/react-components';
import { useEffect, useId, useState } from 'react';
import { Offline } from '../../api/errors.ts';
import { ANSWER_LIMIT } from '../../api/limits.ts';
import type { AnswerView, ItemView, RoundView } from '../../api/views.ts';
import { ButtonRow } from '../../app/ButtonRow.tsx';
import { describeFailure } from '../../app/failure.ts';
import { isSameDay } from '../../app/isSameDay.ts';
import { Notice } from '../../app/Notice.tsx';
import { SendWords } from '../../app/SendWords.tsx';
import { later, WhenLoaded } from '../../app/later.tsx';
import { useText } from '../../app/services.ts';
import type { PanelText } from '../../app/texts.ts';
import { useGrowing } from '../../app/useGrowing.ts';
import { ThreadLink } from '../question/ThreadLink.tsx';
import { useStyles } from './styles.ts';
import { isAnsweredElsewhere, type MyAnswerState } from './useMyAnswer.ts';

const Elsewhere = later(() => import('./Elsewhere.tsx'));
const OnBehalf = later(() => import('../room/OnBehalf.tsx'));

interface Props {
  readonly state: MyAnswerState;
  readonly item: ItemView;
  readonly round: RoundView;
  readonly readers: number | undefined;
}

export function AnswerField({ state, item, round, readers }: Props) {
  const text = useText();
  const styles = useStyles();
  const id = useId();
  const fieldRef = useField(state);
  const isSending = state.sending.state === 'sending';
  const isBlank = state.text.trim() === '';
  const [sentBlank, noteBlank] = useState(false);
  return (
    <form
      className={styles.root}
      onSubmit={(event) => {
        event.preventDefault();
        noteBlank(isBlank);
        if (isBlank || state.isTooLong) fieldRef.current?.focus();
        else state.send();
      }}
    >
      <InThread answer={inThreadOf(state, round)} putAt={round.putAt} />
      <label className={styles.label} htmlFor={id}>
        {text(state.edits ? 'answer.edit.label' : 'answer.label')}
      </label>
      <Textarea
        className={styles.field}
        textarea={{ className: styles.area }}
        ref={(element: HTMLTextAreaElement | null) => {
          fieldRef.current = element;
        }}
        id={id}
        aria-describedby={state.isTooLong ? `${id}-readers ${id}-excess` : `${id}-readers`}
        value={state.text}
        // What is typed while this is under way would be cleared with what was sent.
        readOnly={isSending}
        onChange={(_, { value }) => {
          noteBlank(false);
          state.write(value);
        }}
      />
      {sentBlank && isBlank && <Notice kind="trouble">{text('error.AnswerEmpty')}</Notice>}
      <p id={`${id}-readers`} className={styles.hint}>
        {readersLine(item.names, readers, text)} {round.status === 'closed' && text('answer.willBeLate')}
      </p>
      {state.side && (
        <WhenLoaded>
          <OnBehalf side={state.side} names={item.names} isChosen={state.onBehalf} choose={state.standFor} />
        </WhenLoaded>
      )}
      {state.elsewhere && (
        <WhenLoaded>
          <Elsewhere state={state} stored={state.elsewhere} />
        </WhenLoaded>
      )}
      <TooLong id={`${id}-excess`} state={state} />
      <Failure state={state} />
      <Buttons state={state} item={item} round={round} />
    </form>
  );
}

/** By how much stands beside what is heard at once: it changes with each key. */
function TooLong({ id, state }: Pick<Props, 'state'> & { readonly id: string }) {
  const text = useText();
  const styles = useStyles();
  if (!state.isTooLong) return null;
  return (
    <>
      <Notice kind="trouble">{text('answer.tooLong', { limit: ANSWER_LIMIT })}</Notice>
      <p id={id} className={styles.hint}>
        {text('answer.tooLong.by', { count: state.text.length - ANSWER_LIMIT })}
      </p>
    </>
  );
}

function Buttons({ state, item, round }: Pick<Props, 'state' | 'item' | 'round'>) {
  const text = useText();
  const isSending = state.sending.state === 'sending';
  // The main thing on the page, but for whoever has answered, and for the facilitator: there that is the next step.
  const isMain = !item.lead.mine && !inThreadOf(state, round);
  return (
    <ButtonRow beside={leadsToThread(state, round) && <ThreadLink post={round.post} to="answer" />}>
      {mayCancel(state, round) && <Button onClick={state.cancel}>{text('cancel')}</Button>}
      <Button type="submit" appearance={isMain ? 'primary' : 'secondary'} disabledFocusable={isSending}>
        <SendWords isSending={isSending}>{text('answer.submit')}</SendWords>
      </Button>
    </ButtonRow>
  );
}

/** Not while nobody knows whether the answer was stored: there it would come once more, and Send is what helps. */
const leadsToThread = (state: MyAnswerState, round: RoundView): boolean =>
  !mayCancel(state, round) && !(state.sending.error instanceof Offline);

/** Whoever asked for the field can put it away; where there is another answer, what keeps that one stands with it. */
const mayCancel = ({ edits, elsewhere }: MyAnswerState, { status }: RoundView): boolean =>
  !elsewhere && (edits || status === 'closed');

/** What the person has answered in the thread, where nothing of theirs is stored from here. */
const inThreadOf = ({ edits }: MyAnswerState, { answers }: RoundView): AnswerView | undefined =>
  edits ? undefined : answers.findLast(({ mine, source }) => mine && source === 'thread');

function InThread({ answer, putAt }: { readonly answer: AnswerView | undefined; readonly putAt: string }) {
  const text = useText();
  const styles = useStyles();
  if (answer === undefined) return null;
  const key = isSameDay(answer.postedAt, putAt) ? 'answer.inThread' : 'answer.inThread.on';
  return <p className={styles.saved}>{text(key, { at: new Date(answer.postedAt) })}</p>;
}

/** Always visible, and always true: how many can read is Teams' own number, or is not told. */
function readersLine(names: ItemView['names'], readers: number | undefined, text: PanelText): string {
  const key = names === 'hidden' ? 'answer.readers.hidden' : 'answer.readers';
  const who = readers === undefined ? text(`${key}.unknown`) : text(key, { count: readers });
  return `${who} ${text('answer.noNames')}`;
}

function Failure({ state }: { readonly state: MyAnswerState }) {
  const text = useText();
  const { error } = state.sending;
  if (error === null || (state.elsewhere && isAnsweredElsewhere(error))) return null;
  if (!(error instanceof Offline)) {
    return <Notice kind="trouble">{describeFailure(error, text)}</Notice>;
  }
  return (
    <Notice kind="trouble">
      {text('answer.offline')}
      <Button
        onClick={() => {
          state.write('');
          state.sending.dismiss();
          if (state.edits) state.cancel();
        }}
      >
        {text(state.edits ? 'answer.discard.edit' : 'answer.discard')}
      </Button>
    </Notice>
  );
}

/** Grows with what is written, and takes the focus when the person asked for it. */
function useField({ text, takesFocus }: MyAnswerState) {
  const field = useGrowing(text);
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [field, takesFocus]);
  return field;
}
