import { DialogueError } from '#dialogue/errors';
import type { Instance } from '../../../tests/simulation/instance.ts';
import type { OneApp } from './oneApp.ts';

/** Something that somebody does with one process of the app. */
export type Act = (deps: Instance['deps']) => Promise<unknown>;

/** `done`, or the code of what it was refused for. */
export const outcomeOf = (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof DialogueError) return error.code;
      throw error;
    },
  );

/**
 * Lets `quick` happen whole within `slow`, before each of its calls to the store in turn, each time in a world of its own.
 * @returns how many calls `slow` makes
 */
export async function overtakings(
  world: () => Promise<{ readonly outside: OneApp; readonly slow: Act; readonly quick: Act }>,
  check: (outside: OneApp, outcomes: { readonly slow: string; readonly quick: string }) => Promise<void>,
): Promise<number> {
  for (let call = 1; ; call += 1) {
    const { outside, slow, quick } = await world();
    let calls = 0;
    const overtaken: string[] = [];
    const { deps } = outside.instance({
      async before() {
        if ((calls += 1) === call) overtaken.push(await outcomeOf(quick(outside.app.deps)));
      },
    });
    const outcome = await outcomeOf(slow(deps));
    const [overtaking] = overtaken;
    if (overtaking === undefined) return call - 1;
    await outside.clock.settle();
    await check(outside, { slow: outcome, quick: overtaking });
  }
}

/**
 * Lets the process be gone before and after each of the calls that `act` makes, each time in a world of its own.
 * @returns how many calls it makes
 */
export async function crashes(
  world: () => Promise<{ readonly outside: OneApp; readonly act: Act }>,
  check: (outside: OneApp) => Promise<void>,
): Promise<number> {
  for (let call = 1; ; call += 1) {
    for (const moment of ['before', 'after'] as const) {
      const { outside, act } = await world();
      const gone = Promise.withResolvers<'gone'>();
      let calls = 0;
      const die = (): Promise<never> => {
        gone.resolve('gone');
        return new Promise(() => undefined);
      };
      const { deps } = outside.instance({
        // Whoever is gone does nothing more: neither what was begun at the same time, nor what would come after.
        before: () => ((calls += 1) >= call && moment === 'before' ? die() : Promise.resolve()),
        after: () => (calls >= call && moment === 'after' ? die() : Promise.resolve()),
      });
      const end = await Promise.race([outcomeOf(act(deps)), gone.promise]);
      if (end !== 'gone') return call - 1;
      await check(outside);
    }
  }
}
