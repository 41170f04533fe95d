import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { addresses } from '#contract/addresses';
import { createAzureTables } from '#store/azureTables';
import { createStore } from '#store/createStore';
import { type Committee, installApp } from './committee.ts';
import { median, type Outcome, quantile, seconds } from './figures.ts';
import { type Rig, startRig } from './rig.ts';
import { until } from './until.ts';

const ANSWERS = 25;
/** They come evenly over so many milliseconds. */
const WITHIN = 5_000;
const SLOWEST = 1_000;
/** Milliseconds: Teams lets a bot say so little at once that the last echo comes long after its answer. */
const ECHO_PATIENCE = 120_000;

/** Many people answer in the panel at once: how soon each is told that it is kept, and when all stand in the thread. */
export async function panelAnswers(): Promise<Outcome> {
  const rig = await startRig({ functions: 1, extraMembers: ANSWERS });
  try {
    const committee = await installApp(rig);
    const meeting = await committee.open(['3/1']);
    const { round } = await committee.put(meeting, '3/1');
    await committee.isPut();
    return await measure(rig, committee, meeting, round);
  } finally {
    await rig.close();
  }
}

interface Given {
  readonly status: number;
  /** Milliseconds until the answer's whole acknowledgement was there. */
  readonly took: number;
  /** Whether its row lay in the table by then. */
  readonly kept: boolean;
}

async function measure(rig: Rig, committee: Committee, meeting: string, round: string): Promise<Outcome> {
  const isKept = rowReader(rig, meeting);
  const url = (rig.functions[0]?.url ?? '') + addresses.answer(meeting, round);
  const people = Array.from({ length: ANSWERS }, (_, index) => `ekstra${index + 1}`);
  // Before the clock runs: a panel has its token long before somebody answers.
  const tokens = await Promise.all(people.map((person) => committee.token(person)));
  const began = performance.now();
  const given = await Promise.all(
    tokens.map(async (token, index): Promise<Given> => {
      await delay((index * WITHIN) / ANSWERS);
      const text = `Svar ${index + 1} fra panelet`;
      const { status, took } = await give(url, token, text);
      return { status, took, kept: await isKept(text) };
    }),
  );
  const sent = performance.now();
  const echoed = await until(
    'an echo of each',
    async () => ((await committee.echoes()) >= ANSWERS ? performance.now() : undefined),
    ECHO_PATIENCE,
  );
  const times = given.map(({ took }) => took);
  const [p95, slowest] = [quantile(times, 0.95), quantile(times, 1)];
  console.log(`acknowledged after: ${times.map((took) => took.toFixed(0)).join(', ')} ms`);
  const bar = (time: number) => ({ wanted: `≤ ${seconds(SLOWEST)}`, met: time <= SLOWEST });
  const name = `${ANSWERS} panel answers within ${WITHIN / 1000} s`;
  return {
    figures: [
      { name: `${name}: row written and acknowledged, p50`, measured: seconds(median(times)) },
      { name: `${name}: the same, p95`, measured: seconds(p95), bar: bar(p95) },
      { name: `${name}: the same, slowest`, measured: seconds(slowest), bar: bar(slowest) },
      { name: `${name}: all echoed after the first`, measured: seconds(echoed - began) },
      { name: `${name}: all echoed after the last`, measured: seconds(echoed - sent) },
    ],
    faults: faultsOf(given, rig),
  };
}

async function give(url: string, token: string, text: string): Promise<{ status: number; took: number }> {
  const began = performance.now();
  const response = await fetch(url, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ command: randomUUID(), text, over: 0 }),
  });
  await response.arrayBuffer();
  return { status: response.status, took: performance.now() - began };
}

/** Looks in the table itself. */
function rowReader({ azurite }: Rig, meeting: string): (text: string) => Promise<boolean> {
  const store = createStore(createAzureTables({ url: azurite.url, credential: azurite.credential }));
  return async (text) => (await store.readAllRounds(meeting)).answers.some((answer) => answer.text === text);
}

function faultsOf(given: readonly Given[], { functions }: Rig): readonly string[] {
  const refused = given.filter(({ status }) => status !== 201);
  const lost = given.filter(({ kept }) => !kept);
  return [
    ...(refused.length > 0 ? [`${refused.length} answers were refused: ${refused[0]?.status}`] : []),
    ...(lost.length > 0 ? [`${lost.length} answers had no row when they were acknowledged`] : []),
    ...functions.flatMap(({ complaints }) => complaints),
  ];
}
