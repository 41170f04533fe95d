import { describe, expect, it } from 'vitest';
import { plus } from '#dialogue/instant';
import { type Trial, TRIAL_KEPT } from '#dialogue/trial';
import type { Due } from './ports.ts';
import { forgetTrial, readTrial, writeTrial } from './trials.ts';

const AT = '2026-05-14T08:30:00.000Z';
const REF = { committee: '19:c@thread.tacv2', person: 'anna' };

/** A store for one trial, at a time that the test sets. */
function stand(stored?: Trial) {
  const steps: string[] = [];
  let trial = stored;
  let now = AT;
  const dues: Due[] = [];
  const store = {
    readTrial: () => Promise.resolve(trial),
    saveTrial: (_: unknown, next: Trial) => {
      trial = next;
      steps.push('saved');
      return Promise.resolve();
    },
    eraseTrial: () => {
      trial = undefined;
      return Promise.resolve();
    },
    addDue: (due: Due) => {
      dues.push(due);
      steps.push('due');
      return Promise.resolve();
    },
    removeDue: (due: Due) => {
      dues.splice(0, dues.length, ...dues.filter(({ at }) => at !== due.at));
      return Promise.resolve();
    },
  };
  const surroundings = {
    now: () => now,
    newId: () => 'id',
    later: () => undefined,
    pause: () => Promise.resolve(),
    log: () => undefined,
  };
  const later = (milliseconds: number): void => {
    now = plus(AT, milliseconds);
  };
  return { deps: { store, surroundings }, steps, dues, later, stored: () => trial };
}

describe('a trial', () => {
  it('has its deletion written down before it is stored', async () => {
    const { deps, steps, dues } = stand();
    await writeTrial(deps, REF, 'Prøve');
    expect(steps).toEqual(['due', 'saved']);
    expect(dues).toEqual([{ at: plus(AT, TRIAL_KEPT), trial: REF }]);
  });

  it('is refused when it says nothing, and nothing is stored', async () => {
    const { deps, steps } = stand();
    await expect(writeTrial(deps, REF, ' \n\t\u200b')).rejects.toMatchObject({ code: 'AnswerEmpty' });
    expect(steps).toEqual([]);
  });

  it('is seen by nobody once its time is over, also before the timer has come', async () => {
    const { deps, later } = stand({ text: 'Prøve', at: AT });
    later(TRIAL_KEPT - 1);
    expect(await readTrial(deps, REF)).toEqual({ text: 'Prøve', at: AT });
    later(TRIAL_KEPT);
    expect(await readTrial(deps, REF)).toBeUndefined();
  });

  it('is deleted by the timer, unless it was written anew meanwhile', async () => {
    const { deps, dues, later, stored } = stand();
    await writeTrial(deps, REF, 'Først');
    // What was written down for the first may still be there, where the process was gone meanwhile.
    const first = { at: plus(AT, TRIAL_KEPT), trial: REF };
    later(60_000);
    await writeTrial(deps, REF, 'Så');
    const second = { at: plus(AT, TRIAL_KEPT + 60_000), trial: REF };
    expect(dues).toEqual([second]);
    later(TRIAL_KEPT);
    await forgetTrial(deps, first);
    expect(stored()?.text).toBe('Så');
    later(TRIAL_KEPT + 60_000);
    await forgetTrial(deps, second);
    expect(stored()).toBeUndefined();
  });
});
