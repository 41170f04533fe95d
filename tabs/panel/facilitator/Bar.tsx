import { Button, mergeClasses } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { ItemView, PlannedView } from '../../api/views.ts';
import { Marked } from '../../app/Marked.tsx';
import { SendWords } from '../../app/SendWords.tsx';
import { later, WhenLoaded } from '../../app/later.tsx';
import { useSteady } from '../../app/useSteady.ts';
import { useShareToStage } from '../../stage/useShareToStage.ts';
import { RoomField } from '../room/RoomField.tsx';
import { isRefused } from '../item/isRefused.ts';
import { Extend } from './Extend.tsx';
import { firstWords } from '../question/firstWords.ts';
import { MinutesAndSeconds } from './MinutesAndSeconds.tsx';
import { More } from './More.tsx';
import type { NextStep } from './nextStep.ts';
import { OnScreen } from './OnScreen.tsx';
import { useStyles } from './styles.ts';
import { isPlan } from './unfolded.ts';
import type { FacilitatorState, Focusable } from './useFacilitator.ts';
import { type LeadKey, useLeadText } from './useLeadText.ts';

const Shared = later(() => import('../../stage/Shared.tsx'));

/** Characters of a question that fit beside the other words of the bar, on two lines at most. */
const SHORT = 45;

interface Props {
  readonly item: ItemView;
  readonly state: FacilitatorState;
}

/** The one thing that comes next, the way to all the rest, and the time. */
export function Bar({ item, state }: Props) {
  const styles = useStyles();
  const { next } = state;
  const { round } = item;
  return (
    <>
      {next.type === 'put' && !next.isFirst && <NextIs question={next.question} />}
      {next.type === 'end' && next.press === 'ends' && <EndTold />}
      {round && state.room === 'open' && !isPlan(state.unfolded) && (
        <div className={styles.said}>
          <RoomField item={item} round={round} takesFocus done={() => state.turnRoom('folded')} />
        </div>
      )}
      <OnScreen item={item} state={state} />
      <Row item={item} state={state} />
    </>
  );
}

function NextIs({ question: { text: words, theme } }: { readonly question: PlannedView }) {
  const text = useLeadText();
  const styles = useStyles();
  const question = firstWords(words, SHORT);
  return (
    <p className={styles.subtle}>
      <Marked words={text('lead.nextIs', { question })} part={question} lang={theme?.language} />
    </p>
  );
}

/** One press ends an item that is through, and nothing takes that back. */
function EndTold() {
  const text = useLeadText();
  const styles = useStyles();
  return <p className={styles.subtle}>{text('lead.end.told')}</p>;
}

function Row({ item, state }: Props) {
  const styles = useStyles();
  const { round } = item;
  const [more, turnMore] = useState<'folded' | 'open'>('folded');
  const stage = useShareToStage();
  const leave = (): void => turnMore('folded');
  const fold = (): void => {
    leave();
    state.focusMore();
  };
  const endsAt = round?.status === 'open' ? round.endsAt : undefined;
  return (
    <>
      {more === 'open' && <More item={item} state={state} stage={stage} fold={fold} leave={leave} />}
      <WhenLoaded>
        <Told offer={stage.offer} />
      </WhenLoaded>
      <div className={mergeClasses(styles.row, styles.foot)}>
        <div className={styles.pair}>
          <Step item={item} state={state} />
          {isPlan(state.unfolded) ? (
            <Back state={state} />
          ) : (
            <ToMore state={state} more={more} press={more === 'open' ? fold : () => turnMore('open')} />
          )}
        </div>
        {round && endsAt !== undefined && (
          <div className={styles.clock}>
            <MinutesAndSeconds endsAt={endsAt} />
            <Extend round={round.id} endsAt={endsAt} state={state} />
          </div>
        )}
      </div>
    </>
  );
}

/** Its sentences load when there is something to tell. */
const Told = ({ offer }: { readonly offer: ReturnType<typeof useShareToStage>['offer'] }) =>
  (offer === 'shared' || offer === 'refused') && <Shared offer={offer} />;

interface ToMoreProps extends Pick<Props, 'state'> {
  readonly more: 'folded' | 'open';
  readonly press: () => void;
}

function ToMore({ state, more, press }: ToMoreProps) {
  const text = useLeadText();
  const styles = useStyles();
  const isSteady = useSteady(more);
  const button = useFocused(state, 'more');
  return (
    <Button
      ref={button}
      className={styles.small}
      aria-label={text('more')}
      aria-expanded={more === 'open'}
      disabledFocusable={!isSteady}
      onClick={press}
    >
      ⋯
    </Button>
  );
}

/** From the plan, where the way to it stood. */
function Back({ state }: Pick<Props, 'state'>) {
  const text = useLeadText();
  const styles = useStyles();
  const isSteady = useSteady('back');
  return (
    <Button className={styles.small} disabledFocusable={!isSteady} onClick={state.comeBack}>
      {text('lead.back')}
    </Button>
  );
}

function Step({ item, state }: Props) {
  const text = useLeadText();
  const isSteady = useSteady(meaningOf(state.next));
  const button = useFocused(state, 'step');
  const isSending = state.command.state === 'sending';
  return (
    <Button
      ref={button}
      appearance={isRefused(item) ? 'secondary' : 'primary'}
      disabledFocusable={isSending || !isSteady}
      onClick={state.takeNextStep}
    >
      <SendWords isSending={state.command.sending?.do === state.next.type} sending={text(SENDING[state.next.type])}>
        {text(wordsOf(state.next))}
      </SendWords>
    </Button>
  );
}

/** Takes the focus each time that the state wants it here. */
function useFocused({ focused }: FacilitatorState, on: Focusable) {
  const button = useRef<HTMLButtonElement>(null);
  const times = focused.on === on ? focused.times : 0;
  useEffect(() => {
    if (times > 0) button.current?.focus();
  }, [times]);
  return (element: HTMLButtonElement | null): void => {
    button.current = element;
  };
}

/** What a press would do; words alone do not tell one question from another, nor ending from asking whether to. */
function meaningOf(next: NextStep): string {
  if (next.type === 'close') return `close ${next.round.id}`;
  return next.type === 'put' ? `put ${next.question.id}` : `end ${next.press}`;
}

const SENDING = { put: 'sending', close: 'lead.close.sending', end: 'lead.end.sending' } as const;

function wordsOf(next: NextStep): LeadKey {
  if (next.type === 'put') return next.isFirst ? 'lead.put' : 'lead.next';
  return `lead.${next.type}`;
}
