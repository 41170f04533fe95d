import { Button } from '@fluentui/react-components';
import type { ItemView, PlannedView } from '../../api/views.ts';
import { useText } from '../../app/services.ts';
import { useFocusOnMount } from '../../app/useFocusOnMount.ts';
import { firstWords } from './firstWords.ts';
import { useStyles } from './styles.ts';
import type { FacilitatorState } from './useFacilitator.ts';

interface Props {
  readonly item: ItemView;
  readonly state: FacilitatorState;
}

/** The plan as a short list, and what is rarely needed: putting another question first, skipping, changing the plan, ending. */
export function PlanTools({ item, state }: Props) {
  const text = useText();
  const styles = useStyles();
  const heading = useFocusOnMount<HTMLHeadingElement>(state.unfolded !== 'nothing');
  return (
    <section className={styles.tools} aria-label={text('plan')}>
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        {text('plan')}
      </h2>
      <ol className={styles.list}>
        {item.plan.map((question, index) => (
          <Planned key={question.id} item={item} state={state} question={question} position={index + 1} />
        ))}
      </ol>
      <div className={styles.end}>
        {state.next.type !== 'end' && (
          <Button onClick={() => state.unfold('ending')}>
            {text(item.round === undefined ? 'end.confirm.nothingPut' : 'lead.end')}
          </Button>
        )}
        <Button onClick={() => state.unfold('changing')}>{text('plan.change')}</Button>
      </div>
    </section>
  );
}

interface PlannedProps extends Props {
  readonly question: PlannedView;
  readonly position: number;
}

function Planned({ item, state, question, position }: PlannedProps) {
  const text = useText();
  const styles = useStyles();
  const words = firstWords(question.text);
  const isNext = state.next.type === 'put' && state.next.question.id === question.id;
  const isPut = question.status === 'open' || question.status === 'closed';
  return (
    <li className={styles.planned}>
      <p className={styles.words}>{text('plan.line', { position, question: words })}</p>
      {question.status !== 'waiting' && <p className={styles.subtle}>{text(`plan.${question.status}`)}</p>}
      {isNext && <p className={styles.subtle}>{text('plan.next')}</p>}
      {!isPut && (
        <div className={styles.end}>
          <Skip state={state} question={question} words={words} />
          {!isNext && item.round?.status !== 'open' && (
            <Button
              size="small"
              aria-label={text('plan.putThis.label', { question: words })}
              onClick={() => state.put(question.id)}
            >
              {text('plan.putThis')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function Skip({ state, question, words }: Pick<PlannedProps, 'state' | 'question'> & { readonly words: string }) {
  const text = useText();
  const skipped = question.status === 'skipped';
  const key = skipped ? 'plan.takeUp' : 'plan.skip';
  return (
    <Button
      size="small"
      aria-label={text(`${key}.label`, { question: words })}
      onClick={() => state.skip(question.id, !skipped)}
    >
      {text(key)}
    </Button>
  );
}
