import { expect, it } from 'vitest';
import { createServerClock } from './serverClock.ts';

it('goes by the own clock until the server has answered', () => {
  expect(createServerClock(() => 5_000).now()).toBe(5_000);
});

it('counts half the way there and back', () => {
  const clock = createServerClock(() => 10_000);
  clock.hear({ askedAt: 1_000, cameAt: 1_400, serverTime: 61_200 });
  expect(clock.now()).toBe(70_000);
});

it('believes the answer that came fastest', () => {
  const clock = createServerClock(() => 0);
  clock.hear({ askedAt: 0, cameAt: 900, serverTime: 9_000 });
  clock.hear({ askedAt: 1_000, cameAt: 1_020, serverTime: 61_010 });
  clock.hear({ askedAt: 2_000, cameAt: 4_000, serverTime: 70_000 });
  expect(clock.now()).toBe(60_000);
});

it('notices when the own clock is set right', () => {
  const clock = createServerClock(() => 0);
  clock.hear({ askedAt: 0, cameAt: 10, serverTime: 500_005 });
  for (let each = 0; each < 8; each += 1) clock.hear({ askedAt: 0, cameAt: 100, serverTime: 50 });
  expect(clock.now()).toBe(0);
});
