import type { ChannelPort, OwnersPort, RosterPort, Store, Surroundings, ThreadsPort } from './ports.ts';
import type { Memberships } from './memberships.ts';
import type { Snapshots } from './snapshots.ts';
import type { ChannelReading } from '#dialogue/channelReading';
import type { DialogueMaterial } from '#dialogue/material';

/** What the use cases work with. Each names, with Pick, the part that it needs. */
export interface Deps {
  readonly store: Store;
  readonly channel: ChannelPort;
  readonly roster: RosterPort;
  readonly owners: OwnersPort;
  readonly threads: ThreadsPort;
  readonly materials: readonly DialogueMaterial[];
  /** Id of the app in Teams, for links to its tab. */
  readonly app: string;
  /** Which messages of the channels Teams gives the app; what it says of that depends on it. */
  readonly channelReading: ChannelReading;
  /** How long an item is kept once it has ended, in milliseconds. */
  readonly keptFor: number;
  readonly surroundings: Surroundings;
  readonly memberships: Memberships;
  readonly snapshots: Snapshots;
}

/** What everything that settles posts needs. */
export type Outbox = Pick<
  Deps,
  'store' | 'channel' | 'threads' | 'surroundings' | 'app' | 'channelReading' | 'keptFor'
>;
