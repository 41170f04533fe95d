import { randomUUID } from 'node:crypto';
import { addresses } from '#contract/addresses';
import type { CommitteeView } from '#contract/responses';
import type { Rig } from './rig.ts';
import { until } from './until.ts';

/** A committee that uses the app over HTTP, in the channel and in the panel. The chair (`formand`) leads. */
export interface Committee {
  readonly id: string;
  /** Opens an item with these questions, and gives its id. */
  open(questions: readonly string[]): Promise<string>;
  /** Puts a question, and gives its round and its thread's root as soon as the thread stands in the channel. */
  put(meeting: string, question: string): Promise<{ readonly round: string; readonly root: string }>;
  /** Waits until the app knows where the question stands. */
  isPut(): Promise<void>;
  /** Writes in a thread, and gives the message's id. */
  reply(as: string, root: string, text: string): Promise<string>;
  /** Answers in the panel, for the first time in that round. */
  answer(as: string, meeting: string, round: string, text: string): Promise<void>;
  closeRound(meeting: string, round: string): Promise<void>;
  end(meeting: string): Promise<void>;
  view(as: string): Promise<CommitteeView>;
  /** How many of the answers given in panel or card the bot has shown in the channel. */
  echoes(): Promise<number>;
  /** What the panel signs in with. */
  token(as: string): Promise<string>;
}

const MATERIAL = 'fremtidens-arbejdsfaellesskaber';

interface Message {
  readonly id: string;
  readonly root: string;
  readonly from: string;
  readonly onBehalfOf: string | null;
}

/** Installs the app in the stand-in's team, and waits until it knows its committee. */
export async function installApp({ teams, functions: [first] }: Rig): Promise<Committee> {
  const base = first?.url ?? '';
  const inTeams = <T>(method: string, path: string, body?: object): Promise<T> =>
    json<T>(`${teams.url}/api/${path}`, method, {}, body);
  const state = () => inTeams<{ committee: string; messages: Message[] }>('GET', 'state?as=formand');
  const token = async (as: string): Promise<string> =>
    (await inTeams<{ token: string }>('GET', `token?as=${as}`)).token;
  const ask = async (as: string, method: string, path: string, body?: object): Promise<CommitteeView> =>
    json(base + path, method, { authorization: `Bearer ${await token(as)}` }, body);
  const lead = (path: string, body: object = {}): Promise<CommitteeView> =>
    ask('formand', 'POST', path, { command: randomUUID(), ...body });
  const threads = async (): Promise<readonly string[]> =>
    (await state()).messages.filter(({ id, root, from }) => from === 'bot' && id === root).map(({ root }) => root);

  await inTeams('POST', 'install', { as: 'formand' });
  const { committee: id } = await state();
  const view = (as: string): Promise<CommitteeView> => ask(as, 'GET', addresses.view(id));
  await until('the app knows its committee', () => view('formand').catch(() => undefined));
  await until('the welcome', async () => (await threads()).at(0));

  return {
    id,
    token,
    view,
    async open(questions) {
      const plan = questions.map((question) => ({ question }));
      const { item } = await lead(addresses.meetings(id), { title: 'Punkt 4', material: MATERIAL, plan });
      return found(item).id;
    },
    async put(meeting, question) {
      const before = (await threads()).length;
      const { item } = await lead(addresses.rounds(meeting), { question });
      const root = await until('the thread', async () => (await threads())[before]);
      return { round: found(item?.round).id, root };
    },
    async isPut() {
      const look = async () => (await view('formand')).item?.round?.post.status;
      await until('the post is sent', async () => ((await look()) === 'sent' ? true : undefined));
    },
    reply: async (as, root, text) => (await inTeams<Message>('POST', `posts/${root}/replies`, { as, text })).id,
    async answer(as, meeting, round, text) {
      await ask(as, 'PUT', addresses.answer(meeting, round), { command: randomUUID(), text, over: 0 });
    },
    echoes: async () => (await state()).messages.filter(({ onBehalfOf }) => onBehalfOf !== null).length,
    async closeRound(meeting, round) {
      await lead(addresses.closing(meeting, round));
    },
    async end(meeting) {
      await lead(addresses.ending(meeting));
    },
  };
}

/** @throws {Error} for every answer that is not the wanted one */
async function json<T>(url: string, method: string, headers: Record<string, string>, body?: object): Promise<T> {
  const response = await fetch(url, {
    method,
    headers: { ...headers, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${new URL(url).pathname}: ${response.status} ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the view lacks what was just made');
  return value;
}
