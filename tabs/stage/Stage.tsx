import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { CommitteeView, ItemView, RoundView } from '../api/views.ts';
import { isSameDay } from '../app/isSameDay.ts';
import { useServices } from '../app/services.ts';
import { useFocusOnMount } from '../app/useFocusOnMount.ts';
import { useTitle } from '../app/useTitle.ts';
import { Answers } from './Answers.tsx';
import { DarkRoom } from './DarkRoom.tsx';
import { Fitted } from './Fitted.tsx';
import { Question } from './Question.tsx';
import { useStyles } from './styles.ts';
import { questionSizes } from './textSizes.ts';
import { TimeLeft } from './TimeLeft.tsx';
import { type StageText, useStageText } from './useStageText.ts';

interface Props {
  readonly view: CommitteeView;
  /** Why what is shown is what was seen last; `none`: it is as things stand. */
  readonly stale: 'none' | 'offline' | 'other';
  /** Leaves the screen, where it lies over another page. */
  readonly leave?: (() => void) | undefined;
}

/** The big screen, for a room to read: nothing can be written or pressed on it. */
export function Stage({ view, stale, leave }: Props) {
  useTitle(useStageText()('stage'));
  const { item } = view;
  const frame = { stale, leave };
  if (item === undefined) return <Sentence {...frame} about="" words={view.committee.name} more="stage.nothing" />;
  if (item.status === 'ended') return <Ended {...frame} item={item} />;
  if (item.round === undefined) {
    return <Sentence {...frame} about={view.committee.name} words={item.title} more="item.soon" />;
  }
  return <Round {...frame} item={item} round={item.round} />;
}

type FrameProps = Pick<Props, 'stale' | 'leave'>;

function Round({ item, round, ...frame }: FrameProps & { readonly item: ItemView; readonly round: RoundView }) {
  const text = useStageText();
  const styles = useStyles();
  const { theme, status, answers, endsAt } = round;
  const count = answers.length;
  const showsAnswers = item.screen === 'answers' && count > 0;
  return (
    <Frame
      {...frame}
      about={theme === undefined ? item.title : text('theme', { number: theme.number, title: theme.title })}
      aboutIn={theme?.language}
      corner={
        status === 'open' && (
          <div className={styles.corner}>
            {endsAt !== undefined && <TimeLeft endsAt={endsAt} />}
            <span>{text('stage.count', { count })}</span>
          </div>
        )
      }
      foot={footOf(round, item, text)}
      hint={hintOf(item, text)}
    >
      <Question
        key={showsAnswers ? 'heading' : 'whole'}
        question={round.question}
        language={theme?.language}
        as={showsAnswers ? 'heading' : 'whole'}
      />
      {showsAnswers && <Answers answers={answers} names={item.names} />}
    </Frame>
  );
}

/** Where names are hidden nobody is sent into the thread, where Teams shows them. */
const hintOf = ({ names }: ItemView, text: StageText): string =>
  text(names === 'hidden' ? 'stage.how.hidden' : 'stage.how');

function footOf({ status, answers }: RoundView, item: ItemView, text: StageText): string | null {
  if (status === 'closed') return text('stage.closed', { count: answers.length });
  if (item.screen !== 'answers' || answers.length > 0) return null;
  return `${text('stage.empty')} ${hintOf(item, text)}`;
}

function Ended({ item, ...frame }: FrameProps & { readonly item: ItemView }) {
  const text = useStageText();
  const { now } = useServices();
  const at = item.endedAt ?? item.version;
  const words = text(isSameDay(at, now()) ? 'item.ended' : 'item.ended.on', { at: new Date(at) });
  const isSent = item.digest?.status === 'sent';
  // Answers to what was only sent out beforehand are gathered, too.
  const more = item.digest === undefined ? 'item.noDigest' : isSent ? 'item.digest' : undefined;
  return <Sentence {...frame} about={item.title} words={words} more={more} />;
}

interface SentenceProps extends FrameProps {
  readonly about: string;
  readonly words: string;
  readonly more: 'stage.nothing' | 'item.soon' | 'item.noDigest' | 'item.digest' | undefined;
}

/** While there is no question to show. */
function Sentence({ about, words, more, ...frame }: SentenceProps) {
  const text = useStageText();
  const styles = useStyles();
  return (
    <Frame {...frame} about={about} corner={null} foot={null}>
      <Fitted sizes={questionSizes} words={`${words}\n${more ?? ''}`} className={styles.question}>
        <h1 className={styles.words}>{words}</h1>
        {more !== undefined && <p className={styles.more}>{text(more)}</p>}
      </Fitted>
    </Frame>
  );
}

interface FrameParts extends FrameProps {
  readonly about: string;
  /** What that is written in, where it is of the material. */
  readonly aboutIn?: string | undefined;
  readonly corner: ReactNode;
  readonly foot: string | null;
  /** Stands where there is nothing else to say at the foot, if the window has room for it. */
  readonly hint?: string;
  readonly children: ReactNode;
}

/** What stands around all that the screen shows. */
function Frame({ about, aboutIn, corner, foot, hint, stale, leave, children }: FrameParts) {
  const text = useStageText();
  const styles = useStyles();
  const page = useFocusOnMount<HTMLElement>(leave !== undefined);
  return (
    <DarkRoom>
      <main ref={page} tabIndex={-1} className={styles.page} aria-label={text('stage')}>
        <div className={styles.top}>
          <p className={styles.theme} lang={aboutIn}>
            {about}
          </p>
          {corner}
        </div>
        {children}
        <div className={styles.foot}>
          {stale !== 'none' && <p className={styles.line}>{text(`stage.stale.${stale}`)}</p>}
          {foot !== null && <p className={styles.line}>{foot}</p>}
          {stale === 'none' && foot === null && hint && <p className={styles.hint}>{hint}</p>}
          {leave !== undefined && (
            <Button className={styles.leave} appearance="subtle" onClick={leave}>
              {text('stage.leave')}
            </Button>
          )}
        </div>
      </main>
    </DarkRoom>
  );
}
