import type { Version } from '../reply.ts';
import { type Wanted, wantedOf } from '../wanted.ts';
import type { Machine } from './machine.ts';
import type { RealReply } from './thread.ts';

/**
 * What may be stored of a reply. What the app has said 200 to counts, and what stood in the thread when it was read back; what
 * Teams has tried to tell and was never heard may have been taken, or not. `endedAt`: when its item was over, in milliseconds.
 */
export function possible(reply: RealReply, endedAt: number, machine: Machine): readonly Wanted[] {
  let all: readonly (readonly Version[])[] = [[]];
  for (const [index, version] of reply.versions.entries()) {
    const states = statesOf(reply, index, machine);
    all = all.flatMap((before) => states.map((isTold) => [...before, { ...version, isTold }]));
  }
  return readAsOf(reply.root, endedAt, machine).flatMap((asOf) => all.map((versions) => wantedOf(versions, asOf)));
}

/** Whether Teams is done with telling of a reply: the app has said 200, or Teams has given it up. */
export const isToldOf = (reply: RealReply, { told }: Machine): boolean =>
  reply.versions.every(
    ({ untold }, index) => untold === 'all' || ['heard', 'givenUp'].includes(stateOf(reply, index, told) ?? ''),
  );

/** Whether the app has said 200 to all that became of a reply, words and all. */
export const isHeard = (reply: RealReply, machine: Machine): boolean =>
  reply.versions.every(({ untold }, index) => untold === 'nothing' && !statesOf(reply, index, machine).includes(false));

function statesOf(reply: RealReply, index: number, { told }: Machine): readonly boolean[] {
  const version = reply.versions[index];
  if (version === undefined || version.untold === 'all') return [false];
  return stateOf(reply, index, told) === 'heard' ? [true] : [true, false];
}

/** How the telling of one change went; undefined where Teams has not begun with it. */
function stateOf({ message, versions }: RealReply, index: number, told: Machine['told']) {
  const does = versions[index]?.does ?? 'post';
  const same = versions.slice(0, index).filter((other) => other.does === does && other.untold !== 'all');
  return told.of(message, does)[same.length];
}

/**
 * When a thread may have been read back the last time, in milliseconds: it was listed then, once its item was over. A list in
 * which the app looked for an echo of its own looks the same from outside.
 */
function readAsOf(root: string, endedAt: number, { teams }: Machine): readonly number[] {
  const isList = (path: string): boolean => path.endsWith(`/messages/${root}/replies`);
  const times = teams.calls.filter(({ path, status }) => isList(path) && status === 200).map(({ time }) => time);
  const after = times.filter((time) => time >= endedAt);
  return after.length > 0 ? after : [Math.max(...times)];
}
