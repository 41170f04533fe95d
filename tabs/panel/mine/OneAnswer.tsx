import type { MineAnswer } from '../../api/views.ts';
import { DOT } from '../../app/dot.ts';
import { isSameDay } from '../../app/isSameDay.ts';
import { TeamsLink } from '../../app/TeamsLink.tsx';
import { wordsOf } from '../../app/wordsOf.ts';
import { dayOf } from './dayOf.ts';
import { type Asking, Erase } from './Erase.tsx';
import { useStyles } from './styles.ts';
import { type MineText, useMineText } from './useMineText.ts';

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
      <p className={styles.about}>{aboutOf(answer, text)}</p>
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

function aboutOf(answer: MineAnswer, text: MineText): string {
  const { source, postedAt, editedAt, late, paper, writtenBy } = answer;
  return [
    text(`mine.given.${paper ? 'paper' : source}`, { at: new Date(postedAt) }),
    ...(writtenBy === undefined ? [] : [text('answers.writtenBy', { name: writtenBy })]),
    ...(editedAt === undefined ? [] : [editedLine(postedAt, editedAt, text)]),
    ...(late ? [text('answers.late')] : []),
  ].join(DOT);
}

/** With its day where that is another one than the answer's, which stands above. */
const editedLine = (postedAt: string, editedAt: string, text: MineText): string =>
  isSameDay(postedAt, editedAt)
    ? text('mine.edited', { at: new Date(editedAt) })
    : text('mine.edited.on', { date: dayOf(editedAt, text), at: new Date(editedAt) });
