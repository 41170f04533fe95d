import { createAnswerNoted } from '#usecases/answerNoted';
import type { Deps } from '#usecases/deps';
import { createHandleEvent } from '#usecases/handleEvent';
import { createMemberships } from '#usecases/memberships';
import type { ChannelPort, LogEvent, OwnersPort, RosterPort, Store, Surroundings, ThreadsPort } from '#usecases/ports';
import { createSnapshots } from '#usecases/snapshots';
import { around, type Around } from './ports.ts';

/** What all instances share: the outside. */
export interface Outside {
  readonly store: Store;
  readonly channel: ChannelPort;
  readonly roster: RosterPort;
  readonly owners: OwnersPort;
  readonly threads: ThreadsPort;
  now(): string;
  pause(milliseconds: number): Promise<void>;
  newId(): string;
  failed(error: unknown): void;
}

/** One Functions process: its use cases, with caches of its own. */
export interface Instance {
  readonly deps: Deps & { readonly noted: ReturnType<typeof createAnswerNoted> };
  readonly handle: ReturnType<typeof createHandleEvent>;
  readonly log: readonly LogEvent[];
}

/** A year, in milliseconds. */
const KEPT_FOR = 365 * 24 * 60 * 60_000;

export function createInstance(outside: Outside, watch: Around): Instance {
  const log: LogEvent[] = [];
  const surroundings: Surroundings = {
    now: () => outside.now(),
    newId: () => outside.newId(),
    pause: (milliseconds) => outside.pause(milliseconds),
    log: (event) => log.push(event),
    later(_, work) {
      work().catch((error: unknown) => outside.failed(error));
    },
  };
  const store = around(outside.store, watch);
  const channel = around(outside.channel, watch);
  const roster = around(outside.roster, watch);
  const threads = around(outside.threads, watch);
  const memberships = createMemberships({ roster, owners: outside.owners, surroundings });
  const snapshots = createSnapshots(store, surroundings);
  const outbox = {
    store,
    channel,
    threads,
    surroundings,
    app: 'app',
    channelReading: 'on' as const,
    keptFor: KEPT_FOR,
  };
  const noted = createAnswerNoted({ ...outbox, snapshots });
  const deps = { ...outbox, roster, owners: outside.owners, materials: [], memberships, snapshots, noted };
  return { deps, log, handle: createHandleEvent({ ...deps, owned: new Map() }) };
}
