import { describe, expect, it } from 'vitest';
import { readActivity } from './activity.ts';
import { normalise } from './normalise.ts';
import {
  ANNA,
  APP,
  AT_BOT,
  AT_JENS,
  CHANNEL,
  changed,
  origin,
  REPLY,
  reply,
  ROOT,
  TEAM,
  TENANT,
  withData,
} from './testing/activities.ts';

const read = (body: unknown) => normalise(readActivity(body), APP);
const author = { person: ANNA.aadObjectId, name: 'Anna Holm', mri: '29:anna' };
const posted = {
  type: 'reply',
  ...origin,
  root: ROOT,
  message: REPLY,
  life: 'posted',
  author,
  text: 'Vi mangler en fast makker',
  at: '2023-11-14T22:13:20.555Z',
};

describe('a reply in a thread', () => {
  it('is told with its thread, author, words and time', () => {
    expect(read(reply())).toEqual(posted);
  });

  it.each([ROOT, `${CHANNEL};messageid=${ROOT}`])('belongs to the thread that channelData names (%s)', (id) => {
    const elsewhere = { id: `${CHANNEL};messageid=1600000000000`, conversationType: 'channel', tenantId: TENANT };
    expect(read(withData({ thread: { id } }, { conversation: elsewhere }))).toEqual(posted);
  });

  it('belongs to the thread of its conversation where channelData names none that can be read', () => {
    expect(read(withData({ thread: { id: 'tråd' } }))).toEqual(posted);
    expect(read(withData({ thread: 7 }, { replyToId: '1600000000000' }))).toEqual(posted);
  });

  it.each([
    ['a picture', [{ contentType: 'text/html', content: '<p><img src="x"></p>' }]],
    ['a picture that Teams names', [{ contentType: 'text/html', content: '<p><img src="x" alt="image"></p>' }]],
    ['a file', [{ contentType: 'application/vnd.microsoft.teams.file.download.info', content: { uniqueId: '1' } }]],
    ['a file of the channel, of which nothing is told', [{ contentType: 'text/html', content: '' }]],
    ['the same beside a blank line', [{ contentType: 'text/html', content: '<p>&nbsp;</p>' }]],
  ])('is kept without words where there is but %s', (_, attachments) => {
    expect(read(reply({ text: '', attachments }))).toEqual({ ...posted, text: '' });
  });

  it('takes its time from its id, whatever its timestamp says', () => {
    expect(read(reply({ timestamp: 'i går' }))).toEqual(posted);
  });

  it('knows its channel and team from the older names too', () => {
    const channelData = { teamsChannelId: CHANNEL, teamsTeamId: TEAM, tenant: { id: TENANT } };
    expect(read(reply({ channelData }))).toEqual(posted);
  });

  it('joins people by object id, in whatever case Teams writes it', () => {
    expect(read(reply({ from: { ...ANNA, aadObjectId: ANNA.aadObjectId.toUpperCase() } }))).toEqual(posted);
  });

  it.each([
    ['a message that starts a thread', { id: ROOT }],
    ['a message outside any thread', { conversation: { id: CHANNEL, conversationType: 'channel', tenantId: TENANT } }],
    ['our own message', { from: { ...ANNA, id: `28:${APP}` } }],
    ['another bot’s message', { from: { id: '28:other', name: 'Bot', aadObjectId: ANNA.aadObjectId } }],
    ['a message of nobody in Entra', { from: { id: '29:guest', name: 'Gæst' } }],
    ['a message without words', { text: ' ', attachments: [] }],
    ['an id that is no message’s', { id: 'f:abc' }],
    ['another type', { type: 'typing' }],
    ['no type', { type: undefined }],
  ])('is not seen in %s', (_, changes) => {
    expect(read(reply(changes))).toMatchObject({ type: 'dropped' });
  });
});

describe('a message that starts a thread', () => {
  const asks = { id: ROOT, text: '<at>MED-dialog</at> status', entities: [AT_BOT] };
  const mentioned = {
    ...{ type: 'mentioned', ...origin, message: ROOT, mention: 'status', at: '2023-11-14T22:13:20.001Z' },
    author: { person: ANNA.aadObjectId, name: ANNA.name, mri: ANNA.id },
  };

  it('is for the bot when it mentions it', () => {
    expect(read(reply(asks))).toEqual(mentioned);
  });

  it('is so, too, where its thread is not named', () => {
    const conversation = { id: CHANNEL, conversationType: 'channel', tenantId: TENANT };
    expect(read(reply({ ...asks, conversation }))).toEqual(mentioned);
  });

  it.each([
    ['it mentions somebody else', { text: '<at>Jens</at> status', entities: [AT_JENS] }],
    ['it only looks like a mention', { entities: [] }],
    ['it was edited', { type: 'messageUpdate' }],
    ['a bot wrote it', { from: { ...ANNA, id: '28:other' } }],
    ['nobody in Entra wrote it', { from: { id: '29:guest', name: 'Gæst' } }],
  ])('is dropped where %s', (_, changes) => {
    expect(read(reply({ ...asks, ...changes }))).toMatchObject({ type: 'dropped' });
  });
});

describe('the language in which Teams is used by who mentions the bot', () => {
  const mention = { text: '<at>MED-dialog</at> status' };
  const client = (locale: unknown) => ({ type: 'clientInfo', locale });

  it.each([
    ['da-DK', 'da'],
    ['en-GB', 'en'],
    ['EN', 'en'],
    ['de-DE', undefined],
    [7, undefined],
  ])('is told where it is one of ours (%s)', (locale, language) => {
    const entities = [client(locale), AT_BOT];
    for (const id of [ROOT, REPLY])
      expect(read(reply({ ...mention, entities, id }))).toHaveProperty('client', language);
  });

  it('is told neither where Teams leaves it out, nor of anybody else', () => {
    for (const id of [ROOT, REPLY])
      expect(read(reply({ ...mention, entities: [AT_BOT], id }))).toHaveProperty('client', undefined);
    expect(read(reply({ entities: [client('en-GB')] }))).toHaveProperty('client', undefined);
  });
});

describe('a message that starts a thread and was deleted', () => {
  const gone = changed('messageDelete', 'softDeleteMessage', { id: ROOT });

  it.each([
    ['somebody', {}],
    ['the bot', { from: { id: `28:${APP}` } }],
    ['nobody', { from: undefined }],
  ])('is told of by its id alone, as deleted by %s', (_, changes) => {
    expect(read({ ...gone, ...changes })).toEqual({ type: 'startDeleted', ...origin, message: ROOT });
  });
});

describe('the words of a reply', () => {
  const words = (changes: Record<string, unknown>) => read(reply(changes));

  it('are kept as typed, markup and all', () => {
    const text = '<script>alert(1)</script> [x](https://x) ${a} &amp; <at>Ingen</at> 🙂';
    expect(words({ text })).toMatchObject({ text });
  });

  it('come from the HTML where there is no plain text', () => {
    expect(words({ text: undefined })).toMatchObject({ text: 'Vi mangler en fast makker' });
  });

  it('leave out the quoted words of somebody else', () => {
    const content =
      '<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1"><strong>Jens</strong><p>Nej</p></blockquote><p>Jo</p>';
    expect(words({ text: 'Jens Nej Jo', attachments: [{ contentType: 'text/html', content }] })).toMatchObject({
      text: 'Jo',
    });
  });

  it('say what was said to the bot, without its name', () => {
    const event = words({ text: '<at>MED-dialog</at>&nbsp;hjælp ', entities: [AT_BOT] });
    expect(event).toMatchObject({ type: 'reply', text: 'hjælp', mention: 'hjælp' });
  });

  it('are empty where only the bot is mentioned', () => {
    expect(words({ text: '<at>MED-dialog</at>', entities: [AT_BOT] })).toMatchObject({ mention: '' });
  });

  it('find the bot’s name in the HTML too', () => {
    const content =
      '<p><span itemtype="http://schema.skype.com/Mention" itemscope itemid="0">MED-dialog</span>&nbsp;hjælp</p>';
    const event = words({ text: '', entities: [AT_BOT], attachments: [{ contentType: 'text/html', content }] });
    expect(event).toMatchObject({ mention: 'hjælp', text: 'hjælp' });
  });

  it('keep the names of other people', () => {
    const event = words({ text: 'Enig med <at>Jens</at>!', entities: [null, AT_JENS, { type: 'mention' }] });
    expect(event).toEqual({ ...posted, text: 'Enig med Jens!' });
  });
});

describe('what becomes of a reply', () => {
  const at = '2023-11-14T22:20:00.000Z';

  it('an edit brings its new words and Teams’ time of it', () => {
    const edit = changed('messageUpdate', 'editMessage', { text: 'To makkere' });
    expect(read(edit)).toEqual({ ...posted, life: 'edited', text: 'To makkere', at });
  });

  it('an edit without its words leaves none to show', () => {
    const event = read(changed('messageUpdate', 'editMessage'));
    expect(event).toMatchObject({ type: 'reply', life: 'textMissing', at });
    expect(event).not.toHaveProperty('text');
  });

  it('an edit that leaves only a picture says that there are no words', () => {
    const attachments = [{ contentType: 'text/html', content: '<div><img src="x"></div>' }];
    expect(read(changed('messageUpdate', 'editMessage', { attachments }))).toMatchObject({ life: 'edited', text: '' });
  });

  it('a message that is brought back is told with its words, or as missing them', () => {
    const back = changed('messageUpdate', 'undeleteMessage', { text: 'Alligevel' });
    expect(read(back)).toEqual({ ...posted, life: 'undeleted', text: 'Alligevel', at });
    expect(read(changed('messageUpdate', 'undeleteMessage'))).toMatchObject({ life: 'textMissing' });
  });

  it('a deletion carries no words, even if Teams sends them', () => {
    const event = read(changed('messageDelete', 'softDeleteMessage', { text: 'væk' }));
    expect(event).toMatchObject({ life: 'deleted', author, at });
    expect(event).not.toHaveProperty('text');
  });

  it('a deletion is believed without an author', () => {
    const event = read(changed('messageDelete', 'softDeleteMessage', { from: undefined }));
    expect(event).toMatchObject({ type: 'reply', life: 'deleted', author: undefined });
  });

  it.each([undefined, 'nu', '2001-01-01T00:00:00Z'])(
    'without a time that can be, it counts from the posting: %s',
    (timestamp) => {
      expect(read(changed('messageDelete', 'softDeleteMessage', { timestamp }))).toMatchObject({ at: posted.at });
    },
  );

  it('an update of another kind, without words, is not for us', () => {
    expect(read(changed('messageUpdate', 'reactionAdded'))).toMatchObject({ type: 'dropped' });
  });
});
