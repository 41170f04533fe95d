import { Button } from '@fluentui/react-components';
import type { QuestionView } from '../../api/views.ts';
import { Notice } from '../../app/Notice.tsx';
import { type Choice, wordsOf } from './choices.ts';
import { useStyles } from './styles.ts';
import { usePlanText } from './usePlanText.ts';

interface Props {
  readonly theirs: Choice;
  readonly question: QuestionView | undefined;
  readonly take: () => void;
}

/** What somebody else made of the same question meanwhile, beside what stands in the fields. */
export function Theirs({ theirs, question, take }: Props) {
  const text = usePlanText();
  const styles = useStyles();
  const angle = theirs.angle.trim();
  return (
    <Notice kind="plain">
      <p className={styles.words}>{text('theirs')}</p>
      <ul className={styles.differences}>
        <li>{text('plan.minutes', { count: Number(theirs.minutes) })}</li>
        <li>{angle === '' ? text('theirs.noAngle') : text('theirs.angle', { angle })}</li>
        <li>
          {theirs.sentence === undefined
            ? text('picker.sentence.whole')
            : text('theirs.sentence', { sentence: wordsOf(theirs, question) })}
        </li>
      </ul>
      <Button size="small" onClick={take}>
        {text('theirs.take')}
      </Button>
    </Notice>
  );
}
