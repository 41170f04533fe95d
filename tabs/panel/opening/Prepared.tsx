import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { Offline } from '../../api/errors.ts';
import type { NextView, PlannedView } from '../../api/views.ts';
import { describeFailure } from '../../app/failure.ts';
import { isOf } from '../../app/isOf.ts';
import { Notice } from '../../app/Notice.tsx';
import { useCommand } from '../../app/useCommand.ts';
import { useFocusOnMount } from '../../app/useFocusOnMount.ts';
import { asLine } from '../question/firstWords.ts';
import { ToPaper } from '../paper/ToPaper.tsx';
import { useStyles as usePlanStyles } from '../plan/styles.ts';
import { usePlanText } from '../plan/usePlanText.ts';
import { AskOnce } from './AskOnce.tsx';
import { OpenPrepared } from './OpenPrepared.tsx';
import { SendAhead } from './SendAhead.tsx';
import { useStyles } from './styles.ts';
import { useLook } from './useLook.ts';

interface Props {
  readonly next: NextView;
  /** Who comes from a form finds the focus here. */
  readonly takesFocus: boolean;
  readonly changePlan: () => void;
  readonly openOther: () => void;
}

/** The item that is being prepared: one press opens it. */
export function Prepared({ next, takesFocus, changePlan, openOther }: Props) {
  const text = usePlanText();
  const styles = useStyles();
  const planStyles = usePlanStyles();
  const heading = useFocusOnMount<HTMLHeadingElement>(takesFocus);
  const [asks, setAsks] = useState<'nothing' | 'discard' | 'kept'>('nothing');
  return (
    <section className={styles.prepared} aria-label={text('next')}>
      <p className={styles.subtle}>{text('next')}</p>
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        {next.title}
      </h2>
      <ol className={styles.questions}>
        {next.plan.map((question) => (
          <Question key={question.id} next={next} question={question} isAsked={asks === 'discard'} />
        ))}
      </ol>
      <p className={styles.words}>{text('picker.total', { count: totalOf(next) })}</p>
      {/* Not in sight while it is asked whether to delete all this, and there: what stands in its fields is kept. */}
      <div hidden={asks === 'discard'}>
        <div className={styles.prepared}>
          <div className={styles.ways}>
            <ToPaper title={next.title} plan={next.plan} />
            <Button onClick={changePlan}>{text('plan.change')}</Button>
            <Button onClick={openOther}>{text('next.other')}</Button>
            {asks !== 'discard' && <ToDiscard ask={() => setAsks('discard')} takesFocus={asks === 'kept'} />}
          </div>
        </div>
      </div>
      {/* In sight however many questions there are: whoever comes to open it need not look for where. */}
      <div className={planStyles.bar} hidden={asks === 'discard'}>
        <p className={styles.subtle}>{text('open.youLead')}</p>
        <OpenPrepared next={next} />
      </div>
      {asks === 'discard' && <Discard next={next} keep={() => setAsks('kept')} />}
    </section>
  );
}

const totalOf = ({ plan }: NextView): number => plan.reduce((sum, { minutes }) => sum + minutes, 0);

interface QuestionProps extends Pick<Props, 'next'> {
  readonly question: PlannedView;
  /** Whether it is asked whether to delete the plan, or told why it was not. */
  readonly isAsked: boolean;
}

function Question({ next, question, isAsked }: QuestionProps) {
  const text = usePlanText();
  const styles = useStyles();
  return (
    <li className={styles.question}>
      {question.angle !== undefined && (
        <p className={styles.words}>
          <strong>{text('question.angle')}:</strong> {question.angle}
        </p>
      )}
      <p className={styles.words} lang={question.theme?.language}>
        {asLine(question.text)}
      </p>
      <p className={styles.subtle}>{text('plan.minutes', { count: question.minutes })}</p>
      <div className={styles.ahead} hidden={isAsked}>
        <SendAhead next={next} question={question} />
      </div>
    </li>
  );
}

interface ToDiscardProps {
  readonly ask: () => void;
  /** Whoever kept the plan finds the focus where they left. */
  readonly takesFocus: boolean;
}

function ToDiscard({ ask, takesFocus }: ToDiscardProps) {
  const text = usePlanText();
  const buttonRef = useFocusOnMount<HTMLButtonElement>(takesFocus);
  return (
    <Button
      ref={(element: HTMLButtonElement | null) => {
        buttonRef.current = element;
      }}
      onClick={ask}
    >
      {text('next.discard')}
    </Button>
  );
}

/** Asks once, in the place of what is pressed and of the ways on that would leave the plan: what is deleted here is nowhere else. */
function Discard({ next, keep }: Pick<Props, 'next'> & { readonly keep: () => void }) {
  const text = usePlanText();
  const command = useCommand<string>((api, id, meeting) => api.discardPlanned(meeting, id));
  const { error } = command;
  const sure = text('next.discard.sure', { title: next.title });
  const isOut = next.plan.some(({ ahead }) => ahead !== undefined);
  // Without a connection nobody knows, and the same press may be made again.
  const isRefused = error !== null && !(error instanceof Offline);
  return (
    <div role="group" aria-label={text('next.discard')}>
      {isRefused ? (
        <NotDiscarded error={error} keep={keep} />
      ) : (
        <AskOnce
          question={isOut ? `${sure} ${text('next.discard.sent')}` : sure}
          no={text('next.discard.keep')}
          yes={text('next.discard.confirm')}
          command={command}
          keep={keep}
          confirm={() => command.run(next.id)}
        />
      )}
    </div>
  );
}

interface NotDiscardedProps {
  readonly error: Error;
  readonly keep: () => void;
}

/** The answer is no: what asked is gone, and so is what was pressed. */
function NotDiscarded({ error, keep }: NotDiscardedProps) {
  const text = usePlanText();
  const styles = useStyles();
  const look = useLook();
  const sentence = useFocusOnMount<HTMLParagraphElement>(true);
  // Of an item that was to be deleted it is said of that very item.
  const isOpened = isOf(error, 'MeetingAlreadyOpen');
  return (
    <Notice kind="trouble">
      <p ref={sentence} tabIndex={-1} className={styles.words}>
        {text('next.discard.refused', { why: isOpened ? text('next.discard.opened') : describeFailure(error, text) })}
      </p>
      {isOpened || isOf(error, 'MeetingNotFound') ? (
        // There is no plan to keep any more, and the page has not heard of it yet.
        <Button appearance="primary" onClick={look}>
          {text(isOpened ? 'next.goOn' : 'reload')}
        </Button>
      ) : (
        <Button onClick={keep}>{text('next.discard.keep')}</Button>
      )}
    </Notice>
  );
}
