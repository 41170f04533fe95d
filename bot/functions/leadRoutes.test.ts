import { expect, it } from 'vitest';
import { DialogueError } from '#dialogue/errors';
import { LEAD, OneApp } from '../usecases/testing/oneApp.ts';
import { leadRoutes } from './leadRoutes.ts';
import type { Call } from './route.ts';

it('lets nobody settle a post who was seen leading the item and does not any more', async () => {
  const outside = new OneApp();
  await outside.installed();
  outside.channel.mishaps.push('lostBefore');
  const meeting = await outside.put('Hvad nu?');
  const route = leadRoutes.find(({ name }) => name === 'settlePost');
  const parts: Record<string, string> = { meeting: meeting.id, post: 'r001!p!q' };
  const settle = (ledBy: string) => {
    const call: Partial<Call<unknown>> = {
      app: { deps: outside.app.deps } as Call<unknown>['app'],
      input: { saw: 'notThere' },
      part: (name) => parts[name] ?? '',
      ledBy,
    };
    return route?.run(call as Call<unknown>);
  };
  await expect(settle('p-jens')).rejects.toEqual(new DialogueError('NotFacilitator'));
  await settle(LEAD.person);
  await outside.clock.advance(5_000);
  expect((await outside.post(meeting))?.state.status).toBe('sent');
});
