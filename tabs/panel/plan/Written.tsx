import { type Choice, isOwn } from './choices.ts';
import { firstWords } from '../question/firstWords.ts';
import { useStyles } from './styles.ts';
import { usePlanText } from './usePlanText.ts';

/** What somebody wrote about questions, where it can no longer be saved: to be read, and used in another way. */
export function Written({ choices }: { readonly choices: readonly Choice[] }) {
  const text = usePlanText();
  const styles = useStyles();
  return (
    <ul className={styles.differences}>
      {choices.map((choice) => (
        <li key={choice.id} className={styles.words}>
          {isOwn(choice) ? choice.text : firstWords(choice.text)} ·{' '}
          {text('plan.minutes', { count: Number(choice.minutes) })}
          {choice.angle.trim() !== '' && ` · ${text('theirs.angle', { angle: choice.angle.trim() })}`}
        </li>
      ))}
    </ul>
  );
}
