import type { MineView } from '../../api/views.ts';

/** Everything that is stored about whoever looks: the server tells it some items at a time, newest first. */
export async function readAllMine(read: (after?: string) => Promise<MineView>): Promise<MineView> {
  let all = await read();
  while (all.older !== undefined) all = joined(all, await read(all.older));
  return all;
}

/** What is not of items is told each time: as it was last. */
const joined = (newer: MineView, older: MineView): MineView => ({
  ...older,
  items: newer.items + older.items,
  answers: [...newer.answers, ...older.answers],
  deleted: [...newer.deleted, ...older.deleted],
  led: [...newer.led, ...older.led],
  wroteDown: [...newer.wroteDown, ...older.wroteDown],
  teamsIds: [...new Set([...newer.teamsIds, ...older.teamsIds])],
});
