import type { Version } from '../reply.ts';

/** How it went with one thing that Teams tells of a message. */
interface Telling {
  readonly timestamp: string;
  /** `heard`: the app has said 200. `tried`: it was told, and never said so. */
  state: 'tried' | 'heard';
}

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
    return (status) => {
      if (status === 200 && telling !== undefined) telling.state = 'heard';
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
    const telling: Telling = { timestamp, state: 'tried' };
    all.push(telling);
    return telling;
  }
}

interface Activity {
  readonly id?: string;
  readonly type: string;
  readonly timestamp?: string;
  readonly channelData?: { readonly eventType?: string };
}
