import { type Answer, isLiving } from '#dialogue/answer';
import { millisecondsOf } from '#dialogue/instant';
import { digestPostKey, echoPostKey, type Post, questionPostKey } from '#dialogue/post';
import { botText } from '#render/botText';
import { people } from '../../../infra/local/teams/state.ts';
import { type Counts, noCounts } from '../counts.ts';
import { faultOf, isUnsettled } from '../judge.ts';
import { standsNotTwice, standsOnce } from '../standing.ts';
import type { Wanted } from '../wanted.ts';
import type { Channels } from './channels.ts';
import type { Machine } from './machine.ts';
import type { RealOwn } from './panel.ts';
import { possible } from './possible.ts';
import type { RealItem } from './realItem.ts';
import type { RealReply } from './thread.ts';

export interface Judged {
  readonly counts: Counts;
  /** What must not be, in words of ours: ids, and none of what people wrote. */
  readonly problems: readonly string[];
  /** What somebody took back, or wrote anew: it must be nowhere. */
  readonly withdrawn: readonly string[];
  /** Messages of which the app does not know that they stand in the channel. */
  readonly unsettled: readonly string[];
}

type Seen = Awaited<ReturnType<Channels['bots']>>[number];

interface Rows {
  readonly answers: readonly Answer[];
  readonly posts: readonly Post[];
}

/** Holds what is stored of an item, and what stands in its channel, against what people did. */
export async function judgeReal(item: RealItem, machine: Machine, channels: Channels): Promise<Judged> {
  const rows = await machine.store.readAllRounds(item.meeting);
  const head = (await machine.store.readMeeting(item.meeting))?.value;
  const endedAt = head?.status === 'ended' ? millisecondsOf(head.endedAt) : Infinity;
  const judgement = new Judgement(item, rows, await channels.bots(item.channel));
  for (const reply of item.thread.replies) judgement.reply(reply, endedAt, machine);
  for (const own of item.panel.own) judgement.own(own);
  judgement.noneElse();
  for (const [index, { text }] of item.questions.entries())
    judgement.question(`r${String(index + 1).padStart(3, '0')}`, text);
  judgement.digest();
  return judgement;
}

class Judgement implements Judged {
  readonly counts = noCounts();
  readonly problems: string[] = [];
  readonly withdrawn: string[] = [];
  readonly unsettled: string[] = [];
  readonly #item: RealItem;
  readonly #answers: ReadonlyMap<string, Answer>;
  readonly #posts: readonly Post[];
  readonly #bots: readonly Seen[];
  readonly #known = new Set<string>();
  /** What the digest must have in it. */
  readonly #texts = new Map<string, string>();

  constructor(item: RealItem, { answers, posts }: Rows, bots: readonly Seen[]) {
    this.#item = item;
    this.#answers = new Map(answers.map((answer) => [`${answer.round} ${answer.key}`, answer]));
    this.#posts = posts;
    this.#bots = bots;
  }

  reply(reply: RealReply, endedAt: number, machine: Machine): void {
    const name = `${reply.round} t${reply.message}`;
    const written = reply.versions.map(({ text }) => text);
    this.#hold(name, possible(reply, endedAt, machine), written);
  }

  own({ as, round, text, former }: RealOwn): void {
    const { oid, name } = people(9).find(({ key }) => key === as) ?? { oid: '', name: '' };
    const wanted: Wanted = text === undefined ? { life: 'gone' } : { life: 'living', text };
    this.#hold(`${round} m${oid}`, [wanted], [...former, text]);
    this.#echo(round, oid, name, text);
  }

  /** Nothing is stored that nobody wrote, and nothing twice. */
  noneElse(): void {
    for (const name of this.#answers.keys()) {
      if (this.#known.has(name)) continue;
      this.counts.replies.doubled += 1;
      this.problems.push(`stored besides: ${name}`);
    }
  }

  /** Its message once, saying how many answers there are. */
  question(round: string, text: string): void {
    const found = this.#roots().filter(({ words }) => words.includes(text) && !isDigest(words));
    const living = [...this.#answers.values()].filter((answer) => answer.round === round && isLiving(answer));
    const closed = botText('da')('question.closed', { count: living.length });
    this.#once(found, questionPostKey(round), ({ words }) => words.includes(closed));
  }

  /** Its first page once, and in its pages everything that counts and nothing that was taken back. */
  digest(): void {
    const { digests } = this.counts;
    const pages = this.#bots.filter(({ words }) => isDigest(words));
    const first = pages.filter(({ words }) => !words.includes(`${this.#item.title} · side`));
    digests.due += 1;
    digests.made += Math.min(first.length, 1);
    digests.doubled += Math.max(first.length - 1, 0);
    if (first.length !== 1) this.problems.push(`${first.length} digests (${this.#statusOf(digestPostKey(1))})`);
    const said = pages.map(({ words }) => words).join('\n');
    for (const [name, text] of this.#texts)
      if (!said.includes(text)) this.problems.push(`not in the digest (${this.#statusOf(digestPostKey(1))}): ${name}`);
  }

  /** `written`: all that its author wrote, the last of it last; undefined where that was to delete it. */
  #hold(name: string, wishes: readonly Wanted[], written: readonly (string | undefined)[]): void {
    const stored = this.#answers.get(name);
    const right = wishes.filter((wish) => faultOf(wish, stored) === undefined);
    const wanted = right.find(({ reason }) => reason === undefined) ?? right[0] ?? wishes[0] ?? { life: 'gone' };
    this.#known.add(name);
    if (wanted.life === 'living' && wanted.text !== undefined) this.#texts.set(name, wanted.text);
    if (wanted.life !== 'either')
      this.withdrawn.push(...written.filter((text) => text !== undefined).filter((text) => text !== wanted.text));
    const fault = faultOf(wanted, stored);
    this.#count(written.at(-1) !== undefined, fault, wanted);
    if (fault !== undefined)
      this.problems.push(`${fault}: ${name}, wanted ${wanted.life}, stored ${stored?.life ?? 'nothing'}`);
  }

  /** `isMade`: its author has not deleted it. */
  #count(isMade: boolean, fault: ReturnType<typeof faultOf>, { reason }: Wanted): void {
    const { replies, unchecked } = this.counts;
    if (isMade) replies.made += 1;
    if (fault !== undefined) replies[fault] += 1;
    else if (isMade && reason === undefined) replies.stored += 1;
    else if (isMade && reason !== undefined) {
      replies.unchecked += 1;
      unchecked[reason] += 1;
    }
  }

  /** Shown once in the thread while it stands, unless nobody knows whether Teams made it. */
  #echo(round: string, person: string, name: string, text: string | undefined): void {
    const post = this.#posts.find(({ key }) => key === echoPostKey(round, person));
    const thread = this.#posts.find(({ key }) => key === questionPostKey(round));
    const root = thread?.state.status === 'sent' ? thread.state.place.root : undefined;
    const shown = this.#bots.filter((one) => one.root === root && one.onBehalfOf === name);
    if (post !== undefined && isUnsettled(post)) {
      this.counts.echoesUnsettled += 1;
      this.unsettled.push(...shown.map(({ id }) => id));
      standsNotTwice(this, shown.length, 'echo');
    } else if (text !== undefined) this.#once(shown, echoPostKey(round, person), ({ words }) => words.includes(text));
    else if (shown.length > 0) this.problems.push(`its answer is deleted: ${echoPostKey(round, person)}`);
  }

  #once(found: readonly Seen[], key: string, isRight: (seen: Seen) => boolean): void {
    standsOnce(this, found, `${key} (${this.#statusOf(key)})`, isRight);
  }

  #roots = (): readonly Seen[] => this.#bots.filter(({ id, root }) => id === root);

  #statusOf = (key: string): string => this.#posts.find((post) => post.key === key)?.state.status ?? 'no row';
}

const isDigest = (words: string): boolean => words.trimStart().startsWith('Opsamling ·');
