import { QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { createApi } from '../api/api.ts';
import { createRequest } from '../api/http.ts';
import type { liveView } from '../api/live.ts';
import { createServerClock } from '../api/serverClock.ts';
import { connectHost } from '../host/connectHost.ts';
import type { Host, HostContext } from '../host/host.ts';
import { readPageSettings } from '../host/pageSettings.ts';
import { createDrafts } from '../panel/answer/drafts.ts';
import { noHost } from '../host/noHost.ts';
import { after } from './after.ts';
import { problemOf } from './problem.ts';
import { ProblemPage } from './ProblemPage.tsx';
import { quietWheel } from './quietWheel.ts';
import type { Services } from './services.ts';
import { Shell } from './Shell.tsx';
import { expectTexts, languageOf, loadTexts } from './texts.ts';
import { titleOf } from './useTitle.ts';

/**
 * Milliseconds for which the first view is awaited before the page is drawn without it. It mostly comes within them, and
 * a page that is drawn once is there sooner than one that first says that it is fetching.
 */
const PATIENCE = 300;

/** The pages that stand by themselves: each has a title, `title.<page>`. */
type Name = 'panel' | 'channel' | 'config' | 'stage';

/**
 * Starts a page: meets Teams, loads the one language, and shows what `page` makes of where Teams shows it.
 * @param first what the page asks the server for first, so that it is under way before anything is drawn
 */
export async function start(
  name: Name,
  page: (context: HostContext) => ReactNode,
  first?: typeof liveView,
): Promise<void> {
  // Teams mostly speaks the browser's language: its texts come while Teams is asked. If they do not, that is told below.
  expectTexts(languageOf(navigator.language));
  quietWheel();
  try {
    const host = await connectHost(readPageSettings(document));
    await show(name, host, page(host.context), first);
  } catch (error) {
    const again = (): void => location.reload();
    await show(name, noHost(navigator.language), <ProblemPage problem={problemOf(error)} again={again} />);
  }
}

async function show(name: Name, host: Host, page: ReactNode, first?: typeof liveView): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no element with the id root');
  const clock = createServerClock(Date.now);
  const api = createApi(createRequest(host, clock));
  const client = new QueryClient();
  const { channel, locale, person } = host.context;
  const view = first && channel?.kind === 'standard' ? client.query(first(api, channel.id)) : undefined;
  const seen = view?.catch(() => undefined);
  const text = await loadTexts(languageOf(locale), readPageSettings(document).channelReading);
  document.documentElement.lang = text.language;
  document.title = titleOf(text(`title.${name}`));
  const services: Services = {
    host,
    text,
    api,
    drafts: createDrafts(() => window.localStorage, person, Date.now),
    after,
    now: clock.now,
    committee: channel?.id ?? '',
  };
  await Promise.race([seen, new Promise((resolve) => after(PATIENCE, () => resolve(undefined)))]);
  createRoot(root).render(
    <Shell services={services} client={client}>
      {page}
    </Shell>,
  );
}
