import { Button } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { ItemView } from '../../api/views.ts';
import { type LeadText, useLeadText } from './useLeadText.ts';
import { useSteady } from '../../app/useSteady.ts';
import { firstWords } from './firstWords.ts';
import type { NextStep } from './nextStep.ts';
import { useStyles } from './styles.ts';
import { isPlan } from './unfolded.ts';
import type { FacilitatorState } from './useFacilitator.ts';

/** Characters of a question that fit beside the other words of the bar, on two lines at most. */
const SHORT = 45;

interface Props {
  readonly item: ItemView;
  readonly state: FacilitatorState;
}

/** The one thing that comes next, and the way to the plan and back. */
export function Bar({ item, state }: Props) {
  const text = useLeadText();
  const styles = useStyles();
  const { next } = state;
  return (
    <>
      {next.type === 'put' && !next.isFirst && (
        <p className={styles.subtle}>{text('lead.nextIs', { question: firstWords(next.question.text, SHORT) })}</p>
      )}
      <div className={styles.row}>
        {item.round !== undefined && <ToPlan state={state} />}
        <Step state={state} />
      </div>
    </>
  );
}

function ToPlan({ state }: Pick<Props, 'state'>) {
  const text = useLeadText();
  const styles = useStyles();
  const isOpen = isPlan(state.unfolded);
  const isSteady = useSteady(String(isOpen));
  const button = useFocused(state, 'plan');
  return (
    <Button
      ref={button}
      className={styles.toPlan}
      disabledFocusable={!isSteady}
      onClick={isOpen ? state.comeBack : () => state.unfold('plan')}
    >
      {text(isOpen ? 'lead.back' : 'lead.plan')}
    </Button>
  );
}

function Step({ state }: Pick<Props, 'state'>) {
  const text = useLeadText();
  const styles = useStyles();
  const isSteady = useSteady(meaningOf(state.next));
  const button = useFocused(state, 'step');
  const isSending = state.command.state === 'sending';
  return (
    <Button
      ref={button}
      className={styles.step}
      appearance="primary"
      disabledFocusable={isSending || !isSteady}
      onClick={state.takeNextStep}
    >
      {isSending ? text('sending') : stepWords(state.next, text)}
    </Button>
  );
}

/** Takes the focus each time that the state wants it here. */
function useFocused({ focused }: FacilitatorState, on: FacilitatorState['focused']['on']) {
  const button = useRef<HTMLButtonElement>(null);
  const times = focused.on === on ? focused.times : 0;
  useEffect(() => {
    if (times > 0) button.current?.focus();
  }, [times]);
  return (element: HTMLButtonElement | null): void => {
    button.current = element;
  };
}

/** What a press would do; words alone do not tell one question from another. */
function meaningOf(next: NextStep): string {
  if (next.type === 'close') return `close ${next.round.id}`;
  return next.type === 'put' ? `put ${next.question.id}` : 'end';
}

function stepWords(next: NextStep, text: LeadText): string {
  if (next.type === 'close') return text('lead.close');
  if (next.type === 'end') return text('lead.end');
  return text(next.isFirst ? 'lead.put' : 'lead.next');
}
