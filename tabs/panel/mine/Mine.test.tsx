import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { MineAnswer } from '../../api/views.ts';
import { createServer, refusal } from '../../testing/fakeServer.ts';
import { expectText, text as panelText } from '../../testing/renderPanel.tsx';
import { ready } from '../../testing/ready.ts';
import { at, aView, COMMITTEE } from '../../testing/views.ts';
import { aMine, inApp, inThread } from './testing/aMine.ts';
import { open, openOn } from './testing/openMine.tsx';
import { loadMineText } from './useMineText.ts';

const text = await loadMineText(panelText);

const button = (name: string) => ready(name);
const labelOf = ({ question }: MineAnswer) => text('mine.delete.label', { question });
const sureOfAll = text('mine.deleteAll.sure', { count: 2 });

it('lists one’s own answers with what they were an answer to', async () => {
  const { server, host, user } = open(aMine());
  const [first, second] = await screen.findAllByRole('listitem');
  expect(server.asked[0]).toMatchObject({
    method: 'GET',
    path: `/api/committees/${encodeURIComponent(COMMITTEE)}/mine`,
  });
  if (first === undefined || second === undefined) throw new Error('there are no two answers');
  for (const words of [inApp.question, 'Makker den første uge', text('answers.source.own'), '14. maj 2026'])
    expectText(first, words);
  expect(first.textContent).not.toContain(text('answers.late'));
  const edited = text('mine.edited', { at: new Date(at('10:44')) });
  for (const words of ['Velkomst', text('answers.source.thread'), edited, text('answers.late')])
    expectText(second, words);
  await user.click(within(second).getByRole('link'));
  expect(host.opened).toEqual([inThread.link]);
});

it('tells the day on which an answer was edited where that is another one', async () => {
  open(aMine({ answers: [{ ...inThread, editedAt: '2026-05-15T10:44:00' }] }));
  const on = text('mine.edited.on', { date: '15. maj 2026', at: new Date('2026-05-15T10:44:00') });
  expectText(await screen.findByRole('listitem'), on);
});

it('begins with the focus on its heading, and goes back by the button and by Escape', async () => {
  const { user, lefts } = open(aMine());
  expect(document.activeElement).toBe(await screen.findByRole('heading', { level: 1, name: text('mine') }));
  await user.click(await button(text('mine.back')));
  expect(lefts()).toBe(1);
  await user.keyboard('{Escape}');
  expect(lefts()).toBe(2);
});

it('says what deleting does and what it does not', async () => {
  open(aMine());
  expect(await screen.findByText(text('mine.does'))).toBeInstanceOf(HTMLElement);
  expect(screen.getByText(text('mine.doesNot'))).toBeInstanceOf(HTMLElement);
});

it('asks before it deletes one answer, in its place, and says that the thread is left to the person', async () => {
  const { user, server, lefts } = open(aMine());
  await user.click(await button(labelOf(inThread)));
  const question = screen.getByText(text('mine.delete.sure.thread'));
  expect(document.activeElement).toBe(question);
  const listed = screen.getAllByRole('listitem')[1];
  expect(listed?.contains(question)).toBe(true);
  // What is asked about can still be read where it was written, and nothing else is asked right below.
  expect(listed && within(listed).getByRole('link')).toBeInstanceOf(HTMLElement);
  expect(screen.queryByRole('button', { name: text('mine.deleteAll', { count: 2 }) })).toBeNull();
  await user.keyboard('{Escape}');
  expect(document.activeElement).toBe(await button(labelOf(inThread)));
  expect(lefts()).toBe(0);
  await user.click(await button(labelOf(inApp)));
  expect(screen.getByText(text('answer.delete.sure'))).toBeInstanceOf(HTMLElement);
  await user.click(await button(text('answer.delete.keep')));
  expect(server.asked.filter(({ method }) => method === 'DELETE')).toEqual([]);
});

it('deletes one answer, says so, and leaves the others', async () => {
  const { user, server } = open(aMine());
  await user.click(await button(labelOf(inThread)));
  server.answerNext({ status: 200, body: aView() });
  server.answerNext({ status: 200, body: aMine({ answers: [inApp] }) });
  await user.click(await button(text('mine.delete')));
  const count = await screen.findByRole('heading', { name: text('mine.count', { count: 1 }) });
  expect(document.activeElement).toBe(count);
  expectText(screen.getByRole('status'), text('answer.deleted'));
  expect(screen.getAllByRole('listitem')).toHaveLength(1);
  expect(screen.queryByText(inThread.text ?? '')).toBeNull();
  const { path } = server.asked.find(({ method }) => method === 'DELETE') ?? {};
  expect(path).toMatch(/^\/api\/meetings\/udvalg\.7\/rounds\/r001\/mine\/t1778745601000\?command=[\w-]{36}$/);
});

it('shows nothing that is deleted, also where the rest cannot be read anew', async () => {
  const { user, server } = open(aMine());
  await user.click(await button(labelOf(inThread)));
  server.answerNext({ status: 200, body: aView() });
  server.answerNext('unreachable');
  await user.click(await button(text('mine.delete')));
  await screen.findByRole('heading', { name: text('mine.count', { count: 1 }) });
  expect(screen.queryByText(inThread.text ?? '')).toBeNull();
});

it('shows after a deletion how things stand now', async () => {
  const { user, server } = open(aMine());
  await user.click(await button(labelOf(inThread)));
  server.answerNext({ status: 200, body: aView() });
  server.answerNext({ status: 200, body: aMine({ answers: [{ ...inApp, text: 'Rettet imens' }] }) });
  await user.click(await button(text('mine.delete')));
  expect(await screen.findByText('Rettet imens')).toBeInstanceOf(HTMLElement);
});

it('asks in the words agreed, and deletes all', async () => {
  const { user, server } = open(aMine());
  await user.click(await button('Slet mine 2 svar'));
  expect(sureOfAll).toBe(
    'Slet mine 2 svar? De forsvinder fra appen og opsamlingen. Det, du selv har skrevet i tråden, skal du også slette i Teams.',
  );
  expect(document.activeElement).toBe(screen.getByText(sureOfAll));
  await user.keyboard('{Tab}');
  expect(document.activeElement).toBe(await button('Behold'));
  await user.keyboard('{Tab}');
  expect(document.activeElement).toBe(await button('Slet'));
  server.answerNext({ status: 200, body: aView() });
  server.answerNext({ status: 200, body: aMine({ answers: [] }) });
  await user.click(await button('Slet'));
  const none = await screen.findByRole('heading', { name: text('mine.count', { count: 0 }) });
  expect(document.activeElement).toBe(none);
  expectText(screen.getByRole('status'), text('mine.deletedAll', { count: 2 }));
  expect(screen.queryByRole('listitem')).toBeNull();
  expect(screen.queryByRole('button', { name: /^Slet/ })).toBeNull();
  const { path } = server.asked.find(({ method }) => method === 'DELETE') ?? {};
  expect(path).toMatch(/\/mine\?command=[\w-]{36}$/);
});

it('goes on asking where deleting failed, and sends the same wish again', async () => {
  const { user, server } = open(aMine());
  await user.click(await button('Slet mine 2 svar'));
  server.answerNext('unreachable');
  await user.click(await button('Slet'));
  expectText(await screen.findByRole('alert'), text('failed.offline'));
  expect(screen.getByText(sureOfAll)).toBeInstanceOf(HTMLElement);
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
  server.answerNext({ status: 200, body: aView() });
  server.answerNext({ status: 200, body: aMine({ answers: [] }) });
  await user.click(await button('Slet'));
  await screen.findByRole('heading', { name: text('mine.count', { count: 0 }) });
  const wishes = server.asked.filter(({ method }) => method === 'DELETE').map(({ path }) => path);
  expect(wishes).toHaveLength(2);
  expect(new Set(wishes).size).toBe(1);
});

it('says that there is nothing where there is nothing, and offers nothing to delete', async () => {
  open(aMine({ answers: [] }));
  expect(await screen.findByRole('heading', { name: 'Du har ingen svar i udvalgets punkter' })).toBeInstanceOf(
    HTMLElement,
  );
  expect(screen.queryByRole('button', { name: /^Slet/ })).toBeNull();
  expect(screen.queryByText(text('mine.does'))).toBeNull();
  expect(screen.queryByText(text('mine.doesNot'))).toBeNull();
});

it('goes on saying what stays where everything was deleted', async () => {
  const deleted = [
    { item: 'Velkomst', question: 'Og?', source: 'own', postedAt: at('10:31'), deletedAt: at('10:32') },
  ] as const;
  open(aMine({ answers: [], deleted }));
  expect(await screen.findByText(text('mine.doesNot'))).toBeInstanceOf(HTMLElement);
});

it('says that one’s answers cannot be fetched where there is no connection', async () => {
  const server = createServer(aView());
  server.answerNext('unreachable');
  openOn(server);
  expectText(await screen.findByRole('alert'), text('mine.offline'));
});

it('has the answers first, and deletes all at once only where there are several', async () => {
  const { leave } = open(aMine({ answers: [inApp] }));
  const one = await screen.findByRole('listitem');
  const does = screen.getByText(text('mine.does'));
  expect(one.compareDocumentPosition(does) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  expect(screen.queryByRole('button', { name: text('mine.deleteAll', { count: 1 }) })).toBeNull();
  leave();
});

it('reads on until the server has told of every item', async () => {
  const older = aMine({ answers: [inThread], items: 5, teamsIds: ['29:anna'] });
  const { server } = open(aMine({ answers: [inApp], older: 'udvalg.200', items: 200, teamsIds: ['29:anna'] }), older);
  expect(await screen.findAllByRole('listitem')).toHaveLength(2);
  expect(server.asked.map(({ path }) => path.split('mine')[1])).toEqual(['', '?after=udvalg.200']);
  expect(screen.getByRole('heading', { name: text('mine.count', { count: 2 }) })).toBeInstanceOf(HTMLElement);
});

it('shows nothing as if it were all where older items cannot be read', async () => {
  const server = createServer(aView());
  server.answerNext({ status: 200, body: aMine({ older: 'udvalg.200' }) });
  server.answerNext(refusal(503, { code: 'Unavailable' }));
  openOn(server);
  expectText(await screen.findByRole('alert'), text('problem.server'));
  expect(screen.queryAllByRole('listitem')).toEqual([]);
});

it('says what is wrong where it cannot be read, and tries again', async () => {
  const server = createServer(aView());
  server.answerNext(refusal(503, { code: 'Unavailable' }));
  const { user } = openOn(server);
  expectText(await screen.findByRole('alert'), text('problem.server'));
  server.answerNext({ status: 200, body: aMine() });
  await user.click(await button(text('again')));
  expect(await screen.findAllByRole('listitem')).toHaveLength(2);
  expect(screen.queryByRole('alert')).toBeNull();
});

it('leaves why it is not there, and the focus, while it is tried again', async () => {
  const server = createServer(aView());
  server.answerNext('unreachable');
  const { user } = openOn(server);
  const alert = await screen.findByRole('alert');
  server.answerNext('none');
  const again = await button(text('again'));
  await user.click(again);
  expect(server.asked).toHaveLength(2);
  expect(screen.getByRole('alert')).toBe(alert);
  expect(document.activeElement).toBe(again);
  expect(screen.queryByText(text('loading'))).toBeNull();
});

it('waits in the open', async () => {
  const server = createServer(aView());
  server.answerNext('none');
  openOn(server);
  expect(await screen.findByText(text('loading'))).toBeInstanceOf(HTMLElement);
});
