import type { Azurite } from '../../../infra/local/azurite.ts';
import { forkFunctions, type FunctionsProcess } from '../../../infra/local/forkFunctions.ts';
import { type OutageProxy, startOutageProxy } from '../../support/outageProxy.ts';
import type { Random } from '../../support/random.ts';
import type { Diary } from './diary.ts';
import { type Climate, StoreWeather } from './storeWeather.ts';

interface Options {
  readonly number: number;
  readonly env: Readonly<Record<string, string>>;
  readonly azurite: Azurite;
  readonly tokenUrl: string;
  readonly diary: Diary;
  readonly climate: Climate;
  readonly random: Random;
  readonly print: (line: string) => void;
}

/** Every other second, where Azure waits for five minutes: what the timer is there for is seen soon. */
const TIMER = '*/2 * * * * *';
/** Rows of a message that the bot creates; who is about to create one has just written it. */
const OF_POSTS: readonly string[] = ['question', 'echo', 'digest', 'post'];

/** A Functions process with its own way to the tables; killed, it is started anew, as Azure does. */
export class RealProcess {
  readonly name: string;
  /** When it wrote down that it sends something, or anything else of a message, the last time. */
  postWrittenAt = 0;
  readonly #options: Options;
  readonly #outage: OutageProxy;
  readonly #weather: StoreWeather;
  #running: FunctionsProcess | undefined;
  #coming: Promise<void> = Promise.resolve();
  #isOver = false;

  private constructor(options: Options, outage: OutageProxy) {
    this.name = `process ${options.number}`;
    this.#options = options;
    this.#outage = outage;
    const { random, diary, climate } = options;
    this.#weather = new StoreWeather(random, diary, climate, { name: this.name, kill: () => this.kill() });
    outage.fateOf = (request) => {
      if (request.isWrite && request.kinds.some((kind) => OF_POSTS.includes(kind)))
        this.postWrittenAt = performance.now();
      return this.#weather.fateOf(request);
    };
  }

  static async start(options: Options): Promise<RealProcess> {
    const process = new RealProcess(options, await startOutageProxy(options.azurite.url));
    await process.#begin();
    return process;
  }

  /** Undefined while it does not run. */
  get url(): string | undefined {
    return this.#running?.url;
  }

  set calm(isCalm: boolean) {
    this.#weather.calm = isCalm;
  }

  /** Resolves when it is gone; it comes back by itself. */
  async kill(): Promise<void> {
    const process = this.#running;
    // It is gone already, or on its way.
    if (process === undefined) return;
    this.#running = undefined;
    await process.kill();
    if (!this.#isOver) this.#coming = this.#begin();
  }

  /** Resolves when it is there. */
  runs(): Promise<void> {
    return this.#coming;
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#coming;
    await this.#running?.stop();
    await this.#outage.close();
  }

  async #begin(): Promise<void> {
    const { env, azurite, tokenUrl, diary, print } = this.#options;
    const settings = { port: 0, env: { ...env, MED_TABLES_URL: this.#outage.url }, timerSchedule: TIMER };
    this.#running = await forkFunctions({ ...settings, tables: azurite.credential, tokenUrl }, print);
    diary.note('runs', this.name);
  }
}
