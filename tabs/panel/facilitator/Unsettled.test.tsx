import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createClock } from '../../testing/clock.ts';
import { createServer } from '../../testing/fakeServer.ts';
import { ready } from '../../testing/ready.ts';
import { expectText, show, text } from '../../testing/renderPanel.tsx';
import { aPlanned, aViewOf, at } from '../../testing/views.ts';

const lead = { name: 'Anna Holm', mine: true };
const plan = [
  aPlanned({ id: '3/1', text: 'Den ene?', status: 'closed' }),
  aPlanned({ id: '3/2', text: 'Den anden?', status: 'closed' }),
  aPlanned({ id: '3/3', text: 'Den tredje?', status: 'open' }),
];
const unknown = (key: string) => ({ key, status: 'unknown' }) as const;
const question = (number: number) => ({ post: unknown(`r00${number}!p!q`), of: 'question', number }) as const;
const page = (number: number) => ({ post: unknown(`z!p!digest!${number}`), of: 'digest', number }) as const;
const running = { id: 'r003', post: unknown('r003!p!q') };

const named = (number: number, words: string) => text('settle.which.question', { number, of: 3, question: words });
const group = (name: string) => screen.findByRole('group', { name, hidden: true });

it('names each older question that waits, beside the one that is put', async () => {
  const unsettled = [
    question(1),
    { ...question(2), post: { key: 'r002!p!q', status: 'blocked' } as const },
    question(3),
  ];
  show(createServer(aViewOf(running, { lead, plan, unsettled })));
  expectText(await group(named(1, 'Den ene?')), text('settle.other.unknown'));
  expectText(await group(named(2, 'Den anden?')), text('settle.other.blocked'));
  expect(screen.getByText(text('settle.others', { count: 2 })).closest('details')?.open).toBe(false);
  expect(await screen.findAllByText(text('settle.question.unknown'))).toHaveLength(1);
  expect(screen.queryByRole('group', { name: named(3, 'Den tredje?'), hidden: true })).toBeNull();
});

it.each([
  ['open', 'settle.question.unknown'],
  ['closed', 'settle.preparation.unknown'],
] as const)('says that one can answer meanwhile only while that is so: %s', async (status, words) => {
  show(createServer(aViewOf({ post: unknown('r001!p!q'), status }, { lead, plan, unsettled: [question(1)] })));
  expect(await screen.findByText(text(words))).toBeInstanceOf(HTMLElement);
});

it('settles the one that it names', async () => {
  const { user, server } = show(createServer(aViewOf(running, { lead, plan, unsettled: [question(1), question(2)] })));
  const second = await group(named(2, 'Den anden?'));
  await user.click(screen.getByText(text('settle.others', { count: 2 })));
  await user.click(await ready(text('settle.notThere'), second));
  expect(server.asked.map(({ path }) => path)).toEqual(['/api/meetings/udvalg.7/posts/r002!p!q/settlement']);
});

it('shows later pages of the digest unfolded when the item is over', async () => {
  const digest = { key: 'z!p!digest!1', status: 'sent' } as const;
  const unsettled = [page(2), page(3)];
  show(createServer(aViewOf({}, { lead, plan, status: 'ended', endedAt: at('11:00'), digest, unsettled })));
  await screen.findByRole('group', { name: text('settle.which.digest', { number: 2 }) });
  expect(screen.getByRole('group', { name: text('settle.which.digest', { number: 3 }) })).toBeInstanceOf(HTMLElement);
  expect(screen.getByText(text('settle.others', { count: 2 })).closest('details')?.open).toBe(true);
});

it('asks about the first page beside the heading alone', async () => {
  const digest = unknown('z!p!digest!1');
  show(createServer(aViewOf({}, { lead, plan, status: 'ended', endedAt: at('11:00'), digest, unsettled: [page(1)] })));
  expect(await screen.findByText(text('settle.digest.unknown'))).toBeInstanceOf(HTMLElement);
  expect(screen.queryByText(text('settle.which.digest', { number: 1 }))).toBeNull();
});

it('does not settle the next one with a second press, when it comes up to where the first one stood', async () => {
  const clock = createClock();
  const view = (...unsettled: ReturnType<typeof question>[]) =>
    aViewOf(
      { post: { key: 'r003!p!q', status: 'sent' } },
      { lead, plan, unsettled, version: at(`10:4${3 - unsettled.length}`) },
    );
  const { user, server } = show(createServer(view(question(1), question(2))), { after: clock.after });
  const again = async (name: string) =>
    within(await group(name)).getByRole('button', { name: text('settle.notThere'), hidden: true });
  await again(named(1, 'Den ene?'));
  clock.pass(1_000);
  server.answerNext({ status: 200, body: view(question(2)) });
  await user.click(await again(named(1, 'Den ene?')));
  await waitFor(() => expect(screen.queryByRole('group', { name: named(1, 'Den ene?'), hidden: true })).toBeNull());
  clock.pass(999);
  await user.click(await again(named(2, 'Den anden?')));
  expect(server.asked).toHaveLength(1);
  clock.pass(1);
  await user.click(await again(named(2, 'Den anden?')));
  await waitFor(() => expect(server.asked).toHaveLength(2));
});

it('tells the others of what is asked now, and nothing of what is older', async () => {
  show(createServer(aViewOf(running, { plan })));
  expect(await screen.findByText(text('post.question.unknown'))).toBeInstanceOf(HTMLElement);
  expect(screen.queryByRole('button', { name: text('settle.notThere') })).toBeNull();
});
