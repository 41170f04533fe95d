import { screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { createClock } from '../testing/clock.ts';
import { createServer } from '../testing/fakeServer.ts';
import { show } from '../testing/renderPanel.tsx';
import { useSteady } from './useSteady.ts';

function Page() {
  const [meaning, setMeaning] = useState('close');
  const isSteady = useSteady(meaning);
  return (
    <>
      <h1>{isSteady ? meaning : 'too soon'}</h1>
      <button onClick={() => setMeaning('close')}>to close</button>
      <button onClick={() => setMeaning('put')}>to put</button>
    </>
  );
}

function begin() {
  const clock = createClock();
  const { user } = show(createServer(), { page: <Page />, after: clock.after });
  return {
    clock,
    go: (name: string) => user.click(screen.getByRole('button', { name })),
    heading: () => screen.getByRole('heading').textContent,
  };
}

it('counts no press on what has just come', () => {
  const { clock, heading } = begin();
  clock.pass(999);
  expect(heading()).toBe('too soon');
  clock.pass(1);
  expect(heading()).toBe('close');
});

it('counts no press for a second after its meaning changed', async () => {
  const { clock, go, heading } = begin();
  clock.pass(1_000);
  await go('to put');
  clock.pass(999);
  expect(heading()).toBe('too soon');
  clock.pass(1);
  expect(heading()).toBe('put');
});

it('begins anew when the meaning changes again, also back to what it was', async () => {
  const { clock, go, heading } = begin();
  clock.pass(1_000);
  await go('to put');
  clock.pass(500);
  await go('to close');
  expect(heading()).toBe('too soon');
  clock.pass(999);
  expect(heading()).toBe('too soon');
  clock.pass(1);
  expect(heading()).toBe('close');
});
