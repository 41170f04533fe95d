import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createServer } from '../../testing/fakeServer.ts';
import { show, text } from '../../testing/renderPanel.tsx';
import { aPlanned, aRound, aViewOf, at } from '../../testing/views.ts';
import { Panel } from '../Panel.tsx';

const LONG =
  'Hvordan kan vi lokalt styrke den gode velkomst og blive mere tydelige i vores opgavebeskrivelser, så alle ved, hvad der ventes?';
const question = { text: LONG, points: ['Hvad gør vi allerede?'], angle: 'Hos os?' };
const closed = { status: 'closed', closedAt: at('10:40') } as const;
const heading = () => screen.findByRole('heading', { level: 1 });
const whole = () => screen.queryByRole('button', { name: text('question.whole') });

it('folds a long question once it is closed, so that the answers come up, and shows all of it at a press', async () => {
  const { user } = show(createServer(aViewOf({ ...closed, question })));
  expect((await heading()).textContent).toMatch(/^Hvordan kan vi .*…$/);
  expect(screen.queryByText('Hvad gør vi allerede?')).toBeNull();
  expect(screen.getByText('Hos os?')).toBeInstanceOf(HTMLElement);
  await user.click(whole() as HTMLElement);
  expect((await heading()).textContent).toBe(LONG);
  expect(screen.getByText('Hvad gør vi allerede?')).toBeInstanceOf(HTMLElement);
  await user.click(screen.getByRole('button', { name: text('answers.less'), expanded: true }));
  expect((await heading()).textContent).not.toBe(LONG);
});

it('folds no question that is open, or short', async () => {
  const server = createServer(aViewOf({ question }));
  show(server);
  expect((await heading()).textContent).toBe(LONG);
  server.show(aViewOf({ ...closed, id: 'r002', question: aRound().question }, { version: at('10:41') }));
  await screen.findByText(text('answers.closed', { count: 0 }), { selector: 'p' }, { timeout: 5_000 });
  expect((await heading()).textContent).toBe(aRound().question.text);
  expect(whole()).toBeNull();
});

it('shows all of it where the answers stand beside it', async () => {
  show(createServer(aViewOf({ ...closed, question })), { page: <Panel layout="wide" /> });
  expect((await heading()).textContent).toBe(LONG);
  expect(whole()).toBeNull();
});

it('tells how many are taken and left where some are skipped', async () => {
  const [first, second, third] = ['3/1', '3/2', '3/3'].map((id) => aPlanned({ id }));
  if (!first || !second || !third) throw new Error('there are no three');
  const plan = [{ ...first, status: 'skipped' }, { ...second, status: 'open' }, third] as const;
  const server = createServer(aViewOf({ position: 2, of: 3 }, { plan }));
  show(server);
  await screen.findByText(text('question.place.left', { position: 1, count: 1 }), { exact: false });
  const last = [plan[0], plan[1], { ...third, status: 'skipped' }] as const;
  server.show(aViewOf({ position: 2, of: 3 }, { plan: last, version: at('10:41') }));
  const sentence = text('question.place.left', { position: 1, count: 0 });
  await screen.findByText(sentence, { exact: false }, { timeout: 5_000 });
});

it('says what language the material is in, and nothing of the committee’s own words', async () => {
  const theme = { ...aRound().theme, number: 3, title: 'Tema', direction: ['Vi vil.'], language: 'da' };
  show(createServer(aViewOf({ question, theme })));
  expect((await heading()).lang).toBe('da');
  for (const words of ['Vi vil.', '3 · Tema']) expect(screen.getByText(words).lang).toBe('da');
  expect(screen.getByText('Hvad gør vi allerede?').closest('[lang]')?.getAttribute('lang')).toBe('da');
  expect(screen.getByText('Hos os?', { exact: false }).closest('main [lang]')).toBeNull();
});

it('marks no question of the committee’s own', async () => {
  show(createServer(aViewOf({ question, theme: undefined })));
  expect((await heading()).closest('main [lang]')).toBeNull();
});
