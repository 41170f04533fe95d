import { describe, expect, it } from 'vitest';
import { createThreads } from './threads.ts';

const GRAPH = 'https://graph.example/v1.0';
const APP = 'app-id';
const first = `${GRAPH}/teams/group%2F1/channels/19%3Aa%40thread.tacv2/messages/1778745600000/replies?$top=50`;
const TEAM = { group: 'group/1' };
const CHANNEL = '19:a@thread.tacv2';
const CREATED = '2026-05-14T08:00:07Z';

const message = (more: object = {}): object => ({
  id: '1778745607000',
  replyToId: '1778745600000',
  messageType: 'message',
  createdDateTime: CREATED,
  lastModifiedDateTime: '2026-05-14T08:00:07.5Z',
  lastEditedDateTime: null,
  deletedDateTime: null,
  from: { application: null, device: null, user: { id: 'JENS', displayName: 'Jens Bro', userIdentityType: 'aadUser' } },
  body: { contentType: 'html', content: '<p>Mere <b>tid</b> &lt;3</p>' },
  attachments: [],
  mentions: [],
  ...more,
});

type Answers = Record<string, { status?: number; body: unknown; headers?: Record<string, string> }>;

/** Threads as Graph would tell them with these answers by address. */
function threadsOf(answers: Answers) {
  return createThreads({
    graphUrl: GRAPH,
    appId: APP,
    credential: { getToken: (scope) => Promise.resolve({ token: `for ${scope}` }) },
    fetch: (address) => {
      const { status = 200, body, headers = {} } = answers[address as string] ?? { status: 404, body: {} };
      return Promise.resolve(new Response(JSON.stringify(body), { status, headers }));
    },
  });
}

const read = (answers: Answers) => threadsOf(answers).read(TEAM, CHANNEL, '1778745600000');

const readOne = async (more: object) => (await read({ [first]: { body: { value: [message(more)] } } }))?.replies[0];

describe('the replies in a thread', () => {
  it('are told with who wrote them, their words and when they changed', async () => {
    expect(await readOne({})).toEqual({
      message: '1778745607000',
      author: { person: 'jens', name: 'Jens Bro' },
      text: 'Mere tid <3',
      changedAt: '2026-05-14T08:00:07.500Z',
    });
    expect(await readOne({ lastEditedDateTime: '2026-05-14T08:01:00Z' })).toMatchObject({
      editedAt: '2026-05-14T08:01:00.000Z',
    });
  });

  it('are read to the last page', async () => {
    const next = `${first}&$skiptoken=2`;
    const pages = {
      [first]: { body: { value: [message()], '@odata.nextLink': next } },
      [next]: { body: { value: [message({ id: '1778745608000' })] } },
    };
    const thread = await read(pages);
    expect(thread?.replies.map(({ message: id }) => id)).toEqual(['1778745607000', '1778745608000']);
    expect(thread?.isWhole).toBe(true);
  });

  it('are those of people only', async () => {
    expect(await readOne({ from: { application: { id: APP }, user: null } })).toBeUndefined();
    expect(await readOne({ from: { application: { id: 'another' }, user: { id: 'x' } } })).toBeUndefined();
    // Somebody whose account is gone.
    expect(await readOne({ from: null })).toMatchObject({ author: undefined, text: 'Mere tid <3' });
    expect(await readOne({ messageType: 'systemEventMessage' })).toBeUndefined();
  });

  it('have no words once they are deleted, and empty ones where there is but a picture', async () => {
    const gone = await readOne({ deletedDateTime: '2026-05-14T09:00:00Z', body: { contentType: 'html', content: '' } });
    expect(gone).toMatchObject({ deletedAt: '2026-05-14T09:00:00.000Z' });
    expect(gone).not.toHaveProperty('text');
    const picture = '<p><img src="https://graph.example/hostedContents/1/$value"></p>';
    expect(await readOne({ body: { contentType: 'html', content: picture } })).toMatchObject({ text: '' });
  });

  it('are none without words or anything to look at, unless they were edited to be so', async () => {
    const body = { contentType: 'html', content: '<p>&nbsp;</p>' };
    expect(await readOne({ body })).toBeUndefined();
    expect(await readOne({ body, attachments: [{ id: '1' }] })).toMatchObject({ text: '' });
    expect(await readOne({ body, lastEditedDateTime: CREATED })).toMatchObject({ text: '' });
  });

  it('name people who are mentioned, and tell what is said to the bot', async () => {
    const content = '<p><at id="0">MED-dialog</at>&nbsp;spørg <at id="1">Anna Holm</at>, &lt;at&gt;x&lt;/at&gt;</p>';
    const mentions = [
      { id: 0, mentionText: 'MED-dialog', mentioned: { application: { id: APP }, user: null } },
      { id: 1, mentionText: 'Anna Holm', mentioned: { application: null, user: { id: 'anna' } } },
    ];
    const words = 'spørg Anna Holm, <at>x</at>';
    expect(await readOne({ body: { contentType: 'html', content }, mentions })).toMatchObject({
      text: words,
      mention: words,
    });
    expect(await readOne({})).not.toHaveProperty('mention');
  });

  it('are as they read for whoever is mentioned and for mentions that nobody lists', async () => {
    const quote = '<blockquote itemtype="http://schema.skype.com/Reply"><at id="0">MED-dialog</at> afslut</blockquote>';
    const content = `${quote}<p>Nej, <at id="7">Anna</at>, hej <at id="0">Bo</at></p>`;
    const bot = { id: 0, mentionText: 'MED-dialog', mentioned: { application: { id: APP } } };
    expect(await readOne({ body: { contentType: 'html', content } })).toMatchObject({ text: 'Nej, Anna, hej Bo' });
    const quoted = { body: { contentType: 'html', content: `${quote}<p>Nej</p>` }, mentions: [bot] };
    expect(await readOne(quoted)).toMatchObject({ text: 'Nej' });
    expect(await readOne(quoted)).not.toHaveProperty('mention');
  });

  it('are known but for those that nobody can make out', async () => {
    const list = [message({ createdDateTime: 'x' }), message(), message({ id: 'x' })];
    const thread = await read({ [first]: { body: { value: list } } });
    expect(thread).toMatchObject({ isWhole: false, replies: [{ message: '1778745607000' }] });
    const system = { messageType: 'systemEventMessage', id: 'x' };
    expect(await read({ [first]: { body: { value: [system] } } })).toEqual({ replies: [], isWhole: true });
  });

  it('are none where there is no such message', async () => {
    expect(await read({ [first]: { status: 404, body: {} } })).toBeUndefined();
  });

  it.each([
    ['permission', { status: 403, body: { error: { code: 'Forbidden' } } }, { name: 'PermissionMissing' }],
    ['answer', { status: 500, body: {} }, { name: 'Unavailable', after: undefined }],
    ['room', { status: 429, body: {}, headers: { 'retry-after': '17' } }, { name: 'Unavailable', after: 17_000 }],
    ['list', { body: { value: 'x' } }, { name: 'Unavailable' }],
  ])('are not known without %s', async (_, answer, error) => {
    await expect(read({ [first]: answer })).rejects.toMatchObject({ service: 'graph', ...error });
  });
});
