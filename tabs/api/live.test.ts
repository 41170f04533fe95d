import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { at, aView, anItem, COMMITTEE } from '../testing/views.ts';
import { liveView, pauseAfter, viewKey } from './live.ts';

it('polls ever slower while nothing answers', () => {
  expect([0, 1, 2, 3, 4, 50].map(pauseAfter)).toEqual([1_500, 3_000, 6_000, 10_000, 10_000, 10_000]);
});

it('does not go back to an older view than the one a command brought', async () => {
  const client = new QueryClient();
  const newer = aView({ item: anItem({ version: at('10:35') }) });
  const live = liveView({ view: () => Promise.resolve(aView({ item: anItem({ version: at('10:34') }) })) }, COMMITTEE);
  client.setQueryData(viewKey(COMMITTEE), newer);
  expect(await client.query({ ...live, staleTime: 0 })).toEqual(newer);
});

it('does not ask again when the page is drawn right after the view came', async () => {
  const client = new QueryClient();
  const asked: string[] = [];
  const live = liveView({ view: (committee) => Promise.resolve(asked.push(committee)).then(() => aView()) }, COMMITTEE);
  await client.query(live);
  const leave = new QueryObserver(client, live).subscribe(() => undefined);
  leave();
  expect(asked).toEqual([COMMITTEE]);
});
