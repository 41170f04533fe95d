import { Button } from '@fluentui/react-components';
import { useId } from 'react';
import type { QuestionView } from '../../api/views.ts';
import { Notice } from '../../app/Notice.tsx';
import { type Choice, wordsOf } from './choices.ts';
import { useStyles } from './styles.ts';
import { usePlanText } from './usePlanText.ts';

interface Props {
  readonly theirs: Choice;
  /** As it stands in the fields. */
  readonly yours: Choice;
  readonly question: QuestionView | undefined;
  readonly take: () => void;
}

/** What two people made of the same question: the other's version and what stands in the fields, each by its name. */
export function Theirs({ theirs, yours, question, take }: Props) {
  const text = usePlanText();
  const styles = useStyles();
  return (
    <Notice kind="plain">
      <p className={styles.words}>{text('theirs')}</p>
      <Version words={text('theirs.theirs')} choice={theirs} question={question} />
      <Version words={text('theirs.yours')} choice={yours} question={question} />
      <Button size="small" onClick={take}>
        {text('theirs.take')}
      </Button>
    </Notice>
  );
}

interface VersionProps extends Pick<Props, 'question'> {
  readonly words: string;
  readonly choice: Choice;
}

function Version({ words, choice, question }: VersionProps) {
  const text = usePlanText();
  const styles = useStyles();
  const id = useId();
  const angle = choice.angle.trim();
  const hasSentences = question !== undefined && question.sentences.length > 1;
  return (
    <div>
      <p id={id} className={styles.label}>
        {words}
      </p>
      <ul className={styles.differences} aria-labelledby={id}>
        {/* Yours may be no number yet: it stands as it is written. */}
        <li>{text('plan.minutes', { count: choice.minutes.trim() })}</li>
        <li>{angle === '' ? text('theirs.noAngle') : text('theirs.angle', { angle })}</li>
        {choice.sentence !== undefined && <li>{text('theirs.sentence', { sentence: wordsOf(choice, question) })}</li>}
        {choice.sentence === undefined && hasSentences && <li>{text('picker.sentence.whole')}</li>}
      </ul>
    </div>
  );
}
