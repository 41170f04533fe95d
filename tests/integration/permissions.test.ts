import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { localManifest } from '../../infra/local/localManifest.ts';
import type { TeamsManifest } from '../../infra/local/teams/index.ts';
import { Driver } from '../support/driver.ts';

// Without any one of the permissions that the manifest asks for, something that a person does no longer works.

const Manifest = z.object({
  authorization: z.object({
    permissions: z.object({ resourceSpecific: z.array(z.object({ name: z.string(), type: z.string() })) }),
  }),
});
const text = await readFile(new URL('../../appPackage/manifest.json', import.meta.url), 'utf8');
const asked = Manifest.parse(JSON.parse(text)).authorization.permissions.resourceSpecific.map(({ name }) => name);

/** What a permission is there for: whether it works, after which nothing more is under way. */
const CASES: Readonly<Record<string, { readonly does: string; readonly works: (driver: Driver) => Promise<boolean> }>> =
  {
    'ChannelMessage.Read.Group': { does: 'a reply becomes an answer', works: replyBecomesAnswer },
    'TeamMember.Read.Group': { does: 'an owner opens an item', works: ownerOpens },
    'ChannelMeeting.ReadBasic.Group': { does: 'the end of the meeting ends the item', works: meetingEndsItem },
    'ChannelMeetingStage.Write.Group': { does: 'the big screen can be shown on the stage', works: mayShareToStage },
  };

async function replyBecomesAnswer(driver: Driver): Promise<boolean> {
  const meeting = await driver.open(['3/1']);
  await driver.put(meeting, '3/1');
  await driver.sees('amr', ({ item }) => item?.round?.post.status === 'sent');
  await driver.reply('medlem1', (await driver.thread()).root, 'Fra tråden');
  await driver.local.teams.settled();
  // What comes after it shows that whatever there was to see of it would be seen by now.
  const { body } = await driver.answer('amr', meeting, 'r001', 'Fra panelet');
  const texts = body.item?.round?.answers.map((answer) => answer.text);
  expect(texts).toContain('Fra panelet');
  await driver.end(meeting);
  return texts?.includes('Fra tråden') === true;
}

async function ownerOpens(driver: Driver): Promise<boolean> {
  const { body } = await driver.view('formand');
  try {
    await driver.end(await driver.open(['3/1']));
    expect(body.you.mayOpen).toBe(true);
    return true;
  } catch {
    expect(body.you.mayOpen).toBe(false);
    expect((await driver.view('formand')).body.item).toBeUndefined();
    return false;
  }
}

async function meetingEndsItem(driver: Driver): Promise<boolean> {
  const teamsMeeting = (await driver.state()).meeting.id;
  await driver.teams('POST', 'meeting/start', { as: 'formand' });
  const meeting = await driver.open(['3/1'], { teamsMeeting });
  await driver.teams('POST', 'meeting/end', { as: 'formand' });
  await driver.local.teams.settled();
  const { body } = await driver.put(meeting, '3/1');
  const { item } = (await driver.view('formand')).body;
  expect(JSON.stringify(body).includes('MeetingEnded')).toBe(item?.status === 'ended');
  return item?.status === 'ended';
}

/** What the stand-in tells the panel that asks; teams-js names this permission as the one that channel meetings need. */
async function mayShareToStage(driver: Driver): Promise<boolean> {
  return (await driver.state()).meeting.stage === true;
}

const without =
  (permission: string) =>
  (manifest: TeamsManifest): TeamsManifest => {
    const all = manifest.authorization?.permissions?.resourceSpecific ?? [];
    const resourceSpecific = all.filter(({ name }) => name !== permission);
    expect(resourceSpecific).toHaveLength(all.length - 1);
    return { ...manifest, authorization: { permissions: { resourceSpecific } } };
  };

let driver: Driver | undefined;
afterEach(async () => {
  await driver?.stop();
  driver = undefined;
});

describe('the permissions of the package without channel reading', () => {
  it('are all but the one, and let all but the one thing work', async () => {
    const { authorization } = await localManifest('app', 'http://localhost:1', 'off');
    const names = authorization?.permissions?.resourceSpecific?.map(({ name }) => name) ?? [];
    expect(names).toEqual(asked.filter((name) => name !== 'ChannelMessage.Read.Group'));
    driver = await Driver.start({ channelReading: 'off' });
    for (const permission of asked)
      expect([permission, await CASES[permission]?.works(driver)]).toEqual([permission, names.includes(permission)]);
  });
});

describe('the permissions that the manifest asks for', () => {
  it('are each there for something that a person does', () => {
    expect(Object.keys(CASES).sort()).toEqual([...asked].sort());
  });
  it('let it work together', async () => {
    driver = await Driver.start();
    for (const permission of asked)
      expect([permission, await CASES[permission]?.works(driver)]).toEqual([permission, true]);
  });
  it.each(asked.map((permission) => [permission, CASES[permission]?.does] as const))(
    'are each needed: without %s it is no longer so that %s',
    async (permission) => {
      driver = await Driver.start({ manifest: without(permission) });
      expect(await CASES[permission]?.works(driver)).toBe(false);
    },
  );
});
