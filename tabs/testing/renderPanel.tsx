import { QueryClient } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { expect, vi } from 'vitest';
import { createApi } from '../api/api.ts';
import { createRequest } from '../api/http.ts';
import type { After } from '../app/after.ts';
import type { Services } from '../app/services.ts';
import { Shell } from '../app/Shell.tsx';
import { loadTexts } from '../app/texts.ts';
import type { Host, HostContext } from '../host/host.ts';
import { noHost } from '../host/noHost.ts';
import { createDrafts } from '../panel/answer/drafts.ts';
import { loadLeadText } from '../panel/facilitator/useLeadText.ts';
import { Panel } from '../panel/Panel.tsx';
import { loadRoomText, type RoomText } from '../panel/room/useRoomText.ts';
import { loadPlanText, type PlanText } from '../panel/plan/usePlanText.ts';
import { createServer, type FakeServer } from './fakeServer.ts';
import { COMMITTEE } from './views.ts';

const panelText = await loadTexts('da');
await loadLeadText(panelText);

await loadRoomText(panelText);

/** What is said on the page, to everybody, to the facilitator, to whoever prepares an item, or has another task in it. */
export const text = (await loadRoomText(await loadPlanText(panelText))) as PlanText & RoomText;

/** Expects this sentence in an element, maybe among others. */
export const expectText = (element: HTMLElement, sentence: string): void =>
  expect(element.textContent).toContain(sentence);

/** A sentence as a search by text sees it: there all spaces are alike. */
export const asFound = (sentence: string): string => sentence.replaceAll('\u00a0', ' ');

export interface FakeHost extends Host {
  readonly opened: string[];
  readonly offered: Parameters<Host['offerConfiguration']>[0][];
  /** Whether Teams' button can be pressed, as it was told one time after the other. */
  readonly allowed: boolean[];
  /** Presses Teams' button; gives why the tab was not saved. */
  readonly pressSave: () => Promise<string | undefined>;
  readonly changeTheme: (theme: HostContext['theme']) => void;
}

export function createHost(context: Partial<HostContext> = {}, change: Partial<Host> = {}): FakeHost {
  const opened: string[] = [];
  const offered: FakeHost['offered'] = [];
  const allowed: boolean[] = [];
  let save: () => Promise<string | undefined> = () => Promise.resolve('nothing was offered');
  let listener: Parameters<Host['onThemeChange']>[0] = () => undefined;
  const base = noHost('da-dk');
  return {
    ...base,
    context: { ...base.context, channel: { id: COMMITTEE, kind: 'standard' }, person: 'oid-anna', ...context },
    token: () => Promise.resolve('token'),
    openLink: (url) => {
      opened.push(url);
      return Promise.resolve();
    },
    offerConfiguration: (configuration, next) => {
      offered.push(configuration);
      save = next;
    },
    allowSaving: (isAllowed) => void allowed.push(isAllowed),
    onThemeChange: (next) => {
      listener = next;
    },
    ...change,
    opened,
    offered,
    allowed,
    pressSave: () => save(),
    changeTheme: (theme) => listener(theme),
  };
}

export interface Shown {
  readonly user: ReturnType<typeof userEvent.setup>;
  readonly server: FakeServer;
  readonly host: FakeHost;
  /** Takes the page away, as a reload does. */
  readonly leave: () => void;
}

/** No time passes. What is called off in between is not done. */
const atOnce: After = (_, then) => {
  const timer = setTimeout(then, 0);
  return () => clearTimeout(timer);
};

interface Setting {
  readonly host?: FakeHost;
  readonly page?: ReactNode;
  /** What makes time pass; where left out, what is waited for has passed at once. */
  readonly after?: After;
  /** The server's clock. */
  readonly now?: () => number;
}

/** The whole page before a server that answers as the test says; only `fetch` and Teams are not the real ones. */
export function show(server: FakeServer = createServer(), setting: Setting = {}): Shown {
  const { host = createHost(), page = <Panel layout="narrow" />, after = atOnce, now = Date.now } = setting;
  vi.stubGlobal('fetch', server.fetch);
  const services: Services = {
    host,
    text: panelText,
    api: createApi(createRequest(host)),
    drafts: createDrafts(() => localStorage, host.context.person, Date.now),
    after,
    now,
    committee: host.context.channel?.id ?? '',
  };
  const { unmount } = render(
    <Shell services={services} client={new QueryClient()}>
      {page}
    </Shell>,
  );
  return { user: userEvent.setup(), server, host, leave: unmount };
}
