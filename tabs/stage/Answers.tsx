import type { AnswerView, ItemView, RoundView } from '../api/views.ts';
import { beginningOf } from '../panel/answers/beginningOf.ts';
import { useStyles } from './styles.ts';
import { useAtNewest } from './useAtNewest.ts';
import { type StageText, useStageText } from './useStageText.ts';

/** What the committee has answered, in one column, newest last, which is where the list stays while answers come. */
export function Answers({ round, names }: { readonly round: RoundView; readonly names: ItemView['names'] }) {
  const text = useStageText();
  const styles = useStyles();
  const { answers, status } = round;
  const newest = answers.at(-1);
  const list = useAtNewest<HTMLUListElement>(
    `${answers.length} ${newest?.id ?? ''} ${newest?.text ?? ''}`,
    status === 'open' ? 'newest' : 'top',
  );
  return (
    <ul ref={list} className={styles.answers} aria-label={text('answers.label')}>
      {answers.map((answer) => (
        <Answer key={answer.id} answer={answer} names={names} />
      ))}
    </ul>
  );
}

function Answer({ answer, names }: { readonly answer: AnswerView; readonly names: ItemView['names'] }) {
  const text = useStageText();
  const styles = useStyles();
  const words = answer.text ?? text('answers.textMissing');
  const beginning = beginningOf(words);
  const about = aboutOf(answer, names, text);
  return (
    <li className={styles.answer}>
      <p className={styles.answerWords}>{beginning ?? words}</p>
      {/* Nobody can press on a screen in the room, and one answer does not take it from the others. */}
      {beginning !== undefined && <p className={styles.about}>{text('stage.rest')}</p>}
      {about !== '' && <p className={styles.about}>{about}</p>}
    </li>
  );
}

/** Whose device shows the screen sees their own name in the panel; on the screen it stands only where all names do. */
function aboutOf({ name, side, source, paper, late }: AnswerView, names: ItemView['names'], text: StageText): string {
  return [
    ...(names === 'shown' && name !== undefined ? [name] : []),
    ...(side === undefined ? [] : [text(`stage.side.${side}`)]),
    ...(source === 'room' ? [text(paper ? 'answers.paper' : 'answers.source.room')] : []),
    ...(late ? [text('answers.late')] : []),
  ].join(' · ');
}
