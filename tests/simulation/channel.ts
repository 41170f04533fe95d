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

/** What Teams does to the next create call. `lostAfter`: it makes the message and the answer is lost. */
export type Mishap = 'lostBefore' | 'lostAfter' | 'refused' | 'deferred';

/** A channel of Teams, reduced to what the bot can do to it. */
export class SimulatedChannel implements ChannelPort {
  readonly messages: Standing[] = [];
  readonly mishaps: Mishap[] = [];
  installed = true;
  #clock: () => number;
  #made: Made;
  #last = 0;

  constructor(clock: () => number, made: Made) {
    this.#clock = clock;
    this.#made = made;
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

  async update(_: Destination, id: string, content: Message): Promise<ChangeOutcome> {
    const message = this.#find(id);
    if (message === undefined) return { type: 'gone' };
    message.content = content;
    return Promise.resolve({ type: 'done' });
  }

  remove(_: Destination, id: string): Promise<ChangeOutcome> {
    const message = this.#find(id);
    if (message !== undefined) message.deleted = true;
    return Promise.resolve({ type: message === undefined ? 'gone' : 'done' });
  }

  /** What people see of the bot. */
  standing(): readonly Standing[] {
    return this.messages.filter(({ deleted }) => !deleted);
  }

  #find(id: string): Standing | undefined {
    return this.messages.find((message) => message.id === id && !message.deleted);
  }

  #create(root: string | undefined, content: Message): Promise<CreateOutcome> {
    const mishap = this.mishaps.shift();
    if (!this.installed || mishap === 'refused') return Promise.resolve({ type: 'refused', http: 403 });
    if (mishap === 'deferred') return Promise.resolve({ type: 'deferred', after: 3_000 });
    if (mishap === 'lostBefore') return Promise.resolve({ type: 'lost' });
    const id = this.nextId();
    const message: Standing = { id, root: root ?? id, content, deleted: false };
    this.messages.push(message);
    this.#made(message);
    if (mishap === 'lostAfter') return Promise.resolve({ type: 'lost' });
    return Promise.resolve({ type: 'sent', place: { root: message.root, message: id } });
  }
}
