import type { Announced, Held } from '#dialogue/held';
import type { CommitteeId } from '#dialogue/ids';
import { merge } from '#dialogue/merge';
import type { ThreadStore } from '#usecases/ports';
import { fromAnnouncedEntity, toAnnouncedEntity } from './entities/announcedEntity.ts';
import { fromHeldEntity, toHeldEntity } from './entities/heldEntity.ts';
import { fromThreadEntity, toThreadEntity } from './entities/threadEntity.ts';
import { addresses, ranges } from './keys.ts';
import { type Merging, mergeRow, readRange } from './rows.ts';
import type { Tables } from './tables.ts';

export const createThreadStore = (tables: Tables): ThreadStore => ({
  async readThread(committee, root) {
    const row = await tables.get(addresses.thread(committee, root));
    return row && fromThreadEntity(row);
  },
  async listThreads(committee) {
    return (await readRange(tables, ranges.threads(committee))).map(fromThreadEntity);
  },
  saveThread: (committee, thread) => tables.upsert(toThreadEntity(committee, thread)),
  async listAnnounced(committee) {
    return (await readRange(tables, ranges.announced(committee))).map(fromAnnouncedEntity);
  },
  async announce(committee, post, at) {
    await mergeRow(tables, { post, first: at, last: at }, announcing(committee));
  },
  unannounce: (committee, post) => tables.remove(addresses.announced(committee, post)),
  async hold(committee, held) {
    await mergeRow(tables, held, holding(committee));
  },
  async listHeld(committee, root) {
    return (await readRange(tables, ranges.held(committee, root))).map(fromHeldEntity);
  },
  eraseHeld: (committee, held) => tables.remove(addresses.held(committee, held.root, held.reply.key)),
});

const announcing = (committee: CommitteeId): Merging<Announced> => ({
  to: (announced) => toAnnouncedEntity(committee, announced),
  from: fromAnnouncedEntity,
  join: (known, seen) => ({
    post: seen.post,
    first: earlier(known?.first ?? seen.first, seen.first),
    last: later(known?.last ?? seen.last, seen.last),
  }),
});

const holding = (committee: CommitteeId): Merging<Held> => ({
  to: (held) => toHeldEntity(committee, held),
  from: fromHeldEntity,
  join: (known, seen) => ({
    root: seen.root,
    reply: merge(known?.reply, seen.reply),
    heldAt: earlier(known?.heldAt ?? seen.heldAt, seen.heldAt),
  }),
});

const earlier = (left: string, right: string): string => (left < right ? left : right);
const later = (left: string, right: string): string => (left < right ? right : left);
