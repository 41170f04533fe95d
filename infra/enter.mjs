// The one way in for `npm start`, `npm test` and the other commands. It is plain JavaScript that an older Node (20 or
// newer) can run: it installs what is missing and then runs the real script on the Node that the project brings itself.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const windows = process.platform === 'win32';
const node = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');
const stamp = join(root, 'node_modules', '.installed');
const [script, ...args] = process.argv.slice(2);

if (script === undefined) {
  console.error('usage: node infra/enter.mjs SCRIPT [ARGUMENT ...]');
  process.exit(2);
}
install();
run();

/** Runs `npm ci` unless what is installed matches the lock file. */
function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  if (installed === lock && existsSync(node)) return;
  console.log('Installing packages (npm ci) …');
  const done = spawnSync(windows ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    shell: windows,
  });
  if (done.status !== 0) process.exit(done.status ?? 1);
  if (!existsSync(node)) {
    console.error(
      'The package "node" was installed without its binary: npm was told to skip install scripts.\n' +
        'Run: npm rebuild node --foreground-scripts',
    );
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}

function run() {
  const child = spawn(node, [join(root, script), ...args], { cwd: root, stdio: 'inherit' });
  // The child gets Ctrl-C from the terminal itself; this process only waits for it to finish in order.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}
