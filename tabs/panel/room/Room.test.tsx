import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { chooseMore } from '../../testing/chooseMore.ts';
import { expectText, show, text } from '../../testing/renderPanel.tsx';
import { aViewOf, at } from '../../testing/views.ts';
import { begin, plan, said, scribe, viewWith } from './testing/written.ts';

const SOON = { timeout: 5_000 };
const lead = { name: 'Anna Holm', mine: true };
const field = () => screen.findByLabelText<HTMLInputElement>(text('room.label'));

describe('writing down what is said', () => {
  it('takes one line, Enter, the next, and keeps the focus', async () => {
    const { user, server } = begin();
    await user.type(await field(), 'Vi hilser ikke.{Enter}');
    await waitFor(async () => expect((await field()).value).toBe(''));
    expect(document.activeElement).toBe(await field());
    await user.type(await field(), 'Vi kan begynde med kaffe.{Enter}');
    await waitFor(() => expect(server.asked).toHaveLength(2));
    expect(server.asked.map(({ method, body }) => [method, body['text'], body['over'], body['said']])).toEqual([
      ['PUT', 'Vi hilser ikke.', 0, undefined],
      ['PUT', 'Vi kan begynde med kaffe.', 0, undefined],
    ]);
    expect(new Set(server.asked.map(({ path }) => path)).size).toBe(2);
    expect(server.asked[0]?.path).toContain('/rounds/r001/room/');
  });

  it('keeps a line that was not stored, and sends the same again', async () => {
    const { user, server } = begin();
    server.answerNext('unreachable');
    await user.type(await field(), 'Vi hilser ikke.{Enter}');
    expectText(await screen.findByRole('alert'), text('room.line.offline'));
    expect((await field()).value).toBe('Vi hilser ikke.');
    await user.keyboard('{Enter}');
    await waitFor(async () => expect((await field()).value).toBe(''));
    expect(new Set(server.asked.map(({ path, body }) => `${path} ${String(body['command'])}`)).size).toBe(1);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('knows a line that was stored though its answer was lost', async () => {
    const { user, server } = begin();
    server.answerNext('unreachable');
    await user.type(await field(), 'Vi hilser ikke.{Enter}');
    await screen.findByRole('alert');
    const id = `o${server.asked[0]?.path.split('/').at(-1) ?? ''}`;
    server.show(viewWith([said({ id })], { version: at('10:41') }));
    await waitFor(async () => expect((await field()).value).toBe(''), SOON);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('shows what was stored last until that is corrected', async () => {
    const { user, server } = begin();
    await user.type(await field(), 'Vi hilser ikke.{Enter}');
    await waitFor(() => expect(server.asked).toHaveLength(1));
    const id = `o${server.asked[0]?.path.split('/').at(-1) ?? ''}`;
    const told = [text('room.stored', { words: 'Vi hilser ikke.' }), { selector: 'p' }] as const;
    server.show(viewWith([said({ id })], { version: at('10:41') }));
    await screen.findByText(...told, SOON);
    const corrected = said({ id, text: 'Vi hilser nu.', revision: 2, edited: true });
    server.show(viewWith([corrected], { version: at('10:42') }));
    await waitFor(() => expect(screen.queryByText(...told)).toBeNull(), SOON);
  });

  it('keeps what is half written through a reload, and sends no blanks', async () => {
    const { user, server, leave } = begin();
    await user.type(await field(), '  {Enter}');
    expect(server.asked).toEqual([]);
    expectText(await screen.findByRole('alert'), text('error.AnswerEmpty'));
    await user.type(await field(), 'Vi hil');
    expect(screen.queryByRole('alert')).toBeNull();
    leave();
    show(server);
    expect((await field()).value.trim()).toBe('Vi hil');
  });

  it('knows after a reload a line that was stored though its answer was lost', async () => {
    const { user, server, leave } = begin();
    server.answerNext('unreachable');
    await user.type(await field(), 'Vi hilser ikke.{Enter}');
    await screen.findByRole('alert');
    const id = `o${server.asked[0]?.path.split('/').at(-1) ?? ''}`;
    leave();
    server.show(viewWith([said({ id })], { version: at('10:41') }));
    show(server);
    await waitFor(async () => expect((await field()).value).toBe(''), SOON);
    expect(server.asked).toHaveLength(1);
  });

  it('sends a line again after a reload as the same line, to the question it belongs to', async () => {
    const { user, server, leave } = begin();
    server.answerNext('unreachable');
    await user.type(await field(), 'Vi hilser ikke.{Enter}');
    await screen.findByRole('alert');
    leave();
    server.show(aViewOf({ id: 'r002' }, { scribe, plan, version: at('10:41') }));
    const again = show(server);
    await again.user.type(await field(), '{Enter}');
    await waitFor(() => expect(server.asked).toHaveLength(2));
    expect(server.asked[1]?.path).toBe(server.asked[0]?.path);
  });

  it('makes another line of what is written once all was taken back', async () => {
    const { user, server } = begin();
    server.answerNext('unreachable');
    await user.type(await field(), 'Vi hilser ikke.{Enter}');
    await screen.findByRole('alert');
    await user.clear(await field());
    await user.type(await field(), 'Noget andet.{Enter}');
    await waitFor(() => expect(server.asked).toHaveLength(2));
    expect(server.asked[1]?.path).not.toBe(server.asked[0]?.path);
  });

  it('says of each line that it came on paper, until that is taken back', async () => {
    const { user, server } = begin();
    await user.click(await screen.findByRole('checkbox', { name: text('room.paper') }));
    await user.type(await field(), 'Fra personalerummet{Enter}');
    await waitFor(async () => expect((await field()).value).toBe(''), SOON);
    await user.type(await field(), 'Også derfra{Enter}');
    await waitFor(async () => expect((await field()).value).toBe(''), SOON);
    await user.click(screen.getByRole('checkbox', { name: text('room.paper') }));
    await user.type(await field(), 'Sagt her{Enter}');
    await waitFor(() => expect(server.asked).toHaveLength(3));
    expect(server.asked.map(({ body }) => body['on'])).toEqual(['paper', 'paper', undefined]);
  });

  it('sets a name to one line, and none to the next', async () => {
    const { user, server } = begin();
    await user.type(await field(), 'Vi hilser ikke.');
    await user.click(screen.getByRole('button', { name: text('room.name.choose') }));
    await user.click(await screen.findByRole('button', { name: 'Bo Juhl' }));
    expect(screen.getByText(text('room.name', { name: 'Bo Juhl' }))).toBeInstanceOf(HTMLElement);
    expect(document.activeElement).toBe(await field());
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('button', { name: text('room.name.choose') })).toBeInstanceOf(HTMLElement);
    expect(server.asked[0]?.body['said']).toBe('oid-bo');
  });

  it('keeps its order: the name under the text, then how it came, what went wrong, and the buttons', async () => {
    const { user, server } = begin();
    const inOrder = (...parts: readonly HTMLElement[]): void => {
      const paths = parts.map((part) => [...document.querySelectorAll('*')].indexOf(part));
      expect(paths).toEqual(paths.toSorted((one, other) => one - other));
    };
    const named = (key: 'room.name.choose' | 'room.done' | 'room.save') =>
      screen.getByRole('button', { name: text(key) });
    const paper = await screen.findByRole('checkbox', { name: text('room.paper') });
    server.answerNext('unreachable');
    await user.type(await field(), 'Vi hilser ikke.{Enter}');
    const alert = await screen.findByRole('alert');
    inOrder(await field(), named('room.name.choose'), paper, alert, named('room.done'), named('room.save'));
    await user.click(named('room.name.choose'));
    const list = await screen.findByRole('list', { name: text('people.list') });
    inOrder(await field(), list, paper, named('room.done'));
    await user.click(await screen.findByRole('button', { name: 'Bo Juhl' }));
    inOrder(await field(), screen.getByText(text('room.name', { name: 'Bo Juhl' })), paper, named('room.done'));
  });

  it('asks for no name where names are hidden', async () => {
    begin(viewWith([], { names: 'hidden' }));
    await field();
    expect(screen.queryByRole('button', { name: text('room.name.choose') })).toBeNull();
  });

  it('goes on after closing, while the item is open', async () => {
    const closed = aViewOf({ status: 'closed', closedAt: at('10:39') }, { scribe, plan, version: at('10:40') });
    const { user, server } = begin(closed);
    await user.type(await field(), 'Aftalt.{Enter}');
    await waitFor(() => expect(server.asked[0]?.body['text']).toBe('Aftalt.'));
  });

  it('stands in the facilitator’s bar when asked for, with what was half written', async () => {
    const { user } = begin(viewWith([], { scribe: undefined, lead }));
    await chooseMore(user, text('more.room'));
    expect(document.activeElement).toBe(await field());
    await user.type(await field(), 'Vi hil');
    await user.click(screen.getByRole('button', { name: text('room.done') }));
    expect(screen.queryByLabelText(text('room.label'))).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: text('more') }));
    await chooseMore(user, text('more.room'));
    expect((await field()).value).toBe('Vi hil');
  });

  it('is for nobody else', async () => {
    begin(viewWith([said()], { scribe: { name: 'Bo Juhl', mine: false } }));
    await screen.findByText('Vi hilser ikke.');
    expect(screen.queryByLabelText(text('room.label'))).toBeNull();
    expect(screen.queryByRole('button', { name: text('room.edit.label', { words: 'Vi hilser ikke.' }) })).toBeNull();
  });
});
