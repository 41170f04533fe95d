import { expect } from 'vitest';
import type { Person } from './person.ts';

/** Expects that nothing in the app's frame has to be scrolled to the side. */
export async function expectNoSideways(person: Person): Promise<void> {
  const frame = await person.frame();
  const { room, needed } = await frame.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    return { room: clientWidth, needed: scrollWidth };
  });
  expect(needed, `${person.key}: pixels that the app needs in width`).toBeLessThanOrEqual(room);
}
