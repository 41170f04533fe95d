import { Button } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
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

/** What the facilitator has beyond the others: the plan, and a bar with the one thing that comes next. */
export default function Facilitator({ item }: { readonly item: ItemView }) {
  const styles = useStyles();
  const text = useText();
  const state = useFacilitator(item);
  // Before the first question the plan is what the page is about.
  const showsPlan = item.round === undefined || state.unfolded === 'tools';
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

function Bar({ item, state }: { readonly item: ItemView; readonly state: FacilitatorState }) {
  const text = useText();
  const styles = useStyles();
  const { next, unfolded } = state;
  const step = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (state.focused > 0) step.current?.focus();
  }, [state.focused]);
  const isOpen = unfolded === 'tools';
  return (
    <>
      {next.type === 'put' && (
        <p className={styles.subtle}>
          {text('lead.nextIs', { position: next.position, question: firstWords(next.question.text) })}
        </p>
      )}
      <div className={styles.row}>
        {item.round !== undefined && (
          <Button aria-expanded={isOpen} onClick={() => state.unfold(isOpen ? 'nothing' : 'tools')}>
            {text('lead.more')}
          </Button>
        )}
        <span />
        <Button
          ref={(element: HTMLButtonElement | null) => {
            step.current = element;
          }}
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
