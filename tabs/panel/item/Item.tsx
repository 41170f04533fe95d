import { mergeClasses, Spinner } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import type { CommitteeView, ItemView, RoundView } from '../../api/views.ts';
import { useText } from '../../app/services.ts';
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
  if (item === undefined) return <NothingOpen view={view} />;
  return (
    <>
      {item.status === 'ended' && <Ended item={item} />}
      {item.status === 'open' && item.round === undefined && <BeforeFirst item={item} />}
      {item.round && <Round item={item} round={item.round} readers={view.readers} layout={layout} />}
      {item.status === 'ended' && <NextItem view={view} />}
      {item.status === 'open' && item.lead.mine && (
        <Suspense fallback={null}>
          <Facilitator item={item} />
        </Suspense>
      )}
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
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.column, layout === 'wide' && styles.beside)}>
      <div className={styles.column}>
        <Question item={item} round={round} />
        <PostLine item={item} post={round.post} of="question" />
        <MyAnswer key={round.id} item={item} round={round} readers={readers} />
      </div>
      <Answers round={round} />
    </div>
  );
}

function BeforeFirst({ item }: { readonly item: ItemView }) {
  const text = useText();
  const styles = useStyles();
  return (
    <>
      <h1 className={styles.heading}>{item.title}</h1>
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
      <p className={styles.words}>{text(view.you.mayOpen ? 'nothing.owner' : 'nothing.member')}</p>
      <NextItem view={view} />
    </>
  );
}

function NextItem({ view }: { readonly view: CommitteeView }) {
  const text = useText();
  if (!view.you.mayOpen) return null;
  return (
    <Suspense fallback={<Spinner label={text('loading')} />}>
      <OpenItem key={view.item?.id ?? ''} />
    </Suspense>
  );
}
