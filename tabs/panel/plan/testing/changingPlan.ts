import { aHistory } from '../../../channel/history/testing/history.ts';
import { createServer, type FakeServer } from '../../../testing/fakeServer.ts';
import { aMaterial } from '../../../testing/materials.ts';
import type { ItemView } from '../../../api/views.ts';
import { ready } from '../../../testing/ready.ts';
import { show, type Shown, text } from '../../../testing/renderPanel.tsx';
import { anItem, aPlanned, aView } from '../../../testing/views.ts';

export const lead = { name: 'Anna Holm', mine: true };
export const plan = [
  aPlanned({ id: '1/1', text: 'Spørgsmål 1 i tema 1?', status: 'closed' }),
  aPlanned({ id: '1/2', text: 'Spørgsmål 2 i tema 1?' }),
  aPlanned({ id: 'own/12345678', text: 'Vores eget?', theme: undefined }),
];

/** Between two questions: the plan is what the page is about. */
export const viewOf = (change: Partial<ItemView> = {}) => aView({ item: anItem({ lead, plan, ...change }) });

/** What the form asks for when it opens. */
export function answerForm(server: FakeServer): void {
  server.answerNext({ status: 200, body: { materials: [aMaterial] } });
  server.answerNext({ status: 200, body: aHistory() });
}

/** The facilitator has opened the form. */
export async function beginChange(first = viewOf()): Promise<Shown> {
  const shown = show(createServer(first));
  answerForm(shown.server);
  await shown.user.click(await ready(text('plan.change')));
  await ready(text('plan.save'));
  return shown;
}

/** What was saved, one time after the other. */
export const plansSent = (shown: Shown) =>
  shown.server.asked.filter(({ method }) => method === 'PUT').map(({ body }) => body);
