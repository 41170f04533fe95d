import { readActivity } from '#teams/activity';
import { normalise } from '#teams/normalise';
import type { CardReply } from '#usecases/inboundEvents';
import { APP } from './activities.ts';
import { type App, told } from './app.ts';
import type { Random } from '../support/random.ts';
import type { Timeline } from './timeline.ts';
import type { Weather } from './weather.ts';

/** What Teams has still to tell, and how it does: again until it has its answer, and not always once or in order. */
export class Telling {
  /** How many activities are under way. */
  pending = 0;
  readonly #app: App;
  readonly #timeline: Timeline;
  readonly #random: Random;
  readonly #weather: Weather;

  constructor(app: App, { timeline, random, weather }: { timeline: Timeline; random: Random; weather: Weather }) {
    this.#app = app;
    this.#timeline = timeline;
    this.#random = random;
    this.#weather = weather;
  }

  /** Tells of a message, or of what was done to it. `heard` is called when Teams has its answer for the first time. */
  tell(activity: object, heard: () => void = () => undefined): void {
    const random = this.#random;
    const wait = this.#weather.strikes('told late') ? random.between(3_000, 90_000) : random.between(20, 1_500);
    this.#later(wait, activity, heard);
    if (this.#weather.strikes('told again')) this.#later(wait + random.between(0, 60_000), activity, heard);
  }

  /** Tells of a press, of which each try has an id of its own, and waits for what the app says to who pressed. */
  async press(activityOf: (invoke: string) => object): Promise<CardReply | undefined> {
    const invoke = (): string => String(this.#random.between(1, 1e9));
    await this.#timeline.pause(this.#random.between(20, 300));
    const reply = await this.#deliver(() => activityOf(invoke()));
    if (this.#weather.strikes('told again, new id')) {
      this.#count(async () => {
        await this.#timeline.pause(this.#random.between(0, 90_000));
        await this.#deliver(() => activityOf(invoke()));
      });
    }
    return reply;
  }

  #later(wait: number, activity: object, heard: () => void): void {
    this.#count(async () => {
      await this.#timeline.pause(wait);
      heard();
      await this.#deliver(() => activity);
    });
  }

  #count(work: () => Promise<void>): void {
    this.pending += 1;
    work()
      .catch((error: unknown) => this.#app.unforeseen.push(told(error)))
      .finally(() => (this.pending -= 1));
  }

  #deliver(activity: () => object): Promise<CardReply | undefined> {
    return this.#app.act('told', ({ handle }) => handle(normalise(readActivity(activity()), APP)));
  }
}
