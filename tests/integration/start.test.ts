import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { addresses } from '#contract/addresses';
import { freePort } from '../../infra/local/freePort.ts';
import { ROOT } from '../../infra/tools/runTool.ts';

const START = join(ROOT, 'infra/local/start.ts');

/** `npm start` as a terminal runs it: in a process group of its own. */
interface Started {
  readonly process: ChildProcess;
  readonly url: string;
  readonly lines: readonly string[];
  /** Its child processes. */
  readonly children: number[];
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

/** Waits for a line that begins with `step`, or for the address to open. */
async function start(args: string[], step = '  http:'): Promise<Started> {
  const child = spawn(process.execPath, [START, '--data', join(data, 'kept'), ...args], { cwd: ROOT, detached: true });
  const lines: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => lines.push(line));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      if (line.replace(/^ *[\d.]+ s {2}/, '').startsWith(step)) resolve(line.trim());
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
    const started = await start(['--port', String(port)]);
    squatter.close();
    expect(started.lines.join('\n')).toContain(`Port ${port} is busy`);
    expect(Number(new URL(started.url).port)).toBeGreaterThan(port);
    expect((await fetch(started.url)).status).toBe(200);
    const functions = /Functions at (\S+)/.exec(started.lines.join('\n'))?.[1] ?? '';
    const tab = await fetch(`${functions}/tabs/panel.html`);
    expect([tab.status, await tab.text()]).toEqual([200, expect.stringContaining(new URL(started.url).origin)]);
    expect((await fetch(`${functions}/api/committees/c/view`)).status).toBe(401);
    expect(started.children.length).toBeGreaterThanOrEqual(2);
    await fetch(`${started.url}/api/install`, { method: 'POST', body: JSON.stringify({ as: 'formand' }) });
    await vi.waitFor(async () => expect(await statusOfView(started.url, functions)).toBe(200), 20_000);
    expect(await end(started, 'SIGINT')).toBe(0);
    await expectNoneAlive(started);
    expect(await readdir(join(data, 'kept'))).not.toContain('in-use.pid');
  });

  it.each(['Table service at', 'Stand-in for Teams at'])(
    'stops what runs already on Ctrl-C while it starts (after "%s"), and leaves a folder to go on with',
    async (step) => {
      const started = await start(['--port', String(await freePort(22_000))], step);
      expect(await end(started, 'SIGINT')).toBe(0);
      expect(started.lines.join('\n')).not.toMatch(/^ {2}http/m);
      await expectNoneAlive(started);
      expect(await readdir(join(data, 'kept'))).not.toContain('in-use.pid');
    },
  );

  it('stops on Ctrl-C before all runs', async () => {
    const started = await start([], 'Dialogue material compiled');
    expect(await end(started, 'SIGINT')).toBe(0);
    // What was under way when it came may still be told.
    expect(started.lines.join('\n')).not.toContain('Functions at');
    await expectNoneAlive(started);
  });

  it('brings the Functions back once on the same address, and ends with the reason when they crash again', async () => {
    const started = await start(['--port', String(await freePort(23_000))]);
    const functions = /Functions at (\S+)/.exec(started.lines.join('\n'))?.[1] ?? '';
    const exit = once(started.process, 'exit');
    killChild(started, 'functionsProcess');
    await vi.waitFor(() => expect(started.lines.join('\n')).toContain(`Functions again at ${functions}`), 20_000);
    expect(started.lines.join('\n')).toContain('ended unexpectedly (SIGKILL); starting it again');
    // What was stored before all those starts that were broken off is still known.
    expect(await statusOfView(started.url, functions)).toBe(200);
    started.children.push(...childrenOf(started.process.pid ?? 0));
    killChild(started, 'functionsProcess');
    expect((await exit)[0]).toBe(1);
    expect(started.lines.join('\n')).toContain('ended again within a minute (SIGKILL)');
    await expectNoneAlive(started);
  });

  it('stops everything and fails when the table service dies', async () => {
    const started = await start(['--port', String(await freePort(24_000))]);
    const exit = once(started.process, 'exit');
    killChild(started, 'azuriteProcess');
    expect((await exit)[0]).toBe(1);
    expect(started.lines.join('\n')).toContain('Azurite ended unexpectedly');
    await expectNoneAlive(started);
  });

  it('refuses an option that it does not know, names it and lists those that there are', () => {
    const { status, stderr } = spawnSync(process.execPath, [START, '--prot', '1'], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toContain('--prot');
    expect(stderr).toContain('--port N');
  });
});

/** What the app answers the chair, of a committee that it knows of since it was installed. */
async function statusOfView(teams: string, functions: string): Promise<number> {
  const ask = async (path: string) => (await fetch(`${teams}/api/${path}`)).json() as Promise<Record<string, string>>;
  const { committee = '' } = await ask('state?as=formand');
  const { token = '' } = await ask('token?as=formand');
  const headers = { authorization: `Bearer ${token}` };
  return (await fetch(functions + addresses.view(committee), { headers })).status;
}

/** Ends a child that runs this program, in the middle of things. */
function killChild({ process: parent }: Started, program: string): void {
  const victim = childrenOf(parent.pid ?? 0).find((pid) => commandOf(pid).includes(program));
  if (victim === undefined) throw new Error(`no child runs ${program}`);
  process.kill(victim, 'SIGKILL');
}

const commandOf = (pid: number): string =>
  spawnSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' }).stdout;
