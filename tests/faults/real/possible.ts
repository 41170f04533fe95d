import type { Version } from '../reply.ts';
import { type Wanted, wantedOf } from '../wanted.ts';
import type { Machine } from './machine.ts';
import type { RealReply } from './thread.ts';

/**
 * What may be stored of a reply. What the app has said 200 to counts, and what stood in the thread when it was read back; what
 * Teams has tried to tell and was never heard may have been taken, or not.
 */
export function possible(reply: RealReply, machine: Machine): readonly Wanted[] {
  const asOf = readAsOf(reply.root, machine);
  let all: readonly (readonly Version[])[] = [[]];
  for (const [index, version] of reply.versions.entries()) {
    const states = statesOf(reply, index, machine);
    all = all.flatMap((before) => states.map((isTold) => [...before, { ...version, isTold }]));
  }
  return all.map((versions) => wantedOf(versions, asOf));
}

function statesOf({ message, versions }: RealReply, index: number, { told }: Machine): readonly boolean[] {
  const version = versions[index];
  if (version === undefined || version.untold === 'all') return [false];
  const same = versions.slice(0, index).filter(({ does, untold }) => does === version.does && untold !== 'all');
  return told.of(message, version.does)[same.length] === 'heard' ? [true] : [true, false];
}

/** When a thread was listed the last time, in milliseconds. */
function readAsOf(root: string, { teams }: Machine): number {
  const isList = (path: string): boolean => path.endsWith(`/messages/${root}/replies`);
  return Math.max(...teams.calls.filter(({ path, status }) => isList(path) && status === 200).map(({ time }) => time));
}
