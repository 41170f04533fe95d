import { Checkbox } from '@fluentui/react-components';
import { useId } from 'react';
import type { QuestionView, Theme } from '../../api/views.ts';
import { Breakable } from '../../app/Breakable.tsx';
import { type Choice, countOf, toggled } from './choices.ts';
import { useStyles } from './styles.ts';
import { type PlanText, usePlanText } from './usePlanText.ts';

interface Props {
  readonly theme: Theme;
  /** The material's. */
  readonly language: string;
  readonly choices: readonly Choice[];
  readonly choose: (choices: readonly Choice[]) => void;
  /** Why nothing here can change a question: it was sent out beforehand and so stays on the plan, or has been put. */
  readonly fixed: (question: string) => 'sent' | 'put' | undefined;
  /** When a question was last taken; undefined while that is not known. */
  readonly taken: ReadonlyMap<string, Date> | undefined;
}

/** A theme as a card: how many of its questions the committee has taken, and when; unfolded, its questions to choose. */
export function ThemeChoice({ theme, language, choices, choose, fixed, taken }: Props) {
  const text = usePlanText();
  const styles = useStyles();
  const count = countOf(theme, choices) + theme.questions.filter(({ id }) => fixed(id) === 'put').length;
  return (
    <details className={styles.theme}>
      <summary className={styles.summary}>
        <span className={styles.title} lang={language}>
          {text('theme', { number: theme.number, title: theme.title })}
        </span>
        {count > 0 && (
          <span className={styles.count}>{text('picker.chosenOf', { count, of: theme.questions.length })}</span>
        )}
        {/* Where nothing was ever taken that is not said of every theme. */}
        {taken && taken.size > 0 && <span className={styles.taken}>{takenOf(theme, taken, text)}</span>}
      </summary>
      <div className={styles.questions}>
        <p className={styles.subtle} lang={language}>
          {theme.heading}
        </p>
        {theme.questions.map((question) => (
          <QuestionChoice
            key={question.id}
            question={question}
            language={language}
            isChosen={choices.some(({ id }) => id === question.id)}
            fixed={fixed(question.id)}
            toggle={() => choose(toggled(choices, question))}
            takenAt={taken?.get(question.id)}
          />
        ))}
      </div>
    </details>
  );
}

function takenOf({ questions }: Theme, taken: ReadonlyMap<string, Date>, text: PlanText): string {
  const dates = questions.flatMap(({ id }) => taken.get(id) ?? []);
  if (dates.length === 0) return text('picker.theme.none', { of: questions.length });
  const last = new Date(Math.max(...dates.map(Number)));
  return text('picker.theme.taken', { count: dates.length, of: questions.length, ...dayOf(last) });
}

/** The year is no number to be grouped. */
const dayOf = (at: Date) => ({ at, year: String(at.getFullYear()) });

interface QuestionProps extends Pick<Props, 'language'> {
  readonly question: QuestionView;
  readonly isChosen: boolean;
  readonly fixed: ReturnType<Props['fixed']>;
  readonly toggle: () => void;
  readonly takenAt: Date | undefined;
}

function QuestionChoice({ question, language, isChosen, fixed, toggle, takenAt }: QuestionProps) {
  const text = usePlanText();
  const styles = useStyles();
  const id = useId();
  const notes = [
    ...(fixed === undefined ? [] : [text(fixed === 'sent' ? 'ahead.sent' : 'picker.put')]),
    ...(takenAt === undefined ? [] : [text('picker.takenAt', dayOf(takenAt))]),
  ];
  const hasMore = notes.length > 0 || question.points.length > 0;
  return (
    <div>
      <Checkbox
        label={{ children: <Breakable>{question.text}</Breakable>, lang: language }}
        className={fixed && styles.fixed}
        checked={isChosen || fixed === 'put'}
        disabled={fixed !== undefined}
        aria-describedby={hasMore ? id : undefined}
        onChange={toggle}
      />
      <div id={id} hidden={!hasMore}>
        {question.points.length > 0 && (
          <ul className={styles.points} lang={language}>
            {question.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        )}
        {notes.length > 0 && <p className={styles.takenAt}>{notes.join(' ')}</p>}
      </div>
    </div>
  );
}
