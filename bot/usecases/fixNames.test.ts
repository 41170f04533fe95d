import { expect, it } from 'vitest';
import { changeSetup, type SetupCaller } from './changeSetup.ts';
import { lead } from './lead.ts';
import { openItem } from './openItem.ts';
import { chosenBy } from './testing/items.ts';
import { COMMITTEE, LEAD, OneApp } from './testing/oneApp.ts';
import { visitor } from './testing/mineDialogue.ts';

const member = { ...LEAD, mri: `29:${LEAD.person}` };

/** An item is open, and no question is put yet. */
async function opened(): Promise<{ readonly outside: OneApp; readonly item: string }> {
  const outside = new OneApp();
  outside.members = [member];
  await outside.installed();
  const { id } = await openItem(outside.app.deps, chosenBy(outside, 'command-open'));
  return { outside, item: id };
}

const versions = async ({ store }: OneApp, item: string): Promise<readonly unknown[]> => [
  (await store.readCommittee(COMMITTEE))?.version,
  (await store.readMeeting(item))?.version,
];

it('claims nothing for a first question that is refused', async () => {
  const { outside, item } = await opened();
  const before = await versions(outside, item);
  const command = { id: 'command-put', at: outside.now(), by: LEAD, type: 'putQuestion', question: '9/9' } as const;
  await expect(lead(outside.app.deps, item, command)).rejects.toMatchObject({ code: 'QuestionUnknown' });
  expect(await versions(outside, item)).toEqual(before);
});

it('stops no question that is being put for a change that is refused', async () => {
  const { outside, item } = await opened();
  const stored = await outside.store.readCommittee(COMMITTEE);
  if (stored === undefined) throw new Error('there is no committee');
  await outside.store.saveCommittee({ ...stored.value, fixing: item }, stored.version);
  const before = await versions(outside, item);
  const caller: SetupCaller = { visitor: { ...visitor, member }, by: LEAD, at: outside.now() };
  const wish = { revision: 7, name: 'MED', level: 'local', names: 'hidden', members: [], substitutes: [] } as const;
  await expect(changeSetup(outside.app.deps, caller, wish)).rejects.toMatchObject({ code: 'SetupChanged' });
  expect(await versions(outside, item)).toEqual(before);
});
