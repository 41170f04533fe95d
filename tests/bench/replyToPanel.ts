import { setTimeout as delay } from 'node:timers/promises';
import { pauseAfter } from '../../tabs/api/live.ts';
import type { Report } from './childMessages.ts';
import { type Committee, installApp } from './committee.ts';
import { type Figure, megabytes, type Outcome, quantile, seconds, table } from './figures.ts';
import { extraFor, membersCalled } from './people.ts';
import { type PollingPanel, startPanel } from './pollingPanel.ts';
import { type Rig, startRig } from './rig.ts';
import { until } from './until.ts';

const PANELS = 25;
const REPLIES = 60;
/** Pauses between two replies: their mean, in milliseconds. They come when they come, not in step with the polls. */
const PACE = 700;
const WORST = 2_000;
const MOST_READS = 4;

/** How long it takes from sending a reply in Teams until others have it in their panel, and what polling costs. */
export async function replyToPanel(): Promise<Outcome> {
  const rig = await startRig({ functions: 2, extraMembers: extraFor(PANELS) });
  try {
    const committee = await installApp(rig);
    const meeting = await committee.open(['3/1']);
    const { root } = await committee.put(meeting, '3/1');
    await committee.isPut();
    const panels = await startPanels(rig, committee);
    try {
      return await measure(rig, committee, root, panels);
    } finally {
      await Promise.all(panels.map((panel) => panel.stop()));
    }
  } finally {
    await rig.close();
  }
}

/** Half of them on each instance, each beginning at a time of its own. */
async function startPanels({ functions }: Rig, committee: Committee): Promise<readonly PollingPanel[]> {
  const panels = membersCalled(PANELS).map(async (person, index) =>
    startPanel({
      person,
      token: await committee.token(person),
      committee: committee.id,
      base: functions[index % functions.length]?.url ?? '',
      phase: Math.random() * pauseAfter(0),
    }),
  );
  return Promise.all(panels);
}

interface Sent {
  readonly by: string;
  readonly text: string;
  readonly at: number;
}

async function measure(
  rig: Rig,
  committee: Committee,
  root: string,
  panels: readonly PollingPanel[],
): Promise<Outcome> {
  await until('every panel polled twice', () => Promise.resolve(panels.every(({ polls }) => polls > 1) || undefined));
  await reports(rig);
  const polled = sum(panels, ({ polls }) => polls);
  const began = performance.now();
  const sent = await sendReplies(rig, committee, root, panels);
  const isComplete = (): boolean => panels.every(({ seen }) => sent.every(({ text }) => seen.has(text)));
  await until('every reply in every panel', () => Promise.resolve(isComplete() || undefined)).catch(() => undefined);
  const lasted = performance.now() - began;
  const done = await reports(rig);

  const delays = panels.flatMap(({ person, seen }) =>
    sent.flatMap(({ by, text, at }) => (by === person || !seen.has(text) ? [] : [(seen.get(text) ?? 0) - at])),
  );
  const missed = sum(panels, ({ seen }) => sent.filter(({ text }) => !seen.has(text)).length);
  const failures = sum(panels, (panel) => panel.failures);
  const polls = sum(panels, (panel) => panel.polls) - polled;
  console.log(`${REPLIES} replies in ${seconds(lasted)}, ${PANELS} panels, ${polls} polls, ${delays.length} sightings`);
  console.log(table([['instance', 'table reads', 'writes', 'processor', 'memory'], ...done.map(lineOf)]));
  return {
    figures: [...delayFigures(delays), ...done.flatMap((report, index) => readFigures(report, index, lasted))],
    faults: [
      ...(missed > 0 ? [`${missed} times a reply did not reach a panel`] : []),
      ...(failures > 0 ? [`${failures} polls failed`] : []),
      ...rig.functions.flatMap(({ complaints }) => complaints),
    ],
  };
}

async function sendReplies(
  { teams, functions }: Rig,
  committee: Committee,
  root: string,
  panels: readonly PollingPanel[],
): Promise<readonly Sent[]> {
  const sent: Sent[] = [];
  for (let index = 0; index < REPLIES; index += 1) {
    const by = panels[index % panels.length]?.person ?? '';
    const text = `Svar ${index + 1}: vi mangler en fast makker den første uge`;
    // Teams' calls go to any instance.
    teams.app.url = functions[index % functions.length]?.url ?? '';
    sent.push({ by, text, at: performance.now() });
    await committee.reply(by, root, text);
    await delay(Math.random() * 2 * PACE);
  }
  return sent;
}

const reports = ({ functions }: Rig): Promise<Report[]> => Promise.all(functions.map((child) => child.report()));
const sum = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((total, one) => total + of(one), 0);
const readsOf = ({ operations }: Report): number => operations.filter(({ kind }) => kind === 'read').length;

const lineOf = (report: Report, index: number): readonly string[] => [
  String(index + 1),
  String(readsOf(report)),
  String(report.operations.length - readsOf(report)),
  seconds(report.cpu),
  megabytes(report.memory.now),
];

function delayFigures(delays: readonly number[]): readonly Figure[] {
  const p95 = quantile(delays, 0.95);
  return [
    { name: 'reply → another panel, p50', measured: seconds(quantile(delays, 0.5)) },
    {
      name: 'reply → another panel, p95',
      measured: seconds(p95),
      bar: { wanted: `≤ ${seconds(WORST)}`, met: p95 <= WORST },
    },
    { name: 'reply → another panel, slowest', measured: seconds(quantile(delays, 1)) },
  ];
}

function readFigures(report: Report, index: number, lasted: number): readonly Figure[] {
  const rate = readsOf(report) / (lasted / 1000);
  return [
    {
      name: `table reads, instance ${index + 1}`,
      measured: `${rate.toFixed(2)} /s`,
      bar: { wanted: `≤ ${MOST_READS} /s`, met: rate <= MOST_READS },
    },
    {
      name: `memory, Functions instance ${index + 1}`,
      measured: `${megabytes(report.memory.now)} (peak ${megabytes(report.memory.peak)})`,
    },
  ];
}
