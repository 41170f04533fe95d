import { Button, Spinner } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { MineView } from '../../api/views.ts';
import { useAnnounce } from '../../app/announce.tsx';
import { Notice } from '../../app/Notice.tsx';
import { problemOf } from '../../app/problem.ts';
import { useEscape } from '../../app/useEscape.ts';
import { useFocusOnMount } from '../../app/useFocusOnMount.ts';
import { useTitle } from '../../app/useTitle.ts';
import { type Asking, Erase } from './Erase.tsx';
import { MyData } from './MyData.tsx';
import { MyTrial } from './MyTrial.tsx';
import { OneAnswer } from './OneAnswer.tsx';
import { useStyles } from './styles.ts';
import { idOf, type MineState, useMine, type Wish } from './useMine.ts';
import { useMineText } from './useMineText.ts';

/** What somebody is asked about, or was asked about last and left alone. */
type Asked = { readonly of: string; readonly asked: 'now' | 'kept' } | undefined;

/** The second page: a person's own answers and data, and how they are deleted and taken home. */
export default function Mine({ back }: { readonly back: () => void }) {
  const text = useMineText();
  const styles = useStyles();
  const heading = useFocusOnMount<HTMLHeadingElement>(true);
  const state = useMine();
  useTitle(text('mine'));
  const [asked, setAsked] = useState<Asked>();
  // Escape leaves the question first, where one is asked.
  useEscape(asked?.asked !== 'now', back);
  return (
    <section className={styles.root} aria-label={text('mine')}>
      <Button className={styles.back} size="small" onClick={back}>
        {text('mine.back')}
      </Button>
      <h1 ref={heading} tabIndex={-1} className={styles.heading}>
        {text('mine')}
      </h1>
      {state.mine === undefined ? (
        <Nothing state={state} />
      ) : (
        <Stored mine={state.mine} state={state} asked={asked} setAsked={setAsked} />
      )}
    </section>
  );
}

/** Until it is there, or why it is not. */
function Nothing({ state: { error, again } }: { readonly state: MineState }) {
  const text = useMineText();
  if (error === null) return <Spinner label={text('loading')} />;
  const problem = problemOf(error);
  return (
    <Notice kind="trouble">
      {text(problem === 'offline' ? 'mine.offline' : `problem.${problem}`)}
      <Button onClick={again}>{text('again')}</Button>
    </Notice>
  );
}

interface StoredProps {
  readonly mine: MineView;
  readonly state: MineState;
  readonly asked: Asked;
  readonly setAsked: (asked: Asked) => void;
}

function Stored({ mine, state, asked, setAsked }: StoredProps) {
  const text = useMineText();
  const styles = useStyles();
  const announce = useAnnounce();
  const heading = useRef<HTMLHeadingElement>(null);
  const { answers } = mine;
  const count = answers.length;
  // Two questions of deletion right after each other would be taken for one.
  const isOneAsked = asked?.asked === 'now' && asked.of !== 'all';
  const asking = (of: string, wish: Wish, told: string): Asking => ({
    asked: asked?.of === of ? asked.asked : 'no',
    erasing: state.erasing,
    ask: () => {
      state.erasing.dismiss();
      setAsked({ of, asked: 'now' });
    },
    erase: () =>
      state.erase(wish, () => {
        setAsked(undefined);
        announce(told);
        // What was pressed is gone.
        heading.current?.focus();
      }),
    keep: () => setAsked({ of, asked: 'kept' }),
  });
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className={styles.count}>
        {text('mine.count', { count })}
      </h2>
      {count > 0 && (
        <ul className={styles.list}>
          {answers.map((answer) => (
            <OneAnswer
              key={idOf(answer)}
              answer={answer}
              asking={asking(idOf(answer), answer, text('answer.deleted'))}
            />
          ))}
        </ul>
      )}
      {count > 1 && !isOneAsked && <All mine={mine} asking={(told) => asking('all', 'all', told)} />}
      <WhatDeletingDoes mine={mine} />
      {mine.trial !== undefined && <MyTrial key={mine.trial.at} trial={mine.trial} state={state} />}
      <MyData mine={mine} />
    </>
  );
}

/** What deleting does, to those who have something to delete; and what it leaves, to those who had. */
function WhatDeletingDoes({ mine: { answers, deleted } }: Pick<StoredProps, 'mine'>) {
  const text = useMineText();
  const styles = useStyles();
  const hasAnswers = answers.length > 0;
  return (
    <>
      {hasAnswers && <p className={styles.words}>{text('mine.does')}</p>}
      {(hasAnswers || deleted.length > 0) && <p className={styles.words}>{text('mine.doesNot')}</p>}
    </>
  );
}

/** Deletes every answer of the person's. */
function All({ mine, asking }: Pick<StoredProps, 'mine'> & { readonly asking: (told: string) => Asking }) {
  const text = useMineText();
  const count = mine.answers.length;
  const sure = text('mine.deleteAll.sure', { count });
  return (
    <Erase
      {...asking(text('mine.deletedAll', { count }))}
      words={text('mine.deleteAll', { count })}
      question={mine.trial === undefined ? sure : `${sure} ${text('mine.deleteAll.trial')}`}
      keepWords={text('mine.deleteAll.keep')}
    />
  );
}
