import type { MineAnswer } from '../../api/views.ts';
import { TeamsLink } from '../../app/TeamsLink.tsx';
import { wordsOf } from '../../app/wordsOf.ts';
import { aboutAnswer } from './aboutAnswer.ts';
import { dayOf } from './dayOf.ts';
import { type Asking, Erase } from './Erase.tsx';
import { useStyles } from './styles.ts';
import { useMineText } from './useMineText.ts';

/** One of the person's answers, with what it was an answer to. */
export function OneAnswer({ answer, asking }: { readonly answer: MineAnswer; readonly asking: Asking }) {
  const text = useMineText();
  const styles = useStyles();
  return (
    <li className={styles.answer}>
      <p className={styles.about}>{text('mine.item', { item: answer.item, date: dayOf(answer.postedAt, text) })}</p>
      <p className={styles.question} lang={answer.language}>
        {answer.question}
      </p>
      <p className={styles.text}>{wordsOf(answer.text, text)}</p>
      <p className={styles.about}>{aboutAnswer(answer, text)}</p>
      <Erase
        {...asking}
        words={text('mine.delete')}
        label={text('mine.delete.label', { question: answer.question })}
        question={text(SURE[answer.source])}
        beside={answer.link !== undefined && <TeamsLink url={answer.link}>{text('question.thread.read')}</TeamsLink>}
      />
    </li>
  );
}

const SURE = { thread: 'mine.delete.sure.thread', own: 'answer.delete.sure', room: 'mine.delete.sure.room' } as const;
