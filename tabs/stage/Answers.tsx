import { mergeClasses } from '@fluentui/react-components';
import type { AnswerView, ItemView } from '../api/views.ts';
import { DOT } from '../app/dot.ts';
import { wordsOf } from '../app/wordsOf.ts';
import { useStyles } from './styles.ts';
import { useIsCut } from './useIsCut.ts';
import { useLatestThatFit } from './useLatestThatFit.ts';
import { type StageText, useStageText } from './useStageText.ts';

interface Props {
  readonly answers: readonly AnswerView[];
  readonly names: ItemView['names'];
}

/**
 * What the committee has answered, in one column, newest last. Nobody in a room can scroll: as many of the latest as
 * there is room for, each with its beginning, and how many there are.
 */
export function Answers({ answers, names }: Props) {
  const text = useStageText();
  const styles = useStyles();
  const { room, note, list, fit } = useLatestThatFit(answers);
  const unseen = Math.max(answers.length - fit.seen, 0);
  return (
    <div ref={room} className={mergeClasses(styles.answers, fit.room === 'scant' && styles.scant)}>
      <p ref={note} className={mergeClasses(styles.latest, unseen === 0 && styles.unseen)}>
        {text('stage.latest', { count: fit.seen, of: answers.length })}
      </p>
      <ul ref={list} className={styles.list} aria-label={text('answers.label')}>
        {answers.map((answer, index) => (
          <Answer key={answer.id} answer={answer} names={names} lines={fit.lines} isSeen={index >= unseen} />
        ))}
      </ul>
    </div>
  );
}

interface AnswerProps {
  readonly answer: AnswerView;
  readonly names: ItemView['names'];
  readonly lines: number;
  readonly isSeen: boolean;
}

function Answer({ answer, names, lines, isSeen }: AnswerProps) {
  const text = useStageText();
  const styles = useStyles();
  const words = wordsOf(answer.text, text);
  const [element, isCut] = useIsCut<HTMLParagraphElement>(words);
  const about = aboutOf(answer, names, text);
  return (
    <li className={mergeClasses(styles.answer, !isSeen && styles.unseen)}>
      <p ref={element} className={styles.answerWords} style={{ WebkitLineClamp: lines }}>
        {words}
      </p>
      {/* Nobody can press on a screen in the room, and one answer does not take it from the others. */}
      {isCut && <p className={styles.about}>{text('stage.rest')}</p>}
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
  ].join(DOT);
}
