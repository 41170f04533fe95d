import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createServer, type FakeServer } from '../../testing/fakeServer.ts';
import { expectText, show, text as panelText } from '../../testing/renderPanel.tsx';
import { at, aView, COMMITTEE } from '../../testing/views.ts';
import { aMine } from './testing/aMine.ts';
import { loadMineText } from './useMineText.ts';

const text = await loadMineText(panelText);
const trial = { text: '<b>Ja</b>, på otte minutter', at: at('10:42') };

/** One's own page in the panel of somebody who has tried the app. */
async function begin(mine: object = aMine({ trial })) {
  const server = createServer(aView());
  server.answerNext({ status: 200, body: mine });
  const shown = show(server);
  await shown.user.click(await screen.findByRole('button', { name: text('mine') }));
  return shown;
}
const part = () => screen.findByRole('region', { name: text('mine.trial') });
const erase = async () => within(await part()).getByRole('button', { name: text('mine.trial.delete') });
const deletions = ({ asked }: FakeServer) => asked.filter(({ method }) => method === 'DELETE').map(({ path }) => path);

it('shows what was written to try the app, when, and that it goes away by itself', async () => {
  await begin();
  expectText(await part(), trial.text);
  const about = text('mine.trial.about', { date: '14. maj 2026', at: new Date(trial.at) });
  expectText(await part(), about);
});

it('is not there for whoever has tried nothing', async () => {
  await begin(aMine());
  await screen.findByRole('button', { name: text('mine.data') });
  expect(screen.queryByRole('region', { name: text('mine.trial') })).toBeNull();
});

it('is deleted at once, and the page says so when the server no longer has it', async () => {
  const { user, server } = await begin();
  const button = await erase();
  server.answerNext({ status: 200, body: { erasedAt: at('10:44') } });
  server.answerNext({ status: 200, body: aMine() });
  await user.click(button);
  await waitFor(() => expect(screen.queryByRole('region', { name: text('mine.trial') })).toBeNull());
  expectText(screen.getByRole('status'), text('mine.trial.deleted'));
  const path = `/api/committees/${encodeURIComponent(COMMITTEE)}/trial?command=`;
  expect(deletions(server)).toEqual([expect.stringContaining(path)]);
  expect(server.asked.at(-1)).toMatchObject({ method: 'GET', path: expect.stringMatching(/\/mine$/) as string });
  // One's answers are not touched.
  expect(screen.getByRole('heading', { name: text('mine.count', { count: 2 }) })).toBeInstanceOf(HTMLElement);
});

it('stays with the reason where it was not deleted, and is deleted as the same wish when tried again', async () => {
  const { user, server } = await begin();
  const button = await erase();
  server.answerNext('unreachable');
  await user.click(button);
  expectText(await part(), trial.text);
  expectText(await within(await part()).findByRole('alert'), text('failed.offline'));
  expect(screen.getByRole('status').textContent).toBe('');
  server.answerNext({ status: 200, body: {} });
  server.answerNext({ status: 200, body: aMine() });
  await user.click(await erase());
  await waitFor(() => expect(screen.queryByRole('region', { name: text('mine.trial') })).toBeNull());
  const [first, second, ...more] = deletions(server);
  expect(second).toBe(first);
  expect(more).toEqual([]);
});

it('takes no second press while it is being deleted', async () => {
  const { user, server } = await begin();
  const button = await erase();
  server.answerNext('none');
  await user.click(button);
  await within(await part()).findByRole('button', { name: text('sending') });
  await user.click(button);
  expect(deletions(server)).toHaveLength(1);
});
