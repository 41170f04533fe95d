import { describe, expect, it, vi } from 'vitest';
import type { FunctionsProcess } from './forkFunctions.ts';
import { keepFunctions } from './keepFunctions.ts';

const PORT = 4301;
const MINUTE = 60_000;

/** Processes that end when a test wants it, and a clock that it sets. */
function rig() {
  const started: { readonly port: number; readonly crash: (how: string) => void }[] = [];
  const said: string[] = [];
  /** How those ended that were asked to. */
  const ends: string[] = [];
  const clock = { now: 0, refuses: false };
  const fork = (port: number): Promise<FunctionsProcess> => {
    if (clock.refuses) return Promise.reject(new Error('the port is taken'));
    const { promise, resolve } = Promise.withResolvers<string>();
    started.push({ port, crash: resolve });
    const end = (how: string) => () => {
      ends.push(how);
      resolve(how);
      return Promise.resolve();
    };
    return Promise.resolve({
      url: `http://localhost:${port}`,
      ended: promise,
      stop: end('exit code 0'),
      kill: end('SIGKILL'),
    });
  };
  const kept = keepFunctions({ fork, say: (line) => said.push(line), now: () => clock.now });
  const untilStarted = (count: number) => vi.waitFor(() => expect(started).toHaveLength(count));
  return { kept, started, said, ends, clock, untilStarted };
}

describe('keepFunctions', () => {
  it('brings a process back that crashed, on its port, and says so; also another time, when a minute was calm', async () => {
    const { kept, started, said, clock, untilStarted } = rig();
    await kept.add(PORT);
    started[0]?.crash('SIGSEGV');
    await untilStarted(2);
    clock.now += MINUTE;
    started[1]?.crash('exit code 1');
    await untilStarted(3);
    expect(started.map(({ port }) => port)).toEqual([PORT, PORT, PORT]);
    await vi.waitFor(() => expect(said).toHaveLength(4));
    expect(said[0]).toContain('SIGSEGV');
    expect(said[3]).toContain(`http://localhost:${PORT}`);
  });

  it('gives up when it crashes again within a minute, and says how it ended', async () => {
    const { kept, started, clock, untilStarted } = rig();
    await kept.add(PORT);
    started[0]?.crash('SIGSEGV');
    await untilStarted(2);
    clock.now += MINUTE - 1;
    started[1]?.crash('exit code 7');
    expect(await kept.failed).toMatch(/again within a minute \(exit code 7\)/);
    expect(started).toHaveLength(2);
  });

  it('gives up when it does not come back', async () => {
    const { kept, started, clock } = rig();
    await kept.add(PORT);
    clock.refuses = true;
    started[0]?.crash('SIGSEGV');
    expect(await kept.failed).toContain('the port is taken');
  });

  it('does not bring back what was asked to end, and starts anew what was to be started anew', async () => {
    const { kept, started, said } = rig();
    await kept.add(PORT);
    await kept.restart(PORT, 'killed');
    expect(started).toHaveLength(2);
    await kept.stop('orderly');
    await new Promise(setImmediate);
    expect(started).toHaveLength(2);
    expect(said).toEqual([]);
  });

  it('stops one too that is just coming back', async () => {
    const { kept, started, ends } = rig();
    await kept.add(PORT);
    started[0]?.crash('SIGSEGV');
    // Until it is noticed: then the next is on its way, and not there yet.
    await Promise.resolve();
    expect(started).toHaveLength(2);
    await kept.stop('killed');
    expect(ends).toEqual(['SIGKILL']);
  });
});
