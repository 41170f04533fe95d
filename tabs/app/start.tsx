import { QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { createApi } from '../api/api.ts';
import { createRequest } from '../api/http.ts';
import { createServerClock } from '../api/serverClock.ts';
import { connectHost } from '../host/connectHost.ts';
import type { Host, HostContext } from '../host/host.ts';
import { readPageSettings } from '../host/pageSettings.ts';
import { createDrafts } from '../panel/answer/drafts.ts';
import { noHost } from '../host/noHost.ts';
import { after } from './after.ts';
import { problemOf } from './problem.ts';
import { ProblemPage } from './ProblemPage.tsx';
import type { Services } from './services.ts';
import { Shell } from './Shell.tsx';
import { languageOf, loadTexts } from './texts.ts';

/** Starts a page: meets Teams, loads the one language, and shows what `page` makes of where Teams shows it. */
export async function start(page: (context: HostContext) => ReactNode): Promise<void> {
  try {
    const host = await connectHost(readPageSettings(document));
    await show(host, page(host.context));
  } catch (error) {
    await show(noHost(navigator.language), <ProblemPage problem={problemOf(error)} again={() => location.reload()} />);
  }
}

async function show(host: Host, page: ReactNode): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no element with the id root');
  const text = await loadTexts(languageOf(host.context.locale));
  document.documentElement.lang = text.language;
  const clock = createServerClock(Date.now);
  const services: Services = {
    host,
    text,
    api: createApi(createRequest(host, clock)),
    drafts: createDrafts(() => window.localStorage, host.context.person, Date.now),
    after,
    now: clock.now,
    committee: host.context.channel?.id ?? '',
  };
  createRoot(root).render(
    <Shell services={services} client={new QueryClient()}>
      {page}
    </Shell>,
  );
}
