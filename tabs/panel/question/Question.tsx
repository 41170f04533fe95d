import type { ItemView, RoundView } from '../../api/views.ts';
import { useText } from '../../app/services.ts';
import { leadLine } from '../item/leadLine.ts';
import { useStyles } from './styles.ts';
import { TimeLeft } from './TimeLeft.tsx';

/** The question that is put: its theme, the direction folded, the committee's own angle, the whole text, and where in the plan it stands. */
export function Question({ item, round }: { readonly item: ItemView; readonly round: RoundView }) {
  const text = useText();
  const styles = useStyles();
  // Where the item is over, that is what the page is about.
  const Heading = item.status === 'ended' ? 'h2' : 'h1';
  return (
    <section className={styles.root} aria-label={text('question')}>
      <Theme theme={round.theme} title={item.title} />
      {round.question.angle !== undefined && (
        <p className={styles.angle}>
          <strong>{text('question.angle')}:</strong> {round.question.angle}
        </p>
      )}
      <Heading className={styles.question}>{round.question.text}</Heading>
      {round.question.points.length > 0 && (
        <ul className={styles.points}>
          {round.question.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      )}
      <p className={styles.place}>
        {text('question.place', { position: round.position, of: round.of })} ·{' '}
        {isRunning(item, round) && (
          <>
            <TimeLeft endsAt={round.endsAt} /> ·{' '}
          </>
        )}
        {leadLine(item, text)}
      </p>
    </section>
  );
}

const isRunning = (item: ItemView, round: RoundView): round is RoundView & { readonly endsAt: string } =>
  item.status === 'open' && round.status === 'open' && round.endsAt !== undefined;

/** A question of the committee's own belongs to no theme, so the item's title stands there. */
function Theme({ theme, title }: { readonly theme: RoundView['theme']; readonly title: string }) {
  const text = useText();
  const styles = useStyles();
  if (theme === undefined) return <p className={styles.theme}>{title}</p>;
  return (
    <>
      <p className={styles.theme}>{text('theme', { number: theme.number, title: theme.title })}</p>
      <details className={styles.direction}>
        <summary className={styles.summary}>{text('theme.direction')}</summary>
        {theme.direction.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </details>
    </>
  );
}
