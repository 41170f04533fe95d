import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createServer, refusal } from '../../testing/fakeServer.ts';
import { asFound, expectText, show, text } from '../../testing/renderPanel.tsx';
import { aViewOf, at } from '../../testing/views.ts';

// The same answer written in several places: another window, or the card.
const mine = { text: 'Vi mangler en makker.', at: at('10:42'), late: false, revision: 1 };
const stored = text('answer.stored', { at: new Date(mine.at) });
const answered = aViewOf({ mine }, { version: at('10:42') });
const field = () => screen.findByLabelText<HTMLTextAreaElement>(text('answer.label'));
const press = (name: string) => screen.findByRole('button', { name });

it('shows what was answered elsewhere before it is replaced, and sends over just that', async () => {
  const server = createServer(aViewOf({}));
  const { user } = show(server);
  await user.type(await field(), 'Noget andet');
  server.show(answered);
  await screen.findByText(
    asFound(text('answer.elsewhere', { at: new Date(mine.at) })),
    { exact: false },
    { timeout: 5_000 },
  );
  expect(screen.getByText(mine.text)).toBeInstanceOf(HTMLElement);
  server.answerNext({ status: 201, body: answered });
  await user.click(await press(text('answer.submit')));
  await screen.findByText(asFound(stored), { selector: 'p' });
  expect(server.asked[0]?.body).toMatchObject({ text: 'Noget andet', over: 1 });
});

it('keeps what was answered elsewhere where that is wished', async () => {
  const server = createServer(aViewOf({}));
  const { user } = show(server);
  await user.type(await field(), 'Noget andet');
  server.show(answered);
  await user.click(await screen.findByRole('button', { name: text('answer.elsewhere.keep') }, { timeout: 5_000 }));
  expect(document.activeElement).toBe(await screen.findByText(asFound(stored)));
  expect(server.asked).toEqual([]);
  expect(localStorage).toHaveLength(0);
});

it('sends nothing over what the person has not seen, and keeps what they wrote', async () => {
  const server = createServer(aViewOf({}));
  const { user } = show(server);
  await user.type(await field(), 'Noget andet');
  server.answerNextAndShow(answered, refusal(412, { code: 'AnswerChanged', view: answered }));
  await user.click(await press(text('answer.submit')));
  // Once, with what stands there now.
  expect(await screen.findAllByRole('alert')).toHaveLength(1);
  expectText(screen.getByRole('alert'), text('first.answer'));
  expectText(screen.getByRole('alert'), `${text('answer.elsewhere.saved')}${mine.text}`);
  expect(screen.queryByText(asFound(text('answer.elsewhere', { at: new Date(mine.at) })), { exact: false })).toBeNull();
  const edited = await screen.findByLabelText<HTMLTextAreaElement>(text('answer.edit.label'));
  expect(edited.value).toBe('Noget andet');
  expect(screen.getByText(mine.text)).toBeInstanceOf(HTMLElement);
  expect(server.asked[0]?.body['over']).toBe(0);
});

it('knows its own words again where the answer to sending a change was lost', async () => {
  const server = createServer(answered);
  const { user } = show(server);
  await user.click(await press(text('answer.edit')));
  await user.type(await screen.findByLabelText(text('answer.edit.label')), ' Altid.');
  server.answerNext('unreachable');
  await user.click(await press(text('answer.submit')));
  expectText(await screen.findByRole('alert'), text('answer.offline'));
  const changed = { text: 'Vi mangler en makker. Altid.', at: at('10:43'), late: false, revision: 2 };
  server.show(aViewOf({ mine: changed }, { version: at('10:43') }));
  const words = text('answer.stored', { at: new Date(changed.at) });
  expect(await screen.findByText(asFound(words), { selector: 'p' }, { timeout: 5_000 })).toBeInstanceOf(HTMLElement);
  expect(screen.queryByText(text('answer.offline'), { exact: false })).toBeNull();
  expect(screen.queryByRole('button', { name: text('answer.elsewhere.keep') })).toBeNull();
});

it('says nothing of elsewhere to whoever changes the answer that they see', async () => {
  const { user } = show(createServer(answered));
  await user.click(await press(text('answer.edit')));
  await screen.findByLabelText(text('answer.edit.label'));
  expect(screen.queryByRole('button', { name: text('answer.elsewhere.keep') })).toBeNull();
});
