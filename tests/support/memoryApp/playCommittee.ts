import { randomUUID } from 'node:crypto';
import { addresses } from '#contract/addresses';
import type { CommitteeView } from '#contract/responses';
import { COMMITTEE, people, type Person } from '../../../infra/local/teams/state.ts';
import { userToken } from '../../../infra/local/entra/tokens.ts';
import { MATERIAL } from '../driver.ts';
import type { MemoryApp } from './startMemoryApp.ts';

/** A committee at work: one item is open with one question put, the next is being prepared. */
export interface PlayedCommittee {
  readonly id: string;
  /** Led by `amr`, written down by `ekstra1`. */
  readonly open: string;
  readonly planned: string;
  /** The thread of its question. */
  readonly root: string;
}

const MOST_PEOPLE = 1_000;
const everybody = people(MOST_PEOPLE);

export function personOf(key: string): Person {
  const person = everybody.find((one) => one.key === key);
  if (person === undefined) throw new Error(`nobody is called ${key}`);
  return person;
}

/** An `Authorization` header as the panel of that person sends it. */
export const authorizationOf = ({ keys, teams }: MemoryApp, key: string): string =>
  `Bearer ${userToken(keys.entra, personOf(key), teams.addresses.tenantId, teams.addresses.appId)}`;

/** Asks the app as somebody. */
async function ask(
  app: MemoryApp,
  as: string,
  method: string,
  path: string,
  body?: object,
): Promise<{ readonly status: number; readonly body: CommitteeView }> {
  const response = await fetch(app.url + path, {
    method,
    headers: { authorization: authorizationOf(app, as), 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as CommitteeView };
}

/** As `ask`, for what is to be done: throws where it is refused. */
async function done(app: MemoryApp, as: string, method: string, path: string, body: object): Promise<CommitteeView> {
  const answer = await ask(app, as, method, path, { command: randomUUID(), ...body });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** Does something in Teams. */
export async function inTeams(app: MemoryApp, path: string, as: string, more: object = {}): Promise<void> {
  const response = await fetch(`${app.teams.url}/api/${path}`, {
    method: 'POST',
    body: JSON.stringify({ as, ...more }),
    headers: { 'content-type': 'application/json' },
  });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
}

/** Waits until what somebody sees is as wished. */
export async function sees(app: MemoryApp, as: string, isSo: (view: CommitteeView) => boolean): Promise<CommitteeView> {
  for (const until = Date.now() + 30_000; Date.now() < until;) {
    const { status, body } = await ask(app, as, 'GET', addresses.view(COMMITTEE));
    if (status === 200 && isSo(body)) return body;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${as} does not see it`);
}

const SETUP = {
  name: 'LMU Lærkeby',
  level: 'local',
  material: MATERIAL,
  chair: personOf('naestformand').oid,
  deputy: personOf('medlem1').oid,
  leads: personOf('medlem2').oid,
  names: 'shown',
  members: [],
  substitutes: [],
};
const PLAN = [{ question: '3/1' }, { question: '3/2' }, { question: '3/3' }];

/**
 * `formand` owns the team and is nothing else; `naestformand` and `medlem1` chair, `medlem2` leads the committee's items.
 * Needs one extra member.
 */
export async function playCommittee(app: MemoryApp): Promise<PlayedCommittee> {
  await inTeams(app, 'install', 'formand');
  await sees(app, 'formand', () => true);
  const setup = await ask(app, 'formand', 'PUT', addresses.setup(COMMITTEE), { revision: 0, ...SETUP });
  if (setup.status !== 200) throw new Error(`no setup: ${setup.status} ${JSON.stringify(setup.body)}`);
  const wish = { title: 'Punkt 4', material: MATERIAL, plan: PLAN };
  const { next } = await done(app, 'formand', 'POST', addresses.plans(COMMITTEE), { ...wish, title: 'Punkt 5' });
  const { item } = await done(app, 'formand', 'POST', addresses.meetings(COMMITTEE), wish);
  const open = item?.id ?? '';
  await done(app, 'formand', 'POST', addresses.lead(open), { to: personOf('amr').oid });
  await done(app, 'amr', 'POST', addresses.scribe(open), { scribe: personOf('ekstra1').oid });
  await done(app, 'amr', 'POST', addresses.rounds(open), { question: '3/1' });
  const { item: sent } = await sees(app, 'amr', (view) => view.item?.round?.post.status === 'sent');
  await app.teams.settled();
  return { id: COMMITTEE, open, planned: next?.id ?? '', root: rootIn(sent?.round?.post.link) };
}

/** The thread to which a link leads. */
const rootIn = (link = ''): string => /\/l\/message\/[^/]+\/(\d+)/.exec(link)?.[1] ?? '';
