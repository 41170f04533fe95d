import { DialogueError } from '#dialogue/errors';
import { instantOf } from '#dialogue/instant';
import { questionPostKey } from '#dialogue/post';
import { ANSWER_INPUT } from '#render/questionCard';
import { deleteAnswer, writeAnswer } from '#usecases/ownAnswers';
import { memberOf, type Person, pressed } from './activities.ts';
import { type App, type Process, told } from './app.ts';
import type { Pace } from './pace.ts';
import type { Random } from '../support/random.ts';
import type { TeamsChannel } from './teamsChannel.ts';
import type { Telling } from './telling.ts';
import type { Timeline } from './timeline.ts';
import { CLOSED, REFUSED, TRY_AGAIN } from './refusals.ts';

/** What somebody wrote in panel and card, as the app has acknowledged it. */
export interface OwnAnswer {
  readonly round: string;
  readonly author: Person;
  /** Undefined where it is deleted, or was never written. */
  text: string | undefined;
  revision: number;
  /** What they wrote before. */
  readonly former: string[];
}

interface Deps {
  readonly app: App;
  readonly timeline: Timeline;
  readonly random: Random;
  readonly teams: TeamsChannel;
  readonly telling: Telling;
  readonly pace: Pace;
}

/** People who answer in the panel and on the card, each one thing after another. */
export class OwnAnswers {
  readonly all: OwnAnswer[] = [];
  /** How many people are still at it. */
  pending = 0;
  readonly #deps: Deps;
  #wishes = 0;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Somebody begins to answer a question that is put. */
  begin(meeting: string, round: string, member: number): void {
    const own: OwnAnswer = { round, author: memberOf(member), text: undefined, revision: 0, former: [] };
    this.all.push(own);
    this.pending += 1;
    this.#script(meeting, own)
      .catch((error: unknown) => this.#deps.app.unforeseen.push(told(error)))
      .finally(() => (this.pending -= 1));
  }

  async #script(meeting: string, own: OwnAnswer): Promise<void> {
    const { random, timeline, pace } = this.#deps;
    await timeline.pause(random.between(200, pace.own));
    do {
      await this.#doOne(meeting, own);
      await timeline.pause(random.between(500, pace.own));
    } while (random.chance(0.4));
  }

  async #doOne(meeting: string, own: OwnAnswer): Promise<void> {
    const { random, teams } = this.#deps;
    const does = random.next();
    const card = teams
      .standing()
      .find(({ id, root, content }) => id === root && holds(content.card, meeting, own.round));
    if (own.text !== undefined && does < 0.2) await this.#delete(meeting, own);
    else if (card !== undefined && does < 0.5) await this.#press(meeting, own, card.root);
    else await this.#write(meeting, own);
  }

  async #write(meeting: string, own: OwnAnswer): Promise<void> {
    const [id, text] = this.#wish(own);
    const by = { person: own.author.person, name: own.author.name };
    const over = own.text === undefined ? 0 : own.revision;
    const written = await this.#acknowledged(own, 'write', ({ deps, now }) =>
      writeAnswer(
        deps,
        { meeting, round: own.round },
        { id, at: now(), by, mri: own.author.mri, from: 'panel', over },
        text,
      ),
    );
    if (written !== undefined) become(own, text, written.answer.revision);
  }

  async #delete(meeting: string, own: OwnAnswer): Promise<void> {
    const [id] = this.#wish(own);
    const by = { person: own.author.person, name: own.author.name };
    const gone = await this.#acknowledged(own, 'delete', ({ deps, now }) =>
      deleteAnswer(deps, { meeting, round: own.round }, { id, at: now(), by, over: own.revision }),
    );
    if (gone !== undefined) become(own, undefined, gone.answer.revision);
  }

  /** Who changes an answer after closing is told that it cannot be changed. */
  async #acknowledged<T>(own: OwnAnswer, name: string, work: (process: Process) => Promise<T>): Promise<T | undefined> {
    try {
      return await this.#deps.app.act(name, work);
    } catch (error) {
      if (error instanceof DialogueError && error.code === 'RoundClosed' && own.text !== undefined) return undefined;
      throw error;
    }
  }

  /** Until the app has taken it, or said that it will not. */
  async #press(meeting: string, own: OwnAnswer, root: string): Promise<void> {
    const { telling, teams, timeline, app } = this.#deps;
    const [, text] = this.#wish(own);
    const post = { table: 'Meetings', partition: meeting, key: questionPostKey(own.round) };
    for (;;) {
      const about = { root, author: own.author, at: instantOf(Number(teams.nextId())) };
      const reply = await telling.press((invoke) => pressed(about, invoke, { post, [ANSWER_INPUT]: text }));
      const said = reply?.text ?? '';
      if (said === CLOSED) return;
      if (REFUSED.includes(said)) app.unforeseen.push(`a card was refused: ${said}`);
      if (said !== TRY_AGAIN) break;
      await timeline.pause(3_000);
    }
    // The panel shows it, with its revision.
    const stored = await app.stored().readAnswer(meeting, own.round, `m${own.author.person}`);
    become(own, text, stored?.value.revision ?? own.revision);
  }

  #wish(own: OwnAnswer): readonly [id: string, text: string] {
    this.#wishes += 1;
    return [`own-${this.#wishes}`, `${own.author.name} svarer for ${this.#wishes}. gang i panel eller på kort.`];
  }
}

function become(own: OwnAnswer, text: string | undefined, revision: number): void {
  if (own.text !== undefined) own.former.push(own.text);
  [own.text, own.revision] = [text, revision];
}

/** Whether a card can be answered, and is this question's. */
const holds = (card: unknown, meeting: string, round: string): boolean => {
  const text = JSON.stringify(card);
  return text.includes(meeting) && text.includes(`${round}!p!q`);
};
