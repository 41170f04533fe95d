import type { Message } from '#render/message';
import { answered } from './outcry.ts';
import type { Transcript } from './transcript.ts';

/** A message of the bot's as it stands in the channel. */
export interface Standing {
  readonly id: string;
  readonly root: string;
  content: Message;
  isDeleted: boolean;
}

/** A channel as Teams keeps it: what the bot posted, and the ids of what people did. */
export class TeamsChannel {
  readonly messages: Standing[] = [];
  /** Called when a message of the bot's stands in the channel, before the bot hears of it. */
  onPosted: (message: Standing) => void = () => undefined;
  readonly #clock: () => number;
  readonly #peoples = new Set<string>();
  readonly #transcript: Transcript;
  #last = 0;

  constructor(clock: () => number, transcript: Transcript) {
    this.#clock = clock;
    this.#transcript = transcript;
  }

  /** A new message's id: milliseconds, and never the same twice. */
  nextId(): string {
    this.#last = Math.max(this.#clock(), this.#last + 1);
    return String(this.#last);
  }

  /** The id of a message that somebody starts a thread with. */
  nextThread(): string {
    const id = this.nextId();
    this.#peoples.add(id);
    return id;
  }

  post(root: string | undefined, content: Message): string {
    const id = this.nextId();
    const message: Standing = { id, root: root ?? id, content, isDeleted: false };
    this.messages.push(message);
    this.#transcript.note(`posted ${id}`, content.summary);
    this.onPosted(message);
    return id;
  }

  update(id: string, content: Message): void {
    this.#own(id).content = content;
    this.#transcript.note(`updated ${id}`, content.summary);
  }

  remove(id: string): void {
    this.#own(id).isDeleted = true;
    this.#transcript.note('removed', id);
  }

  /** What people see of the bot. */
  standing(): readonly Standing[] {
    return this.messages.filter(({ isDeleted }) => !isDeleted);
  }

  #own(id: string): Standing {
    const message = this.messages.find((other) => other.id === id && !other.isDeleted);
    if (message === undefined) throw answered(this.#peoples.has(id) ? 403 : 404);
    return message;
  }
}
