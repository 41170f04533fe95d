import type { PlannedView } from '../../api/views.ts';
import { DOT } from '../../app/dot.ts';
import { type Choice, isOwn } from './choices.ts';
import { firstWords } from '../question/firstWords.ts';
import { useStyles } from './styles.ts';
import { usePlanText } from './usePlanText.ts';

interface Props {
  readonly choices: readonly Choice[];
  /** The item's: all that is not the committee's own is of one material, and so in one language. */
  readonly plan: readonly PlannedView[];
}

/** What somebody wrote about questions, where it can no longer be saved: to be read, and used in another way. */
export function Written({ choices, plan }: Props) {
  const text = usePlanText();
  const styles = useStyles();
  const language = plan.find(({ theme }) => theme?.language)?.theme?.language;
  return (
    <ul className={styles.differences}>
      {choices.map((choice) => (
        <li key={choice.id} className={styles.words}>
          {isOwn(choice) ? choice.text : <span lang={language}>{firstWords(choice.text)}</span>}
          {DOT}
          {text('plan.minutes', { count: Number(choice.minutes) })}
          {choice.angle.trim() !== '' && `${DOT}${text('theirs.angle', { angle: choice.angle.trim() })}`}
        </li>
      ))}
    </ul>
  );
}
