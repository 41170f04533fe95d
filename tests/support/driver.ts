import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { addresses } from '#contract/addresses';
import type { CommitteeView } from '#contract/responses';
import { type Local, type LocalOptions, startLocal } from '../../infra/local/startLocal.ts';

export const MATERIAL = 'fremtidens-arbejdsfaellesskaber';

/** A message as the stand-in's page shows it. */
export interface SeenMessage {
  readonly id: string;
  readonly root: string;
  readonly from: string;
  readonly text: string;
  readonly cards: readonly object[];
  readonly deleted: boolean;
  readonly onBehalfOf: string | null;
}

interface SeenState {
  readonly committee: string;
  readonly messages: readonly (SeenMessage & { readonly place: string })[];
  readonly meeting: { readonly id: string; readonly stage?: boolean };
}

/** An answer of our API: its status and what it holds. */
export interface Answered<T = CommitteeView> {
  readonly status: number;
  readonly body: T;
}

/** The app and the stand-in running on free ports, and people who use both over HTTP, as page and panel do. */
export class Driver {
  readonly local: Local;
  readonly #data: string;
  committee = '';

  private constructor(local: Local, data: string) {
    this.local = local;
    this.#data = data;
  }

  /** Over something that runs already, with its data in that folder; the app is not installed. */
  static async over(local: Local, data: string): Promise<Driver> {
    const driver = new Driver(local, data);
    driver.committee = (await driver.state()).committee;
    return driver;
  }

  /** Starts everything, installs the app as the chair, and waits until it knows its team. */
  static async start(options: Partial<LocalOptions> = {}): Promise<Driver> {
    const data = await mkdtemp(join(tmpdir(), 'med-dialog-'));
    const driver = await Driver.over(await startLocal({ port: 0, data, ...options }), data);
    await driver.teams('POST', 'install', { as: 'formand' });
    await driver.knowsItsTeam();
    return driver;
  }

  /** Waits until the app has heard that it is installed. */
  async knowsItsTeam(): Promise<void> {
    await vi.waitFor(async () => {
      const { status } = await this.view('formand');
      if (status !== 200) throw new Error(`the app does not know its team yet: ${status}`);
    }, PATIENCE);
  }

  async stop(): Promise<void> {
    await this.local.stop();
    await rm(this.#data, { recursive: true });
  }

  /** Does something in Teams: what the stand-in's page does. */
  async teams<T = { id: string; root: string }>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`${this.local.url}/api/${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  state = (as = 'formand'): Promise<SeenState> => this.teams('GET', `state?as=${as}`);

  /** The committee's channel as a member sees it, what is deleted left out. */
  async channel(): Promise<readonly SeenMessage[]> {
    const { messages, committee } = await this.state();
    return messages.filter(({ place, deleted }) => place === committee && !deleted);
  }

  /** The bot's newest thread in the committee's channel. */
  async thread(): Promise<SeenMessage> {
    const roots = (await this.channel()).filter(({ id, root, from }) => from === 'bot' && id === root);
    const last = roots.at(-1);
    if (last === undefined) throw new Error('the bot has posted nothing');
    return last;
  }

  token = async (as: string): Promise<string> => (await this.teams<{ token: string }>('GET', `token?as=${as}`)).token;

  /** Asks our API as somebody. */
  async ask<T = CommitteeView>(
    as: string,
    method: string,
    path: string,
    body?: object,
    base = this.local.functionsUrl,
  ): Promise<Answered<T>> {
    const response = await fetch(base + path, {
      method,
      headers: { authorization: `Bearer ${await this.token(as)}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as T };
  }

  view = (as: string, base?: string): Promise<Answered> =>
    this.ask(as, 'GET', addresses.view(this.committee), undefined, base);

  /** Waits until what somebody sees is as wished. */
  async sees(as: string, isSo: (view: CommitteeView) => boolean): Promise<CommitteeView> {
    return vi.waitFor(async () => {
      const { body } = await this.view(as);
      if (!isSo(body)) throw new Error(`${as} does not see it yet: ${JSON.stringify(body.item?.round)}`);
      return body;
    }, PATIENCE);
  }

  async open(questions: readonly string[], more: object = {}, as = 'formand'): Promise<string> {
    const body = {
      command: randomUUID(),
      title: 'Punkt 4',
      material: MATERIAL,
      plan: questions.map((question) => ({ question })),
      ...more,
    };
    const { status, body: view } = await this.ask(as, 'POST', addresses.meetings(this.committee), body);
    if (status !== 201 || view.item === undefined) throw new Error(`not opened: ${status}`);
    return view.item.id;
  }

  put = (meeting: string, question: string, as = 'formand'): Promise<Answered> =>
    this.ask(as, 'POST', addresses.rounds(meeting), { command: randomUUID(), question });

  close = (meeting: string, round: string): Promise<Answered> =>
    this.ask('formand', 'POST', addresses.closing(meeting, round), { command: randomUUID() });

  end = (meeting: string): Promise<Answered> =>
    this.ask('formand', 'POST', addresses.ending(meeting), { command: randomUUID() });

  /** `over`: revision of the answer that the person sees; 0 for none. */
  answer = (as: string, meeting: string, round: string, text: string, over = 0): Promise<Answered> =>
    this.ask(as, 'PUT', addresses.answer(meeting, round), { command: randomUUID(), text, over });

  reply = (as: string, root: string, text: string): Promise<{ id: string }> =>
    this.teams('POST', `posts/${root}/replies`, { as, text });

  /** Waits until the channel is as wished. */
  async channelHas(isSo: (messages: readonly SeenMessage[]) => boolean): Promise<readonly SeenMessage[]> {
    return vi.waitFor(async () => {
      const messages = await this.channel();
      if (!isSo(messages)) throw new Error(`the channel is not so yet: ${JSON.stringify(messages).slice(-1_500)}`);
      return messages;
    }, PATIENCE);
  }
}

/** How long something may take that people wait seconds for. */
const PATIENCE = { timeout: 20_000, interval: 50 };
