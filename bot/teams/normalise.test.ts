import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readActivity } from './activity.ts';
import { normalise } from './normalise.ts';
import {
  ANNA,
  APP,
  AT_BOT,
  card,
  CHANNEL,
  installation,
  origin,
  REPLY,
  reply,
  ROOT,
  SERVICE,
  TEAM,
  TENANT,
  withData,
} from './testing/activities.ts';

const read = (body: unknown) => normalise(readActivity(body), APP);
/** When all sample activities were sent, by Teams' clock. */
const TOLD = '2023-11-14T22:13:20.555Z';
const author = { person: ANNA.aadObjectId, name: 'Anna Holm', mri: '29:anna' };
describe('an answer on the card', () => {
  it('is told with its thread, author and what was written', () => {
    const data = { post: 'r001!p!q', answer: 'Ja' };
    expect(read(card(data))).toEqual({
      type: 'cardAnswered',
      ...origin,
      root: ROOT,
      author,
      pressedAt: TOLD,
      data,
    });
  });

  it('finds its thread in the card that was pressed where nothing else names it', () => {
    const conversation = { id: CHANNEL, conversationType: 'channel', tenantId: TENANT };
    expect(read({ ...card({}), conversation })).toMatchObject({ type: 'cardAnswered', root: ROOT });
  });

  it.each([undefined, 'i går', 7])('tells no time where Teams tells %j', (timestamp) => {
    expect(read({ ...card({}), timestamp })).toMatchObject({ type: 'cardAnswered', pressedAt: undefined });
  });

  it.each([{ name: 'task/fetch' }, { from: { id: '29:x' } }, { value: null }])('is dropped for %j', (changes) => {
    expect(read({ ...card({}), ...changes })).toMatchObject({ type: 'dropped' });
  });
});

describe('installation', () => {
  const installed = {
    type: 'installed',
    team: TEAM,
    committee: CHANNEL,
    tenant: TENANT,
    serviceUrl: SERVICE,
    activity: 'f:install-1',
    by: { mri: '29:anna', name: 'Anna Holm' },
    language: 'da',
    at: TOLD,
  };

  it('tells where to speak first, and who installed', () => {
    expect(read(installation('add'))).toEqual(installed);
  });

  it('has nobody welcomed again after an upgrade', () => {
    const changed = { type: 'channelsChanged', team: TEAM, tenant: TENANT, serviceUrl: SERVICE, at: TOLD };
    expect(read(installation('add-upgrade'))).toEqual(changed);
  });

  it('speaks in the channel of the installation where none was chosen, and in Teams’ language', () => {
    const activity = installation('add', { settings: undefined, channel: undefined, teamsChannelId: undefined });
    const event = read({ ...activity, locale: 'en-GB', from: { id: '29:anna' } });
    expect(event).toEqual({ ...installed, committee: TEAM, language: 'en', by: undefined });
  });

  it('tells of removal, but not of the one that is part of an upgrade', () => {
    const removed = { type: 'removed', team: TEAM, tenant: TENANT, serviceUrl: SERVICE, at: TOLD };
    expect(read(installation('remove'))).toEqual(removed);
    expect(read(installation('remove-upgrade'))).toMatchObject({ type: 'dropped' });
  });

  it.each(['channelCreated', 'channelRenamed', 'channelDeleted', 'channelRestored', 'teamRenamed'])(
    'tells that channels changed (%s)',
    (eventType) => {
      const event = read(withData({ eventType }, { type: 'conversationUpdate', id: 'f:1' }));
      expect(event).toEqual({ type: 'channelsChanged', team: TEAM, tenant: TENANT, serviceUrl: SERVICE, at: TOLD });
    },
  );

  it.each(['i går', '', 7, undefined])('has no time where Teams tells none that can be read (%s)', (timestamp) => {
    for (const action of ['add', 'remove', 'add-upgrade']) {
      const event = read({ ...installation(action), timestamp });
      expect(event).toMatchObject({ team: TEAM, serviceUrl: SERVICE });
      expect(event).toHaveProperty('at', undefined);
    }
  });

  it.each(['teamMemberAdded', 'teamMemberRemoved'])('tells that members changed, and not who (%s)', (eventType) => {
    const membersRemoved = [{ id: '29:anna', aadObjectId: ANNA.aadObjectId }];
    const event = read(withData({ eventType }, { type: 'conversationUpdate', membersRemoved }));
    expect(event).toEqual({ type: 'membersChanged', team: TEAM });
  });

  it.each(['channelMemberRemoved', undefined])('leaves the rest to the roster (%s)', (eventType) => {
    expect(read(withData({ eventType }, { type: 'conversationUpdate' }))).toMatchObject({ type: 'dropped' });
  });
});

describe('the start and the end of a Teams meeting', () => {
  const id = 'MCMxOTprYW5hbEB0aHJlYWQudGFjdjIjMTcwMDAwMDAwMDAwMQ==';
  const told = (name: string, value: object) => withData({ meeting: { id } }, { type: 'event', name, value });

  it.each([
    { endTime: 'x', id: 'other' },
    { EndTime: 'x', Id: 'other' },
  ])('are known by their id in channelData: %j', (value) => {
    const event = read(told('application/vnd.microsoft.meetingEnd', value));
    expect(event).toEqual({ type: 'teamsMeetingEnded', ...origin, teamsMeeting: id });
    const begun = read(told('application/vnd.microsoft.meetingStart', value));
    expect(begun).toEqual({ type: 'teamsMeetingStarted', ...origin, teamsMeeting: id });
  });

  it('are not seen in what else happens in it, nor without an id', () => {
    expect(read(told('application/vnd.microsoft.meetingParticipantJoin', {}))).toMatchObject({ type: 'dropped' });
    const nameless = withData({}, { type: 'event', name: 'application/vnd.microsoft.meetingEnd', value: { Id: 'x' } });
    expect(read(nameless)).toMatchObject({ type: 'dropped' });
  });
});

describe('where the bot cannot work', () => {
  const personal = {
    conversation: { id: 'a:1', conversationType: 'personal' },
    channelData: { tenant: { id: TENANT } },
  };
  const group = {
    conversation: { id: '19:x@thread.v2', conversationType: 'groupChat', isGroup: true, tenantId: TENANT },
    channelData: {},
  };
  const elsewhere = { type: 'elsewhere', tenant: TENANT, serviceUrl: SERVICE, activity: REPLY, language: 'da' };

  it('a message to it alone is one', () => {
    expect(read(reply(personal))).toEqual({ ...elsewhere, where: 'personal', conversation: 'a:1' });
  });

  it('a mention in a chat is one, and the rest of the chat is nobody’s business', () => {
    const event = read(reply({ ...group, text: '<at>MED-dialog</at> hej', entities: [AT_BOT] }));
    expect(event).toEqual({ ...elsewhere, where: 'groupChat', conversation: '19:x@thread.v2' });
    expect(read(reply(group))).toMatchObject({ type: 'dropped' });
  });

  it('being added to a chat is one', () => {
    expect(read({ ...installation('add'), ...group })).toMatchObject({ type: 'elsewhere', where: 'groupChat' });
    expect(read({ ...installation('remove'), ...group })).toMatchObject({ type: 'dropped' });
  });

  it.each([
    ['type', 'private', 'privateChannel'],
    ['type', 'Shared', 'sharedChannel'],
    ['membershipType', 'private', 'privateChannel'],
  ])('a mention in a channel with %s %s is one, in its thread', (name, type, where) => {
    const activity = withData(
      { channel: { id: CHANNEL, [name]: type } },
      { text: '<at>MED-dialog</at>', entities: [AT_BOT] },
    );
    expect(read(activity)).toEqual({ ...elsewhere, where, conversation: `${CHANNEL};messageid=${ROOT}` });
    expect(read({ ...activity, entities: [] })).toMatchObject({ type: 'dropped' });
  });

  it('a channel that calls itself standard is not one', () => {
    expect(read(withData({ channel: { id: CHANNEL, type: 'Standard' } }))).toMatchObject({ type: 'reply', root: ROOT });
  });
});

describe('anything at all', () => {
  const place = fc.oneof(fc.constant(reply()), fc.constant(card({})), fc.constant(installation('add')));

  it('is read without an exception', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.object()), (body) => {
        expect(read(body)).toMatchObject({ type: 'dropped' });
      }),
    );
  });

  it('is read without an exception where any one part is something else', () => {
    const keys = Object.keys({ ...reply(), ...card({}), ...installation('add') });
    const inner = ['channel', 'team', 'tenant', 'thread', 'settings', 'meeting', 'id', 'conversationType'];
    fc.assert(
      fc.property(
        place,
        fc.constantFrom(...keys),
        fc.constantFrom(...inner),
        fc.anything(),
        (activity, key, part, value) => {
          expect(read({ ...activity, [key]: value })).toHaveProperty('type');
          const broken = { ...activity.channelData, [part]: value };
          expect(read({ ...activity, channelData: broken })).toHaveProperty('type');
          expect(read({ ...activity, conversation: { ...activity.conversation, [part]: value } })).toHaveProperty(
            'type',
          );
        },
      ),
    );
  });
});
