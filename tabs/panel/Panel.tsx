import { Spinner } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { liveView } from '../api/live.ts';
import type { CommitteeView } from '../api/views.ts';
import { later, WhenLoaded } from '../app/later.tsx';
import { momentOf } from '../app/momentOf.ts';
import { Notice } from '../app/Notice.tsx';
import { useIsOutageTold } from '../app/outage.tsx';
import { isShutOut, problemOf } from '../app/problem.ts';
import { ProblemPage } from '../app/ProblemPage.tsx';
import { Told } from '../app/told.tsx';
import { useServices, useText } from '../app/services.ts';
import { useKeptFocus } from '../app/useKeptFocus.ts';
import { useStandingError } from '../app/useStandingError.ts';
import { type Layout, useStyles } from './item/styles.ts';
import { Item } from './item/Item.tsx';
import { isSecond, type Page } from './second/secondPages.ts';
import { useNews } from './useNews.ts';

const SecondPage = later(() => import('./second/SecondPage.tsx'));
const More = later(() => import('./second/More.tsx'));
const WhoNotices = later(() => import('./who/Notices.tsx'));

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
  const problem = useStandingError({ data, error });
  const styles = useStyles();
  const again = (): void => void refetch();
  if (data !== undefined && !isShutOut(error)) return <Shown view={data} error={error} layout={layout} />;
  return problem === null ? (
    <main className={styles.narrow}>
      <Spinner label={text('loading')} />
    </main>
  ) : (
    <ProblemPage problem={problemOf(problem)} again={again} />
  );
}

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
  const columns = hasAnswers(view) && !isSecond(page) ? layout : 'narrow';
  return (
    <main ref={main} tabIndex={-1} className={styles[columns]}>
      <Told moment={momentOf(view)} />
      {error !== null && <Stale isOffline={problemOf(error) === 'offline'} />}
      {isSecond(page) ? (
        <WhenLoaded fallback={<Spinner label={text('loading')} />}>
          <SecondPage page={page} view={view} turnTo={turnTo} />
        </WhenLoaded>
      ) : (
        <>
          {needsNotice(view) && (
            <WhenLoaded>
              <WhoNotices view={view} turn={() => turnTo('who')} />
            </WhenLoaded>
          )}
          <Item
            view={view}
            layout={layout}
            more={
              <WhenLoaded>
                <More page={page} view={view} turnTo={turnTo} />
              </WhenLoaded>
            }
          />
        </>
      )}
    </main>
  );
}

/** Only the answers stand beside anything. */
const hasAnswers = ({ item }: CommitteeView): boolean => item?.status === 'open' && item.round !== undefined;

/** What is to be known of who sees what is told until the first question is put, and before an item to those who may open one. */
const needsNotice = ({ item, you, readers = 0, listed = readers }: CommitteeView): boolean =>
  item?.status === 'open'
    ? !item.round && (isToAgree(you) || readers > listed)
    : isToAgree(you) || (you.mayOpen && readers > listed);

const isToAgree = ({ isAsked, namesWait }: CommitteeView['you']): boolean =>
  isAsked === true || namesWait !== undefined;

/** That there is no connection is said once: beside what somebody wanted done, where that failed for it. */
function Stale({ isOffline }: { readonly isOffline: boolean }) {
  const text = useText();
  const isTold = useIsOutageTold();
  if (isOffline && isTold) return null;
  return <Notice kind="plain">{text(`stale.${isOffline ? 'offline' : 'other'}`)}</Notice>;
}
