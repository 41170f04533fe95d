import { Button } from '@fluentui/react-components';
import { useId } from 'react';
import type { QuestionView } from '../../api/views.ts';
import { Marked } from '../../app/Marked.tsx';
import { Notice } from '../../app/Notice.tsx';
import { type Choice, wordsOf } from './choices.ts';
import { useStyles } from './styles.ts';
import { usePlanText } from './usePlanText.ts';

interface Props {
  readonly theirs: Choice;
  /** As it stands in the fields. */
  readonly yours: Choice;
  readonly question: QuestionView | undefined;
  /** The material's. */
  readonly language: string | undefined;
  readonly take: () => void;
}

/** What two people made of the same question: the other's version and what stands in the fields, each by its name. */
export function Theirs({ theirs, yours, take, ...of }: Props) {
  const text = usePlanText();
  const styles = useStyles();
  return (
    <Notice kind="plain">
      <p className={styles.words}>{text('theirs')}</p>
      <Version words={text('theirs.theirs')} choice={theirs} {...of} />
      <Version words={text('theirs.yours')} choice={yours} {...of} />
      <Button size="small" onClick={take}>
        {text('theirs.take')}
      </Button>
    </Notice>
  );
}

interface VersionProps extends Pick<Props, 'question' | 'language'> {
  readonly words: string;
  readonly choice: Choice;
}

function Version({ words, choice, question, language }: VersionProps) {
  const text = usePlanText();
  const styles = useStyles();
  const id = useId();
  const angle = choice.angle.trim();
  const sentence = wordsOf(choice, question);
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
        {choice.sentence !== undefined && (
          <li>
            <Marked words={text('theirs.sentence', { sentence })} part={sentence} lang={language} />
          </li>
        )}
        {choice.sentence === undefined && hasSentences && <li>{text('picker.sentence.whole')}</li>}
      </ul>
    </div>
  );
}
