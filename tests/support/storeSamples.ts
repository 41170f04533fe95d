import { type Answer, ownKey, replyKey, type Seen } from '#dialogue/answer';
import { openMeeting } from '#dialogue/decide';
import type { CommandId, MessageId, RoundId } from '#dialogue/ids';
import type { Meeting } from '#dialogue/meeting';
import type { Team } from '#dialogue/team';

export const COMMITTEE = '19:udvalg@thread.tacv2';
export const AT = '2026-05-14T08:30:00.000Z';
const ANNA = { person: '11111111-2222-3333-4444-555555555555', name: 'Anna Holm' };

export const TEAM: Team = {
  id: '19:team@thread.tacv2',
  tenant: 'tenant',
  group: 'group',
  serviceUrl: 'https://a/',
  install: 'installed',
  name: 'Hovedudvalg',
  language: 'da',
  channels: [{ id: COMMITTEE, name: 'Generelt', type: 'standard' }],
};

export const meetingBy = (command: CommandId): Meeting =>
  openMeeting({
    id: command,
    at: AT,
    by: ANNA,
    committee: COMMITTEE,
    team: '19:team@thread.tacv2',
    title: 'En attraktiv arbejdsplads',
    language: 'da',
    themes: [{ number: 3, title: 'En attraktiv arbejdsplads', direction: ['Vi vil …'], language: 'da' }],
    plan: [{ id: 'attraktiv/1', text: 'Hvordan?', points: ['a', 'b'], theme: 3 }],
  });

/** The same meeting after one more command. */
export const led = (meeting: Meeting, command: CommandId, title = meeting.title): Meeting => ({
  ...meeting,
  title,
  commands: [...meeting.commands, command],
});

export const replyOf = (message: MessageId, changes: Partial<Seen> = {}, round: RoundId = 'r001'): Answer => ({
  key: replyKey(message),
  round,
  source: 'thread',
  author: ANNA,
  life: 'posted',
  text: 'Vi mangler en fast makker',
  at: AT,
  postedAt: AT,
  revision: 0,
  ...changes,
});

export const ownOf = (command: CommandId, text: string, revision = 1): Answer => ({
  key: ownKey(ANNA.person),
  round: 'r001',
  source: 'own',
  author: ANNA,
  life: revision === 1 ? 'posted' : 'edited',
  text,
  at: AT,
  postedAt: AT,
  revision,
  command,
});
