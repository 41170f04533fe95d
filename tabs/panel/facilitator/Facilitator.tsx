import { Button, Spinner } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useRef } from 'react';
import type { ItemView } from '../../api/views.ts';
import { describeFailure } from '../../app/failure.ts';
import { Notice } from '../../app/Notice.tsx';
import { useText } from '../../app/services.ts';
import type { PanelText } from '../../app/texts.ts';
import { EndSurely } from './EndSurely.tsx';
import { firstWords } from './firstWords.ts';
import { PlanTools } from './PlanTools.tsx';
import { useStyles } from './styles.ts';
import { type FacilitatorState, useFacilitator } from './useFacilitator.ts';

const ChangePlan = lazy(() => import('../plan/ChangePlan.tsx'));

/** What the facilitator has beyond the others: the plan, and a bar with the one thing that comes next. */
export default function Facilitator({ item }: { readonly item: ItemView }) {
  const styles = useStyles();
  const text = useText();
  const state = useFacilitator(item);
  if (state.unfolded === 'changing') return <Changing item={item} done={() => state.unfold('changed')} />;
  // Before the first question the plan is what the page is about.
  const showsPlan = item.round === undefined || state.unfolded === 'tools' || state.unfolded === 'changed';
  return (
    <>
      {showsPlan && <PlanTools item={item} state={state} />}
      <section className={styles.bar} aria-label={text('lead.bar')}>
        {state.command.error && <Notice kind="trouble">{describeFailure(state.command.error, text)}</Notice>}
        {state.unfolded === 'ending' ? <EndSurely item={item} state={state} /> : <Bar item={item} state={state} />}
      </section>
    </>
  );
}

function Changing(props: { readonly item: ItemView; readonly done: () => void }) {
  const text = useText();
  return (
    <Suspense fallback={<Spinner label={text('loading')} />}>
      <ChangePlan {...props} />
    </Suspense>
  );
}

function Bar({ item, state }: { readonly item: ItemView; readonly state: FacilitatorState }) {
  const text = useText();
  const styles = useStyles();
  const { next, unfolded } = state;
  const step = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (state.focused > 0) step.current?.focus();
  }, [state.focused]);
  const isOpen = unfolded === 'tools' || unfolded === 'changed';
  return (
    <>
      {next.type === 'put' && !next.isFirst && (
        <p className={styles.subtle}>
          {text('lead.nextIs', { position: next.position, question: firstWords(next.question.text) })}
        </p>
      )}
      <div className={styles.row}>
        {item.round !== undefined && (
          <Button
            className={styles.more}
            aria-expanded={isOpen}
            onClick={() => state.unfold(isOpen ? 'nothing' : 'tools')}
          >
            {text('lead.more')}
          </Button>
        )}
        <Button
          ref={(element: HTMLButtonElement | null) => {
            step.current = element;
          }}
          className={styles.step}
          appearance="primary"
          disabledFocusable={state.command.state === 'sending'}
          onClick={state.takeNextStep}
        >
          {state.command.state === 'sending' ? text('sending') : stepWords(state, text)}
        </Button>
      </div>
    </>
  );
}

function stepWords({ next }: FacilitatorState, text: PanelText): string {
  if (next.type === 'close') return text('lead.close');
  if (next.type === 'end') return text('lead.end');
  return text(next.isFirst ? 'lead.put' : 'lead.next');
}
