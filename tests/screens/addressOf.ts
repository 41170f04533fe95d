import { COMMITTEE } from '../../tabs/testing/views.ts';
import { TEAMS_IN_ADDRESS, type TeamsAround } from './fakeTeams.ts';
import type { State } from './State.ts';
import type { Width } from './widths.ts';
import type { Language } from './words.ts';

/** A token that says it is valid for long; nobody checks it here. */
const TOKEN = `x.${btoa(JSON.stringify({ exp: 4_102_444_800 }))}.x`;

/** Where a page is found, from the slash on, with what Teams is like around it. */
export function addressOf(state: Pick<State, 'page' | 'teams'>, language: Language, width: Width): string {
  const teams = JSON.stringify(teamsAround(state, language, width));
  return `/tabs/${state.page}.html?${new URLSearchParams({ [TEAMS_IN_ADDRESS]: teams }).toString()}`;
}

function teamsAround(
  { page, teams = {} }: Pick<State, 'page' | 'teams'>,
  language: Language,
  width: Width,
): TeamsAround {
  return {
    around: 'teams',
    frame: frameOf(page, width),
    locale: language === 'da' ? 'da-dk' : 'en-gb',
    theme: 'default',
    channel: { id: COMMITTEE, type: 'Regular' },
    meeting: page === 'panel' || page === 'stage' ? 'meeting-1' : undefined,
    token: { given: TOKEN },
    clipboard: 'allowed',
    ...teams,
  };
}

function frameOf(page: State['page'], width: Width): TeamsAround['frame'] {
  if (page === 'config') return 'settings';
  if (page === 'stage') return 'meetingStage';
  // Teams shows the panel's page beside a meeting and as its details tab.
  return page === 'panel' && width === 280 ? 'sidePanel' : 'content';
}
