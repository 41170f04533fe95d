import { expect, it, vi } from 'vitest';
import { OneApp } from '../../bot/usecases/testing/oneApp.ts';
import { compose } from '../../bot/compose.ts';

const ENV = {
  MED_TENANT_ID: '99999999-8888-4777-8666-555555555555',
  MED_APP_ID: '11111111-2222-4333-8444-555555555555',
  MED_TABLES_URL: 'http://127.0.0.1:1/',
  MED_TABS_FOLDER: 'tabs',
};

it('a post that is overdue is sent when a poll finds it, without the timer', async () => {
  const outside = new OneApp();
  await outside.installed();
  outside.channel.onCreate = () => 'deferred';
  const meeting = await outside.put('Hvad nu?');
  const post = await outside.post(meeting);
  expect(post?.state.status).toBe('due');
  const asked = vi.fn(() => Promise.reject(new Error('nobody vouches for this app')));
  // Another process, with the same tables: it does not get far, but asks for the token that it would send with.
  const app = compose(ENV, { tables: () => outside.tables, credential: () => ({ getToken: asked }) });
  await vi.waitFor(
    () => {
      app.attendOverdue({ meeting, posts: post === undefined ? [] : [post] });
      expect(asked).toHaveBeenCalled();
    },
    { timeout: 20_000, interval: 200 },
  );
  await app.close();
});
