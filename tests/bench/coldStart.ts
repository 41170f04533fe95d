import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleFile } from '../../infra/tools/bundleFile.ts';
import { makeDeployedFolder } from '../../infra/tools/deployedFolder.ts';
import { startDeployed } from '../support/deployed/startDeployed.ts';
import { type Figure, median, type Outcome } from './figures.ts';

const ROUNDS = 9;
/** Times as long as an app with one function that does nothing. */
const MOST = 1.3;
const MOST_MEGABYTES = 3;

/** The app as it is deployed, loaded as Azure's worker does it, against an app with one empty function, by turns. */
export async function coldStart(): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'med-dialog-cold-'));
  const [ours, empty] = [join(folder, 'ours'), join(folder, 'empty')];
  try {
    for (const line of await makeDeployedFolder(ours)) console.log(line);
    await makeEmpty(empty);
    const times: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      times[0].push(await firstHealth(ours));
      times[1].push(await firstHealth(empty));
    }
    return { figures: [started(median(times[0]), median(times[1])), await sizeOf(ours)], faults: [] };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function makeEmpty(target: string): Promise<void> {
  await bundleFile('tests/bench/emptyFunction.ts', join(target, 'main.cjs'), {});
  await writeFile(join(target, 'package.json'), JSON.stringify({ main: 'main.cjs' }));
}

/** Milliseconds from before the app is loaded until its first answer is there. */
async function firstHealth(folder: string): Promise<number> {
  const nobody = '00000000-0000-4000-8000-000000000000';
  const app = await startDeployed(folder, {
    MED_TENANT_ID: nobody,
    MED_APP_ID: nobody,
    MED_TABLES_URL: 'http://127.0.0.1:1/',
    MED_TABS_FOLDER: join(folder, 'tabs'),
  });
  try {
    const began = performance.now();
    const { status } = await app.http('health', { method: 'GET', url: 'https://med.example.dk/api/health' });
    if (status !== 200) throw new Error(`health answered ${status}`);
    return app.milliseconds + performance.now() - began;
  } finally {
    await app.stop();
  }
}

function started(ours: number, empty: number): Figure {
  const times = ours / empty;
  return {
    name: `deployed app: load and first health, against an empty function, median of ${ROUNDS}`,
    measured: `${times.toFixed(2)} × (${Math.round(ours)} ms against ${Math.round(empty)} ms)`,
    bar: { wanted: `≤ ${MOST} ×`, met: times <= MOST },
  };
}

async function sizeOf(folder: string): Promise<Figure> {
  const sizes = await Promise.all(['main.cjs', 'app.cjs'].map((name) => stat(join(folder, name))));
  const megabytes = sizes.reduce((sum, { size }) => sum + size, 0) / 1e6;
  return {
    name: 'deployed app: the bundle',
    measured: `${megabytes.toFixed(2)} MB`,
    bar: { wanted: `≤ ${MOST_MEGABYTES} MB`, met: megabytes <= MOST_MEGABYTES },
  };
}
