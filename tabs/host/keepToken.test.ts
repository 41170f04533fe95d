import { expect, it } from 'vitest';
import { keepToken } from './keepToken.ts';

const tokenUntil = (seconds: number, name = ''): string => `h.${btoa(JSON.stringify({ exp: seconds, name }))}.s`;

function begin(tokens: string[]) {
  const clock = { now: 0 };
  let asked = 0;
  const kept = keepToken(
    () => Promise.resolve(tokens[asked++] ?? 'none left'),
    () => clock.now,
  );
  return { kept, clock, asked: () => asked };
}

it('uses a token again until shortly before it ends', async () => {
  const { kept, clock, asked } = begin([tokenUntil(3600, 'first'), tokenUntil(7200, 'second')]);
  const first = await kept.get();
  clock.now = 3_400_000;
  expect(await kept.get()).toBe(first);
  clock.now = 3_500_000;
  expect(await kept.get()).toBe(tokenUntil(7200, 'second'));
  expect(asked()).toBe(2);
});

it('asks once for all that ask at the same time', async () => {
  const { kept, asked } = begin([tokenUntil(3600)]);
  const [left, right] = await Promise.all([kept.get(), kept.get()]);
  expect(left).toBe(right);
  expect(asked()).toBe(1);
});

it('asks again for a token that it cannot read, or was told to forget', async () => {
  const { kept, asked } = begin(['opaque', tokenUntil(3600), tokenUntil(3600)]);
  await kept.get();
  await kept.get();
  kept.forget();
  await kept.get();
  expect(asked()).toBe(3);
});

it('asks again after Teams has refused', async () => {
  const answers = [Promise.reject(new Error('refused')), Promise.resolve(tokenUntil(3600))];
  const kept = keepToken(
    () => answers.shift() ?? Promise.reject(new Error('none left')),
    () => 0,
  );
  await expect(kept.get()).rejects.toThrow('refused');
  expect(await kept.get()).toBe(tokenUntil(3600));
});
