import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createServer, refusal } from '../../testing/fakeServer.ts';
import { aMaterial } from '../../testing/materials.ts';
import { ready } from '../../testing/ready.ts';
import { expectText, show, text } from '../../testing/renderPanel.tsx';
import { anItem, aPlanned, aView, aViewOf, at } from '../../testing/views.ts';

const lead = { name: 'Anna Holm', mine: true };
const plan = [
  aPlanned({ id: '1/1', text: 'Spørgsmål 1 i tema 1?', status: 'closed' }),
  aPlanned({ id: '1/2', text: 'Spørgsmål 2 i tema 1?' }),
  aPlanned({ id: 'own/12345678', text: 'Vores eget?', theme: undefined }),
];
const view = aViewOf({ status: 'closed', closedAt: at('10:40') }, { lead, plan, planRevision: 4 });
const press = ready;

async function begin(first = view) {
  const shown = show(createServer(first));
  await shown.user.click(await press(text('lead.plan')));
  shown.server.answerNext({ status: 200, body: { materials: [aMaterial] } });
  await shown.user.click(await press(text('plan.change')));
  await press(text('plan.save'));
  return shown;
}

const plansSent = (shown: ReturnType<typeof show>) =>
  shown.server.asked.filter(({ method }) => method === 'PUT').map(({ body }) => body);

it('adds a question, moves it, and saves what is left of the plan in order', async () => {
  const shown = await begin();
  const { user } = shown;
  await user.click(await screen.findByRole('checkbox', { name: 'Spørgsmål 1 i tema 2?', hidden: true }));
  await user.click(await press(text('picker.up.label', { position: 3 })));
  expectText(screen.getByRole('status'), text('picker.moved', { position: 2, of: 3 }));
  await user.click(await press(text('plan.save')));
  await screen.findByRole('heading', { name: text('plan') });
  expect(plansSent(shown)[0]).toMatchObject({
    revision: 4,
    material: 'proeve',
    plan: [{ question: '1/2' }, { question: '2/1' }, { id: 'own/12345678', own: 'Vores eget?' }],
  });
});

it('removes a question', async () => {
  const shown = await begin();
  await shown.user.click(await press(text('picker.remove.label', { position: 1 })));
  expect(document.activeElement?.textContent).toBe(text('picker.chosen', { count: 1 }));
  await shown.user.click(await press(text('plan.save')));
  expect(plansSent(shown)[0]?.['plan']).toEqual([{ id: 'own/12345678', own: 'Vores eget?' }]);
});

it('adds a question of the committee’s own', async () => {
  const shown = await begin();
  await shown.user.type(screen.getByLabelText(text('picker.own')), ' Hvad mere? ');
  await shown.user.click(await press(text('picker.own.add')));
  await shown.user.click(await press(text('plan.save')));
  expect(plansSent(shown)[0]?.['plan']).toContainEqual({
    id: expect.stringMatching(/^own\/[\w-]{36}$/) as string,
    own: 'Hvad mere?',
  });
});

it('shows the new plan where somebody else changed it meanwhile, and says so', async () => {
  const shown = await begin();
  await shown.user.click(await press(text('picker.remove.label', { position: 1 })));
  const changed = aViewOf(
    { status: 'closed', closedAt: at('10:40') },
    {
      lead,
      plan: [...plan, aPlanned({ id: '2/2', text: 'Spørgsmål 2 i tema 2?' })],
      planRevision: 5,
      version: at('10:41'),
    },
  );
  shown.server.answerNext(refusal(412, { code: 'PlanChanged', view: changed }));
  shown.server.show(changed);
  await shown.user.click(await press(text('plan.save')));
  expectText(await screen.findByRole('alert'), text('first.plan'));
  expect(screen.getByRole('heading', { name: text('picker.chosen', { count: 3 }) })).toBeInstanceOf(HTMLElement);
});

it('does not save a plan without questions', async () => {
  const waiting = aPlanned({ id: '1/2', text: 'Spørgsmål 2 i tema 1?' });
  const shown = show(createServer(aView({ item: anItem({ lead, plan: [waiting] }) })));
  shown.server.answerNext({ status: 200, body: { materials: [aMaterial] } });
  await shown.user.click(await press(text('plan.change')));
  await shown.user.click(await press(text('picker.remove.label', { position: 1 })));
  await shown.user.click(screen.getByRole('button', { name: text('plan.save') }));
  expect(screen.getByText(text('picker.needsOne'))).toBeInstanceOf(HTMLElement);
  expect(plansSent(shown)).toEqual([]);
});

it('is given up, and the focus is at the plan, also for who has been there before', async () => {
  const shown = show(createServer(view));
  await shown.user.click(await press(text('lead.plan')));
  await shown.user.click(await press(text('lead.back')));
  await shown.user.click(await press(text('lead.plan')));
  shown.server.answerNext({ status: 200, body: { materials: [aMaterial] } });
  await shown.user.click(await press(text('plan.change')));
  await shown.user.click(await press(text('cancel')));
  expect(document.activeElement).toBe(await screen.findByRole('heading', { name: text('plan') }));
});

it('says that the material could not be had, and tries again', async () => {
  const shown = show(createServer(view));
  await shown.user.click(await press(text('lead.plan')));
  shown.server.answerNext('unreachable');
  await shown.user.click(await press(text('plan.change')));
  expectText(await screen.findByRole('alert'), text('failed.offline'));
  shown.server.answerNext({ status: 200, body: { materials: [aMaterial] } });
  await shown.user.click(await press(text('again')));
  expect(await press(text('plan.save'))).toBeInstanceOf(HTMLElement);
});
