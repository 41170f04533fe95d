import { type Answer, isLiving, isPreparation, roomKey } from '#dialogue/answer';
import { millisecondsOf } from '#dialogue/instant';
import { type Meeting, roundOf } from '#dialogue/meeting';
import { aheadPostKey, digestPostKey, echoPostKey, type Post, questionPostKey } from '#dialogue/post';
import { botText } from '#render/botText';
import { type Counts, noCounts } from '../counts.ts';
import { faultOf, isUnsettled } from '../judge.ts';
import { standsNotTwice, standsOnce } from '../standing.ts';
import type { Wanted } from '../wanted.ts';
import type { Channels } from './channels.ts';
import { type Known, problemsIn } from './digestRead.ts';
import { kindOf } from './kindOf.ts';
import type { Machine } from './machine.ts';
import { memberCalled } from './members.ts';
import type { RealOwn } from './panel.ts';
import { possible } from './possible.ts';
import type { Asked, RealItem } from './realItem.ts';
import type { RealLine } from './room.ts';
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
  judgement.led(head);
  for (const reply of item.thread.replies) judgement.reply(reply, endedAt, machine);
  for (const own of item.panel.own) judgement.own(own);
  for (const line of item.room.lines) judgement.line(line);
  judgement.noneElse();
  judgement.questions(head);
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
  readonly #texts = new Map<string, Known>();

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
    const { person, name } = memberCalled(as);
    this.#hold(`${round} m${person}`, [asWritten(text)], [...former, text]);
    this.#echo(round, person, name, text);
  }

  /** What was typed in the room stands there once, with whose words they are and how they came. */
  line({ round, id, said, isOnPaper, text, former }: RealLine): void {
    const name = `${round} ${roomKey(id)}`;
    const speaker = said === undefined ? undefined : memberCalled(said);
    this.#hold(name, [asWritten(text)], [...former, text]);
    if (text === undefined) return;
    const how = botText('da')(isOnPaper ? 'digest.paper' : 'digest.room');
    this.#texts.set(name, { text, label: speaker === undefined ? how : `${speaker.name} · ${how}` });
    const { author, paper } = this.#answers.get(name) ?? {};
    if (author?.person !== speaker?.person || (paper === true) !== isOnPaper)
      this.problems.push(`not in the right name, or not on paper as it was: ${name}`);
  }

  /** By whoever led it in the end, and nobody else. */
  led(head: Meeting | undefined): void {
    if (head?.status !== 'ended' || head.endedBy !== 'facilitator') this.problems.push('nobody ended it');
    if (head?.lead.person !== memberCalled(this.#item.leads).person) this.problems.push('led by somebody else');
  }

  /** Nothing is stored that nobody wrote, and nothing twice. */
  noneElse(): void {
    for (const name of this.#answers.keys()) {
      if (this.#known.has(name)) continue;
      this.counts.replies.doubled += 1;
      this.problems.push(`stored besides: ${name}`);
    }
  }

  questions(head: Meeting | undefined): void {
    const { questions, asked } = this.#item;
    if (asked.length < questions.length)
      this.problems.push(`${asked.length} of ${questions.length} questions were put`);
    for (const one of asked) this.#question(one, (head && roundOf(head, one.round)?.putAt) ?? '');
  }

  /** Its message once, saying how many answers there are; and the same of it as it was sent out beforehand. */
  #question({ round, question, ahead }: Asked, putAt: string): void {
    const say = botText('da');
    const living = [...this.#answers.values()].filter((answer) => answer.round === round && isLiving(answer));
    const closed = say('question.closed', { count: living.length });
    const early = ahead === undefined ? [] : living.filter((answer) => isPreparation(answer, putAt));
    const prepared = early.length === 0 ? '' : say('question.prepared', { count: early.length });
    const found = this.#rootsOf(question.text);
    const isRight = ({ words }: Seen): boolean => words.includes(closed) && words.includes(prepared);
    this.#once(found('question'), questionPostKey(round), isRight);
    if (ahead === undefined) return;
    this.#once(found('preparation'), aheadPostKey(round), ({ words }) => words.includes(say('preparation.put')));
    for (const { key, text } of early)
      if (text !== undefined) this.#texts.set(`${round} ${key}`, { text, label: say('digest.prepared') });
  }

  /** Its first page once, and in its pages everything that counts and nothing that was taken back. */
  digest(): void {
    const { digests } = this.counts;
    const pages = this.#bots.filter(({ words }) => kindOf(words) === 'digest');
    const first = pages.filter(({ words }) => !words.includes(`${this.#item.title} · side`));
    digests.due += 1;
    digests.made += Math.min(first.length, 1);
    digests.doubled += Math.max(first.length - 1, 0);
    if (first.length !== 1) this.problems.push(`${first.length} digests (${this.#statusOf(digestPostKey(1))})`);
    const said = pages.map(({ words }) => words).join('\n');
    const problems = problemsIn(said, this.#texts);
    this.problems.push(...problems.map((problem) => `${problem} (${this.#statusOf(digestPostKey(1))})`));
  }

  /** `written`: all that its author wrote, the last of it last; undefined where that was to delete it. */
  #hold(name: string, wishes: readonly Wanted[], written: readonly (string | undefined)[]): void {
    const stored = this.#answers.get(name);
    const right = wishes.filter((wish) => faultOf(wish, stored) === undefined);
    const wanted = right.find(({ reason }) => reason === undefined) ?? right[0] ?? wishes[0] ?? { life: 'gone' };
    this.#known.add(name);
    if (wanted.life === 'living' && wanted.text !== undefined) this.#texts.set(name, { text: wanted.text, label: '' });
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

  #rootsOf =
    (text: string) =>
    (kind: ReturnType<typeof kindOf>): readonly Seen[] =>
      this.#bots.filter(({ id, root, words }) => id === root && words.includes(text) && kindOf(words) === kind);

  #statusOf = (key: string): string => this.#posts.find((post) => post.key === key)?.state.status ?? 'no row';
}

const asWritten = (text: string | undefined): Wanted =>
  text === undefined ? { life: 'gone' } : { life: 'living', text };
