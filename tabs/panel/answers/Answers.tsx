import { Button } from '@fluentui/react-components';
import { useLayoutEffect, useRef, useState } from 'react';
import type { AnswerView, RoundView } from '../../api/views.ts';
import { useText } from '../../app/services.ts';
import { beginningOf } from './beginningOf.ts';
import { useStyles } from './styles.ts';

/** What the committee has answered, oldest first, as it comes. */
export function Answers({ round }: { readonly round: RoundView }) {
  const text = useText();
  const styles = useStyles();
  const count = round.answers.length;
  return (
    <section className={styles.root} aria-label={text('answers.label')}>
      {count > 0 && <h2 className={styles.heading}>{text('answers', { count })}</h2>}
      {count === 0 && round.status === 'open' && <p className={styles.empty}>{text('answers.empty')}</p>}
      {count > 0 && (
        <ul className={styles.list}>
          {round.answers.map((answer) => (
            <Answer key={answer.id} answer={answer} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Answer({ answer }: { readonly answer: AnswerView }) {
  const text = useText();
  const styles = useStyles();
  const name = answer.name ?? text('answers.noName');
  const about = [
    text(`answers.source.${answer.source}`),
    text('answers.at', { at: new Date(answer.postedAt) }),
    ...(answer.edited ? [text('answers.edited')] : []),
    ...(answer.late ? [text('answers.late')] : []),
  ];
  return (
    <li className={styles.answer}>
      <p className={styles.about}>
        <span className={styles.name}>{answer.mine ? text('answers.mine', { name }) : name}</span> · {about.join(' · ')}
      </p>
      <Words words={answer.text ?? text('answers.textMissing')} name={name} />
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
