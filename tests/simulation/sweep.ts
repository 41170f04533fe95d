import { describe, expect, it } from 'vitest';
import { expectAllIsWell } from './expectations.ts';
import type { Scenario } from './scenarios.ts';
import { type Crash, World } from './world.ts';

async function play(scenario: Scenario, instances: 1 | 2, crash?: Crash): Promise<World> {
  const world = new World(instances, crash);
  await world.installed();
  const { meeting, expected } = await scenario.play(world);
  await world.rest([meeting]);
  await expectAllIsWell(world, meeting, expected);
  return world;
}

/** Plays a scenario once for each port call and moment at which an instance can be gone. A file a scenario: they run side by side. */
export function sweep(scenario: Scenario): void {
  describe(scenario.name, () => {
    it.each([1, 2] as const)(
      'loses nothing and posts once with %i instance(s), wherever one of them is gone',
      async (instances) => {
        const { calls } = await play(scenario, instances);
        expect(calls).toBeGreaterThan(40);
        for (const moment of ['before', 'after'] as const) {
          for (let call = 1; call <= calls; call += 1) {
            await play(scenario, instances, { call, moment }).catch((error: unknown) => {
              throw new Error(`an instance gone ${moment} call ${call} of ${calls}`, { cause: error });
            });
          }
        }
      },
    );
  });
}
