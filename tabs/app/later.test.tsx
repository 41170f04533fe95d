import { render, screen } from '@testing-library/react';
import type { ComponentType } from 'react';
import { expect, it } from 'vitest';
import { Boundary } from './Boundary.tsx';
import { later, WhenLoaded } from './later.tsx';

/** A part whose module comes when the test lets it. */
function partThat() {
  const module = Promise.withResolvers<{ default: ComponentType<{ of: string }> }>();
  const Part = later(() => module.promise);
  return {
    Part,
    comes: () => module.resolve({ default: ({ of }) => <p>the part of {of}</p> }),
    fails: () => module.reject(new Error('no connection')),
  };
}

/** What was asked for until now has been done: no time passes in which React would wait for more. */
async function turns(): Promise<void> {
  for (let count = 0; count < 3; count += 1) await new Promise((resolve) => setTimeout(resolve));
}

it('shows a part as soon as it is there, in place of what stood there until then', async () => {
  const { Part, comes } = partThat();
  render(
    <WhenLoaded fallback={<p>loading</p>}>
      <Part of="one" />
    </WhenLoaded>,
  );
  screen.getByText('loading');
  comes();
  await turns();
  screen.getByText('the part of one');
  expect(screen.queryByText('loading')).toBeNull();
});

it('shows in the same moment what was loaded before', async () => {
  const { Part, comes } = partThat();
  comes();
  await Part.load();
  render(
    <WhenLoaded fallback={<p>loading</p>}>
      <Part of="one" />
    </WhenLoaded>,
  );
  screen.getByText('the part of one');
});

it('leaves a part that cannot be had to the boundary around it', async () => {
  const { Part, fails } = partThat();
  render(
    <Boundary fallback={<p>broken</p>}>
      <WhenLoaded fallback={<p>loading</p>}>
        <Part of="one" />
      </WhenLoaded>
    </Boundary>,
    // React tells the console else.
    { onCaughtError: () => undefined },
  );
  fails();
  await turns();
  screen.getByText('broken');
});
