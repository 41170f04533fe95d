import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { aHistory } from '../../channel/history/testing/history.ts';
import { createServer, refusal } from '../../testing/fakeServer.ts';
import { aMaterial } from '../../testing/materials.ts';
import { ready } from '../../testing/ready.ts';
import { expectText, show, text } from '../../testing/renderPanel.tsx';
import { aPlanned, aView } from '../../testing/views.ts';

const plan = [aPlanned({ id: '1/1', text: 'Spørgsmål 1 i tema 1?' }), aPlanned({ id: '2/1', text: 'Et andet?' })];
/** What is being prepared, by the name that it has. */
const called = (title: string) =>
  aView({
    item: undefined,
    you: { name: 'Anna Holm', mayOpen: true },
    next: { id: 'udvalg.8', title, plan, unsettled: [] },
  });
const field = () => screen.findByLabelText(text('open.title'));
const save = () => ready(text('plan.save'));

async function change(title: string) {
  const shown = show(createServer(called(title)));
  shown.server.answerNext({ status: 200, body: { materials: [aMaterial] } });
  shown.server.answerNext({ status: 200, body: aHistory() });
  await shown.user.click(await ready(text('plan.change')));
  await field();
  return shown;
}

async function rename(shown: Awaited<ReturnType<typeof change>>, title: string): Promise<void> {
  await shown.user.clear(await field());
  await shown.user.type(await field(), title);
}

it('is sent with what the item was called when it was begun', async () => {
  const shown = await change('Velkomst');
  await rename(shown, 'Nyt navn');
  await shown.user.click(await save());
  await screen.findByRole('region', { name: text('next') });
  expect(shown.server.asked.at(-1)?.body).toMatchObject({ title: 'Nyt navn', baseTitle: 'Velkomst' });
});

it('does not undo somebody’s new name where a draft from before it is saved later', async () => {
  const before = await change('Velkomst');
  await before.user.click(await ready(text('picker.remove.label', { position: 2 })));
  before.leave();
  const { server, user } = await change('Deres navn');
  await user.click(await save());
  await screen.findByRole('region', { name: text('next') });
  expect(server.asked.at(-1)).toMatchObject({ method: 'PUT', body: { plan: [{ question: '1/1' }] } });
  expect(server.asked.at(-1)?.body).not.toHaveProperty('title');
});

it('stands beside theirs where both gave it another, and is saved over it only by saving again', async () => {
  const shown = await change('Velkomst');
  await rename(shown, 'Mit navn');
  shown.server.answerNext(refusal(412, { code: 'PlanChanged', view: called('Deres navn') }));
  await shown.user.click(await save());
  expectText(await screen.findByRole('alert'), text('theirs.title', { title: 'Deres navn' }));
  expect(await field()).toHaveProperty('value', 'Mit navn');
  await shown.user.click(await save());
  await screen.findByRole('region', { name: text('next') });
  expect(shown.server.asked.at(-1)?.body).toMatchObject({ title: 'Mit navn', baseTitle: 'Deres navn' });
});

it('gives way to theirs where that is wanted', async () => {
  const shown = await change('Velkomst');
  await rename(shown, 'Mit navn');
  shown.server.answerNext(refusal(412, { code: 'PlanChanged', view: called('Deres navn') }));
  await shown.user.click(await save());
  await shown.user.click(await ready(text('theirs.take')));
  expect(await field()).toHaveProperty('value', 'Deres navn');
  expect(screen.queryByRole('alert')).toBeNull();
});

it('is theirs at once where only they gave it another, whatever else met', async () => {
  const shown = await change('Velkomst');
  shown.server.answerNext(refusal(412, { code: 'PlanChanged', view: called('Deres navn') }));
  await shown.user.click(await save());
  await screen.findByDisplayValue('Deres navn');
  expect(screen.queryByText(text('theirs.title', { title: 'Deres navn' }))).toBeNull();
});
