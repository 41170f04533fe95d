import { setTimeout as delay } from 'node:timers/promises';
import type { Random } from '../../support/random.ts';
import type { Reply, Version } from '../reply.ts';
import type { Channels, Untold } from './channels.ts';
import type { Diary } from './diary.ts';
import type { RealFault } from './realFaults.ts';

/** A reply, and how each change to it was told. */
export interface RealReply extends Omit<Reply, 'author' | 'isHeard' | 'versions'> {
  readonly as: string;
  readonly round: string;
  readonly versions: (Version & { readonly untold: Untold })[];
}

/** A question as it was put. */
export interface Put {
  readonly round: string;
  /** Its message in the channel. */
  readonly root: string;
}

interface Deps {
  readonly channels: Channels;
  readonly diary: Diary;
  /** Words that nobody else writes. */
  readonly words: () => string;
}

/** How often Teams leaves out what. */
const SHARES = { post: [0.06, 0], edit: [0.15, 0.15], undelete: [0.15, 0.15], delete: [0.1, 0] } as const;

/** People who write in threads, and edit and delete what they wrote. */
export class Thread {
  readonly replies: RealReply[] = [];
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Somebody replies, and most likely leaves it so; some say it better or take it back. */
  async say(random: Random, as: string, { root, round }: Put): Promise<void> {
    const { channels, words } = this.#deps;
    const text = words();
    const untold = untoldOf(random, 'post');
    const { id: message } = await channels.reply(as, root, text, untold);
    const reply: RealReply = { as, round, root, message, versions: [] };
    this.replies.push(reply);
    this.#done(reply, 'post', text, untold);
    while (random.chance(0.35)) {
      await delay(random.between(10, 1_500));
      await this.#change(random, reply);
    }
  }

  async #change(random: Random, reply: RealReply): Promise<void> {
    const { channels, words } = this.#deps;
    const { as, message, versions } = reply;
    const does = nextOf(random, versions);
    const untold = untoldOf(random, does);
    const last = versions.findLast(({ text }) => text !== undefined)?.text;
    const text = does === 'delete' ? undefined : does === 'edit' ? words() : last;
    if (does === 'edit' && text !== undefined) await channels.edit(as, message, text, untold);
    else await channels[does === 'delete' ? 'remove' : 'undelete'](as, message, untold);
    this.#done(reply, does, text, untold);
  }

  #done({ versions }: RealReply, does: Version['does'], text: string | undefined, untold: Untold): void {
    const fault = untold === 'nothing' ? undefined : FAULTS[untold][does];
    if (fault !== undefined) this.#deps.diary.fault(fault);
    versions.push({ does, text, untold, isTold: untold !== 'all', hasText: untold !== 'text', at: Date.now() });
  }
}

/** What is deleted is brought back; else most say it better, and some take it back. */
function nextOf(random: Random, versions: readonly Version[]): Exclude<Version['does'], 'post'> {
  if (versions.at(-1)?.text === undefined) return 'undelete';
  return random.chance(0.6) ? 'edit' : 'delete';
}

function untoldOf(random: Random, does: Version['does']): Untold {
  const [all, text] = SHARES[does];
  if (random.chance(all)) return 'all';
  return random.chance(text) ? 'text' : 'nothing';
}

const FAULTS: Readonly<Record<Exclude<Untold, 'nothing'>, Readonly<Record<Version['does'], RealFault>>>> = {
  all: {
    post: 'reply not told',
    edit: 'edit not told',
    undelete: 'edit not told',
    delete: 'deletion not told',
  },
  text: {
    post: 'reply not told',
    edit: 'edit without text',
    undelete: 'edit without text',
    delete: 'deletion not told',
  },
};
