import type { PostStore } from '#usecases/ports';
import { fromPostEntity, toPostEntity } from './entities/postEntity.ts';
import { addresses, ranges } from './keys.ts';
import { readRange, readStored, writeOver } from './rows.ts';
import type { Tables } from './tables.ts';

export const createPostStore = (tables: Tables): PostStore => ({
  readPost: (ref) => readStored(tables, addresses.post(ref, ref.key), fromPostEntity),
  listWelcomes: async (committee) => (await readRange(tables, ranges.welcomes(committee))).map(fromPostEntity),
  savePost: (owner, post, over) => writeOver(tables, toPostEntity(owner, post), over),
  erasePost: (ref) => tables.remove(addresses.post(ref, ref.key)),
});
