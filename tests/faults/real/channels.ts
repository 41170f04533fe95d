import { cardText } from '../../integration/testing/cards.ts';
import type { SeenMessage } from '../../support/driver.ts';
import type { Diary } from './diary.ts';
import type { Machine } from './machine.ts';

interface Message extends SeenMessage {
  readonly place: string;
}

/** What is left out of what Teams tells of one thing that somebody does. */
export type Untold = 'nothing' | 'all' | 'text';

/** What was seen is new enough for so many milliseconds. */
const FRESH = 100;

/** People in Teams: the channels as they see them, and what they write there. */
export class Channels {
  readonly #machine: Machine;
  readonly #diary: Diary;
  #seen: { readonly at: number; readonly messages: Promise<readonly Message[]> } | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(machine: Machine, diary: Diary) {
    this.#machine = machine;
    this.#diary = diary;
  }

  /** What stands in a channel, of the bot's and of people's. */
  async standing(channel: string): Promise<readonly SeenMessage[]> {
    if (this.#seen === undefined || performance.now() - this.#seen.at > FRESH)
      this.#seen = { at: performance.now(), messages: this.#look() };
    return (await this.#seen.messages).filter(({ place, deleted }) => place === channel && !deleted);
  }

  async bots(channel: string): Promise<readonly (SeenMessage & { readonly words: string })[]> {
    const messages = (await this.standing(channel)).filter(({ from }) => from === 'bot');
    return messages.map((message) => ({ ...message, words: `${message.text}\n${cardText(message.cards)}` }));
  }

  async make(name: string): Promise<string> {
    return (await this.#do<{ id: string }>('POST', 'channels', { as: 'formand', name })).id;
  }

  install = (): Promise<unknown> => this.#do('POST', 'install', { as: 'formand' });

  reply(as: string, root: string, text: string, untold: Untold): Promise<{ id: string }> {
    return this.#write(`${as} replies under ${root}`, untold, () =>
      this.#do('POST', `posts/${root}/replies`, { as, text }),
    );
  }

  edit(as: string, id: string, text: string, untold: Untold): Promise<unknown> {
    return this.#write(`${as} edits ${id}`, untold, () => this.#do('PUT', `messages/${id}`, { as, text }));
  }

  remove(as: string, id: string, untold: Untold): Promise<unknown> {
    return this.#write(`${as} deletes ${id}`, untold, () => this.#do('DELETE', `messages/${id}?as=${as}`));
  }

  undelete(as: string, id: string, untold: Untold): Promise<unknown> {
    return this.#write(`${as} brings ${id} back`, untold, () => this.#do('POST', `messages/${id}/undelete`, { as }));
  }

  /** Presses *Svar* on a card. @returns what the app says to whoever pressed; undefined where it says nothing */
  async press(as: string, id: string, answer: string): Promise<string | undefined> {
    const { status, body } = await this.#do<{ status: number; body: { value?: string } | null }>(
      'POST',
      `cards/${id}/execute`,
      { as, verb: 'answer', data: { answer } },
    );
    return status === 200 ? body?.value : undefined;
  }

  /** One after another: the switches are of all that Teams tells. */
  #write<T>(what: string, untold: Untold, work: () => Promise<T>): Promise<T> {
    const written = this.#turn.then(async () => {
      const { switches } = this.#machine.teams;
      Object.assign(switches, { messages: untold !== 'all', edits: untold !== 'all', editText: untold !== 'text' });
      try {
        const done = await work();
        this.#diary.note(what, untold === 'nothing' ? '' : `untold: ${untold}`);
        return done;
      } finally {
        Object.assign(switches, { messages: true, edits: true, editText: true });
      }
    });
    this.#turn = written.catch(() => undefined);
    return written;
  }

  async #look(): Promise<readonly Message[]> {
    return (await this.#do<{ messages: readonly Message[] }>('GET', 'state?as=formand')).messages;
  }

  async #do<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`${this.#machine.teams.url}/api/${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    if (!response.ok) throw new Error(`${method} in Teams: ${response.status}`);
    const text = await response.text();
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }
}
