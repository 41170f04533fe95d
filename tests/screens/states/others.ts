import { COMMITTEE } from '../../../tabs/testing/views.ts';
import type { State } from '../State.ts';

const refused = (code: string, status: number) => ({
  'GET view': { status, body: { code, message: 'refused' } },
});

/** The page where there is nothing else to show. */
const PROBLEMS: readonly State[] = [
  { name: 'problem-offline', page: 'panel', shows: 'problem.offline', answers: { 'GET view': 'unreachable' } },
  { name: 'problem-outsider', page: 'panel', shows: 'problem.outsider', answers: refused('NotMember', 403) },
  { name: 'problem-guest', page: 'panel', shows: 'problem.guest', answers: refused('TenantForbidden', 403) },
  {
    name: 'problem-not-installed',
    page: 'panel',
    shows: 'problem.notInstalled',
    answers: refused('AppNotInstalled', 409),
  },
  {
    name: 'problem-sign-in',
    page: 'panel',
    shows: 'problem.signIn',
    teams: { token: { refused: 'resourceRequiresConsent' } },
  },
  { name: 'problem-identity', page: 'panel', shows: 'problem.identity', teams: { token: { refused: 'unknown' } } },
  { name: 'problem-server', page: 'panel', shows: 'problem.server', answers: refused('Unavailable', 503) },
  { name: 'problem-no-teams', page: 'panel', shows: 'problem.noTeams', teams: { around: 'nothing' } },
  { name: 'problem-no-channel', page: 'panel', shows: 'problem.noChannel', teams: { channel: undefined } },
  { name: 'channel-problem', page: 'channel', shows: 'problem.server', answers: refused('Unavailable', 503) },
];

/** What Teams shows while somebody adds the tab. */
const CONFIG: readonly State[] = [
  { name: 'config-no-channel', page: 'config', shows: 'problem.noChannel', teams: { channel: undefined } },
  {
    name: 'config-private-channel',
    page: 'config',
    shows: 'problem.otherChannel',
    teams: { channel: { id: COMMITTEE, type: 'Private' } },
  },
  {
    name: 'config-shared-channel',
    page: 'config',
    shows: 'problem.otherChannel',
    teams: { channel: { id: COMMITTEE, type: 'Shared' } },
  },
];

export const OTHERS: readonly State[] = [...PROBLEMS, ...CONFIG];
