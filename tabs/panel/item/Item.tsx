import { Button, mergeClasses, Spinner } from '@fluentui/react-components';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { CommitteeView, ItemView, RoundView } from '../../api/views.ts';
import { OutageUncounted } from '../../app/outage.tsx';
import { useText } from '../../app/services.ts';
import { useFocusOnMount } from '../../app/useFocusOnMount.ts';
import { MyAnswer } from '../answer/MyAnswer.tsx';
import { UnsentAnswers } from '../answer/UnsentAnswers.tsx';
import { Answers } from '../answers/Answers.tsx';
import { covers, type Unfolded } from '../facilitator/unfolded.ts';
import { Question } from '../question/Question.tsx';
import { Ended } from './Ended.tsx';
import { leadLine } from './leadLine.ts';
import { PostLine } from './PostLine.tsx';
import { type Layout, useStyles } from './styles.ts';

const Facilitator = lazy(() => import('../facilitator/Facilitator.tsx'));
const Unsettled = lazy(() => import('../facilitator/Unsettled.tsx'));
const OpenItem = lazy(() => import('../opening/OpenItem.tsx'));

interface ItemProps {
  readonly view: CommitteeView;
  readonly layout: Layout;
  /** What stands last on the page, and above the facilitator's bar. */
  readonly more: ReactNode;
}

/** What stands on the page: nothing open, an item before its first question, a question, or an item that is over. */
export function Item({ view, layout, more }: ItemProps) {
  const { item } = view;
  const [first] = useState(item);
  if (item === undefined)
    return (
      <>
        <NothingOpen view={view} />
        {more}
      </>
    );
  // Who opened or ended the item just now pressed a button that is gone.
  const takesFocus = item.lead.mine && (first?.id !== item.id || first.status !== item.status);
  return item.status === 'open' ? (
    <Running key={item.id} item={item} readers={view.readers} layout={layout} takesFocus={takesFocus} more={more} />
  ) : (
    <>
      <Ended item={item} takesFocus={takesFocus} />
      <MoreToSettle item={item} except={item.digest?.key} />
      <NextItem view={view} />
      <LeftOver item={item} readers={view.readers} />
      <UnsentAnswers item={item} except={item.round?.mine && item.round.id} />
      {more}
    </>
  );
}

interface RunningProps {
  readonly item: ItemView;
  readonly readers: number | undefined;
  readonly layout: Layout;
}

/** While the facilitator looks at the plan, what it covers is kept as it is: nothing that was begun there is lost. */
function Running({
  takesFocus,
  more,
  ...props
}: RunningProps & Pick<ItemProps, 'more'> & { readonly takesFocus: boolean }) {
  const { item } = props;
  const [unfolded, unfold] = useState<Unfolded>('nothing');
  const isCovered = item.lead.mine && covers(unfolded, item);
  return (
    <>
      <div hidden={isCovered}>
        <OutageUncounted when={isCovered}>
          {item.round ? <Round {...props} round={item.round} /> : <BeforeFirst item={item} takesFocus={takesFocus} />}
          {item.round && more}
        </OutageUncounted>
      </div>
      {item.lead.mine && (
        <Suspense fallback={null}>
          <Facilitator item={item} unfolded={unfolded} unfold={unfold} />
        </Suspense>
      )}
    </>
  );
}

interface RoundProps extends RunningProps {
  readonly round: RoundView;
}

function Round({ item, round, readers, layout }: RoundProps) {
  const text = useText();
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.column, layout === 'wide' && styles.beside)}>
      <div className={styles.column}>
        <Question item={item} round={round} />
        <PostLine item={item} post={round.post} of="question" />
        <MoreToSettle item={item} except={round.post.key} />
        {round.status === 'closed' && (
          <p className={styles.words}>{text('answers.closed', { count: round.answers.length })}</p>
        )}
        <MyAnswer key={round.id} item={item} round={round} readers={readers} />
        <UnsentAnswers item={item} except={round.id} />
      </div>
      <Answers round={round} />
    </div>
  );
}

/** What the facilitator has to settle beside the message the page is about. */
function MoreToSettle(props: { readonly item: ItemView; readonly except: string | undefined }) {
  if (props.item.unsettled.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <Unsettled {...props} />
    </Suspense>
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
    <div className={styles.column}>
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
    </div>
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
