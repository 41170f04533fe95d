import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { ItemView, RoundView } from '../../api/views.ts';
import { DOT } from '../../app/dot.ts';
import { useText } from '../../app/services.ts';
import type { PanelText } from '../../app/texts.ts';
import { firstWords } from './firstWords.ts';
import { leadLine } from '../item/leadLine.ts';
import { useStyles } from './styles.ts';
import { TimeLeft } from './TimeLeft.tsx';

/** Characters of a question on about four lines of a narrow panel: enough to tell it from others that begin alike. */
const SHORT = 90;
/** More than so many are folded; else the button would take the room of what it hides. */
const LONG = 115;

interface Props {
  readonly item: ItemView;
  readonly round: RoundView;
  /** Whether a long question folds once it is closed: what was answered is what is talked about then. */
  readonly folds: boolean;
}

/** The question that is put: its theme, the direction folded, the committee's own angle, the whole text, and where in the plan it stands. */
export function Question({ item, round, folds }: Props) {
  const text = useText();
  const styles = useStyles();
  const [whole, showWhole] = useState('');
  const isFolding = folds && round.status === 'closed' && isLong(round);
  const isFolded = isFolding && whole !== round.id;
  return (
    <section className={styles.root} aria-label={text('question')}>
      <Theme theme={round.theme} title={item.title} isFolded={isFolded} />
      {isFolded ? <Beginning {...round} /> : <Whole {...round} />}
      {isFolding && (
        <Button
          className={styles.unfold}
          size="small"
          appearance="transparent"
          aria-expanded={!isFolded}
          onClick={() => showWhole(isFolded ? round.id : '')}
        >
          {text(isFolded ? 'question.whole' : 'answers.less')}
        </Button>
      )}
      <p className={styles.place}>
        {placeOf(item, round, text)}
        {DOT}
        {/* Whoever leads has the time in the bar. */}
        {isRunning(round) && !item.lead.mine && (
          <>
            <TimeLeft endsAt={round.endsAt} />
            {DOT}
          </>
        )}
        {leadLine(item, text)}
      </p>
    </section>
  );
}

const isLong = ({ question: { text, points, angle = '' } }: RoundView): boolean =>
  text.length > LONG || points.length > 0 || angle.length > LONG;

/** What they made of it themselves is among what they talk about. */
function Beginning({ question: { angle, text: question }, theme }: RoundView) {
  const styles = useStyles();
  return (
    <>
      <Angle angle={angle && firstWords(angle, SHORT)} />
      <h1 tabIndex={-1} className={styles.question} lang={theme?.language}>
        {firstWords(question, SHORT)}
      </h1>
    </>
  );
}

function Angle({ angle }: Pick<RoundView['question'], 'angle'>) {
  const text = useText();
  const styles = useStyles();
  return (
    angle !== undefined && (
      <p className={styles.angle}>
        <strong>{text('question.angle')}:</strong> {angle}
      </p>
    )
  );
}

function Whole({ question: { angle, points, ...question }, theme }: RoundView) {
  const styles = useStyles();
  return (
    <>
      <Angle angle={angle} />
      <h1 tabIndex={-1} className={styles.question} lang={theme?.language}>
        {question.text}
      </h1>
      {points.length > 0 && (
        <ul className={styles.points} lang={theme?.language}>
          {points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Where in the plan it stands; once something is skipped its place there is not how many they have taken. */
function placeOf({ plan }: ItemView, { position, of }: RoundView, text: PanelText): string {
  const waiting = plan.filter(({ status }) => status === 'waiting').length;
  const skipped = plan.filter(({ status }) => status === 'skipped').length;
  if (skipped === 0) return text('question.place', { position, of });
  return text('question.place.left', { position: plan.length - waiting - skipped, count: waiting });
}

const isRunning = (round: RoundView): round is RoundView & { readonly endsAt: string } =>
  round.status === 'open' && round.endsAt !== undefined;

interface ThemeProps {
  readonly theme: RoundView['theme'];
  readonly title: string;
  readonly isFolded: boolean;
}

/** A question of the committee's own belongs to no theme, so the item's title stands there. */
function Theme({ theme, title, isFolded }: ThemeProps) {
  const text = useText();
  const styles = useStyles();
  if (theme === undefined) return <p className={styles.theme}>{title}</p>;
  return (
    <>
      <p className={styles.theme} lang={theme.language}>
        {text('theme', { number: theme.number, title: theme.title })}
      </p>
      <details className={styles.direction} hidden={isFolded}>
        <summary className={styles.summary}>{text('theme.direction')}</summary>
        {theme.direction.map((paragraph) => (
          <p key={paragraph} lang={theme.language}>
            {paragraph}
          </p>
        ))}
      </details>
    </>
  );
}
