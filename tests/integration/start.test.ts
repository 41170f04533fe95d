import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { freePort } from '../../infra/local/freePort.ts';
import { ROOT } from '../../infra/tools/runTool.ts';

const START = join(ROOT, 'infra/local/start.ts');

/** `npm start` as a terminal runs it: in a process group of its own. */
interface Started {
  readonly process: ChildProcess;
  readonly url: string;
  readonly lines: readonly string[];
  /** Its child processes. */
  readonly children: readonly number[];
}

let data: string;
let running: Started | undefined;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'start-'));
});
afterEach(() => {
  // Only after a failed test is anything left.
  for (const pid of running?.children.filter(isAlive) ?? []) process.kill(pid, 'SIGKILL');
  running?.process.kill('SIGKILL');
  running = undefined;
});
afterAll(() => rm(data, { recursive: true }));

async function start(...args: string[]): Promise<Started> {
  const child = spawn(process.execPath, [START, '--data', join(data, 'kept'), ...args], { cwd: ROOT, detached: true });
  const lines: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => lines.push(line));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      const address = /^ {2}(http:\S+)$/.exec(line)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', () => reject(new Error(`ended before it was ready:\n${lines.join('\n')}`)));
  });
  running = { process: child, url, lines, children: childrenOf(child.pid ?? 0) };
  return running;
}

function childrenOf(parent: number): number[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  const pairs = stdout.split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  return pairs.filter(([, ppid]) => ppid === parent).map(([pid = 0]) => pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Some end by themselves a moment after their parent. */
const expectNoneAlive = ({ children }: Started): Promise<void> =>
  vi.waitFor(() => expect(children.filter(isAlive)).toEqual([]), 5000);

/** Ctrl-C goes to every process of the terminal's group. */
async function end({ process: child }: Started, how: NodeJS.Signals): Promise<number | null> {
  const exit = once(child, 'exit') as Promise<[number | null]>;
  process.kill(-(child.pid ?? 0), how);
  return (await exit)[0];
}

describe('npm start', () => {
  it('takes the next free port where one is busy, serves the page and the tabs, and on Ctrl-C ends with all its processes', async () => {
    const port = await freePort(21_000);
    const squatter = createServer().listen(port, '127.0.0.1');
    await once(squatter, 'listening');
    const started = await start('--port', String(port));
    squatter.close();
    expect(started.lines.join('\n')).toContain(`Port ${port} is busy`);
    expect(Number(new URL(started.url).port)).toBeGreaterThan(port);
    expect((await fetch(started.url)).status).toBe(200);
    const functions = /Functions at (\S+)/.exec(started.lines.join('\n'))?.[1] ?? '';
    const tab = await fetch(`${functions}/tabs/panel.html`);
    expect([tab.status, await tab.text()]).toEqual([200, expect.stringContaining(new URL(started.url).origin)]);
    expect((await fetch(`${functions}/api/committees/c/view`)).status).toBe(401);
    expect(started.children.length).toBeGreaterThanOrEqual(2);
    expect(await end(started, 'SIGINT')).toBe(0);
    await expectNoneAlive(started);
    expect(await readdir(join(data, 'kept'))).not.toContain('in-use.pid');
  });

  it.each(['functionsProcess', 'azuriteProcess'])('stops everything and fails when %s dies', async (name) => {
    const started = await start('--port', String(await freePort(23_000)));
    const commands = started.children.map((pid) => ({ pid, command: commandOf(pid) }));
    const victim = commands.find(({ command }) => command.includes(name));
    const exit = once(started.process, 'exit');
    process.kill(victim?.pid ?? 0, 'SIGKILL');
    expect((await exit)[0]).toBe(1);
    expect(started.lines.join('\n')).toContain('ended unexpectedly');
    await expectNoneAlive(started);
  });

  it('refuses an option that it does not know, names it and lists those that there are', () => {
    const { status, stderr } = spawnSync(process.execPath, [START, '--prot', '1'], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toContain('--prot');
    expect(stderr).toContain('--port N');
  });
});

const commandOf = (pid: number): string =>
  spawnSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' }).stdout;
