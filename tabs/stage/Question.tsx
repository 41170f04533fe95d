import type { RoundView } from '../api/views.ts';
import { Fitted } from './Fitted.tsx';
import { useStyles } from './styles.ts';
import { headingSizes, questionSizes } from './textSizes.ts';
import { useStageText } from './useStageText.ts';

interface Props {
  readonly question: RoundView['question'];
  /** What it is written in, where that is known. */
  readonly language: string | undefined;
  /** `heading`: above the answers. */
  readonly as: 'whole' | 'heading';
}

/**
 * The question that is put, as large as there is room; alone on the screen with *dagens vinkel* above it and its points
 * below.
 */
export function Question({ question: { text: words, angle, points }, language, as }: Props) {
  const text = useStageText();
  const styles = useStyles();
  const isAlone = as === 'whole';
  return (
    <Fitted
      sizes={isAlone ? questionSizes : headingSizes}
      words={[words, angle, ...points].join('\n')}
      className={isAlone ? styles.question : styles.heading}
    >
      {isAlone && angle !== undefined && (
        <p className={styles.angle}>
          {text('stage.angle')}: <span className={styles.angleWords}>{angle}</span>
        </p>
      )}
      <h1 className={styles.words} lang={language}>
        {words}
      </h1>
      {isAlone && points.length > 0 && (
        <ul className={styles.points} lang={language}>
          {points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      )}
    </Fitted>
  );
}
