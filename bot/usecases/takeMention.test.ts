import { describe, expect, it } from 'vitest';
import { instantOf } from '#dialogue/instant';
import { answersIn, asks, dialogue, LONE, mentioned, statusOf, tell, wordsOf } from './testing/mentions.ts';
import { COMMITTEE, OneApp } from './testing/oneApp.ts';

describe('a message that mentions the bot', () => {
  it('is answered in its own thread, in the language of the team', async () => {
    const outside = new OneApp();
    await outside.installed({ language: 'en' });
    const asked = mentioned(outside, 'status');
    await tell(outside, asked);
    expect(answersIn(outside, asked.message)).toEqual(['No item is open.']);
  });

  it('is answered once, however often it is told', async () => {
    const outside = new OneApp();
    await outside.installed();
    const asked = mentioned(outside, 'hjælp');
    await Promise.all([outside.app.handle(asked), outside.instance().handle(asked)]);
    await tell(outside, asked);
    expect(answersIn(outside, asked.message)).toHaveLength(1);
  });

  it('gets the help for words that are no command, which are written nowhere', async () => {
    const outside = new OneApp();
    await outside.installed();
    const asked = mentioned(outside, 'Borgeren i stue 4');
    await tell(outside, asked);
    expect(answersIn(outside, asked.message)).toEqual([expect.stringMatching(/^Det forstår jeg ikke\./)]);
    const key = `p!command!${asked.message}`;
    const post = await outside.store.readPost({ table: 'Committees', partition: COMMITTEE, key });
    expect(post?.value.about).toEqual({ command: 'unknown', root: asked.message });
    expect(JSON.stringify(outside.app.log)).not.toContain('stue');
  });

  it('is answered in a channel that the app was not told of', async () => {
    const outside = new OneApp();
    await outside.installed();
    const other = '19:andet@thread.tacv2';
    outside.channels = [{ id: other, name: 'Andet', type: 'standard' }];
    const asked = { ...mentioned(outside, 'hej'), committee: other };
    await tell(outside, asked);
    expect(answersIn(outside, asked.message)).toEqual([expect.stringMatching(/^Hej\./)]);
  });

  it('is let lie in a channel that is none of the team’s', async () => {
    const outside = new OneApp();
    await outside.installed();
    const asked = { ...mentioned(outside, 'hej'), committee: '19:ukendt@thread.tacv2' };
    await tell(outside, asked);
    expect(answersIn(outside, asked.message)).toEqual([]);
    expect(outside.app.log).toContainEqual({ level: 'warn', code: 'Command.channelUnknown' });
    expect((await outside.store.listDue(outside.now())).dues).toEqual([]);
  });
});

describe('the language of an answer', () => {
  const DANISH = 'Der er ikke åbnet et punkt.';
  const ENGLISH = 'No item is open.';

  it.each([
    ['da', 'en', ENGLISH],
    ['en', 'da', DANISH],
    ['da', undefined, DANISH],
    ['en', undefined, ENGLISH],
  ] as const)('to »status« is that of whoever asks, or else the team’s (%s, %s)', async (language, client, answer) => {
    const outside = new OneApp();
    await outside.installed({ language });
    const asked = { ...mentioned(outside, 'status'), client };
    await tell(outside, asked);
    const root = outside.channel.nextId();
    await tell(outside, asks(outside, root, 'status', { client }));
    expect([answersIn(outside, asked.message), answersIn(outside, root)]).toEqual([[answer], [answer]]);
  });

  it.each([
    ['da', 'thanks', 'You are welcome.'],
    ['en', 'tak', 'Selv tak.'],
  ] as const)(
    'is that of the word that was said, whatever else they speak (%s: %s)',
    async (language, word, answer) => {
      const outside = new OneApp();
      await outside.installed({ language });
      const asked = { ...mentioned(outside, word), client: language };
      await tell(outside, asked);
      expect(answersIn(outside, asked.message)).toEqual([answer]);
      // Looked after again, by another instance: what was decided stands in the answer's row.
      await tell(outside, asked, outside.instance());
      expect(answersIn(outside, asked.message)).toEqual([answer]);
    },
  );

  it.each(['Hvad så?', ''])('to what is no command is the team’s (%j)', async (words) => {
    const outside = new OneApp();
    await outside.installed({ language: 'en' });
    const asked = { ...mentioned(outside, words), client: 'da' } as const;
    await tell(outside, asked);
    expect(answersIn(outside, asked.message).join()).toMatch(/ask me for in the channel:$/);
  });
});

describe('a mention in a question’s thread', () => {
  it('is a command where all the rest is one, and no answer', async () => {
    const { outside, meeting, root } = await dialogue('Første?');
    await tell(outside, asks(outside, root, 'Status!'));
    expect(answersIn(outside, root)).toEqual(['Punktet »Punkt« er i gang. Lone er ordstyrer.']);
    expect(await wordsOf(outside, meeting)).toEqual([]);
  });

  it('is an answer where it says anything else', async () => {
    const { outside, meeting, root } = await dialogue('Første?');
    await tell(outside, asks(outside, root, 'status er, at vi mangler hænder'));
    expect(answersIn(outside, root)).toEqual([]);
    expect(await wordsOf(outside, meeting)).toEqual([['posted', 'status er, at vi mangler hænder']]);
  });

  it('takes an answer back that is changed into a command, and carries nothing out', async () => {
    const { outside, meeting, root } = await dialogue('Første?');
    const answer = asks(outside, root, 'afslt', { author: LONE });
    await tell(outside, answer);
    const edit = {
      life: 'edited',
      text: 'afslut',
      mention: 'afslut',
      at: instantOf(Number(answer.message) + 1),
    } as const;
    await tell(outside, { ...answer, ...edit });
    expect(await wordsOf(outside, meeting)).toEqual([['deleted', undefined]]);
    expect(await statusOf(outside, meeting)).toBe('open');
    expect(answersIn(outside, root)).toEqual([]);
  });

  it('becomes an answer when it is changed into one', async () => {
    const { outside, meeting, root } = await dialogue('Første?');
    const command = asks(outside, root, 'status');
    await tell(outside, command);
    const at = instantOf(Number(command.message) + 1);
    await tell(outside, { ...command, life: 'edited', text: 'Mere ro', mention: undefined, at });
    expect(await wordsOf(outside, meeting)).toEqual([['edited', 'Mere ro']]);
  });
});

describe('a mention in another thread', () => {
  it('is answered under the bot’s own messages, whatever it says', async () => {
    const { outside } = await dialogue('Første?');
    const welcome = outside.channel.messages[0]?.root ?? '';
    await tell(outside, asks(outside, welcome, 'Hvad så?'));
    expect(answersIn(outside, welcome)).toEqual([expect.stringMatching(/^Det forstår jeg ikke\./)]);
  });

  it('is answered under people’s own messages, where nothing else is', async () => {
    const outside = new OneApp();
    await outside.installed();
    const root = outside.channel.nextId();
    await tell(outside, outside.reply(root));
    await tell(outside, asks(outside, root, 'tak', { life: 'edited' }));
    expect(answersIn(outside, root)).toEqual([]);
    await tell(outside, asks(outside, root, 'tak'));
    expect(answersIn(outside, root)).toHaveLength(1);
  });
});

describe('a mention while a question is on its way', () => {
  /** The question stands in the channel, and nobody knows. */
  async function inDoubt() {
    const outside = new OneApp();
    await outside.installed();
    outside.channel.onCreate = () => 'lostAfter';
    const meeting = await outside.put('Første?');
    outside.channel.onCreate = () => undefined;
    return { outside, meeting, root: outside.channel.messages.at(-1)?.root ?? '' };
  }

  it('is answered at once where it is a command, and neither held nor kept', async () => {
    const { outside, meeting, root } = await inDoubt();
    await tell(outside, asks(outside, root, 'status'));
    expect(answersIn(outside, root)).toHaveLength(1);
    expect(await outside.store.listHeld(COMMITTEE)).toEqual([]);
    expect((await outside.post(meeting))?.state.status).toBe('unknown');
  });

  it('is held where it may be an answer', async () => {
    const { outside, root } = await inDoubt();
    await tell(outside, asks(outside, root, 'Mere ro'));
    expect(answersIn(outside, root)).toEqual([]);
    expect((await outside.store.listHeld(COMMITTEE)).map(({ reply }) => reply.text)).toEqual(['Mere ro']);
  });

  it('shows where the question stands when the facilitator asks for something there', async () => {
    const { outside, meeting, root } = await inDoubt();
    await tell(outside, outside.reply(root, { text: 'Mere ro' }));
    await tell(outside, asks(outside, root, 'status', { author: LONE }));
    expect((await outside.post(meeting))?.state).toMatchObject({ status: 'sent', place: { root } });
    expect(await wordsOf(outside, meeting)).toEqual([['posted', 'Mere ro']]);
    expect(answersIn(outside, root)).toHaveLength(1);
  });
});
