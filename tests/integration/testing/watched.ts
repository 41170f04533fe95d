import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import type { LocalOptions } from '../../../infra/local/startLocal.ts';
import { people } from '../../../infra/local/teams/state.ts';
import { type Keys, loadKeys } from '../../../infra/local/entra/tokens.ts';
import { Driver } from '../../support/driver.ts';
import { type Rows, readRows } from './tableRows.ts';

/** The running app, with what a person does not see: its rows, its log, and the keys that Teams and Entra sign with. */
export interface Watched {
  readonly driver: Driver;
  readonly keys: Keys;
  /** Every line that the Functions process has printed. */
  log(): readonly string[];
  /**
   * Every row, once the app has no post to look after any more, or only what waits for the timer, which comes by every
   * few minutes: then nothing has changed for a while.
   */
  rowsAtRest(): Promise<Rows>;
  stop(): Promise<void>;
}

const TABLES = 'Table service at ';
const STARTED = /^(?:Table service|Stand-in for Teams|Functions) at /;

export async function startWatched(options: Partial<LocalOptions> = {}): Promise<Watched> {
  const data = await mkdtemp(join(tmpdir(), 'med-dialog-watched-'));
  const lines: string[] = [];
  const say = (line: string): void => {
    lines.push(line);
    options.say?.(line);
  };
  const driver = await Driver.start({ ...options, data, say });
  const tables = lines.find((line) => line.startsWith(TABLES))?.slice(TABLES.length) ?? '';
  return {
    driver,
    keys: loadKeys(join(data, 'teams')),
    log: () => lines.filter((line) => !STARTED.test(line)),
    async rowsAtRest() {
      await driver.local.teams.settled();
      let before = '';
      let since = Date.now();
      return vi.waitFor(async () => {
        const rows = await readRows(tables);
        const waiting = [...rows.keys()].filter((row) => row.startsWith('Due ') && row.includes('!post!'));
        const now = JSON.stringify([...rows]);
        if (now !== before) since = Date.now();
        before = now;
        if (waiting.length > 0 && Date.now() - since < STILL)
          throw new Error(`posts are still looked after: ${waiting.length}`);
        return rows;
      }, REST);
    },
    async stop() {
      await driver.stop();
      await rm(data, { recursive: true });
    },
  };
}

/** Longer than any pause between two looks that this process makes by itself, in milliseconds. */
const STILL = 6_000;
const REST = { timeout: 40_000, interval: 100 };

/** A log may hold codes and ids of ours: no name, no token, none of the words that were written. */
export function expectNothingPersonal(log: readonly string[], words: readonly string[]): void {
  // That it was listened to at all.
  expect(log.some((line) => line.includes('"code":'))).toBe(true);
  const names = people(0).flatMap(({ name, upn, mri }) => [name, upn, mri]);
  for (const line of log) {
    expect(line).not.toMatch(/eyJ[\w-]{10,}/);
    for (const word of [...names, 'Ekstra Medlem', ...words]) expect(line).not.toContain(word);
  }
}
