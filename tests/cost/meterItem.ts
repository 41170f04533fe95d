import { setTimeout as delay } from 'node:timers/promises';
import { activeSeconds, type Taken } from '../../infra/tools/monthlyCost.ts';
import type { Report } from '../bench/childMessages.ts';
import { type Committee, installApp } from '../bench/committee.ts';
import type { Child } from '../bench/forkChild.ts';
import { extraFor, membersCalled } from '../bench/people.ts';
import { type PollingPanel, startPanel } from '../bench/pollingPanel.ts';
import { startRig } from '../bench/rig.ts';

/** An item of one question. */
export interface MeteredItem {
  /** Each has a panel open, and answers once; every third in the panel. */
  readonly people: number;
  /** For which the question is open. */
  readonly seconds: number;
}

/** What was counted; `rows` are those written, `printed` the bytes of the app's own log lines. */
export interface Counted extends Pick<Taken, 'executions' | 'activeSeconds' | 'tableRequests'> {
  readonly rows: number;
  readonly printed: number;
}

/** Milliseconds between two polls of a panel. */
const PACE = 1_500;
/** Longer than anything that the app puts off, in milliseconds: a card is updated at most once in two seconds. */
const STILL = 2_600;

/** Plays an item against the app in a process of its own, and counts what that takes. */
export async function meterItem(item: MeteredItem): Promise<Counted> {
  const rig = await startRig({ functions: 1, extraMembers: extraFor(item.people) });
  try {
    const [functions] = rig.functions;
    if (functions === undefined) throw new Error('no Functions process');
    const committee = await installApp(rig);
    await untilStill(functions);
    const before = functions.printed();
    await play(item, committee, functions);
    const { requests, operations } = await untilStill(functions);
    return {
      executions: requests.length,
      activeSeconds: activeSeconds(requests),
      tableRequests: operations.length,
      rows: operations.flatMap(({ kind, keys }) => (kind === 'write' ? keys : [])).length,
      printed: functions.printed() - before,
    };
  } finally {
    await rig.close();
  }
}

async function play({ people, seconds }: MeteredItem, committee: Committee, functions: Child): Promise<void> {
  const names = membersCalled(people);
  const meeting = await committee.open(['3/1']);
  const panels = await Promise.all(
    names.map((person, index) => openPanel(committee, functions, person, index / people)),
  );
  const { round, root } = await committee.put(meeting, '3/1');
  const step = (seconds * 1_000) / (people + 1);
  for (const [index, person] of names.entries()) {
    await delay(step);
    if (index % 3 === 0) await committee.answer(person, meeting, round, `Svar fra panelet ${index}`);
    else await committee.reply(person, root, `Svar i tråden ${index}`);
  }
  await delay(step);
  await committee.closeRound(meeting, round);
  await committee.end(meeting);
  await Promise.all(panels.map((panel) => panel.stop()));
}

/** Panels are opened at times of their own, spread over the pace of their polls. */
async function openPanel(committee: Committee, { url }: Child, person: string, share: number): Promise<PollingPanel> {
  const token = await committee.token(person);
  return startPanel({ person, token, committee: committee.id, base: url, phase: PACE * share });
}

/** Waits until nothing has been asked of the app, or by it of its tables, for a while; gives all that was since the last time. */
async function untilStill(child: Child): Promise<Pick<Report, 'requests' | 'operations'>> {
  const [requests, operations]: [Report['requests'][number][], Report['operations'][number][]] = [[], []];
  let last = performance.now();
  while (performance.now() - last < STILL) {
    await delay(100);
    const report = await child.report();
    requests.push(...report.requests);
    operations.push(...report.operations);
    if (report.requests.length + report.operations.length > 0) last = performance.now();
  }
  return { requests, operations };
}
