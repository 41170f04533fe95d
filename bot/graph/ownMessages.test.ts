import { describe, expect, it } from 'vitest';
import { createThreads } from './threads.ts';

const GRAPH = 'https://graph.example/v1.0';
const APP = 'app-id';
const CHANNEL = '19:a@thread.tacv2';
const messages = `${GRAPH}/teams/group/channels/19%3Aa%40thread.tacv2/messages`;
const card = { type: 'AdaptiveCard', body: [{ type: 'TextBlock', id: 'post-x' }] };
const CARD = { contentType: 'application/vnd.microsoft.card.adaptive', content: JSON.stringify(card) };

const message = (id: number, more: object = {}): object => ({
  id: String(id),
  replyToId: null,
  messageType: 'message',
  createdDateTime: new Date(id).toISOString(),
  lastModifiedDateTime: new Date(id).toISOString(),
  deletedDateTime: null,
  from: { application: { id: APP, displayName: 'MED-dialog' }, user: null },
  body: { contentType: 'html', content: '<attachment id="1"></attachment>' },
  attachments: [CARD],
  mentions: [],
  ...more,
});

function own(answers: Record<string, object>, where: { since: string } | { root: string }) {
  const asked: string[] = [];
  const threads = createThreads({
    graphUrl: GRAPH,
    appId: APP,
    credential: { getToken: () => Promise.resolve({ token: 'x' }) },
    fetch: (address) => {
      asked.push(address as string);
      const body = answers[address as string];
      return Promise.resolve(new Response(JSON.stringify(body ?? {}), { status: body === undefined ? 404 : 200 }));
    },
  });
  return { asked, listed: threads.own({ group: 'group' }, CHANNEL, where) };
}

const since = new Date(1_778_745_000_000).toISOString();
const first = `${messages}?$top=50`;

describe('the bot’s own messages', () => {
  it('are told with their cards, and nobody else’s', async () => {
    const value = [
      message(1_778_745_600_000),
      message(1_778_745_600_001, { from: { application: { id: 'another' }, user: null } }),
      message(1_778_745_600_002, { from: { application: null, user: { id: 'anna' } } }),
      message(1_778_745_600_003, { deletedDateTime: since }),
      message(1_778_745_600_004, { messageType: 'systemEventMessage', from: null }),
    ];
    const place = { root: '1778745600000', message: '1778745600000' };
    expect(await own({ [first]: { value } }, { since }).listed).toEqual({
      messages: [{ place, words: '', card }],
      isWhole: true,
    });
  });

  it('are those under a message, with their words', async () => {
    const words = message(1_778_745_600_009, {
      replyToId: '1778745600000',
      attachments: [],
      body: { contentType: 'html', content: '<p>Anna svarer:<br>Ja &amp; nej</p>' },
    });
    const path = `${messages}/1778745600000/replies?$top=50`;
    const { listed } = own({ [path]: { value: [words] } }, { root: '1778745600000' });
    expect((await listed)?.messages).toEqual([
      { place: { root: '1778745600000', message: '1778745600009' }, words: 'Anna svarer:\nJa & nej', card: undefined },
    ]);
    expect(await own({}, { root: '1778745600000' }).listed).toBeUndefined();
  });

  it('are listed no further back than is asked for', async () => {
    const next = (number: number): string => `${messages}?$skiptoken=${number}`;
    const old = message(1_778_700_000_000);
    const answers = {
      // One that is old and was changed lately stands before newer ones.
      [first]: { value: [old, message(1_778_745_600_000)], '@odata.nextLink': next(1) },
      [next(1)]: { value: [old], '@odata.nextLink': next(2) },
      [next(2)]: { value: [message(1_778_745_600_005)] },
    };
    const { asked, listed } = own(answers, { since });
    expect((await listed)?.messages).toHaveLength(3);
    expect(asked).toHaveLength(2);
  });

  it('are not all known where one cannot be made out, and have no card where it cannot be read', async () => {
    const odd = message(1_778_745_600_000, { attachments: [{ ...CARD, content: '{' }] });
    const listed = await own({ [first]: { value: [odd, { id: 'x' }] } }, { since }).listed;
    expect(listed).toMatchObject({ isWhole: false, messages: [{ card: undefined }] });
  });
});
