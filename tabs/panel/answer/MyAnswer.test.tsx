import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createClock } from '../../testing/clock.ts';
import { createServer } from '../../testing/fakeServer.ts';
import { ready } from '../../testing/ready.ts';
import { asFound, expectText, show, text } from '../../testing/renderPanel.tsx';
import { anAnswer, aView, aViewOf, at } from '../../testing/views.ts';

const mine = { text: 'Vi mangler en makker.', at: at('10:42'), late: false, revision: 1 };
const stored = text('answer.stored', { at: new Date(mine.at) });
const answered = aViewOf({ mine }, { version: at('10:42') });
const field = () => screen.findByLabelText<HTMLTextAreaElement>(text('answer.label'));
/** A description that has this sentence among others. */
const said = (sentence: string) => (description: string) => description.includes(sentence);
const press = (name: string) => screen.findByRole('button', { name });

it('stores an answer, says so, and goes on from there', async () => {
  const { user, server } = show(createServer(aViewOf({})));
  await user.type(await field(), '  Vi mangler en makker.');
  server.answerNext({ status: 201, body: answered });
  await user.click(await press(text('answer.submit')));
  const sentence = await screen.findByText(asFound(stored), { selector: 'p' });
  expect(document.activeElement).toBe(sentence);
  expectText(screen.getByRole('status'), stored);
  expect(localStorage).toHaveLength(0);
  expect(server.asked).toHaveLength(1);
  expect(server.asked[0]).toMatchObject({ method: 'PUT', body: { text: 'Vi mangler en makker.' } });
  expect(server.asked[0]?.path).toContain('/rounds/r001/answer');
});

it('tells who can read before anything is written, and claims no number it does not know', async () => {
  const server = createServer(aViewOf({}));
  show(server);
  expect(await screen.findByRole('textbox', { description: said(text('answer.readers', { count: 12 })) })).toBe(
    await field(),
  );
  server.show({ ...aViewOf({}), readers: undefined });
  const description = said(text('answer.readers.unknown'));
  expect(await screen.findByRole('textbox', { description }, { timeout: 5_000 })).toBe(await field());
});

it('tells whoever answered in the thread so, and takes more', async () => {
  const inThread = anAnswer({ name: 'Anna Holm', mine: true, postedAt: at('10:34') });
  const { user, server } = show(createServer(aViewOf({ answers: [anAnswer({ id: 't0' }), inThread] })));
  const told = text('answer.inThread', { at: new Date(inThread.postedAt) });
  expect(await screen.findByText(asFound(told))).toBeInstanceOf(HTMLElement);
  await user.type(await field(), 'Og en plan.');
  server.answerNext({ status: 201, body: answered });
  await user.click(await press(text('answer.submit')));
  await screen.findByText(asFound(stored), { selector: 'p' });
  expect(screen.queryByText(asFound(told))).toBeNull();
});

it('tells on which day somebody answered in the thread, where the question was put later', async () => {
  const inThread = anAnswer({ name: 'Anna Holm', mine: true, prepared: true, postedAt: '2026-05-12T06:12:00.000Z' });
  show(createServer(aViewOf({ answers: [inThread] })));
  const told = text('answer.inThread.on', { at: new Date(inThread.postedAt) });
  expect(told).toContain('12. maj');
  expect(await screen.findByText(asFound(told))).toBeInstanceOf(HTMLElement);
});

it('tells nobody that others answered in the thread', async () => {
  show(createServer(aViewOf({ answers: [anAnswer()] })));
  await field();
  expect(screen.queryByText(/i tråden kl/)).toBeNull();
});

it('keeps what is written through a reload', async () => {
  const server = createServer(aViewOf({}));
  const { user, leave } = show(server);
  await user.type(await field(), 'Halvt svar');
  leave();
  show(server);
  expect((await field()).value).toBe('Halvt svar');
});

it('sends nothing by itself when offline, keeps the text, and sends the same command again', async () => {
  const { user, server } = show(createServer(aViewOf({})));
  await user.type(await field(), 'Halvt svar');
  const thread = () => screen.queryByRole('link', { name: text('question.thread.answer') });
  expect(thread()).not.toBeNull();
  server.answerNext('unreachable');
  await user.click(await press(text('answer.submit')));
  expectText(await screen.findByRole('alert'), text('answer.offline'));
  // Nobody knows whether it was stored: in the thread it would come once more.
  expect(thread()).toBeNull();
  expect((await field()).value).toBe('Halvt svar');
  expect(server.asked).toHaveLength(1);
  server.answerNext({ status: 201, body: answered });
  await user.click(await press(text('answer.submit')));
  await screen.findByText(asFound(stored), { selector: 'p' });
  const commands = server.asked.map(({ body }) => body['command']);
  expect(commands).toHaveLength(2);
  expect(new Set(commands).size).toBe(1);
});

it('makes a new command for a text that was changed after a failure', async () => {
  const { user, server } = show(createServer(aViewOf({})));
  await user.type(await field(), 'Halvt');
  server.answerNext('unreachable');
  await user.click(await press(text('answer.submit')));
  await screen.findByRole('alert');
  await user.type(await field(), ' svar');
  server.answerNext({ status: 201, body: answered });
  await user.click(await press(text('answer.submit')));
  await screen.findByText(asFound(stored), { selector: 'p' });
  expect(new Set(server.asked.map(({ body }) => body['command'])).size).toBe(2);
});

it('deletes the text from a shared device at a press', async () => {
  const { user, server } = show(createServer(aViewOf({})));
  await user.type(await field(), 'Halvt svar');
  server.answerNext('unreachable');
  await user.click(await press(text('answer.submit')));
  await user.click(await press(text('answer.discard')));
  expect((await field()).value).toBe('');
  expect(localStorage).toHaveLength(0);
  expect(screen.queryByRole('alert')).toBeNull();
});

it('does not send nothing, nor more than there is room for', async () => {
  const { user, server } = show(createServer(aViewOf({})));
  await user.click(await press(text('answer.submit')));
  expect(document.activeElement).toBe(await field());
  await user.click(await field());
  await user.paste('x'.repeat(20_001));
  expectText(screen.getByRole('alert'), text('answer.tooLong', { limit: 20_000 }));
  await user.click(await press(text('answer.submit')));
  expect(server.asked).toEqual([]);
});

it('says by how much an answer is too long, to whoever comes to the field and not aloud at each key', async () => {
  const { user } = show(createServer(aViewOf({})));
  await user.click(await field());
  await user.paste('x'.repeat(21_200));
  const excess = text('answer.tooLong.by', { count: 1_200 });
  expect(excess).toContain('1.200');
  const about = (await field()).getAttribute('aria-describedby')?.split(' ') ?? [];
  expect(about.map((id) => document.getElementById(id)?.textContent)).toContain(excess);
  expect(screen.getByRole('alert').textContent).toBe(text('answer.tooLong', { limit: 20_000 }));
  await user.clear(await field());
  expect(screen.queryByText(excess)).toBeNull();
});

it('changes a stored answer', async () => {
  const { user, server } = show(createServer(answered));
  await user.click(await press(text('answer.edit')));
  const edited = await screen.findByLabelText<HTMLTextAreaElement>(text('answer.edit.label'));
  expect(document.activeElement).toBe(edited);
  expect(edited.value).toBe(mine.text);
  await user.type(edited, ' Altid.');
  await user.click(await press(text('answer.submit')));
  await screen.findByText(asFound(stored), { selector: 'p' });
  expect(server.asked[0]?.body['text']).toBe('Vi mangler en makker. Altid.');
});

it('leaves a stored answer alone when the change is given up', async () => {
  const { user, server } = show(createServer(answered));
  await user.click(await press(text('answer.edit')));
  await user.type(await screen.findByLabelText<HTMLTextAreaElement>(text('answer.edit.label')), ' Altid.');
  await user.click(await press(text('cancel')));
  expect(document.activeElement).toBe(await screen.findByText(asFound(stored)));
  expect(server.asked).toEqual([]);
  expect(localStorage).toHaveLength(0);
});

it('asks before it deletes, in the same place', async () => {
  const { user, server } = show(createServer(answered));
  await user.click(await press(text('answer.delete')));
  expect(document.activeElement).toBe(screen.getByText(text('answer.delete.sure')));
  await user.click(await press(text('answer.delete.keep')));
  expect(server.asked).toEqual([]);
  await user.click(await press(text('answer.delete')));
  server.answerNextAndShow(aViewOf({}, { version: at('10:43') }));
  await user.click(await ready(text('answer.delete.confirm')));
  expect(document.activeElement).toBe(await field());
  expect(server.asked[0]).toMatchObject({ method: 'DELETE' });
  expect(server.asked[0]?.path).toMatch(/\/answer\?command=[\w-]{36}&over=1$/);
});

it('does not take away what is being written when an answer comes from the card', async () => {
  const server = createServer(aViewOf({}));
  const { user } = show(server);
  await user.type(await field(), 'Noget andet');
  server.show(answered);
  const edited = await screen.findByLabelText<HTMLTextAreaElement>(text('answer.edit.label'), {}, { timeout: 5_000 });
  expect(edited.value).toBe('Noget andet');
});

it('says what is missing where nothing was written, until something is', async () => {
  const { user, server } = show(createServer(aViewOf({})));
  await user.type(await field(), '   ');
  await user.click(await press(text('answer.submit')));
  expect((await screen.findByRole('alert')).textContent).toContain(text('error.AnswerEmpty'));
  expect(document.activeElement).toBe(await field());
  await user.type(await field(), 'Mere tid');
  expect(screen.queryByRole('alert')).toBeNull();
  expect(server.asked).toEqual([]);
});

it('begins empty for the next question', async () => {
  const server = createServer(aViewOf({}));
  const { user } = show(server);
  await user.type(await field(), 'Til det første');
  server.show(aViewOf({ id: 'r002', question: { text: 'Og nu?', points: [] } }, { version: at('10:50') }));
  await screen.findByRole('heading', { name: 'Og nu?' }, { timeout: 5_000 });
  expect((await field()).value).toBe('');
});

it('lets one’s own answer be deleted when the item is over', async () => {
  show(createServer(aViewOf({ status: 'closed', mine }, { status: 'ended', endedAt: at('11:00') })));
  expect(await press(text('answer.delete'))).toBeInstanceOf(HTMLElement);
});

it('has no field where nothing is asked', async () => {
  show(createServer(aView()));
  await screen.findByText(text('item.soon'));
  expect(screen.queryByLabelText(text('answer.label'))).toBeNull();
});

it('does not delete with the second half of a double click', async () => {
  const clock = createClock();
  const { user, server } = show(createServer(answered), { after: clock.after });
  await user.click(await press(text('answer.delete')));
  await user.click(await press(text('answer.delete.confirm')));
  expect(server.asked).toEqual([]);
  clock.pass(1_000);
  await user.click(await press(text('answer.delete.confirm')));
  expect(server.asked).toHaveLength(1);
});

it('has a field that leaves room for its button, however much is written', async () => {
  show(createServer(aViewOf({})));
  expect((await field()).style.maxHeight).toBe('60vh');
});
