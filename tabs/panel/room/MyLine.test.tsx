import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createClock } from '../../testing/clock.ts';
import { createServer } from '../../testing/fakeServer.ts';
import { ready } from '../../testing/ready.ts';
import { expectText, show, text } from '../../testing/renderPanel.tsx';
import { anAnswer, anItem, at, aViewOf } from '../../testing/views.ts';

const line = anAnswer({
  id: 'oabc',
  name: 'Anna Holm',
  mine: true,
  source: 'room',
  text: 'På skrift',
  writtenBy: 'Lone Krogh',
});
const others = anAnswer({ id: 'oabd', source: 'room', paper: true, text: 'Fra personalerummet' });

it('says who wrote down what somebody is said to have said, and what came on paper', async () => {
  show(createServer(aViewOf({ answers: [line, others] })));
  const [mine, paper] = await screen.findAllByRole('listitem');
  expectText(mine as HTMLElement, text('answers.writtenBy', { name: 'Lone Krogh' }));
  expectText(paper as HTMLElement, text('answers.paper'));
  expect(paper?.textContent).not.toContain(text('answers.source.room'));
});

it('lets the person delete it after asking, and nobody else’s', async () => {
  const { user, server } = show(createServer(aViewOf({ answers: [line, others] })));
  await user.click(await ready(text('room.mine.delete')));
  const [mine, paper] = screen.getAllByRole('listitem');
  expectText(mine as HTMLElement, text('room.mine.sure'));
  expect(within(paper as HTMLElement).queryByRole('button')).toBeNull();
  server.answerNextAndShow(aViewOf({ answers: [others] }, { version: at('10:43') }));
  await user.click(await ready(text('room.delete.confirm')));
  await waitFor(() => expect(screen.queryByText('På skrift')).toBeNull());
  expect(server.asked).toHaveLength(1);
  expect(server.asked[0]).toMatchObject({ method: 'DELETE' });
  expect(server.asked[0]?.path).toMatch(/oabc\?command=[\w-]+$/);
});

it('deletes nothing where the person changes their mind', async () => {
  const { user, server } = show(createServer(aViewOf({ answers: [line] })));
  await user.click(await ready(text('room.mine.delete')));
  await user.click(await ready(text('room.delete.keep')));
  expect(await ready(text('room.mine.delete'))).toBeInstanceOf(HTMLElement);
  expect(server.asked).toEqual([]);
});

it('is the facilitator’s to correct, as anything that was written down', async () => {
  show(createServer(aViewOf({ answers: [line] }, anItem({ lead: { name: 'Anna Holm', mine: true } }))));
  expect(await ready(text('room.edit.label', { words: 'På skrift' }))).toBeInstanceOf(HTMLElement);
  expect(screen.queryByRole('button', { name: text('room.mine.delete') })).toBeNull();
});

it('does not delete with the second half of a double click', async () => {
  const clock = createClock();
  const { user, server } = show(createServer(aViewOf({ answers: [line] })), { after: clock.after });
  await user.click(await screen.findByRole('button', { name: text('room.mine.delete') }));
  await user.click(await screen.findByRole('button', { name: text('room.delete.confirm') }));
  expect(server.asked).toEqual([]);
  clock.pass(1_000);
  await user.click(await screen.findByRole('button', { name: text('room.delete.confirm') }));
  expect(server.asked).toHaveLength(1);
});
