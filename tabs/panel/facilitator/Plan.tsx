import { Button, mergeClasses } from '@fluentui/react-components';
import type { ItemView, PlannedView } from '../../api/views.ts';
import { ButtonRow } from '../../app/ButtonRow.tsx';
import { DOT } from '../../app/dot.ts';
import { Marked } from '../../app/Marked.tsx';
import { ToPaper } from '../paper/ToPaper.tsx';
import { useLeadText } from './useLeadText.ts';
import { useEscape } from '../../app/useEscape.ts';
import { useFocusOnMount } from '../../app/useFocusOnMount.ts';
import { useSteady } from '../../app/useSteady.ts';
import { firstWords } from '../question/firstWords.ts';
import { useStyles } from './styles.ts';
import { covers } from './unfolded.ts';
import type { FacilitatorState } from './useFacilitator.ts';

interface Props {
  readonly item: ItemView;
  readonly state: FacilitatorState;
}

/** The plan as a short list, and what is rarely needed: putting another question first, skipping, changing the plan, ending. */
export function Plan({ item, state }: Props) {
  const text = useLeadText();
  const styles = useStyles();
  const heading = useFocusOnMount<HTMLHeadingElement>(state.unfolded !== 'nothing');
  useEscape(covers(state.unfolded, item), state.comeBack);
  const isSteady = useSteady(meaningOf(item));
  const isReady = isSteady && state.command.state === 'idle';
  return (
    <section className={styles.plan} aria-label={text('plan')}>
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        {text('plan')}
      </h2>
      <ol className={styles.list}>
        {item.plan.map((question, index) => (
          <Planned
            key={question.id}
            item={item}
            state={state}
            isReady={isReady}
            question={question}
            position={index + 1}
          />
        ))}
      </ol>
      <div className={styles.last}>
        <Button className={styles.calm} disabledFocusable={!isReady} onClick={() => state.unfold('changing')}>
          {text('plan.change')}
        </Button>
        <ToPaper
          className={styles.calm}
          title={item.title}
          plan={item.plan}
          lead={item.lead.name}
          scribe={item.scribe?.name}
        />
        {state.next.type !== 'end' && state.unfolded !== 'ending' && (
          <Button className={styles.calm} disabledFocusable={!isReady} onClick={() => state.unfold('ending')}>
            {text('plan.end')}
          </Button>
        )}
      </div>
    </section>
  );
}

/** What the buttons of the plan would do: each change moves them, or makes others of them. */
const meaningOf = ({ plan, round }: ItemView): string =>
  [round?.id, round?.status, ...plan.map(({ id, status }) => `${id} ${status}`)].join();

interface PlannedProps extends Props {
  readonly isReady: boolean;
  readonly question: PlannedView;
  readonly position: number;
}

const isPut = ({ status }: PlannedView): boolean => status === 'open' || status === 'closed';

function Planned({ position, ...props }: PlannedProps) {
  const text = useLeadText();
  const styles = useStyles();
  const { state, question } = props;
  const { angle } = question;
  const words = firstWords(question.text);
  const isNext = state.next.type === 'put' && state.next.question.id === question.id;
  const status = isNext ? 'next' : question.status;
  const about = [
    text('plan.minutes', { count: question.minutes }),
    ...(status === 'waiting' ? [] : [text(`plan.${status}`)]),
    // It was answered beforehand, maybe, which whoever leads should know before skipping it.
    ...(question.ahead?.status === 'sent' ? [text('plan.ahead')] : []),
  ];
  return (
    <li className={styles.planned}>
      <p className={mergeClasses(styles.question, isNext && styles.next)}>
        <Marked
          words={text('plan.line', {
            position,
            question: angle === undefined ? words : `${firstWords(angle)}${DOT}${words}`,
          })}
          part={words}
          lang={question.theme?.language}
        />
      </p>
      <ButtonRow beside={<span className={styles.status}>{about.join(DOT)}</span>}>
        {!isPut(question) && <Choices {...props} isNext={isNext} words={words} />}
      </ButtonRow>
    </li>
  );
}

interface ChoicesProps extends Omit<PlannedProps, 'position'> {
  readonly isNext: boolean;
  readonly words: string;
}

/** What can be done with a question that has not been put. */
function Choices({ item, state, isReady, question, isNext, words }: ChoicesProps) {
  const text = useLeadText();
  const isSkipped = question.status === 'skipped';
  const skip = isSkipped ? 'plan.takeUp' : 'plan.skip';
  return (
    <>
      {!isNext && item.round?.status !== 'open' && (
        <Button
          size="small"
          aria-label={text('plan.putThis.label', { question: words })}
          disabledFocusable={!isReady}
          onClick={() => state.put(question.id)}
        >
          {text('plan.putThis')}
        </Button>
      )}
      {/* Last, so that it stays where it is when its words change, and no other comes in its place. */}
      <Button
        size="small"
        aria-label={text(`${skip}.label`, { question: words })}
        disabledFocusable={!isReady}
        onClick={() => state.skip(question.id, !isSkipped)}
      >
        {text(skip)}
      </Button>
    </>
  );
}
