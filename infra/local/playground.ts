import { join, resolve } from 'node:path';
import { makeDeployedFolder } from '../tools/deployedFolder.ts';
import { requireNode } from '../tools/requireNode.ts';
import { ROOT } from '../tools/runTool.ts';
import { countSignals } from './countSignals.ts';
import { startPlayground } from './playground/startPlayground.ts';

requireNode();

/** The port that Microsoft's own tools expect it on. */
const PORT = 56150;
const DATA = '.local/playground';

// `npm run playground`: the app as it is deployed, in Microsoft's Agents Playground instead of the stand-in for Teams.
const signals = countSignals();
const folder = join(ROOT, 'dist/functions');
for (const line of await makeDeployedFolder(folder)) console.log(line);
const run = await startPlayground({
  port: PORT,
  data: resolve(DATA),
  built: join(folder, 'app.cjs'),
  say: console.log,
});
console.log(`\n  ${run.url}  the channel, in Microsoft’s Agents Playground\n  ${run.local.url}  the panel beside it\n`);
void signals.times(2).then(() => process.exit(130));
const failed = await Promise.race([signals.times(1), run.failed]);
if (failed !== undefined) console.log(failed);
console.log('Stopping …');
await run.stop();
process.exit(failed === undefined ? 0 : 1);
