import { cp, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAzureTables } from '#store/azureTables';
import { createStore } from '#store/createStore';
import { bundleFile } from '../../infra/tools/bundleFile.ts';
import { apart, makeDeployedFolder } from '../../infra/tools/deployedFolder.ts';
import { slimBundle } from '../../infra/tools/slimBundle.ts';
import type { HttpCall } from '../support/deployed/messages.ts';
import { startDeployed } from '../support/deployed/startDeployed.ts';
import { installApp } from './committee.ts';
import { type Figure, median, type Outcome } from './figures.ts';
import { CLIENTS } from './firstMessageApp.ts';
import { type Rig, startRig } from './rig.ts';
import { type SignedReply, signReplies } from './signedReplies.ts';

const ROUNDS = 25;
/** Times as long as an app with one function that does nothing. */
const MOST = { health: 1.3, message: 2.3 };
const MOST_MEGABYTES = 3;

/**
 * The app as it is deployed, loaded as Azure's worker does it, until its first answer, and until the first message that
 * it has stored, against an app with one empty function; by turns, each in a process of its own.
 */
export async function coldStart(): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'med-dialog-cold-'));
  const folders = {
    ours: join(folder, 'ours'),
    here: join(folder, 'here'),
    empty: join(folder, 'empty'),
    packages: join(folder, 'packages'),
  };
  try {
    for (const line of await makeDeployedFolder(folders.ours)) console.log(line);
    await makeHere(folders.ours, folders.here);
    await makeOther('emptyFunction.ts', folders.empty);
    await makeOther('botbuilderFunction.ts', folders.packages);
    const rig = await startRig({ functions: 1 });
    try {
      const { figures, faults } = await compare(rig, folders);
      return { figures: [...figures, ...(await sizesOf(folders.ours))], faults };
    } finally {
      await rig.close();
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The deployed folder, but that the app is let in by the services of this machine. */
async function makeHere(deployed: string, target: string): Promise<void> {
  await cp(deployed, target, { recursive: true });
  await bundleFile('tests/bench/firstMessageApp.ts', join(target, 'app.cjs'), { plugins: [apart, slimBundle] });
}

async function makeOther(entry: string, target: string): Promise<void> {
  await bundleFile(`tests/bench/${entry}`, join(target, 'main.cjs'), { plugins: [slimBundle] });
  await writeFile(join(target, 'package.json'), JSON.stringify({ main: 'main.cjs' }));
}

/** In milliseconds, from before the app is loaded until its first answer is there. */
interface Start {
  readonly wall: number;
  readonly cpu: number;
}

async function compare(rig: Rig, folders: Record<'ours' | 'here' | 'empty' | 'packages', string>): Promise<Outcome> {
  const committee = await installApp(rig);
  const meeting = await committee.open(['3/1']);
  const { root } = await committee.put(meeting, '3/1');
  await committee.isPut();
  const { keys, settings, teams, azurite } = rig;
  const replies = signReplies(ROUNDS, { committee: committee.id, root, keys, addresses: teams.addresses });
  const clients = { [CLIENTS]: JSON.stringify({ tables: settings.tables, tokenUrl: settings.tokenUrl }) };
  const starts: Record<'health' | 'message' | 'empty' | 'packages', Start[]> = {
    health: [],
    message: [],
    empty: [],
    packages: [],
  };
  for (const reply of replies) {
    const tabs = { MED_TABS_FOLDER: join(folders.ours, 'tabs') };
    starts.health.push(await firstAnswer(folders.ours, { ...settings.env, ...tabs }, HEALTH));
    starts.empty.push(await firstAnswer(folders.empty, {}, HEALTH));
    starts.packages.push(await firstAnswer(folders.packages, {}, HEALTH));
    starts.message.push(await firstAnswer(folders.here, { ...settings.env, ...tabs, ...clients }, messageOf(reply)));
  }
  const store = createStore(createAzureTables({ url: azurite.url, credential: azurite.credential }));
  const { answers } = await store.readAllRounds(meeting);
  const lost = replies.filter(({ text }) => !answers.some((answer) => answer.text === text)).length;
  return {
    figures: [
      ...comparedTo(starts.empty, starts.health, 'load and first health', MOST.health),
      ...comparedTo(starts.empty, starts.message, 'load and first stored message', MOST.message),
      ...comparedTo(starts.empty, starts.packages, 'only botbuilder and the table client, loaded'),
    ],
    faults: lost > 0 ? [`${lost} first messages were lost`] : [],
  };
}

interface FirstCall {
  readonly name: string;
  readonly call: HttpCall;
}

const HEALTH: FirstCall = { name: 'health', call: { method: 'GET', url: 'https://med.example.dk/api/health' } };

const messageOf = ({ body, authorization }: SignedReply): FirstCall => ({
  name: 'messages',
  call: {
    method: 'POST',
    url: 'https://med.example.dk/api/messages',
    headers: { authorization, 'content-type': 'application/json' },
    body,
  },
});

async function firstAnswer(
  folder: string,
  env: Readonly<Record<string, string>>,
  { name, call }: FirstCall,
): Promise<Start> {
  const app = await startDeployed(folder, env);
  try {
    const began = performance.now();
    const { status } = await app.http(name, call);
    if (status !== 200) throw new Error(`${name} answered ${status}: ${app.printed()}`);
    return { wall: app.milliseconds + performance.now() - began, cpu: app.cpu() };
  } finally {
    await app.stop();
  }
}

function comparedTo(empty: readonly Start[], other: readonly Start[], what: string, most?: number): readonly Figure[] {
  const ratio = (kind: keyof Start): { readonly times: number; readonly told: string } => {
    const [one, least] = [median(other.map((start) => start[kind])), median(empty.map((start) => start[kind]))];
    const times = one / least;
    return { times, told: `${times.toFixed(2)} × (${Math.round(one)} ms against ${Math.round(least)} ms)` };
  };
  const [wall, cpu] = [ratio('wall'), ratio('cpu')];
  return [
    {
      name: `deployed app: ${what}, against an empty function, median of ${other.length}`,
      measured: wall.told,
      ...(most !== undefined && { bar: { wanted: `≤ ${most} ×`, met: wall.times <= most } }),
    },
    { name: 'the same in processor time', measured: cpu.told },
  ];
}

/** Only the first two are read where nothing is told to Application Insights. */
async function sizesOf(folder: string): Promise<readonly Figure[]> {
  const megabytes = async (...names: string[]): Promise<number> => {
    const sizes = await Promise.all(names.map((name) => stat(join(folder, name))));
    return sizes.reduce((sum, { size }) => sum + size, 0) / 1e6;
  };
  const [bundle, insights] = [await megabytes('main.cjs', 'app.cjs'), await megabytes('insights.cjs')];
  return [
    {
      name: 'deployed app: the bundle, main.cjs and app.cjs',
      measured: `${bundle.toFixed(2)} MB`,
      bar: { wanted: `≤ ${MOST_MEGABYTES} MB`, met: bundle <= MOST_MEGABYTES },
    },
    {
      name: 'beside it, insights.cjs, read where calls are told to Application Insights',
      measured: `${insights.toFixed(2)} MB`,
    },
  ];
}
