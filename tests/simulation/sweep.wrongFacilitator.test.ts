import { describe, expect, it } from 'vitest';
import { Doubt } from './doubt.ts';
import type { Crash } from './world.ts';

/**
 * A question is sent again although it was there; where an instance is gone meanwhile, even two more may stand that
 * nobody knows about. Each is made out once somebody presses it.
 */
async function play(crash?: Crash): Promise<{ readonly from: number; readonly to: number }> {
  const doubt = new Doubt(crash);
  const { world } = doubt;
  const first = await doubt.begin();
  const from = world.calls + 1;
  await doubt.say({ saw: 'notThere' }).catch((error: unknown) => {
    // Pressed again after an instance was gone, it may be done already.
    if (!(error instanceof Error) || !error.message.startsWith('PostSettled')) throw error;
  });
  await world.rest([doubt.meeting]);
  for (const root of doubt.roots()) await doubt.press(root);
  await world.rest([doubt.meeting]);
  const to = world.calls;
  expect(doubt.roots()).toEqual([first]);
  for (const { root } of [...world.channel.messages]) await doubt.reply(root, `Under ${root}`);
  await doubt.end();
  return { from, to };
}

describe('a question that is sent again although it was there, and whose cards are pressed', () => {
  it('stands once, with the replies under all of them, wherever an instance is gone meanwhile', async () => {
    const { from, to } = await play();
    expect(to - from).toBeGreaterThan(60);
    for (const moment of ['before', 'after'] as const) {
      for (let call = from; call <= to; call += 1) {
        await play({ call, moment }).catch((error: unknown) => {
          throw new Error(`an instance gone ${moment} call ${call} of ${from} to ${to}`, { cause: error });
        });
      }
    }
  });
});
