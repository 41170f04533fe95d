import { until } from '../../bench/until.ts';
import { readRows } from '../../integration/testing/tableRows.ts';
import { addTo, noTally, type Tally } from '../tally.ts';
import { Api } from './api.ts';
import { Channels } from './channels.ts';
import type { Diary } from './diary.ts';
import { judgeReal } from './judgeReal.ts';
import { Machine } from './machine.ts';
import { EXTRA_MEMBERS } from './members.ts';
import { RealItem } from './realItem.ts';
import type { Climate } from './storeWeather.ts';

/** What is to be played. */
export interface RealPlay {
  readonly seed: number;
  readonly meetings: number;
  readonly climate: Climate;
  readonly diary: Diary;
  /** Whether people answer in panel and card, too; else in the threads alone. */
  readonly panels: boolean;
}

interface Run {
  readonly machine: Machine;
  readonly channels: Channels;
  readonly api: Api;
  readonly diary: Diary;
  readonly seed: number;
}

/** So many items at the same time, each in a channel of its own. */
const AT_ONCE = 5;

/** As often as a process can be killed and still get something done. */
export const HARSH: Climate = {
  outageEvery: [80, 300],
  outageFor: [1_000, 9_000],
  killEvery: [40, 140],
  killAtCreate: [6, 14],
  killAtAnswer: [25, 60],
};

/** Plays items over HTTP, with real processes that are killed, and judges what came of them when everything has calmed down. */
export async function playReal({ seed, meetings, climate, diary, panels }: RealPlay): Promise<Tally> {
  const machine = await Machine.start({ seed, climate, diary, extraMembers: EXTRA_MEMBERS });
  try {
    const channels = new Channels(machine, diary);
    const api = new Api(machine);
    const items = await prepare(meetings, { machine, channels, api, diary }, (number, channel) => {
      return new RealItem({ machine, api, channels, diary, panels }, { seed, number, channel });
    });
    machine.calm = false;
    await inTurns(items, (item) => item.play());
    machine.calm = true;
    diary.note('nothing goes wrong any more');
    await machine.allRun();
    await inTurns(items, (item) => item.rest());
    const run: Run = { machine, channels, api, diary, seed };
    const tally = ofTheRun(run);
    for (const item of items) addTo(tally, await judged(item, run));
    return tally;
  } finally {
    await machine.close();
  }
}

/** Each item has a channel that the app knows before anything goes wrong. */
async function prepare(
  meetings: number,
  { machine, channels, api }: Omit<Run, 'seed'>,
  make: (number: number, channel: string) => RealItem,
): Promise<readonly RealItem[]> {
  await channels.install();
  const items: RealItem[] = [];
  for (let number = 1; number <= meetings; number += 1) {
    const channel = await channels.make(`Udvalg ${number}`);
    const isKnown = async (url: string): Promise<boolean> => (await api.view('formand', channel, url))?.status === 200;
    for (const url of machine.urls)
      await until('a process to know a channel', async () => ((await isKnown(url)) ? true : undefined));
    items.push(make(number, channel));
  }
  return items;
}

async function inTurns(items: readonly RealItem[], work: (item: RealItem) => Promise<void>): Promise<void> {
  const left = [...items];
  const next = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}

/** What one item comes to; a problem that somebody met in it counts as well. */
async function judged(item: RealItem, { machine, channels, api, seed }: Run): Promise<Tally> {
  const { counts, problems, withdrawn, unsettled } = await judgeReal(item, machine, channels);
  const isSettled = ({ id }: { readonly id: string }): boolean => !unsettled.includes(id);
  const left = await foundIn(item, withdrawn, isSettled, { machine, channels, api });
  const all = [...item.problems, ...problems, ...left];
  const failures = all.length === 0 ? [] : [{ seed, problems: all.map((problem) => `${item.title}: ${problem}`) }];
  return { ...counts, faults: {}, meetings: 1, failures };
}

/** Where words still are that somebody took back: in a row, in what the bot says, in what a panel shows, or in a log. */
async function foundIn(
  item: RealItem,
  withdrawn: readonly string[],
  isSettled: (message: { readonly id: string }) => boolean,
  { machine, channels, api }: Pick<Run, 'machine' | 'channels' | 'api'>,
): Promise<readonly string[]> {
  const rows = [...(await readRows(machine.tablesUrl))].map(([, row]) => row).join('\n');
  const bots = (await channels.bots(item.channel))
    .filter(isSettled)
    .map(({ words }) => words)
    .join('\n');
  const view = JSON.stringify(await api.read('formand', item.channel));
  const places = { rows, bots, view, log: machine.printed.join('\n') };
  return Object.entries(places).flatMap(([place, words]) => {
    const count = withdrawn.filter((text) => words.includes(text)).length;
    return count === 0 ? [] : [`withdrawn, and still in ${place}: ${count} times`];
  });
}

/** What is of no one item: what went wrong, and what nobody foresaw. */
function ofTheRun({ machine, api, diary, seed }: Run): Tally {
  const unforeseen = machine.printed.filter((line) => UNFORESEEN.test(line));
  const problems = [...api.unforeseen, ...machine.told.refused, ...unforeseen];
  return { ...noTally(), faults: { ...diary.faults }, failures: problems.length === 0 ? [] : [{ seed, problems }] };
}

/** What the log says, and what is printed of a timer's run that failed, where it is anything but that a service was away. */
const UNFORESEEN =
  /"code":"(?:[A-Za-z]+\.Unexpected|ActivityFailed)"|"error":"(?!Unavailable)|^(?!\{|\s+at |\w+: Unavailable$)/;
