import { describe, expect, it } from 'vitest';
import { instantOf } from '#dialogue/instant';
import { lead } from './lead.ts';
import { openItem } from './openItem.ts';
import { planItem } from './planItem.ts';
import { settleDue } from './settleDue.ts';
import { chosenBy } from './testing/items.ts';
import { answersIn, asks, dialogue, digestsOf, LONE, mentioned, statusOf, tell } from './testing/mentions.ts';

describe('»afslut«', () => {
  it('ends the item for the facilitator, and the digest comes', async () => {
    const { outside, meeting } = await dialogue('Første?');
    const asked = mentioned(outside, 'afslut', LONE);
    await tell(outside, asked);
    expect((await outside.store.readMeeting(meeting.id))?.value).toMatchObject({
      status: 'ended',
      endedBy: 'facilitator',
    });
    expect(answersIn(outside, asked.message)).toEqual(['Punktet »Punkt« er afsluttet.']);
    expect(digestsOf(outside)).toHaveLength(1);
  });

  it('ends nothing for anybody else, who is told who can', async () => {
    const { outside, meeting, root } = await dialogue('Første?');
    await tell(outside, asks(outside, root, 'afslut'));
    await tell(outside, asks(outside, root, 'afslut', { author: undefined }));
    expect(await statusOf(outside, meeting)).toBe('open');
    expect(answersIn(outside, root)).toEqual(Array(2).fill('Kun ordstyreren kan afslutte punktet. Det er Lone.'));
  });

  it('says so where nothing is open', async () => {
    const { outside } = await dialogue('Første?');
    await tell(outside, mentioned(outside, 'afslut', LONE));
    const again = mentioned(outside, 'afslut', LONE);
    await tell(outside, again);
    expect(answersIn(outside, again.message)).toEqual(['Der er ikke noget punkt at afslutte.']);
  });

  it('does not end an item that was opened since, when it is told again', async () => {
    const { outside, meeting } = await dialogue('Første?');
    const asked = mentioned(outside, 'afslut', LONE);
    await tell(outside, asked);
    await outside.clock.advance(60_000);
    const next = await outside.put('Anden?');
    await tell(outside, asked, outside.instance());
    expect([await statusOf(outside, meeting), await statusOf(outside, next)]).toEqual(['ended', 'open']);
    expect(answersIn(outside, asked.message)).toEqual(['Punktet »Punkt« er afsluttet.']);
  });

  it('is content where the item was ended otherwise before it could', async () => {
    const { outside, meeting } = await dialogue('Første?');
    const asked = mentioned(outside, 'afslut', LONE);
    const gone = outside.instance({
      before: (name) => (name === 'commitMeeting' ? Promise.reject(new Error('gone')) : Promise.resolve()),
    });
    await expect(gone.handle(asked)).rejects.toThrow('gone');
    const command = { type: 'endMeeting', cause: 'facilitator', id: 'button', at: outside.now(), by: LONE } as const;
    await lead(outside.app.deps, meeting.id, command);
    await tell(outside, asked);
    expect(answersIn(outside, asked.message)).toEqual(['Punktet »Punkt« er afsluttet.']);
    expect(digestsOf(outside)).toHaveLength(1);
  });

  it('is answered by the timer where nobody came to it, and says that nothing was ended', async () => {
    const { outside, meeting } = await dialogue('Første?');
    const asked = mentioned(outside, 'afslut', LONE);
    const gone = outside.instance({
      before: (name) => (name === 'commitMeeting' ? Promise.reject(new Error('gone')) : Promise.resolve()),
    });
    await expect(gone.handle(asked)).rejects.toThrow('gone');
    await outside.clock.advance(30_000);
    await settleDue(outside.app.deps);
    expect(answersIn(outside, asked.message)).toEqual(['Punktet »Punkt« blev ikke afsluttet.']);
    expect(await statusOf(outside, meeting)).toBe('open');
    // Told again after all, it is done, and the answer says so.
    await tell(outside, asked);
    await outside.clock.advance(5_000);
    expect(answersIn(outside, asked.message)).toEqual(['Punktet »Punkt« er afsluttet.']);
  });

  it('promises no digest where no question was put', async () => {
    const { outside, meeting } = await dialogue('Første?');
    await tell(outside, mentioned(outside, 'afslut', LONE));
    const plan = [{ id: '1/1', text: 'Første?', points: [] }];
    const { committee, team } = meeting;
    const opening = { id: 'open', at: outside.now(), by: LONE, committee, team, language: 'da', themes: [] } as const;
    await openItem(outside.app.deps, { ...opening, title: 'Tomt', plan });
    const asked = mentioned(outside, 'afslut', LONE);
    await tell(outside, asked);
    expect(answersIn(outside, asked.message)).toEqual(['Punktet »Tomt« er afsluttet.']);
    expect(JSON.stringify(outside.channel.standing().at(-1)?.content.card)).toContain('så der kommer ingen opsamling');
  });

  it('ends the item and answers once, wherever it was interrupted', async () => {
    for (let calls = 1; ; calls += 1) {
      const { outside, meeting } = await dialogue('Første?');
      const asked = mentioned(outside, 'afslut', LONE);
      let left = calls;
      const gone = outside.instance({
        before: () => ((left -= 1) < 0 ? Promise.reject(new Error('gone')) : Promise.resolve()),
      });
      const isDone = await gone.handle(asked).then(
        () => true,
        () => false,
      );
      // It does not come back for what it meant to do later either.
      left = -1;
      await tell(outside, asked, outside.instance());
      for (let times = 0; times < 3; times += 1) {
        await outside.clock.advance(60_000);
        await settleDue(outside.app.deps);
      }
      expect([calls, await statusOf(outside, meeting), digestsOf(outside).length]).toEqual([calls, 'ended', 1]);
      expect(answersIn(outside, asked.message)).toEqual(['Punktet »Punkt« er afsluttet.']);
      if (isDone) break;
    }
  });
});

describe('»status« and »opsamling«', () => {
  it('count who has answered, in the thread and in the panel, and not what was deleted', async () => {
    const { outside, meeting, root } = await dialogue('Første?', 'Anden?');
    const first = outside.reply(root, { text: 'Et' });
    await tell(outside, first);
    await tell(outside, outside.reply(root, { text: 'To' }));
    await outside.write(
      { meeting: meeting.id, round: 'r002' },
      { id: 'own', at: outside.now(), by: { person: 'p-jens', name: 'Jens' } },
      'Tre',
    );
    const gone = outside.reply(root, { author: { person: 'p-ida', name: 'Ida', mri: '29:ida' } });
    await tell(outside, gone);
    await tell(outside, { ...gone, life: 'deleted', text: undefined, at: instantOf(Number(gone.message) + 1) });
    const asked = mentioned(outside, 'status');
    await tell(outside, asked);
    const card = outside.channel.standing().at(-1)?.content.card;
    expect(JSON.stringify(card)).toContain('Anden?');
    expect(JSON.stringify(card)).toContain('Der er åbent for svar. 2 har svaret.');
    expect(JSON.stringify(card)).not.toMatch(/Anna|Jens|Ida/);
  });

  it('know of an item that has ended, and lead to its digest', async () => {
    const { outside } = await dialogue('Første?');
    const before = mentioned(outside, 'opsamling');
    await tell(outside, before);
    expect(answersIn(outside, before.message)).toEqual([expect.stringMatching(/^Der er ingen opsamling endnu\./)]);
    await tell(outside, mentioned(outside, 'afslut', LONE));
    await outside.clock.advance(5_000);
    const [digest] = digestsOf(outside);
    const status = mentioned(outside, 'status');
    await tell(outside, status);
    expect(answersIn(outside, status.message)).toEqual(['Der er ikke åbnet et punkt.']);
    const after = mentioned(outside, 'opsamling');
    await tell(outside, after);
    expect(answersIn(outside, after.message)).toEqual(['Den seneste opsamling er »Punkt« fra 14. maj.']);
    const { card } = outside.channel.standing().at(-1)?.content ?? {};
    expect(card?.['actions']).toMatchObject([{ url: expect.stringContaining(`/${digest?.root ?? ''}?`) as unknown }]);
  });
});

describe('»status«', () => {
  it('names the item that is prepared', async () => {
    const { outside, meeting } = await dialogue('Første?');
    await tell(outside, mentioned(outside, 'afslut', LONE));
    expect(await statusOf(outside, meeting)).toBe('ended');
    await outside.clock.advance(60_000);
    await planItem(outside.app.deps, chosenBy(outside, 'next'));
    const asked = mentioned(outside, 'status', LONE);
    await tell(outside, asked);
    const card = outside.channel.messages.find(({ root }) => root === asked.message);
    expect(JSON.stringify(card?.content)).toContain('Punktet »Punkt next« er forberedt og kan åbnes.');
  });
});
