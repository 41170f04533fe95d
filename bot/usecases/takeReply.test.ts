import { describe, expect, it } from 'vitest';
import { questionPostKey } from '#dialogue/post';
import { takeReply } from './takeReply.ts';
import { COMMITTEE, OneApp } from './testing/oneApp.ts';

describe('a reply under another message of the bot', () => {
  it('is kept nowhere when that message is known only after the reply was held', async () => {
    const outside = new OneApp();
    await outside.installed();
    const root = outside.channel.nextId();
    const question = { table: 'Meetings', partition: 'm', key: questionPostKey('r001') } as const;
    await outside.store.announce(COMMITTEE, question, outside.now());
    const digest = { ...question, key: 'z!p!digest!1' };
    const { deps } = outside.instance({
      async before(name) {
        if (name === 'hold') await outside.store.saveThread(COMMITTEE, { root, kind: 'other', post: digest });
      },
    });
    const reply = outside.reply(root);
    expect(await takeReply({ ...deps, owned: new Map() }, reply)).toBe('dropped');
    expect(await outside.store.listHeld(COMMITTEE)).toEqual([]);
    expect((await outside.store.readAllRounds('m')).answers).toEqual([]);
  });
});
