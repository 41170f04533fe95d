import { mergeClasses, Spinner } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { AnswerView, CommitteeView, ItemView, RoundView } from '../../api/views.ts';
import { later, WhenLoaded } from '../../app/later.tsx';
import { OutageUncounted } from '../../app/outage.tsx';
import { useText } from '../../app/services.ts';
import { useFocusOnMount } from '../../app/useFocusOnMount.ts';
import { MyAnswer } from '../answer/MyAnswer.tsx';
import { Answers } from '../answers/Answers.tsx';
import { asLine } from '../question/firstWords.ts';
import { covers, type Unfolded } from '../facilitator/unfolded.ts';
import { Question } from '../question/Question.tsx';
import { leadLine } from './leadLine.ts';
import { EndsSoon, MoreToSettle, Unsaved, Unsent } from './LaterParts.tsx';
import { PostLine } from './PostLine.tsx';
import { type Layout, useStyles } from './styles.ts';

const Resting = later(() => import('./Resting.tsx'));
const Facilitator = later(() => import('../facilitator/Facilitator.tsx'));
const TakeOver = later(() => import('../facilitator/TakeOver.tsx'));
const LeadNow = later(() => import('../room/LeadNow.tsx'));
const MyLine = later(() => import('../room/MyLine.tsx'));
const RoomTools = later(() => import('../room/RoomTools.tsx'));
const Scribe = later(() => import('../room/Scribe.tsx'));

interface ItemProps {
  readonly view: CommitteeView;
  readonly layout: Layout;
  /** What stands last on the page, and above the facilitator's bar. */
  readonly more: ReactNode;
}

/** What stands on the page: an open item, or what is there while none is. */
export function Item({ view, layout, more }: ItemProps) {
  const text = useText();
  const { item } = view;
  const [first] = useState(item);
  // Who opened or ended the item just now pressed a button that is gone.
  const takesFocus = item?.lead.mine === true && (first?.id !== item.id || first.status !== item.status);
  return item?.status === 'open' ? (
    <Running key={item.id} item={item} view={view} layout={layout} takesFocus={takesFocus} more={more} />
  ) : (
    <WhenLoaded fallback={<Spinner label={text('loading')} />}>
      <Resting view={view} takesFocus={takesFocus} />
      {more}
    </WhenLoaded>
  );
}

interface RunningProps {
  readonly item: ItemView;
  readonly view: CommitteeView;
  readonly layout: Layout;
}

/** While the facilitator looks at the plan, what it covers is kept as it is: nothing that was begun there is lost. */
function Running({
  takesFocus,
  more,
  ...props
}: RunningProps & Pick<ItemProps, 'more'> & { readonly takesFocus: boolean }) {
  const { item } = props;
  const { lead, round } = item;
  const [unfolded, unfold] = useUnfolded(lead);
  const isCovered = lead.mine && covers(unfolded, item);
  // Then the plan is what the page is about, and what leads on from it comes after.
  const isBeforePlan = lead.mine && round === undefined;
  return (
    <>
      <Led lead={lead} />
      <EndsSoon item={item} />
      {props.view.leadLeft && (
        <WhenLoaded>
          <TakeOver item={item} mayTakeOver={props.view.you.mayTakeOver === true} />
        </WhenLoaded>
      )}
      <div hidden={isCovered}>
        <OutageUncounted when={isCovered}>
          <Unsaved item={item} />
          {round ? <Round {...props} round={round} more={more} /> : <BeforeFirst item={item} takesFocus={takesFocus} />}
          {!round && !isBeforePlan && more}
        </OutageUncounted>
      </div>
      <WhenLoaded>
        {lead.mine ? (
          <Facilitator item={item} unfolded={unfolded} unfold={unfold} more={isBeforePlan && more} />
        ) : (
          <MayScribe item={item} />
        )}
      </WhenLoaded>
    </>
  );
}

/** Whoever gets the lead back begins anew. */
function useUnfolded({ mine }: ItemView['lead']) {
  const [led, setLed] = useState(mine);
  const [unfolded, unfold] = useState<Unfolded>('nothing');
  if (led !== mine) {
    setLed(mine);
    unfold('nothing');
  }
  return [unfolded, unfold] as const;
}

/** Who leads, where that is somebody else than when the page was opened. */
function Led({ lead }: Pick<ItemView, 'lead'>) {
  const [first] = useState(lead);
  if (lead.name === first.name && lead.mine === first.mine) return null;
  return (
    <WhenLoaded>
      <LeadNow key={`${lead.mine} ${lead.name}`} lead={lead} isConcerned={lead.mine || first.mine} />
    </WhenLoaded>
  );
}

const MayScribe = ({ item }: { readonly item: ItemView }) =>
  item.scribe?.mine && item.round && <Scribe item={item} round={item.round} />;

interface RoundProps extends RunningProps {
  readonly round: RoundView;
}

function Round({ item, round, view, layout, more }: RoundProps & Pick<ItemProps, 'more'>) {
  const styles = useStyles();
  // Who can read it is asked at the field, however many answers there are; once it is closed the answers come first.
  const isAtField = layout === 'wide' || round.status === 'open';
  return (
    <>
      <div className={mergeClasses(styles.column, layout === 'wide' && styles.beside)}>
        <div className={styles.column}>
          <Question item={item} round={round} folds={layout === 'narrow'} />
          <PostLine item={item} post={round.post} of="question" />
          <MoreToSettle item={item} except={round.post.key} />
          {round.status === 'closed' && <Closed round={round} />}
          {/* Where they were writing when the next question came: what they wrote is not gone. */}
          <Unsent item={item} except={round.id} />
          <MyAnswer key={round.id} item={item} round={round} view={view} />
          {isAtField && more}
        </div>
        <Answers
          round={round}
          names={item.names}
          beneath={(answer) => <Tools item={item} round={round} answer={answer} />}
        />
      </div>
      {!isAtField && more}
    </>
  );
}

/** What was said in the room belongs to those who write it down, and to whoever is named as having said it. */
function Tools(props: Pick<RoundProps, 'item' | 'round'> & { readonly answer: AnswerView }) {
  const { item, answer } = props;
  const mayCorrect = item.lead.mine || item.scribe?.mine === true;
  if (answer.source !== 'room' || !(mayCorrect || answer.mine)) return null;
  return <WhenLoaded>{mayCorrect ? <RoomTools {...props} /> : <MyLine {...props} />}</WhenLoaded>;
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
                <li key={question.id} className={styles.question} lang={question.theme?.language}>
                  {asLine(question.text)}
                </li>
              ))}
          </ol>
        </>
      )}
    </div>
  );
}

/** How many answers are in, and whether that is all that stands in the thread. */
function Closed({ round: { answers, readBack } }: { readonly round: RoundView }) {
  const text = useText();
  const styles = useStyles();
  const said = readBack === 'complete' ? 'answers.closed.all' : 'answers.closed';
  return (
    <>
      <p className={styles.words}>{text(said, { count: answers.length })}</p>
      {readBack !== undefined && readBack !== 'complete' && (
        <p className={styles.words}>{text(`answers.${readBack}`)}</p>
      )}
    </>
  );
}
