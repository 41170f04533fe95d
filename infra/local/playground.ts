import { join } from 'node:path';
import { makeDeployedFolder } from '../tools/deployedFolder.ts';
import { requireNode } from '../tools/requireNode.ts';
import { ROOT } from '../tools/runTool.ts';
import { countSignals } from './countSignals.ts';
import { startPlayground } from './playground/startPlayground.ts';

requireNode();

/** The port that Microsoft's own tools expect it on. */
const PORT = 56150;
/** Not within the folder of `npm start`, which takes no other things in it for its own, and may be asked to delete all it has. */
const DATA = join(ROOT, '.local-playground');

// `npm run playground`: the app as it is deployed, in Microsoft's Agents Playground instead of the stand-in for Teams.
process.exit(await run());

/** Builds, starts everything, and stays until Ctrl-C: the first stops in order, the second just leaves. */
async function run(): Promise<number> {
  const signals = countSignals();
  const asked = new AbortController();
  void signals.times(1).then(() => {
    console.log('\nStopping …');
    asked.abort();
  });
  void signals.times(2).then(() => process.exit(130));
  try {
    const folder = join(ROOT, 'dist/functions');
    for (const line of await makeDeployedFolder(folder)) console.log(line);
    const built = join(folder, 'app.cjs');
    const started = await startPlayground({ port: PORT, data: DATA, built, say: console.log, until: asked.signal });
    console.log(`\n  ${started.url}  the channel, in Microsoft’s Agents Playground`);
    console.log(`  ${started.local.url}  the panel beside it\n`);
    const failed = await Promise.race([signals.times(1), started.failed]);
    if (failed !== undefined) console.log(failed);
    await started.stop();
    return failed === undefined ? 0 : 1;
  } catch (error) {
    if (error !== asked.signal.reason) throw error;
    return 0;
  }
}
