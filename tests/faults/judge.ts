import { type Answer, isLiving } from '#dialogue/answer';
import { type Meeting, questionOf } from '#dialogue/meeting';
import { aheadPostKey, digestPostKey, echoPostKey, type Post, questionPostKey } from '#dialogue/post';
import type { App } from './app.ts';
import { type Counts, noCounts } from './counts.ts';
import type { OwnAnswer } from './ownAnswers.ts';
import type { Reply, Version } from './reply.ts';
import { standsNotTwice, standsOnce } from './standing.ts';
import type { Standing, TeamsChannel } from './teamsChannel.ts';
import type { Threads } from './threads.ts';
import { type Wanted, wantedOf } from './wanted.ts';
import type { Weather } from './weather.ts';

interface Played {
  readonly meeting: string;
  readonly app: App;
  readonly teams: TeamsChannel;
  readonly threads: Threads;
  readonly weather: Weather;
  readonly replies: readonly Reply[];
  readonly own: readonly OwnAnswer[];
}

/** Holds what is stored and what stands in the channel against what people did. */
export async function judge(played: Played): Promise<{ counts: Counts; problems: readonly string[] }> {
  const { app, meeting, teams, weather } = played;
  const store = app.stored();
  const head = (await store.readMeeting(meeting))?.value;
  if (head === undefined) return { counts: noCounts(), problems: ['the item is gone'] };
  const { answers, posts } = await store.readAllRounds(meeting);
  const judgement = new Judgement(head, answers, posts, played, Object.fromEntries(weather.struck));
  for (const reply of played.replies) judgement.reply(reply, teams);
  for (const own of played.own) judgement.own(own);
  judgement.noneElse();
  judgement.posts();
  for (const { key } of app.service.rows())
    if (/^[sh]!/.test(key)) judgement.problems.push(`a row is left: ${key.slice(0, 2)}`);
  judgement.problems.push(...app.unforeseen.map((error) => `unforeseen: ${error}`));
  return judgement;
}

class Judgement {
  readonly counts: Counts;
  readonly problems: string[] = [];
  readonly #head: Meeting;
  readonly #answers: ReadonlyMap<string, Answer>;
  readonly #posts: readonly Post[];
  readonly #standing: readonly Standing[];
  readonly #readAsOf: (root: string) => number | undefined;
  readonly #known = new Set<string>();
  /** What the digest must have in it, and what it must not. */
  readonly #texts: string[] = [];
  readonly #withdrawn: (string | undefined)[] = [];

  constructor(
    head: Meeting,
    answers: readonly Answer[],
    posts: readonly Post[],
    { teams, threads }: Pick<Played, 'teams' | 'threads'>,
    faults: Readonly<Record<string, number>>,
  ) {
    this.counts = noCounts(faults);
    this.#head = head;
    this.#answers = new Map(answers.map((answer) => [`${answer.round} ${answer.key}`, answer]));
    this.#posts = posts;
    this.#standing = teams.standing();
    this.#readAsOf = (root) => threads.readAsOf(root);
  }

  reply(reply: Reply, teams: TeamsChannel): void {
    const { content } = teams.messages.find(({ id }) => id === reply.root) ?? {};
    const round = this.#roundOf(content?.summary ?? '');
    this.#hold(
      `${round ?? '?'} t${reply.message}`,
      wantedOf(reply.versions, this.#readAsOf(reply.root)),
      textsIn(reply.versions),
    );
  }

  own({ round, author, text, former }: OwnAnswer): void {
    const wanted: Wanted = text === undefined ? { life: 'gone' } : { life: 'living', text };
    this.#hold(`${round} m${author.person}`, wanted, [...former, text]);
    this.#echo(round, author, text);
  }

  /** Nothing of what was said elsewhere is stored, and nothing twice. */
  noneElse(): void {
    for (const name of this.#answers.keys()) {
      if (this.#known.has(name)) continue;
      this.counts.replies.doubled += 1;
      this.problems.push(`stored besides: ${name}`);
    }
  }

  posts(): void {
    for (const { id, question } of this.#head.rounds) {
      const text = questionOf(this.#head, question)?.text ?? '?';
      this.#post(
        questionPostKey(id),
        `Lukket for svar: ${text}`,
        ({ content }) => content.summary.endsWith(text) && !isAhead(content.summary),
      );
      const ahead = this.#posts.find(({ key }) => key === aheadPostKey(id));
      if (ahead !== undefined && ahead.state.status !== 'dropped')
        this.#post(
          ahead.key,
          `Til forberedelse: ${text}`,
          ({ content }) => isAhead(content.summary) && content.summary.endsWith(text),
        );
    }
    this.#digest();
  }

  /** `written`: all that its author wrote, the last of it last: undefined where that was to delete it. */
  #hold(name: string, wanted: Wanted, written: readonly (string | undefined)[]): void {
    const isMade = written.at(-1) !== undefined;
    const stored = this.#answers.get(name);
    const fault = faultOf(wanted, stored);
    this.#known.add(name);
    if (wanted.life !== 'either') this.#texts.push(...[wanted.text].filter((text) => text !== undefined));
    this.#withdrawn.push(...written.filter((text) => text !== undefined && text !== wanted.text));
    if (isMade) this.counts.replies.made += 1;
    if (fault === undefined) {
      if (isMade) this.#count(wanted);
      return;
    }
    this.counts.replies[fault] += 1;
    const { life, text } = stored ?? { life: 'nothing' };
    this.problems.push(`${name}: wanted ${wanted.life} "${wanted.text}", stored ${life} "${text}"`);
  }

  #count({ reason }: Wanted): void {
    const { replies, unchecked } = this.counts;
    if (reason === undefined) {
      replies.stored += 1;
      return;
    }
    replies.unchecked += 1;
    unchecked[reason] += 1;
  }

  /** Shown once in the thread while it stands, unless Teams did not tell whether it was made. */
  #echo(round: string, { person, name }: OwnAnswer['author'], text: string | undefined): void {
    const post = this.#posts.find(({ key }) => key === echoPostKey(round, person));
    const root = this.#posts.find(({ key }) => key === questionPostKey(round));
    const thread = root?.state.status === 'sent' ? root.state.place.root : undefined;
    const shown = this.#standing.filter((one) => one.root === thread && one.content.onBehalfOf?.name === name);
    const called = `echo ${round} ${name} (${post?.state.status ?? 'no row'})`;
    if (post !== undefined && isUnsettled(post)) {
      this.counts.echoesUnsettled += 1;
      standsNotTwice(this, shown.length, called);
    } else if (text !== undefined) standsOnce(this, shown, called, (one) => JSON.stringify(one.content).includes(text));
    else if (shown.length > 0) this.problems.push(`its answer is deleted: ${called}`);
  }

  #post(key: string, summary: string, isIt: (standing: Standing) => boolean): void {
    const status = this.#posts.find((post) => post.key === key)?.state.status;
    const found = this.#standing.filter((one) => one.id === one.root && isIt(one));
    standsOnce(this, found, `${key} (${status ?? 'no row'})`, ({ content }) => content.summary === summary);
  }

  /** Its first page once, and in its pages everything that counts. */
  #digest(): void {
    const { digests } = this.counts;
    const pages = this.#standing.filter(({ content }) => /^Opsamling/.test(content.summary));
    const first = pages.filter(({ content }) => content.summary.startsWith('Opsamling: '));
    digests.due += 1;
    digests.made += Math.min(first.length, 1);
    digests.doubled += Math.max(first.length - 1, 0);
    const status = this.#posts.find(({ key }) => key === digestPostKey(1))?.state.status;
    if (first.length !== 1) this.problems.push(`${first.length} digests (${status ?? 'no row'})`);
    const said = JSON.stringify(pages.map(({ content }) => content.card));
    const missing = this.#texts.filter((text) => !said.includes(text));
    if (missing.length > 0) this.problems.push(`not in the digest: ${missing.join(' | ')}`);
    const withdrawn = this.#withdrawn.filter((text) => text !== undefined && said.includes(text));
    if (withdrawn.length > 0) this.problems.push(`withdrawn, and in the digest: ${withdrawn.join(' | ')}`);
  }

  #roundOf(summary: string): string | undefined {
    const { rounds } = this.#head;
    return rounds.find(({ question }) => summary.endsWith(questionOf(this.#head, question)?.text ?? '?'))?.id;
  }
}

/** Nobody knows whether it came, or Teams refused it. */
export const isUnsettled = ({ state }: Post): boolean =>
  state.status === 'unknown' || state.status === 'blocked' || (state.status === 'dropped' && state.uncertain);

export function faultOf({ life, text }: Wanted, stored: Answer | undefined): 'lost' | 'wrong' | undefined {
  const isThere = stored !== undefined && isLiving(stored);
  if (life === 'either') return undefined;
  if (life === 'gone') return isThere ? 'wrong' : undefined;
  if (!isThere) return 'lost';
  return stored.text === text ? undefined : 'wrong';
}

const textsIn = (versions: readonly Version[]) => versions.map(({ text }) => text);

const isAhead = (summary: string): boolean => summary.startsWith('Til forberedelse: ');
