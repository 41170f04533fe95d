import { instantOf } from '#dialogue/instant';
import type { ReplyFound, ThreadFound } from '#dialogue/readBack';
import { type OwnMessages, type ThreadsPort, Unavailable } from '#usecases/ports';
import type { Random } from '../support/random.ts';
import type { Reply } from './reply.ts';
import type { TeamsChannel } from './teamsChannel.ts';
import type { Timeline } from './timeline.ts';
import type { Transcript } from './transcript.ts';
import type { Weather } from './weather.ts';

/** A list of Graph's may be so far behind what stands in the channel, in milliseconds. */
const LAG = 60_000;

interface Deps {
  readonly timeline: Timeline;
  readonly random: Random;
  readonly weather: Weather;
  readonly teams: TeamsChannel;
  readonly transcript: Transcript;
}

/** Graph's lists of what stands in threads. */
export class Threads implements ThreadsPort {
  readonly #deps: Deps;
  readonly #replies: Reply[] = [];
  readonly #readAsOf = new Map<string, number>();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Somebody wrote it: it is in the lists from now on. */
  add(reply: Reply): void {
    this.#replies.push(reply);
  }

  /** As of when a thread was listed at the latest, in milliseconds; undefined where it never was. */
  readAsOf(root: string): number | undefined {
    return this.#readAsOf.get(root);
  }

  /** The bot's own messages, as far as the list has them by now. */
  async own(_team: unknown, _committee: string, where: { since: string } | { root: string }): Promise<OwnMessages> {
    const { teams } = this.#deps;
    const asOf = await this.#asOf();
    const root = 'root' in where ? where.root : undefined;
    const listed = teams
      .standing()
      .filter((one) => Number(one.id) <= asOf && (root === undefined ? one.id === one.root : one.root === root))
      .filter(({ id }) => id !== root);
    return {
      messages: listed.map(({ id, root: under, content: { card, text = '' } }) => ({
        place: { root: under, message: id },
        card,
        words: text,
      })),
      isWhole: true,
    };
  }

  async read(_team: unknown, _committee: string, root: string): Promise<ThreadFound> {
    const { timeline, random, transcript } = this.#deps;
    const asOf = await this.#asOf();
    // An older list takes nothing away that a newer one has shown.
    this.#readAsOf.set(root, Math.max(asOf, this.readAsOf(root) ?? -Infinity));
    transcript.note('listed', root);
    const found = this.#replies.filter((reply) => reply.root === root).flatMap((reply) => foundIn(reply, asOf) ?? []);
    await timeline.pause(random.between(20, 400));
    return { replies: found, isWhole: true };
  }

  /** As of when Graph tells, in milliseconds. */
  async #asOf(): Promise<number> {
    const { timeline, random, weather } = this.#deps;
    await timeline.pause(random.between(20, 400));
    if (weather.strikes('list throttled'))
      throw new Unavailable('graph', undefined, random.chance(0.5) ? random.between(1, 90) * 1_000 : undefined);
    if (weather.strikes('list not answered')) {
      await timeline.pause(random.between(0, 15_000));
      throw new Unavailable('graph');
    }
    return timeline.milliseconds - (weather.strikes('list lags') ? random.between(1, LAG) : 0);
  }
}

/** A reply as it was at a time. */
function foundIn({ message, author, versions }: Reply, asOf: number): ReplyFound | undefined {
  const until = versions.filter(({ at }) => at <= asOf);
  const last = until.at(-1);
  if (last === undefined) return undefined;
  const edited = until.findLast(({ does }) => does === 'edit');
  return {
    message,
    author: { person: author.person, name: author.name },
    text: last.text,
    editedAt: edited && instantOf(edited.at),
    deletedAt: last.does === 'delete' ? instantOf(last.at) : undefined,
    changedAt: instantOf(last.at),
  };
}
