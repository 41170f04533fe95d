import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createServer } from '../../testing/fakeServer.ts';
import { ready } from '../../testing/ready.ts';
import { expectText, show, text } from '../../testing/renderPanel.tsx';
import { anItem, aPlanned, aView, aViewOf, at } from '../../testing/views.ts';

const lead = { name: 'Anna Holm', mine: true };
const question = aPlanned();
const closing = { status: 'closed', closedAt: at('10:44') } as const;
const planned = aView({ item: anItem({ lead, plan: [question] }) });
const opened = aViewOf({}, { lead, plan: [{ ...question, status: 'open' }], version: at('10:31') });
const done = { lead, plan: [{ ...question, status: 'closed' as const }], version: at('10:44') };
const closed = aViewOf(closing, done);
const ended = aViewOf(closing, { ...done, status: 'ended', endedAt: at('10:50'), version: at('10:50') });

it('takes an item with one question from its opening to its end in three presses more', async () => {
  const { user, server } = show(createServer(planned));
  const steps = [
    ['lead.put', opened],
    ['lead.close', closed],
    ['lead.end', ended],
  ] as const;
  for (const [key, next] of steps) {
    const button = await ready(text(key));
    // Nothing takes it back, and nothing asks: it is said beforehand.
    expect(screen.queryByText(text('lead.end.told')) !== null).toBe(key === 'lead.end');
    server.answerNextAndShow(next);
    await user.click(button);
  }
  const heading = await screen.findByRole('heading', { level: 1 });
  expectText(heading, text('item.ended.on', { at: new Date(at('10:50')) }));
  expect(server.asked.map(({ path }) => path.split('/').at(-1))).toEqual(['rounds', 'closing', 'ending']);
});

it.each([
  ['putting a question', planned, 'lead.put', 'sending'],
  ['closing it', opened, 'lead.close', 'lead.close.sending'],
  ['ending the item', closed, 'lead.end', 'lead.end.sending'],
] as const)('says that %s is under way while it is', async (_, view, key, words) => {
  const { user, server } = show(createServer(view));
  server.answerNext('none');
  await user.click(await ready(text(key)));
  const button = await screen.findByRole('button', { name: text(words) });
  expect(button.getAttribute('aria-disabled')).toBe('true');
});

it.each([
  ['a message is not in place in the channel', aViewOf(closing, { ...done, unsettled: [anUnsettled()] })],
  ['no question was put', aView({ item: anItem({ lead, plan: [{ ...question, status: 'skipped' }] }) })],
])('asks before it ends where %s', async (_, view) => {
  const { user, server } = show(createServer(view));
  await user.click(await ready(text('lead.end')));
  await ready(text('end.keep'));
  expect(server.asked).toEqual([]);
});

function anUnsettled() {
  return { of: 'question', number: 1, post: { key: 'r001!p!q', status: 'unknown' } } as const;
}
