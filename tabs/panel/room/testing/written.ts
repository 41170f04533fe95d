import type { AnswerView } from '../../../api/views.ts';
import { createServer } from '../../../testing/fakeServer.ts';
import { show, type Shown } from '../../../testing/renderPanel.tsx';
import { anAnswer, aPlanned, aViewOf, at } from '../../../testing/views.ts';

export const scribe = { name: 'Anna Holm', mine: true };
export const plan = [aPlanned({ status: 'open' })];

/** A line that was said in the room and written down. */
export const said = (change: Partial<AnswerView> = {}): AnswerView =>
  anAnswer({ id: 'oabc', source: 'room', name: undefined, text: 'Vi hilser ikke.', revision: 1, ...change });

/** A question that is open, and the person writes down what is said to it. */
export const viewWith = (answers: AnswerView[], item: Parameters<typeof aViewOf>[1] = {}) =>
  aViewOf({ answers }, { scribe, plan, version: at('10:40'), ...item });

/** The panel of whoever writes it down, with somebody to be found by name. */
export function begin(view = viewWith([])): Shown {
  const server = createServer(view);
  server.people.push({ person: 'oid-bo', name: 'Bo Juhl' });
  return show(server);
}
