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
  const [page, turnTo] = useState<'item' | 'mine' | 'itemAgain'>('item');
  const mayShare = host.context.frame === 'sidePanel' && isLedByCaller(view);
  return (
    <main ref={main} tabIndex={-1} className={layout === 'wide' ? styles.wide : styles.narrow}>
      <Told moment={momentOf(view)} />
      {error !== null && <Stale isOffline={problemOf(error) === 'offline'} />}
      {page === 'mine' ? (
        <Suspense fallback={<Spinner label={text('loading')} />}>
          <Mine back={() => turnTo('itemAgain')} />
        </Suspense>
      ) : (
        <Item
          view={view}
          layout={layout}
          more={
            <>
              <ToMine turn={() => turnTo('mine')} takesFocus={page === 'itemAgain'} />
              {mayShare && (
                <Suspense fallback={null}>
                  <ToStage />
                </Suspense>
              )}
            </>
          }
        />
      )}
    </main>
  );
}

/** What stands on the meeting's stage is for whoever leads or writes for the others. */
const isLedByCaller = ({ item }: CommitteeView): boolean =>
  item?.status === 'open' && (item.lead.mine || item.scribe?.mine === true);

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
