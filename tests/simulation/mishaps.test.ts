import { describe, expect, it } from 'vitest';
import type { Mishap } from './channel.ts';
import { expectAllIsWell } from './expectations.ts';
import { scenarios } from './scenarios.ts';
import { World } from './world.ts';

const MISHAPS: readonly Mishap[] = ['lostBefore', 'lostAfter', 'deferred', 'refused'];

/** All sequences of up to two mishaps: what Teams does to the first two create calls. */
const sequences: readonly (readonly Mishap[])[] = [
  ...MISHAPS.map((one) => [one]),
  ...MISHAPS.flatMap((one) => MISHAPS.map((other) => [one, other])),
];

describe.each(scenarios)('$name', (scenario) => {
  it.each(sequences.map((mishaps) => ({ mishaps })))(
    'loses nothing and posts once when Teams does $mishaps to what is created',
    async ({ mishaps }) => {
      const world = new World(2);
      await world.installed();
      world.channel.mishaps.push(...mishaps);
      const { meeting, expected } = await scenario.play(world);
      await world.rest([meeting]);
      await expectAllIsWell(world, meeting, expected);
      expect(world.channel.mishaps).toEqual([]);
    },
  );
});
