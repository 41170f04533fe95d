import { instantOf } from '#dialogue/instant';
import { changed, deleted, memberOf, type Person, posted } from './activities.ts';
import type { FaultName } from './faults.ts';
import type { Pace } from './pace.ts';
import type { Reply } from './reply.ts';
import type { Random } from '../support/random.ts';
import type { Standing, TeamsChannel } from './teamsChannel.ts';
import type { Telling } from './telling.ts';
import type { Threads } from './threads.ts';
import type { Timeline } from './timeline.ts';
import type { Weather } from './weather.ts';

interface Deps {
  readonly timeline: Timeline;
  readonly random: Random;
  readonly weather: Weather;
  readonly teams: TeamsChannel;
  readonly telling: Telling;
  readonly threads: Threads;
  readonly pace: Pace;
}

/** People who reply in threads, edit what they wrote, and delete it. */
export class Replies {
  readonly all: Reply[] = [];
  /** How much is still to be done. */
  pending = 0;
  readonly #deps: Deps;
  #words = 0;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Some people reply under a message of the bot's, from the moment that it stands there. */
  under({ root }: Standing, people: number): void {
    const { random, pace } = this.#deps;
    for (let count = 0; count < people; count += 1) {
      const [how, wait] = [random.next(), random.next()];
      // At once, before the bot knows where its message is; in the minutes of the question; when it is long closed.
      const after = how < 0.2 ? wait * 500 : how < 1 - pace.late ? wait * 50_000 : wait * 400_000;
      this.#later(after, () => this.#post(root, memberOf(random.between(1, 12))));
    }
  }

  /** Somebody talks of something else, in a thread of their own. */
  elsewhere(): void {
    const root = this.#deps.teams.nextThread();
    this.#tell(root, memberOf(13), false);
  }

  #tell(root: string, author: Person, isKept: boolean): Reply {
    const { teams, telling, weather } = this.#deps;
    const message = teams.nextId();
    const text = this.#text();
    const isTold = !(isKept && weather.strikes('reply not told'));
    const reply: Reply = { message, root, author, versions: [], isHeard: false };
    reply.versions.push({ does: 'post', text, isTold, at: Number(message), hasText: true });
    if (isTold) telling.tell(posted(told(reply, message), text), () => (reply.isHeard = true));
    return reply;
  }

  #post(root: string, author: Person): void {
    const reply = this.#tell(root, author, true);
    this.all.push(reply);
    this.#deps.threads.add(reply);
    this.#next(reply);
  }

  /** Most say it once; some say it better, or take it back. */
  #next(reply: Reply): void {
    const { random } = this.#deps;
    const living = reply.versions.at(-1)?.text !== undefined;
    const does = random.next();
    if (living && does < 0.12) this.#change(reply, 'edit');
    else if (living && does < 0.16) this.#change(reply, 'delete');
    else if (!living && does < 0.3) this.#change(reply, 'undelete');
  }

  #change(reply: Reply, does: 'edit' | 'delete' | 'undelete'): void {
    const { random, teams, pace } = this.#deps;
    const most = random.chance(0.3) ? 800 : pace.change;
    this.#later(random.between(1, most), () => {
      const last = reply.versions.findLast(({ text }) => text !== undefined)?.text ?? '';
      const text = does === 'delete' ? undefined : does === 'edit' ? this.#text() : last;
      this.#tellChange(reply, does, text, teams.nextId());
      this.#next(reply);
    });
  }

  /** `time`: when, as no two changes are at the same time. */
  #tellChange(reply: Reply, does: 'edit' | 'delete' | 'undelete', text: string | undefined, time: string): void {
    const { weather, telling } = this.#deps;
    const isTold = !weather.strikes(does === 'delete' ? 'deletion not told' : 'edit not told');
    const hasText = does === 'delete' || !weather.strikes('edit without text');
    reply.versions.push({ does, text, isTold, at: Number(time), hasText });
    if (!isTold) return;
    const about = told(reply, time);
    const activity =
      does === 'delete'
        ? deleted(about)
        : changed(about, does === 'edit' ? 'editMessage' : 'undeleteMessage', hasText ? text : undefined);
    telling.tell(activity, () => {
      if (!reply.isHeard && reply.versions[0]?.isTold === true) weather.count(FIRST[does]);
    });
  }

  #text(): string {
    this.#words += 1;
    return `Svar nummer ${this.#words} med nogle ord om, hvordan vi gør det her hos os.`;
  }

  #later(milliseconds: number, work: () => void): void {
    this.pending += 1;
    this.#deps.timeline.after(Math.round(milliseconds), () => {
      this.pending -= 1;
      work();
    });
  }
}

const FIRST = {
  edit: 'edit told first',
  undelete: 'edit told first',
  delete: 'deletion told first',
} as const satisfies Record<'edit' | 'delete' | 'undelete', FaultName>;

const told = ({ root, message, author }: Reply, time: string) => ({
  root,
  message,
  author,
  at: instantOf(Number(time)),
});
