import { describe, expect, it } from 'vitest';
import { expectAllIsWell } from './expectations.ts';
import { type Scenario, scenarios } from './scenarios.ts';
import { type Crash, World } from './world.ts';

async function play(scenario: Scenario, instances: 1 | 2, crash?: Crash): Promise<World> {
  const world = new World(instances, crash);
  await world.installed();
  const { meeting, expected } = await scenario.play(world);
  await world.rest([meeting]);
  await expectAllIsWell(world, meeting, expected);
  return world;
}

describe.each(scenarios)('$name', (scenario) => {
  it.each([1, 2] as const)(
    'loses nothing and posts once with %i instance(s), wherever one of them is gone',
    async (instances) => {
      const { calls } = await play(scenario, instances);
      expect(calls).toBeGreaterThan(40);
      for (const moment of ['before', 'after'] as const) {
        for (let call = 1; call <= calls; call += 1) {
          try {
            await play(scenario, instances, { call, moment });
          } catch (error) {
            throw new Error(`an instance gone ${moment} call ${call} of ${calls}`, { cause: error });
          }
        }
      }
    },
  );
});
