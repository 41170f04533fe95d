import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../appPackage/manifest.json' with { type: 'json' };
import { ROOT } from '../../infra/tools/runTool.ts';

// Where Teams shows the app, where it is installed, and as whom it signs in. The schema would do without most of it.

/** What stands in each place of Teams, and which room has it. */
const PLACES = {
  channelTab: 'tabs/channel',
  meetingSidePanel: 'tabs/panel',
  meetingStage: 'tabs/stage',
};

describe('the manifest', () => {
  it('is checked while it is written by the schema of its own version', () => {
    expect(manifest.$schema).toContain(`/v${manifest.manifestVersion}/`);
  });

  it('is Danish, and has English beside it', () => {
    const { defaultLanguageTag, additionalLanguages } = manifest.localizationInfo;
    expect([defaultLanguageTag, additionalLanguages]).toEqual(['da', [{ languageTag: 'en', file: 'en.json' }]]);
  });

  it('shows the tab in the channel, in the meeting’s panel and on its stage, and nowhere that no room is for', () => {
    const [tab, ...more] = manifest.configurableTabs;
    expect([tab?.context, more]).toEqual([Object.keys(PLACES), []]);
    for (const room of Object.values(PLACES)) expect([room, existsSync(join(ROOT, room))]).toEqual([room, true]);
    // What Teams keeps of a tab that somebody has added is kept under it.
    expect(tab?.id).toBe('dialogue');
  });

  it('is for teams alone: tab, bot and installation', () => {
    expect(manifest.configurableTabs.map(({ scopes }) => scopes)).toEqual([['team']]);
    expect(manifest.bots.map(({ scopes }) => scopes)).toEqual([['team']]);
    expect(manifest.defaultInstallScope).toBe('team');
    expect(manifest.defaultGroupCapability).toEqual({ team: 'tab', meetings: 'tab' });
  });

  it('signs people in with the registration that the bot has, at the address that the app is served from', () => {
    const [bot] = manifest.bots;
    const resource = 'api://${{HOST}}/botid-${{APP_ID}}';
    expect(manifest.webApplicationInfo).toEqual({ id: bot?.botId, resource });
    expect(manifest.id).toBe(bot?.botId);
  });
});
