import type { OpenMeeting } from '#dialogue/commands';
import type { Round } from '#dialogue/meeting';
import { openItem, openPlanned } from '#usecases/openItem';
import { planItem } from '#usecases/planItem';
import { settleDue } from '#usecases/settleDue';
import { COMMITTEE, GROUP, memberOf, SERVICE_URL, TEAM, TENANT } from './activities.ts';
import { App, type Surroundings } from './app.ts';
import { type Defect, NO_DEFECT } from './defect.ts';
import { Facilitator } from './facilitator.ts';
import type { Counts } from './counts.ts';
import { judge } from './judge.ts';
import { type Pace, PROMPT, SLOW } from './pace.ts';
import { OwnAnswers } from './ownAnswers.ts';
import { Random } from '../support/random.ts';
import { Replies } from './replies.ts';
import { TeamsChannel } from './teamsChannel.ts';
import { Telling } from './telling.ts';
import { Threads } from './threads.ts';
import { Timeline } from './timeline.ts';
import { Transcript } from './transcript.ts';
import { Weather } from './weather.ts';

export interface ItemPlayed {
  readonly counts: Counts;
  /** What must not be, in words; empty where all is well. */
  readonly problems: readonly string[];
  readonly transcript: Transcript;
}

/** How often the timer comes by, in milliseconds. */
const TIMER = 5 * 60_000;
/** Times that the timer comes by, at most, before everything must have come to rest. */
const ROUNDS = 40;

/** One item, from its opening to the moment when nothing is left to do: everything in it follows from the seed. */
export async function playItem(seed: number, defect: Defect = NO_DEFECT): Promise<ItemPlayed> {
  const random = new Random(seed);
  const timeline = new Timeline();
  const transcript = new Transcript(() => timeline.milliseconds);
  const weather = new Weather(random, transcript, random.chance(0.05) ? 0 : 1);
  const teams = new TeamsChannel(() => timeline.milliseconds, transcript);
  const threads = new Threads({ timeline, random, weather, teams, transcript });
  const around: Surroundings = { timeline, random, weather, teams, threads, transcript, defect };
  return timeline.play(() => new Item(around).play());
}

const QUESTIONS = ['Hvordan styrker vi velkomsten?', 'Hvad vil vi prøve?', 'Hvem skal vi spørge?'] as const;

/** Most items have one. */
const HOW_MANY = [1, 1, 1, 1, 1, 1, 1, 1, 2, 3] as const;

class Item {
  readonly #around: Surroundings;
  readonly #app: App;
  readonly #telling: Telling;
  readonly #replies: Replies;
  readonly #own: OwnAnswers;
  readonly #facilitator: Facilitator;
  readonly #pace: Pace;
  #isOver = false;

  constructor(around: Surroundings) {
    const { random, teams } = around;
    this.#around = around;
    this.#app = new App(around, random.chance(0.5) ? 2 : 1);
    this.#telling = new Telling(this.#app, around);
    this.#pace = random.chance(0.08) ? SLOW : PROMPT;
    const people = { ...around, app: this.#app, telling: this.#telling, pace: this.#pace };
    this.#replies = new Replies(people);
    this.#own = new OwnAnswers(people);
    this.#facilitator = new Facilitator(this.#app, around);
    teams.onPosted = (message) => {
      const isQuestion = message.id === message.root && !message.content.summary.startsWith('Opsamling');
      if (isQuestion) this.#replies.under(message, random.between(9, 27));
    };
  }

  async play(): Promise<ItemPlayed> {
    const { random, weather, transcript } = this.#around;
    await this.#install();
    const [timer, panel] = [this.#timer(), this.#panel()];
    const plan = QUESTIONS.slice(0, random.pick(HOW_MANY)).map((text, index) => ({
      id: `1/${index + 1}`,
      text,
      points: [],
      theme: 1,
    }));
    const meeting = await this.#open(plan);
    for (const { id } of plan) await this.#ask(meeting, id);
    await this.#facilitator.press(meeting, { type: 'endMeeting', cause: 'facilitator' });
    await this.#done();
    weather.calm();
    this.#isOver = true;
    await Promise.all([timer, panel]);
    const rest = await this.#rest();
    const { counts, problems } = await judge({
      meeting,
      ...this.#around,
      app: this.#app,
      replies: this.#replies.all,
      own: this.#own.all,
    });
    return { counts, problems: [...rest, ...problems], transcript };
  }

  async #install(): Promise<void> {
    const store = this.#app.stored();
    const channels = [{ id: COMMITTEE, name: 'MED', type: 'standard' }] as const;
    const team = { id: TEAM, tenant: TENANT, group: GROUP, serviceUrl: SERVICE_URL, name: 'MED' };
    await store.saveTeam({ ...team, install: 'installed', language: 'da', channels }, undefined);
    await store.saveCommittee({ id: COMMITTEE, team: TEAM, name: 'MED' }, undefined);
  }

  /** At once, or prepared before, with a question that is sent out beforehand. */
  async #open(plan: OpenMeeting['plan']): Promise<string> {
    const { random, timeline } = this.#around;
    const { person, name } = memberOf(1);
    const themes = [{ number: 1, title: 'En attraktiv arbejdsplads', direction: ['Vi vil.'] }];
    const about = { committee: COMMITTEE, team: TEAM, language: 'da', title: 'Punkt 4', themes, plan } as const;
    const made = (now: string) => ({ ...about, id: 'open', at: now, by: { person, name } });
    if (!random.chance(0.2)) return (await this.#app.act('open', ({ deps, now }) => openItem(deps, made(now())))).id;
    await this.#app.act('plan', ({ deps, now }) => planItem(deps, made(now())));
    const next = (await this.#app.stored().readCommittee(COMMITTEE))?.value.next;
    if (next === undefined) throw new Error('nothing was planned');
    await this.#facilitator.press(next, { type: 'sendAhead', question: plan[0]?.id ?? '' });
    await timeline.pause(random.between(1_000, 200_000));
    const by = { id: 'opened', by: { person, name } };
    await this.#app.act('open', ({ deps, now }) => openPlanned(deps, next, { ...by, at: now() }));
    return next;
  }

  async #ask(meeting: string, question: string): Promise<void> {
    const { random, timeline } = this.#around;
    await this.#facilitator.press(meeting, { type: 'putQuestion', question });
    const round = (await this.#round(meeting, question)).id;
    if (random.chance(0.2)) this.#replies.elsewhere();
    const people = random.between(0, 2);
    for (let member = 1; member <= people; member += 1) this.#own.begin(meeting, round, member);
    await timeline.pause(random.between(...this.#pace.open));
    await this.#facilitator.press(meeting, { type: 'closeRound', round });
    if ((await this.#round(meeting, question)).status !== 'closed') throw new Error('a question was not closed');
    await timeline.pause(random.between(0, 20_000));
  }

  async #round(meeting: string, question: string): Promise<Round> {
    const head = (await this.#app.stored().readMeeting(meeting))?.value;
    const round = head?.rounds.find((one) => one.question === question);
    if (round === undefined) throw new Error('a question was not put');
    return round;
  }

  /** Azure runs the timer once at a time, in one of the processes. */
  async #timer(): Promise<void> {
    while (!this.#isOver) {
      await this.#around.timeline.pause(TIMER);
      await this.#app.attempt('timer', ({ deps }) => settleDue(deps));
    }
  }

  async #panel(): Promise<void> {
    while (!this.#isOver) {
      await this.#around.timeline.pause(this.#around.random.between(30_000, 90_000));
      await this.#facilitator.look();
    }
  }

  /** Everybody has said what they wanted to say, and Teams has told it. */
  async #done(): Promise<void> {
    const working = [this.#telling, this.#replies, this.#own];
    do await this.#around.timeline.pause(10_000);
    while (working.some(({ pending }) => pending > 0));
  }

  /** Nothing goes wrong any more, and the timer comes by until nothing is left to do. */
  async #rest(): Promise<readonly string[]> {
    const { timeline } = this.#around;
    for (let round = 0; round < ROUNDS; round += 1) {
      await timeline.pause(TIMER);
      await this.#app.act('timer', ({ deps }) => settleDue(deps));
      const unsettled = await this.#facilitator.look();
      while (this.#facilitator.pending > 0) await timeline.pause(10_000);
      if (unsettled.length === 0 && (await this.#due()) === 0) return [];
    }
    return ['it did not come to rest'];
  }

  /** What is due within the hour, or within what clocks are off. */
  async #due(): Promise<number> {
    const soon = new Date(this.#around.timeline.milliseconds + 65 * 60_000).toISOString();
    return (await this.#app.stored().listDue(soon)).dues.filter((due) => 'post' in due || 'readBack' in due).length;
  }
}
