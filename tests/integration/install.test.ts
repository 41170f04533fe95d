import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ErrorBody } from '#contract/responses';
import { TEAM } from '../../infra/local/teams/state.ts';
import type { SeenMessage } from '../support/driver.ts';
import { personCalled, replyActivity, signedByChannel, tellBot } from './testing/activities.ts';
import { cardText } from './testing/cards.ts';
import { startWatched, type Watched } from './testing/watched.ts';

// How the app comes into a team, is turned away where it cannot work, goes, and comes back.
let app: Watched;
let meeting: string;

beforeAll(async () => {
  // Nothing is told twice unless a test does it, so that what is told in vain does not come later.
  app = await startWatched({ teams: { switches: { privateChannels: true }, limits: { redeliverAfter: [] } } });
});
afterAll(() => app.stop());

const PATIENCE = { timeout: 40_000, interval: 100 };

async function botMessages(place: string, as = 'formand'): Promise<readonly SeenMessage[]> {
  const { messages } = await app.driver.state(as);
  return messages.filter((message) => message.place === place && message.from === 'bot' && !message.deleted);
}
const welcomes = async (): Promise<readonly SeenMessage[]> =>
  (await botMessages(TEAM.id)).filter(({ cards }) => cardText(cards).includes('Hej. Jeg hjælper jer'));

describe('the welcome', () => {
  it('says once who added the app and how many can read along, and mentions them', async () => {
    await app.rowsAtRest();
    const [welcome, ...more] = await welcomes();
    expect(more).toEqual([]);
    const words = cardText(welcome?.cards ?? []);
    expect(words).toContain('<at>Lone Krogh</at> har føjet mig til teamet.');
    expect(words).toContain('Teamet har 5 medlemmer, og alle 5 kan læse det, der står i kanalen.');
    expect(words).toContain('Teams sender mig alle beskeder i teamets standardkanaler.');
    expect(JSON.stringify(welcome?.cards)).toContain(personCalled('formand').mri);
  });

  it('comes once, though Teams tells of the installation again and again', async () => {
    const rows = await app.rowsAtRest();
    const activities = [...rows.keys()].flatMap((row) => /p!welcome!(.+)$/.exec(row)?.[1] ?? []);
    expect(activities).toHaveLength(1);
    const { mri, name, oid } = personCalled('formand');
    const told = replyActivity(app, '1', {
      type: 'installationUpdate',
      action: 'add',
      id: activities[0],
      from: { id: mri, name, aadObjectId: oid },
      text: undefined,
    });
    const again = {
      ...told,
      channelData: { ...told.channelData, channel: { id: TEAM.id }, settings: { selectedChannel: { id: TEAM.id } } },
      conversation: { ...told.conversation, id: TEAM.id },
    };
    const answers = await Promise.all([1, 2, 3].map(() => tellBot(app, again, signedByChannel(app))));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect([...(await app.rowsAtRest()).keys()].filter((row) => row.includes('p!welcome!'))).toHaveLength(1);
    expect(await welcomes()).toHaveLength(1);
  });
});

describe('where the app cannot work', () => {
  const placeOf = async (type: string): Promise<string> => {
    type Places = readonly { readonly id: string; readonly type: string }[];
    const { places } = await app.driver.teams<{ places: Places }>('GET', 'state?as=formand');
    return places.find((place) => place.type === type)?.id ?? '';
  };
  const saidOnce = async (place: string, sentence: string): Promise<void> => {
    await vi.waitFor(async () => expect(await botMessages(place)).not.toEqual([]), PATIENCE);
    await app.rowsAtRest();
    expect((await botMessages(place)).map(({ text }) => text)).toEqual([expect.stringContaining(sentence)]);
  };

  it.each([
    ['personal', false, 'Jeg kan ikke bruges alene. Føj mig til et team'],
    ['groupChat', true, 'Jeg kan ikke være med i en gruppechat. Føj mig til et team'],
  ])('it says what is needed (%s)', async (type, mention, sentence) => {
    const channel = await placeOf(type);
    await app.driver.teams('POST', 'posts', { as: 'formand', text: 'Hej', channel, mention });
    await saidOnce(channel, sentence);
  });

  it('it says what is needed where it is mentioned in a private channel', async () => {
    const channel = await placeOf('private');
    const { id } = await app.driver.teams('POST', 'posts', { as: 'formand', text: 'Hej', channel });
    const told = replyActivity(app, id, { id, text: '<at>MED-dialog</at> hej' });
    const mentioned = { id: `28:${app.driver.local.teams.addresses.appId}`, name: 'MED-dialog' };
    const activity = {
      ...told,
      entities: [{ type: 'mention', mentioned, text: '<at>MED-dialog</at>' }],
      conversation: { ...told.conversation, id: `${channel};messageid=${id}` },
      channelData: { ...told.channelData, channel: { id: channel, type: 'private' } },
    };
    for (let times = 0; times < 2; times += 1) {
      expect((await tellBot(app, activity, signedByChannel(app))).status).toBe(200);
      await saidOnce(channel, 'Jeg kan ikke være med i en privat kanal. Brug en almindelig kanal');
    }
  });
});

describe('a channel that was made later', () => {
  it('can be used', async () => {
    const before = app.driver.committee;
    const { id } = await app.driver.teams('POST', 'channels', { as: 'formand', name: 'Områdeudvalget' });
    app.driver.committee = id;
    await vi.waitFor(async () => {
      const { status, body } = await app.driver.view('amr');
      expect([status, body.committee.name]).toEqual([200, 'Områdeudvalget']);
    }, PATIENCE);
    const there = await app.driver.open(['3/1']);
    await app.driver.put(there, '3/1');
    await app.driver.sees('amr', ({ item }) => item?.round?.post.status === 'sent');
    const [question] = await botMessages(id);
    await app.driver.reply('amr', question?.root ?? '', 'Også her');
    await app.driver.sees('formand', ({ item }) => item?.round?.answers[0]?.text === 'Også her');
    await app.driver.end(there);
    await app.driver.sees('formand', ({ item }) => item?.digest?.status === 'sent');
    expect(await botMessages(id)).toHaveLength(2);
    app.driver.committee = before;
  });
});

describe('an app that is gone', () => {
  it('cannot post, and the panel says that the question was refused', async () => {
    meeting = await app.driver.open(['3/1', '3/2']);
    const { app: address } = app.driver.local.teams;
    const { url } = address;
    // Teams lets the bot in no more, and the bot has not heard of it yet.
    address.url = 'http://localhost:9';
    await app.driver.teams('POST', 'uninstall', { as: 'formand' });
    await app.driver.local.teams.settled();
    address.url = url;
    await app.driver.put(meeting, '3/1');
    const view = await app.driver.sees('formand', ({ item }) => item?.round?.post.status === 'blocked');
    expect(view.item?.round?.status).toBe('open');
  });

  it('sends what was refused when it is installed again, once', async () => {
    await app.driver.teams('POST', 'install', { as: 'formand' });
    const { item } = await app.driver.sees('formand', (view) => view.item?.round?.post.status === 'sent');
    const { root } = await app.driver.thread();
    expect(item?.round?.post.link).toContain(root);
    await app.driver.reply('amr', root, 'Nu kan jeg svare');
    await app.driver.sees('formand', (view) => view.item?.round?.answers.length === 1);
    expect((await app.driver.channel()).filter(({ id, from }) => from === 'bot' && id === root)).toHaveLength(1);
  });

  it('lets nobody in, and says why', async () => {
    await app.driver.teams('POST', 'uninstall', { as: 'formand' });
    const refused = await vi.waitFor(async () => {
      const response = await app.driver.ask<ErrorBody>(
        'amr',
        'GET',
        `/api/committees/${encodeURIComponent(app.driver.committee)}/view`,
      );
      expect(response.status).toBe(403);
      return response;
    }, PATIENCE);
    expect(refused.body).toMatchObject({ code: 'AppNotInstalled' });
    expect((await app.driver.put(meeting, '3/2')).status).toBe(403);
  });

  it('lets everybody in again with all that was said, once it is back', async () => {
    await app.driver.teams('POST', 'install', { as: 'formand' });
    await app.driver.local.teams.settled();
    // An instance believes what it knows of a team for some seconds; a new one knows nothing.
    await app.driver.local.restartFunctions('orderly');
    const { item } = await app.driver.sees('amr', (view) => (view.item?.round?.answers.length ?? 0) > 0);
    expect(item?.round?.answers.map(({ text }) => text)).toEqual(['Nu kan jeg svare']);
  });

  it('stays when Teams tells once more of the time when it went', async () => {
    const { mri, name, oid } = personCalled('formand');
    const told = replyActivity(app, '1', {
      type: 'installationUpdate',
      action: 'remove',
      id: 'f:earlier',
      timestamp: new Date(Date.now() - 3_600_000).toISOString(),
      from: { id: mri, name, aadObjectId: oid },
      text: undefined,
    });
    expect((await tellBot(app, told, signedByChannel(app))).status).toBe(200);
    await app.driver.local.restartFunctions('orderly');
    expect((await app.driver.view('amr')).status).toBe(200);
  });
});
