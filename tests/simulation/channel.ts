import type { Message } from '#render/message';
import type { ChangeOutcome, ChannelPort, CreateOutcome, Destination } from '#usecases/ports';

/** A message as it stands in the simulated channel. */
export interface Standing {
  readonly id: string;
  readonly root: string;
  content: Message;
  deleted: boolean;
}

/** What is told of a message that the bot has made: before its create call has been answered. */
export type Made = (message: Standing) => void;

/**
 * What Teams does to the next create call. `lostAfter`: it makes the message and the answer is lost; `late`: the answer
 * comes after `LATE`; `unanswered`: it never comes.
 */
export type Mishap = 'lostBefore' | 'lostAfter' | 'refused' | 'deferred' | 'late' | 'unanswered';

/** Milliseconds; longer than a claim lasts, as where a process was frozen. */
export const LATE = 120_000;

/** A channel of Teams, reduced to what the bot can do to it. */
export class SimulatedChannel implements ChannelPort {
  readonly messages: Standing[] = [];
  readonly mishaps: Mishap[] = [];
  /** What Teams does to the next updates and deletions. `lostAfter`: it does them, and the answer is lost. */
  readonly changeMishaps: ('refused' | 'deferred' | 'lostAfter')[] = [];
  installed = true;
  /** What Teams does to just this message, where nothing stands in `mishaps`. */
  onCreate: (content: Message) => Mishap | undefined = () => undefined;
  #clock: () => number;
  #made: Made;
  #pause: (milliseconds: number) => Promise<void>;
  #last = 0;

  constructor(clock: () => number, made: Made, pause: (milliseconds: number) => Promise<void>) {
    this.#clock = clock;
    this.#made = made;
    this.#pause = pause;
  }

  /** A new message's id: milliseconds, and never the same twice. */
  nextId(): string {
    this.#last = Math.max(this.#clock(), this.#last + 1);
    return String(this.#last);
  }

  createThread(_: Destination, content: Message): Promise<CreateOutcome> {
    return this.#create(undefined, content);
  }

  reply({ conversation }: Destination, content: Message): Promise<CreateOutcome> {
    return this.#create(conversation.split(';messageid=')[1], content);
  }

  update(_: Destination, id: string, content: Message): Promise<ChangeOutcome> {
    return this.#change(id, (message) => (message.content = content));
  }

  remove(_: Destination, id: string): Promise<ChangeOutcome> {
    return this.#change(id, (message) => (message.deleted = true));
  }

  /** What people see of the bot. */
  standing(): readonly Standing[] {
    return this.messages.filter(({ deleted }) => !deleted);
  }

  #find(id: string): Standing | undefined {
    return this.messages.find((message) => message.id === id && !message.deleted);
  }

  #change(id: string, change: (message: Standing) => unknown): Promise<ChangeOutcome> {
    const mishap = this.changeMishaps.shift();
    if (!this.installed || mishap === 'refused') return Promise.resolve({ type: 'refused', http: 403 });
    if (mishap === 'deferred') return Promise.resolve({ type: 'deferred', after: 3_000 });
    const message = this.#find(id);
    if (message === undefined) return Promise.resolve({ type: 'gone' });
    change(message);
    if (mishap === 'lostAfter') return Promise.resolve({ type: 'deferred', after: 3_000 });
    return Promise.resolve({ type: 'done' });
  }

  async #create(root: string | undefined, content: Message): Promise<CreateOutcome> {
    const mishap = this.mishaps.shift() ?? this.onCreate(content);
    if (!this.installed || mishap === 'refused') return { type: 'refused', http: 403 };
    if (mishap === 'deferred') return { type: 'deferred', after: 3_000 };
    if (mishap === 'lostBefore') return { type: 'lost' };
    const id = this.nextId();
    const message: Standing = { id, root: root ?? id, content, deleted: false };
    this.messages.push(message);
    this.#made(message);
    if (mishap === 'lostAfter') return { type: 'lost' };
    if (mishap === 'unanswered') await new Promise(() => undefined);
    if (mishap === 'late') await this.#pause(LATE);
    return { type: 'sent', place: { root: message.root, message: id } };
  }
}
