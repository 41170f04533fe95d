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

function statesOf({ message, versions }: RealReply, index: number, { told }: Machine): readonly boolean[] {
  const version = versions[index];
  if (version === undefined || version.untold === 'all') return [false];
  const same = versions.slice(0, index).filter(({ does, untold }) => does === version.does && untold !== 'all');
  return told.of(message, version.does)[same.length] === 'heard' ? [true] : [true, false];
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
