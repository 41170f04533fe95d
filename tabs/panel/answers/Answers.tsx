import { Button } from '@fluentui/react-components';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { AnswerView, ItemView, RoundView } from '../../api/views.ts';
import { DOT } from '../../app/dot.ts';
import { isSameDay } from '../../app/isSameDay.ts';
import { useText } from '../../app/services.ts';
import { TeamsLink } from '../../app/TeamsLink.tsx';
import type { PanelText } from '../../app/texts.ts';
import { wordsOf } from '../../app/wordsOf.ts';
import { beginningOf } from './beginningOf.ts';
import { useStyles } from './styles.ts';

interface Props {
  readonly round: RoundView;
  readonly names?: ItemView['names'];
  /** What whoever looks can do with an answer. */
  readonly beneath?: (answer: AnswerView) => ReactNode;
}

/** What the committee has answered, oldest first, as it comes. Where names are hidden that is said once, not at each. */
export function Answers({ round, names = 'shown', beneath }: Props) {
  const text = useText();
  const styles = useStyles();
  const count = round.answers.length;
  const isAwaited = count === 0 && round.status === 'open';
  // Where the question is not in the channel there is neither thread nor card to answer on.
  const empty = round.post.status === 'sent' ? 'answers.empty' : 'answers.none';
  return (
    <section className={styles.root} aria-label={text('answers.label')}>
      {(count > 0 || isAwaited) && <h2 className={styles.heading}>{headingOf(count, text)}</h2>}
      {isAwaited && <p className={styles.empty}>{text(empty)}</p>}
      {count > 0 && names === 'hidden' && <p className={styles.about}>{text('answers.namesHidden')}</p>}
      {count > 0 && (
        <ul className={styles.list}>
          {round.answers.map((answer) => (
            <Answer key={answer.id} answer={answer} putAt={round.putAt} called={callOf(answer, names, text)}>
              {beneath?.(answer)}
            </Answer>
          ))}
        </ul>
      )}
    </section>
  );
}

/** That there are none is said under it. */
const headingOf = (count: number, text: PanelText): string =>
  count > 0 ? text('answers', { count }) : text('answers.label');

/** Whose answer it is, as it stands there: the side whose wording it is, and the person, where that is shown. */
const callOf = (answer: AnswerView, names: ItemView['names'], text: PanelText): string =>
  [answer.side && text(`answers.side.${answer.side}`), personOf(answer, names, text)]
    .filter((part) => part !== undefined)
    .join(DOT);

function personOf({ side, name, mine }: AnswerView, names: ItemView['names'], text: PanelText): string | undefined {
  if (names === 'hidden') return mine ? text('answers.you') : undefined;
  if (name === undefined) return side ? undefined : text('answers.noName');
  return mine ? text('answers.mine', { name }) : name;
}

/** When it came; with its day where that is not the question's, as before the meeting or after midnight. */
function cameOf({ postedAt, prepared }: AnswerView, putAt: string, text: PanelText): string {
  const at = text(isSameDay(postedAt, putAt) ? 'answers.at' : 'answers.at.on', { at: new Date(postedAt) });
  return prepared ? `${text('answers.prepared')}, ${at}` : at;
}

interface AnswerProps {
  readonly answer: AnswerView;
  readonly putAt: string;
  readonly called: string;
  readonly children: ReactNode;
}

function Answer({ answer, putAt, called, children }: AnswerProps) {
  const text = useText();
  const styles = useStyles();
  const about = [
    text(answer.paper ? 'answers.paper' : `answers.source.${answer.source}`),
    ...(answer.writtenBy === undefined ? [] : [text('answers.writtenBy', { name: answer.writtenBy })]),
    cameOf(answer, putAt, text),
    ...(answer.edited ? [text('answers.edited')] : []),
    ...(answer.late ? [text('answers.late')] : []),
  ];
  return (
    <li className={styles.answer}>
      <p className={styles.about}>
        {called !== '' && (
          <>
            <span className={styles.name}>{called}</span>
            {DOT}
          </>
        )}
        {about.join(DOT)}
      </p>
      <Words words={wordsOf(answer.text, text)} name={answer.name ?? about.join(' ')} />
      {answer.link !== undefined && <TeamsLink url={answer.link}>{text('question.thread.read')}</TeamsLink>}
      {children}
    </li>
  );
}

/** What somebody said; the rest of a long answer unfolds. */
function Words({ words, name }: { readonly words: string; readonly name: string }) {
  const text = useText();
  const styles = useStyles();
  const [isWhole, setWhole] = useState(false);
  const part = useRef<HTMLDivElement>(null);
  const wasWhole = useRef(false);
  useLayoutEffect(() => {
    // Who folds an answer stands at its end, far below what is left of it.
    if (wasWhole.current && !isWhole) part.current?.scrollIntoView({ block: 'nearest' });
    wasWhole.current = isWhole;
  }, [isWhole]);
  const beginning = beginningOf(words);
  if (beginning === undefined) return <p className={styles.words}>{words}</p>;
  const key = isWhole ? 'answers.less' : 'answers.whole';
  return (
    <div ref={part}>
      <p className={styles.words}>{isWhole ? words : beginning}</p>
      <Button
        className={styles.unfold}
        size="small"
        appearance="transparent"
        aria-expanded={isWhole}
        aria-label={text(`${key}.label`, { name })}
        onClick={() => setWhole(!isWhole)}
      >
        {text(key)}
      </Button>
    </div>
  );
}
