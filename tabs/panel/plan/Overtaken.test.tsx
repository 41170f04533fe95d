import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { ItemView } from '../../api/views.ts';
import { aHistory } from '../../channel/history/testing/history.ts';
import { createServer } from '../../testing/fakeServer.ts';
import { aMaterial } from '../../testing/materials.ts';
import { ready } from '../../testing/ready.ts';
import { expectText, show, text } from '../../testing/renderPanel.tsx';
import { anItem, aPlanned, aView, at } from '../../testing/views.ts';

const [first, second] = [
  aPlanned({ id: '1/1', text: 'Spørgsmål 1 i tema 1?' }),
  aPlanned({ id: '1/2', text: 'Spørgsmål 2 i tema 1?' }),
];
const mine = { name: 'Anna Holm', mine: true };
const others = { name: 'Bo Dahl', mine: false };
const opened = (change: Partial<ItemView>) =>
  aView({ item: anItem({ id: 'udvalg.8', plan: [first, second], version: at('10:41'), ...change }) });
const angle = (position: number) => screen.getByLabelText(text('picker.angle.label', { position }));

async function change(shown: ReturnType<typeof show>) {
  shown.server.answerNext({ status: 200, body: { materials: [aMaterial] } });
  shown.server.answerNext({ status: 200, body: aHistory() });
  await shown.user.click(await ready(text('plan.change')));
  await ready(text('plan.save'));
  return shown;
}

/** Somebody prepares an item, and writes an angle. */
async function prepare() {
  const view = aView({
    item: undefined,
    next: { id: 'udvalg.8', title: 'Velkomst', plan: [first, second], unsettled: [] },
    you: { name: 'Anna Holm', mayOpen: true },
  });
  const shown = await change(show(createServer(view)));
  await shown.user.type(angle(1), 'Hvad med aftenvagten?');
  return shown;
}

it('gives back what was written of the plan when somebody else opens the item meanwhile, until it is thrown away', async () => {
  const { server, user, leave } = await prepare();
  server.show(opened({ lead: others }));
  const sentence = await screen.findByText((words) => words.startsWith(text('unsaved', { name: 'Bo Dahl' })));
  expectText(sentence, text('unsaved', { name: 'Bo Dahl' }));
  const written = screen.getByText((words) => words.includes('Hvad med aftenvagten?'));
  expectText(written, 'Spørgsmål 1 i tema 1?');
  expect(document.body.textContent).not.toContain(`${second.text} · ${text('plan.minutes', { count: 8 })} ·`);
  await user.click(await ready(text('unsaved.discard')));
  expect(screen.queryByText(text('unsaved', { name: 'Bo Dahl' }))).toBeNull();
  leave();
  show(createServer(opened({ lead: others })));
  await screen.findByRole('heading', { level: 1 });
  expect(localStorage.length).toBe(0);
});

it('has it in the plan for whoever leads', async () => {
  const { server, leave } = await prepare();
  leave();
  await change(show(createServer(opened({ lead: mine }))));
  expect(angle(1)).toHaveProperty('value', 'Hvad med aftenvagten?');
  expect(server.asked.some(({ method }) => method === 'PUT')).toBe(false);
});

it('takes a question out of the form that was put meanwhile, and shows what was written about it', async () => {
  const shown = await change(show(createServer(opened({ lead: mine }))));
  await shown.user.type(angle(1), 'Hvad med aftenvagten?');
  shown.server.show(opened({ lead: mine, plan: [{ ...first, status: 'closed' }, second], version: at('10:42') }));
  expectText(await screen.findByText(text('plan.overtaken'), { exact: false }), text('plan.overtaken'));
  expectText(document.body, 'Hvad med aftenvagten?');
  await waitFor(() => expect(screen.queryByLabelText(text('picker.angle.label', { position: 1 }))).toBeNull());
  // The one that is left has the number that it has on the whole plan.
  expect(angle(2)).toHaveProperty('value', '');
});

it('says nothing of a question that was put as it stood', async () => {
  const shown = await change(show(createServer(opened({ lead: mine }))));
  shown.server.show(opened({ lead: mine, plan: [{ ...first, status: 'closed' }, second], version: at('10:42') }));
  await waitFor(() => expect(screen.queryByLabelText(text('picker.angle.label', { position: 1 }))).toBeNull());
  expect(document.body.textContent).not.toContain(text('plan.overtaken'));
});
