import { Button, mergeClasses, Spinner } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { CommitteeView, ItemView, RoundView } from '../../api/views.ts';
import { useText } from '../../app/services.ts';
import { useFocusOnMount } from '../../app/useFocusOnMount.ts';
import { MyAnswer } from '../answer/MyAnswer.tsx';
import { Answers } from '../answers/Answers.tsx';
import { Question } from '../question/Question.tsx';
import { Ended } from './Ended.tsx';
import { leadLine } from './leadLine.ts';
import { PostLine } from './PostLine.tsx';
import { type Layout, useStyles } from './styles.ts';

const Facilitator = lazy(() => import('../facilitator/Facilitator.tsx'));
const OpenItem = lazy(() => import('../opening/OpenItem.tsx'));

/** What stands on the page: nothing open, an item before its first question, a question, or an item that is over. */
export function Item({ view, layout }: { readonly view: CommitteeView; readonly layout: Layout }) {
  const { item } = view;
  const [first] = useState(item);
  if (item === undefined) return <NothingOpen view={view} />;
  // Who opened or ended the item just now pressed a button that is gone.
  const takesFocus = item.lead.mine && (first?.id !== item.id || first.status !== item.status);
  return item.status === 'open' ? (
    <>
      {item.round ? (
        <Round item={item} round={item.round} readers={view.readers} layout={layout} />
      ) : (
        <BeforeFirst item={item} takesFocus={takesFocus} />
      )}
      {item.lead.mine && (
        <Suspense fallback={null}>
          <Facilitator key={item.id} item={item} />
        </Suspense>
      )}
    </>
  ) : (
    <>
      <Ended item={item} takesFocus={takesFocus} />
      <NextItem view={view} />
      <LeftOver item={item} readers={view.readers} />
    </>
  );
}

interface RoundProps {
  readonly item: ItemView;
  readonly round: RoundView;
  readonly readers: number | undefined;
  readonly layout: Layout;
}

function Round({ item, round, readers, layout }: RoundProps) {
  const text = useText();
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.column, layout === 'wide' && styles.beside)}>
      <div className={styles.column}>
        <Question item={item} round={round} />
        <PostLine item={item} post={round.post} of="question" />
        {round.status === 'closed' && (
          <p className={styles.words}>{text('answers.closed', { count: round.answers.length })}</p>
        )}
        <MyAnswer key={round.id} item={item} round={round} readers={readers} />
      </div>
      <Answers round={round} />
    </div>
  );
}

/** One's own answer can be deleted at any time, also when the item is over. */
function LeftOver({ item, readers }: Pick<RoundProps, 'item' | 'readers'>) {
  const { round } = item;
  if (round?.mine === undefined) return null;
  return (
    <>
      <Question item={item} round={round} />
      <MyAnswer key={round.id} item={item} round={round} readers={readers} />
    </>
  );
}

function BeforeFirst({ item, takesFocus }: { readonly item: ItemView; readonly takesFocus: boolean }) {
  const text = useText();
  const styles = useStyles();
  const heading = useFocusOnMount<HTMLHeadingElement>(takesFocus);
  return (
    <>
      <h1 ref={heading} tabIndex={-1} className={styles.heading}>
        {item.title}
      </h1>
      <p className={styles.subtle}>{leadLine(item, text)}</p>
      {!item.lead.mine && (
        <>
          <p className={styles.words}>{text('item.soon')}</p>
          <ol className={styles.questions} aria-label={text('item.questions')}>
            {item.plan
              .filter((question) => question.status !== 'skipped')
              .map((question) => (
                <li key={question.id} className={styles.question}>
                  {question.text}
                </li>
              ))}
          </ol>
        </>
      )}
    </>
  );
}

function NothingOpen({ view }: { readonly view: CommitteeView }) {
  const text = useText();
  const styles = useStyles();
  return (
    <>
      <h1 className={styles.heading}>{view.committee.name}</h1>
      <NextItem view={view} words={text(view.you.mayOpen ? 'nothing.owner' : 'nothing.member')} />
    </>
  );
}

interface NextItemProps {
  readonly view: CommitteeView;
  /** Stands there until somebody means to open an item. */
  readonly words?: string;
}

/** The material loads when somebody means to open an item. */
function NextItem({ view, words }: NextItemProps) {
  const text = useText();
  const styles = useStyles();
  const [opens, setOpens] = useState(false);
  if (opens && view.you.mayOpen) {
    return (
      <Suspense fallback={<Spinner label={text('loading')} />}>
        <OpenItem cancel={() => setOpens(false)} />
      </Suspense>
    );
  }
  return (
    <>
      {words !== undefined && <p className={styles.words}>{words}</p>}
      {view.you.mayOpen && (
        <div className={styles.action}>
          <Button appearance="primary" onClick={() => setOpens(true)}>
            {text('open.begin')}
          </Button>
        </div>
      )}
    </>
  );
}
