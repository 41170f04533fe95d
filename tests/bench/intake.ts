import { AzureNamedKeyCredential, odata, TableClient } from '@azure/data-tables';
import { createAzureTables } from '#store/azureTables';
import { createStore } from '#store/createStore';
import { installApp } from './committee.ts';
import { megabytes, median, type Outcome, quantile, table } from './figures.ts';
import { FLOOR_TABLE, floorPartition } from './floorRows.ts';
import { type Child, forkChild } from './forkChild.ts';
import { postAll, type Posted } from './postAll.ts';
import { type Rig, startRig } from './rig.ts';
import { type SignedReply, signReplies } from './signedReplies.ts';

const AT_ONCE = 64;
/** Small, so that whatever else the machine does meanwhile falls on both alike. */
const BATCH = 128;
/** Measured batches for each of the two, and those before them that warm up. */
const BATCHES = 20;
const WARMING = 4;
/** Measured batches that make a round: each gives a ratio of its own, so that their spread can be seen. */
const ROUND = 4;
const LEAST_RATIO = 0.8;

/** How many replies a second are taken in, beside the least that a bot could do with them, batch by batch in turn. */
export async function intake(): Promise<Outcome> {
  const rig = await startRig({ functions: 1 });
  try {
    const floor = await forkChild('floorProcess.ts', { ...rig.settings, port: 0 });
    try {
      return await compare(rig, floor);
    } finally {
      await floor.stop();
    }
  } finally {
    await rig.close();
  }
}

/** A batch at one of the two. */
interface Run extends Posted {
  readonly rate: number;
  /** Processor time for each reply, in milliseconds. */
  readonly cpu: number;
}

async function compare(rig: Rig, floor: Child): Promise<Outcome> {
  const [ours] = rig.functions;
  if (ours === undefined) throw new Error('no Functions process');
  const committee = await installApp(rig);
  const meeting = await committee.open(['3/1']);
  const { root } = await committee.put(meeting, '3/1');
  await committee.isPut();
  const replies = signReplies(BATCH * (WARMING + BATCHES), {
    committee: committee.id,
    root,
    keys: rig.keys,
    addresses: rig.teams.addresses,
  });
  const runs: { ours: Run; floor: Run }[] = [];
  for (let first = 0; first < replies.length; first += BATCH) {
    const batch = replies.slice(first, first + BATCH);
    runs.push({ ours: await run(ours, batch), floor: await run(floor, batch) });
  }
  const inOurs = await keptByUs(rig, meeting);
  const inFloor = await keptByFloor(rig, `${committee.id};messageid=${root}`);
  return outcomeOf({
    runs,
    lost: { ours: countLost(replies, inOurs), floor: countLost(replies, inFloor) },
    total: replies.length,
    complaints: [...ours.complaints, ...floor.complaints],
    memory: [(await ours.report()).memory.peak, (await floor.report()).memory.peak],
  });
}

async function run(child: Child, batch: readonly SignedReply[]): Promise<Run> {
  await child.report();
  const posted = await postAll(`${child.url}/api/messages`, batch, AT_ONCE);
  const { cpu } = await child.report();
  return { ...posted, rate: batch.length / (posted.lasted / 1000), cpu: cpu / batch.length };
}

/** Texts by message, as they lie in the tables. */
type Kept = ReadonlyMap<string, string | undefined>;

async function keptByUs({ azurite }: Rig, meeting: string): Promise<Kept> {
  const store = createStore(createAzureTables({ url: azurite.url, credential: azurite.credential }));
  const { answers } = await store.readAllRounds(meeting);
  return new Map(answers.map(({ key, text }) => [key.replace(/^t/, ''), text]));
}

async function keptByFloor({ azurite }: Rig, conversation: string): Promise<Kept> {
  const { account, key } = azurite.credential;
  const credential = new AzureNamedKeyCredential(account, key);
  const client = new TableClient(azurite.url, FLOOR_TABLE, credential, { allowInsecureConnection: true });
  const filter = odata`PartitionKey eq ${floorPartition(conversation)}`;
  const kept = new Map<string, string>();
  for await (const { rowKey = '', text } of client.listEntities<{ text: string }>({ queryOptions: { filter } })) {
    kept.set(rowKey, text);
  }
  return kept;
}

const countLost = (replies: readonly SignedReply[], kept: Kept): number =>
  replies.filter(({ id, text }) => kept.get(id) !== text).length;

interface Found {
  readonly runs: readonly { readonly ours: Run; readonly floor: Run }[];
  readonly lost: { readonly ours: number; readonly floor: number };
  readonly total: number;
  readonly complaints: readonly string[];
  readonly memory: readonly number[];
}

/** Of each round: how many replies a second were taken in over all of it, beside the floor in the same round. */
function ratiosOf(batches: Found['runs']): readonly number[] {
  const time = (round: Found['runs'], who: 'ours' | 'floor'): number =>
    round.reduce((sum, batch) => sum + batch[who].lasted, 0);
  return Array.from({ length: Math.floor(batches.length / ROUND) }, (_, index) => {
    const round = batches.slice(index * ROUND, (index + 1) * ROUND);
    return time(round, 'floor') / time(round, 'ours');
  });
}

function outcomeOf({ runs, lost, total, complaints, memory }: Found): Outcome {
  const line = (one: Run): string[] => [one.rate.toFixed(0), one.cpu.toFixed(2)];
  console.log(`${total} replies to each, ${AT_ONCE} at once, in batches of ${BATCH}; the first ${WARMING} warm up`);
  const heading = ['batch', 'ours /s', 'cpu ms', 'floor /s', 'cpu ms'];
  console.log(
    table([heading, ...runs.map(({ ours, floor }, index) => [String(index + 1), ...line(ours), ...line(floor)])]),
  );
  const measured = runs.slice(WARMING);
  const ours = median(measured.map((batch) => batch.ours.rate));
  const floor = median(measured.map((batch) => batch.floor.rate));
  const cpu = (who: 'ours' | 'floor'): string => median(measured.map((batch) => batch[who].cpu)).toFixed(2);
  const ratios = ratiosOf(measured);
  const ratio = median(ratios);
  const refused = runs.flatMap((batch) => [...batch.ours.refused, ...batch.floor.refused]);
  return {
    figures: [
      { name: 'replies taken in', measured: `${ours.toFixed(0)} /s` },
      { name: 'floor: botbuilder, one bare insert', measured: `${floor.toFixed(0)} /s` },
      {
        name: `replies taken in ÷ floor, median of ${ratios.length} rounds`,
        measured: ratio.toFixed(2),
        bar: { wanted: `≥ ${LEAST_RATIO}`, met: ratio >= LEAST_RATIO },
      },
      {
        name: 'the same, smallest and greatest round',
        measured: `${quantile(ratios, 0).toFixed(2)}, ${quantile(ratios, 1).toFixed(2)}`,
      },
      { name: `lost of ${total}`, measured: String(lost.ours), bar: { wanted: '0', met: lost.ours === 0 } },
      { name: 'processor time a reply, ours and floor', measured: `${cpu('ours')} ms, ${cpu('floor')} ms` },
      { name: 'peak memory, ours and floor', measured: memory.map(megabytes).join(', ') },
    ],
    faults: [
      ...(lost.ours > 0 ? [`${lost.ours} replies were lost`] : []),
      ...(lost.floor > 0 ? [`${lost.floor} replies were lost by the floor: the comparison is not worth anything`] : []),
      ...(refused.length > 0 ? [`${refused.length} replies were answered otherwise than with 200: ${refused[0]}`] : []),
      ...complaints,
    ],
  };
}
