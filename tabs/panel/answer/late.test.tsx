import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createServer, refusal } from '../../testing/fakeServer.ts';
import { asFound, expectText, show, text } from '../../testing/renderPanel.tsx';
import { aViewOf, at } from '../../testing/views.ts';

// What is written once a question is closed, or while it is being closed.
const mine = { text: 'Vi mangler en makker.', at: at('10:42'), late: false, revision: 1 };
const answered = aViewOf({ mine }, { version: at('10:42') });
const field = () => screen.findByLabelText<HTMLTextAreaElement>(text('answer.label'));
/** A description that has this sentence among others. */
const said = (sentence: string) => (description: string) => description.includes(sentence);
const press = (name: string) => screen.findByRole('button', { name });

it('takes a first answer after closing, and says that it comes late', async () => {
  const closed = { status: 'closed', closedAt: at('10:44') } as const;
  const { user, server } = show(createServer(aViewOf(closed)));
  await user.click(await press(text('answer.comeLate')));
  expect(document.activeElement).toBe(await field());
  expect(screen.getByRole('textbox', { description: said(text('answer.willBeLate')) })).toBe(await field());
  await user.type(await field(), 'Sent svar');
  const late = { ...mine, late: true };
  server.answerNext({ status: 201, body: aViewOf({ ...closed, mine: late }, { version: at('10:45') }) });
  await user.click(await press(text('answer.submit')));
  expect(await screen.findByText(asFound(text('answer.late', { at: new Date(late.at) })))).toBeInstanceOf(HTMLElement);
  expect(screen.queryByRole('button', { name: text('answer.edit') })).toBeNull();
});

it('puts the field for a late answer away again, with what was begun in it', async () => {
  const { user, server } = show(createServer(aViewOf({ status: 'closed', closedAt: at('10:44') })));
  await user.click(await press(text('answer.comeLate')));
  await user.type(await field(), 'Alligevel ikke');
  await user.click(await press(text('cancel')));
  expect(screen.queryByLabelText(text('answer.label'))).toBeNull();
  expect(document.activeElement).toBe(await press(text('answer.comeLate')));
  await user.click(await press(text('answer.comeLate')));
  expect((await field()).value).toBe('');
  expect(server.asked).toEqual([]);
});

it('goes back to the stored answer from a change of which nobody knows whether it arrived', async () => {
  const { user, server } = show(createServer(answered));
  await user.click(await press(text('answer.edit')));
  await user.type(await screen.findByLabelText(text('answer.edit.label')), ' Altid.');
  server.answerNext('unreachable');
  await user.click(await press(text('answer.submit')));
  await user.click(await press(text('answer.discard.edit')));
  expect(screen.queryByLabelText(text('answer.edit.label'))).toBeNull();
  expect(await press(text('answer.edit'))).toBeInstanceOf(HTMLElement);
});

it('says that a change came too late, and shows what was written', async () => {
  const { user, server } = show(createServer(answered));
  await user.click(await press(text('answer.edit')));
  await user.type(await screen.findByLabelText(text('answer.edit.label')), ' Altid.');
  const view = aViewOf({ mine, status: 'closed', closedAt: at('10:44') }, { version: at('10:44') });
  server.answerNextAndShow(view, refusal(409, { code: 'RoundClosed', view }));
  await user.click(await press(text('answer.submit')));
  expectText(await screen.findByRole('alert'), text('first.closed', { at: new Date(at('10:44')) }));
  expect(screen.getByText('Vi mangler en makker. Altid.')).toBeInstanceOf(HTMLElement);
  expect(screen.getByText(text('answer.edit.tooLate.thread'), { exact: false })).toBeInstanceOf(HTMLElement);
  await user.click(await press(text('answer.copy')));
  expect(await screen.findByText(text('answer.copied'), { selector: 'span' })).toBeInstanceOf(HTMLElement);
  expect(await navigator.clipboard.readText()).toBe('Vi mangler en makker. Altid.');
  await user.click(await press(text('answer.discard.edit')));
  expect(screen.queryByText('Vi mangler en makker. Altid.')).toBeNull();
  expect(screen.getByText(asFound(text('answer.stored.closed', { at: new Date(mine.at) })))).toBeInstanceOf(
    HTMLElement,
  );
});

it('sends nobody whose change came too late to a thread that is not there', async () => {
  const server = createServer(answered);
  const { user } = show(server);
  await user.click(await press(text('answer.edit')));
  await user.type(await screen.findByLabelText(text('answer.edit.label')), ' Altid.');
  const post = { key: 'r001!p!q', status: 'blocked' } as const;
  server.show(aViewOf({ mine, status: 'closed', closedAt: at('10:44'), post }, { version: at('10:44') }));
  const say = text('answer.edit.tooLate.say');
  expect(await screen.findByText(say, { exact: false }, { timeout: 5_000 })).toBeInstanceOf(HTMLElement);
  expect(screen.queryByText(text('answer.edit.tooLate.thread'), { exact: false })).toBeNull();
});
