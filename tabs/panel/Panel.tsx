import { Button, Spinner } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { liveView } from '../api/live.ts';
import type { CommitteeView } from '../api/views.ts';
import { momentOf } from '../app/momentOf.ts';
import { Notice } from '../app/Notice.tsx';
import { useIsOutageTold } from '../app/outage.tsx';
import { problemOf } from '../app/problem.ts';
import { ProblemPage } from '../app/ProblemPage.tsx';
import { Told } from '../app/told.tsx';
import { useServices, useText } from '../app/services.ts';
import { useKeptFocus } from '../app/useKeptFocus.ts';
import { type Layout, useStyles } from './item/styles.ts';
import { Item } from './item/Item.tsx';
import { useNews } from './useNews.ts';

const Mine = lazy(() => import('./mine/Mine.tsx'));
const WhoSees = lazy(() => import('./who/WhoSees.tsx'));
const ToWho = lazy(() => import('./who/ToWho.tsx'));
const WhoNotices = lazy(() => import('./who/Notices.tsx'));
const Trial = lazy(() => import('./trial/Trial.tsx'));
const ToTrial = lazy(() => import('./trial/ToTrial.tsx'));
const ToStage = lazy(() => import('../stage/ToStage.tsx'));

/** The committee's item as it stands now: `narrow` beside a meeting, `wide` as a channel's tab. */
export function Panel({ layout }: { readonly layout: Layout }) {
  const { host } = useServices();
  const { channel } = host.context;
  if (channel === undefined) return <ProblemPage problem="noChannel" />;
  return channel.kind === 'standard' ? <Live layout={layout} /> : <ProblemPage problem="otherChannel" />;
}

function Live({ layout }: { readonly layout: Layout }) {
  const { api, committee, text } = useServices();
  const [live] = useState(() => liveView(api, committee));
  const { data, error, refetch } = useQuery(live);
  const problem = useLast(error);
  const again = (): void => void refetch();
  if (data !== undefined && !isShutOut(error)) return <Shown view={data} error={error} layout={layout} />;
  return problem === null ? (
    <main>
      <Spinner label={text('loading')} />
    </main>
  ) : (
    <ProblemPage problem={problemOf(problem)} again={again} />
  );
}

/** The query forgets its error while it tries again; what is read on the page, and what has the focus, stays meanwhile. */
function useLast(error: Error | null): Error | null {
  const [last, setLast] = useState(error);
  if (error !== null && error !== last) setLast(error);
  return error ?? last;
}

/** Who is no member any more sees nothing; through any other failure what was last seen stays, marked as such. */
const isShutOut = (error: Error | null): boolean => error !== null && problemOf(error) === 'outsider';

/** The first page, the second ones, and the first again after each of them. */
type Page = 'item' | Second | 'afterMine' | 'afterWho' | 'afterTrial';
type Second = 'mine' | 'who' | 'trial';

interface ShownProps {
  readonly view: CommitteeView;
  readonly error: Error | null;
  readonly layout: Layout;
}

function Shown({ view, error, layout }: ShownProps) {
  const styles = useStyles();
  const { host, text } = useServices();
  useNews(view);
  const main = useKeptFocus<HTMLElement>();
  const [page, turnTo] = useState<Page>(host.context.subPage ?? 'item');
  return (
    <main ref={main} tabIndex={-1} className={layout === 'wide' ? styles.wide : styles.narrow}>
      <Told moment={momentOf(view)} />
      {error !== null && <Stale isOffline={problemOf(error) === 'offline'} />}
      {page === 'mine' || page === 'who' || page === 'trial' ? (
        <Suspense fallback={<Spinner label={text('loading')} />}>
          <SecondPage page={page} view={view} turnTo={turnTo} />
        </Suspense>
      ) : (
        <>
          {needsNotice(view) && (
            <Suspense fallback={null}>
              <WhoNotices view={view} turn={() => turnTo('who')} />
            </Suspense>
          )}
          <Item view={view} layout={layout} more={<More page={page} view={view} turnTo={turnTo} />} />
        </>
      )}
    </main>
  );
}

interface TurningProps {
  readonly page: Page;
  readonly view: CommitteeView;
  readonly turnTo: (page: Page) => void;
}

/** What leads on from the first page, or is seldom used on it. */
function More({ page, view, turnTo }: TurningProps) {
  const { host } = useServices();
  return (
    <>
      <ToMine turn={() => turnTo('mine')} takesFocus={page === 'afterMine'} />
      <Suspense fallback={null}>
        <ToWho turn={() => turnTo('who')} takesFocus={page === 'afterWho'} />
      </Suspense>
      {view.item?.status !== 'open' && (
        <Suspense fallback={null}>
          <ToTrial turn={() => turnTo('trial')} takesFocus={page === 'afterTrial'} />
        </Suspense>
      )}
      {host.context.frame === 'sidePanel' && isLedByCaller(view) && (
        <Suspense fallback={null}>
          <ToStage />
        </Suspense>
      )}
    </>
  );
}

function SecondPage({ page, view, turnTo }: TurningProps & { readonly page: Second }) {
  switch (page) {
    case 'mine':
      return <Mine back={() => turnTo('afterMine')} />;
    case 'who':
      return <WhoSees view={view} back={() => turnTo('afterWho')} />;
    case 'trial':
      return <Trial view={view} back={() => turnTo('afterTrial')} />;
  }
}

/** What stands on the meeting's stage is for whoever leads or writes for the others. */
const isLedByCaller = ({ item }: CommitteeView): boolean =>
  item?.status === 'open' && (item.lead.mine || item.scribe?.mine === true);

/** What is to be known of who sees what is told until the first question is put, and before an item to those who may open one. */
const needsNotice = ({ item, you, readers = 0, listed = readers }: CommitteeView): boolean =>
  item?.status === 'open'
    ? !item.round && (you.isAsked === true || readers > listed)
    : you.isAsked === true || (you.mayOpen && readers > listed);

interface ToMineProps {
  readonly turn: () => void;
  /** Whoever comes back finds the focus where they left. */
  readonly takesFocus: boolean;
}

/** Leads to the second page: what is a person's own does not stand on the first. */
function ToMine({ turn, takesFocus }: ToMineProps) {
  const text = useText();
  const styles = useStyles();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) button.current?.focus();
  }, [takesFocus]);
  return (
    <Button
      ref={(element: HTMLButtonElement | null) => {
        button.current = element;
      }}
      className={styles.toMine}
      appearance="transparent"
      size="small"
      onClick={turn}
    >
      {text('mine')}
    </Button>
  );
}

/** That there is no connection is said once: beside what somebody wanted done, where that failed for it. */
function Stale({ isOffline }: { readonly isOffline: boolean }) {
  const text = useText();
  const isTold = useIsOutageTold();
  if (isOffline && isTold) return null;
  return <Notice kind="plain">{text(`stale.${isOffline ? 'offline' : 'other'}`)}</Notice>;
}
