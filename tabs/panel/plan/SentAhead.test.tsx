import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { PlannedView } from '../../api/views.ts';
import { aHistory } from '../../channel/history/testing/history.ts';
import { createServer } from '../../testing/fakeServer.ts';
import { aMaterial } from '../../testing/materials.ts';
import { expectText, show, text } from '../../testing/renderPanel.tsx';
import { aPlanned, aView, at } from '../../testing/views.ts';

const ahead = { key: 'r001!p!a', status: 'sent' } as const;
const sent = aPlanned({ id: '1/1', text: 'Spørgsmål 1 i tema 1?', angle: 'Hos os?', minutes: 10, ahead });
const other = aPlanned({ id: '2/1', text: 'Spørgsmål 1 i tema 2?' });
const preparing = (plan: readonly PlannedView[], version = '') =>
  aView({
    item: undefined,
    you: { name: `Anna Holm${version}`, mayOpen: true },
    next: { id: 'udvalg.8', title: 'Velkomst', plan, unsettled: [] },
  });
const press = (name: string) => screen.findByRole('button', { name });

async function begin(plan: readonly PlannedView[], materials = [aMaterial]) {
  const shown = show(createServer(preparing(plan)));
  shown.server.answerNext({ status: 200, body: { materials } });
  shown.server.answerNext({ status: 200, body: aHistory() });
  await shown.user.click(await press(text('plan.change')));
  await press(text('plan.save'));
  return shown;
}

it('lets nobody reword or remove what was sent out beforehand, only move and time it', async () => {
  const { user, server } = await begin([sent, other], [aMaterial, { ...aMaterial, slug: 'andet', title: 'Andet' }]);
  const line = screen.getByText(text('picker.sent')).closest('li') as HTMLElement;
  expectText(line, 'Hos os?');
  expect(screen.queryByLabelText(text('picker.angle.label', { position: 1 }))).toBeNull();
  expect(screen.queryByRole('button', { name: text('picker.remove.label', { position: 1 }) })).toBeNull();
  expect(screen.getByRole('checkbox', { name: sent.text, hidden: true })).toHaveProperty('disabled', true);
  expect(screen.queryByLabelText(text('picker.whichMaterial'))).toBeNull();
  const minutes = screen.getByLabelText(text('picker.minutes.label', { position: 1 }));
  await user.clear(minutes);
  await user.type(minutes, '4');
  await user.click(await press(text('picker.down.label', { position: 1 })));
  await user.click(await press(text('plan.save')));
  expect(server.asked.at(-1)?.body['plan']).toEqual([
    { question: '2/1', minutes: 8 },
    { question: '1/1', minutes: 4, angle: 'Hos os?' },
  ]);
});

it('tells beside what was sent out how many have replied', async () => {
  await begin([{ ...sent, ahead: { ...ahead, replies: 1 } }, other]);
  const line = screen.getByText(text('picker.sent'), { exact: false }).closest('li') as HTMLElement;
  expectText(line, text('ahead.replies', { count: 1 }));
});

it('shows as sent what is sent out while somebody changes the plan, and what they wrote about it', async () => {
  const { user, server } = await begin([aPlanned({ ...sent, ahead: undefined }), other]);
  await user.type(screen.getByLabelText(text('picker.angle.label', { position: 1 })), ' Og hos jer?');
  server.show(preparing([sent, other], at('10:41')));
  await screen.findByText(text('picker.sent'), undefined, { timeout: 5_000 });
  expectText(document.body, text('open.hadWritten', { questions: '' }));
  expectText(document.body, 'Hos os? Og hos jer?');
  await user.click(await press(text('plan.save')));
  expect(server.asked.at(-1)?.body['plan']).toContainEqual({ question: '1/1', minutes: 10, angle: 'Hos os?' });
});

it('brings back what somebody had taken out before it was sent', async () => {
  const { user, server } = await begin([aPlanned({ ...sent, ahead: undefined }), other]);
  await user.click(await press(text('picker.remove.label', { position: 1 })));
  server.show(preparing([sent, other], at('10:41')));
  await screen.findByText(text('picker.sent'), undefined, { timeout: 5_000 });
  await user.click(await press(text('plan.save')));
  expect(server.asked.at(-1)?.body['plan']).toContainEqual({ question: '1/1', minutes: 10, angle: 'Hos os?' });
});
