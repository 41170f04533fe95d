import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createServer } from '../../testing/fakeServer.ts';
import { ready } from '../../testing/ready.ts';
import { show, text } from '../../testing/renderPanel.tsx';
import { anItem, aPlanned, aView } from '../../testing/views.ts';

const lead = { name: 'Anna Holm', mine: true };
const question = aPlanned({ id: '3/1', text: 'Den ene?' });

it('counts what is still to be put, and not what was skipped on purpose', async () => {
  const ahead = { key: 'r001!p!a', status: 'sent' } as const;
  const plan = [
    { ...question, ahead },
    aPlanned({ id: '3/2', status: 'skipped' }),
    aPlanned({ id: '3/3', status: 'closed' }),
  ];
  const { user } = show(createServer(aView({ item: anItem({ lead, plan }) })));
  await user.click(await ready(text('plan.end')));
  const bar = await screen.findByRole('region', { name: text('lead.bar') });
  expect(bar.textContent).toContain(text('end.left', { count: 1 }));
});

it('counts nothing where nothing was asked, and warns all the same', async () => {
  const { user } = show(createServer(aView({ item: anItem({ lead, plan: [question] }) })));
  await user.click(await ready(text('plan.end')));
  const asked = await screen.findByText(text('end.sure.nothingPut'), { exact: false });
  expect(asked.textContent).not.toContain(text('end.left', { count: 1 }));
  // Whatever becomes of the item, this is the one step that cannot be taken back.
  expect(asked.textContent).toMatch(/kan ikke åbnes igen\.$/);
});

it.each([
  ['no digest where nothing was asked', question, 'end.sure.nothingPut', 'end.digest'],
  [
    'one where a question was sent out beforehand',
    { ...question, ahead: { key: 'r001!p!a', status: 'sent' } as const },
    'end.digest',
    'end.sure.nothingPut',
  ],
] as const)('promises %s', async (_, planned, told, other) => {
  const { user } = show(createServer(aView({ item: anItem({ lead, plan: [planned] }) })));
  await user.click(await ready(text('plan.end')));
  const bar = await screen.findByRole('region', { name: text('lead.bar') });
  expect([bar.textContent.includes(text(told)), bar.textContent.includes(text(other))]).toEqual([true, false]);
});

it.each([
  ['nobody knows about', 'question', 'unknown'],
  ['Teams refused', 'preparation', 'blocked'],
] as const)('says what becomes of a question that %s', async (_, of, status) => {
  const post = { key: 'r001!p!q', status } as const;
  const page = { post: { key: 'z!p!digest!1', status }, of: 'digest', number: 1 } as const;
  const plan = [{ ...question, ahead: post }];
  const unsettled = [{ post, of, number: 1 }, page] as const;
  const { user } = show(createServer(aView({ item: anItem({ lead, plan, unsettled }) })));
  await user.click(await ready(text('plan.end')));
  const bar = await screen.findByRole('region', { name: text('lead.bar') });
  const told = (['unknown', 'blocked'] as const).filter((each) =>
    bar.textContent.includes(text(`end.${each}`, { count: 1 })),
  );
  expect(told).toEqual([status]);
});
