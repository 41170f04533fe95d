import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** How a program ended. */
export interface ToolResult {
  readonly code: number;
  /** All that it printed, in the order in which it came. */
  readonly output: string;
}

/** Where a program runs, and with what. */
interface Surroundings {
  readonly folder?: string;
  /** In place of, or beside, what this process has in its environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Runs a JavaScript or TypeScript program of the checkout on this Node, in the checkout's folder unless told, and waits
 * for it. Whoever leaves in the meantime (Ctrl-C) takes the program along.
 */
export function runTool(
  script: string,
  args: readonly string[] = [],
  { folder = ROOT, env }: Surroundings = {},
): Promise<ToolResult> {
  return new Promise((resolve, reject) => {
    const program = join(ROOT, script);
    const child = spawn(process.execPath, [program, ...args], {
      cwd: folder,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    const leave = (): void => void child.kill();
    process.once('exit', leave);
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('exit', leave);
      resolve({ code: code ?? 1, output });
    });
  });
}
