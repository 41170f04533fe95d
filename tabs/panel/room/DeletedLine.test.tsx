import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createServer, refusal } from '../../testing/fakeServer.ts';
import { expectText, show, text } from '../../testing/renderPanel.tsx';
import { aPlanned, aViewOf, at } from '../../testing/views.ts';

const scribe = { name: 'Anna Holm', mine: true };
const plan = [aPlanned({ status: 'open' })];
const field = () => screen.findByLabelText<HTMLInputElement>(text('room.label'));

it('stores as another line, to the same question and without the name, what that person has deleted', async () => {
  const server = createServer(aViewOf({}, { scribe, plan, version: at('10:40') }));
  server.people.push({ person: 'oid-bo', name: 'Bo Juhl' });
  const { user } = show(server);
  server.answerNext('unreachable');
  await user.type(await field(), 'Vi hilser ikke.');
  await user.click(screen.getByRole('button', { name: text('room.name.choose') }));
  await user.click(await screen.findByRole('button', { name: 'Bo Juhl' }));
  await user.keyboard('{Enter}');
  await screen.findByRole('alert');
  server.answerNextAndShow(
    aViewOf({ id: 'r002' }, { scribe, plan, version: at('10:41') }),
    refusal(404, { code: 'AnswerNotFound' }),
  );
  await user.keyboard('{Enter}');
  expectText(await screen.findByText(text('room.line.gone')), text('room.line.gone'));
  expect((await field()).value).toBe('Vi hilser ikke.');
  await user.type(await field(), '{Enter}');
  await waitFor(async () => expect((await field()).value).toBe(''));
  const [first, second, third] = server.asked.map(({ path }) => path);
  expect(second).toBe(first);
  expect(third).not.toBe(first);
  expect(third).toContain('/rounds/r001/room/');
  expect(server.asked.map(({ body }) => body['said'])).toEqual(['oid-bo', 'oid-bo', undefined]);
});
