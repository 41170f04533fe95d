import { DEFAULT_LIMITS } from '../../../infra/local/teams/world.ts';
import type { Version } from '../reply.ts';

/** How it went with one thing that Teams tells of a message. */
interface Telling {
  readonly timestamp: string;
  /** `heard`: the app has said 200. `tried`: it was told, and has not said so. `givenUp`: nor will it be told again. */
  state: 'tried' | 'heard' | 'givenUp';
  times: number;
}

/** Teams tells so often, at most. */
const TIMES = 1 + DEFAULT_LIMITS.redeliverAfter.length;

const OF: Readonly<Record<string, Version['does']>> = {
  editMessage: 'edit',
  undeleteMessage: 'undelete',
  softDeleteMessage: 'delete',
};

/** What Teams has told the app of messages, and whether the app has said that it is taken. */
export class Told {
  /** What the app answered that it must never answer. */
  readonly refused: string[] = [];
  readonly #tellings = new Map<string, Telling[]>();

  /** One activity is on its way. @returns what is to be called with the app's answer */
  begin(body: Buffer): (status: number | undefined) => void {
    const { id = '', type, timestamp = '', channelData } = JSON.parse(body.toString()) as Activity;
    const does = type === 'message' ? 'post' : OF[channelData?.eventType ?? ''];
    const telling = does && this.#telling(`${id} ${does}`, timestamp);
    if (telling !== undefined) telling.times += 1;
    return (status) => {
      if (telling !== undefined && telling.state !== 'heard') telling.state = stateAfter(status, telling.times);
      if (status !== undefined && status >= 400 && status !== 503) this.refused.push(`${type}: ${status}`);
    };
  }

  /** Of the changes of one kind to a message, those that Teams has told, in their order. */
  of(message: string, does: Version['does']): readonly Telling['state'][] {
    const tellings = this.#tellings.get(`${message} ${does}`) ?? [];
    return tellings.toSorted((one, other) => (one.timestamp < other.timestamp ? -1 : 1)).map(({ state }) => state);
  }

  /** What is told again is the same thing. */
  #telling(name: string, timestamp: string): Telling {
    const all = this.#tellings.get(name) ?? [];
    this.#tellings.set(name, all);
    const known = all.find((telling) => telling.timestamp === timestamp);
    if (known !== undefined) return known;
    const telling: Telling = { timestamp, state: 'tried', times: 0 };
    all.push(telling);
    return telling;
  }
}

function stateAfter(status: number | undefined, times: number): Telling['state'] {
  if (status === 200) return 'heard';
  return times < TIMES ? 'tried' : 'givenUp';
}

interface Activity {
  readonly id?: string;
  readonly type: string;
  readonly timestamp?: string;
  readonly channelData?: { readonly eventType?: string };
}
