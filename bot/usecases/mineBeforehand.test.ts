import { expect, it } from 'vitest';
import { eraseMine } from './eraseMine.ts';
import { lead } from './lead.ts';
import { openItem, openPlanned } from './openItem.ts';
import { chosenBy, committeeIn, prepared, repliedBeforehand } from './testing/items.ts';
import { ANNA, mine, textsOf } from './testing/mineDialogue.ts';
import { COMMITTEE, LEAD } from './testing/oneApp.ts';

it('finds a reply to a question that was sent out beforehand, and erases it', async () => {
  const { outside } = await repliedBeforehand();
  const found = await mine(outside);
  expect(found.answers).toMatchObject([{ text: 'Anna på forhånd', question: 'Hvad nu?', source: 'thread' }]);
  expect(found.answers[0]?.link).toContain('parentMessageId=');
  await eraseMine(outside.app.deps, COMMITTEE, { id: 'command-erase', at: outside.now(), by: ANNA });
  expect(await textsOf(outside)).toEqual([]);
});

it('finds it still where the item was ended without the question, and another one opened since', async () => {
  const { outside, id } = await repliedBeforehand();
  const by = { at: outside.now(), by: LEAD };
  await openPlanned(outside.app.deps, id, { id: 'command-open', ...by });
  await lead(outside.app.deps, id, { type: 'endMeeting', cause: 'facilitator', id: 'command-end', ...by });
  await openItem(outside.app.deps, chosenBy(outside, 'command-other', 1));
  expect((await committeeIn(outside)).open).not.toBe(id);
  expect(await textsOf(outside)).toEqual(['Anna på forhånd']);
});

it('tells where somebody stands on the committee’s list, and that they wrote down for it', async () => {
  const { outside, id } = await prepared();
  const stored = await outside.store.readCommittee(COMMITTEE);
  const setup = {
    name: 'MED',
    level: 'local',
    names: 'shown',
    deputy: ANNA,
    members: [ANNA, LEAD],
    substitutes: [],
  } as const;
  const proposal = { by: ANNA, at: outside.now(), agreed: [ANNA.person], names: 'hidden', deputy: LEAD } as const;
  const committee = { ...(await committeeIn(outside)), setup: { ...setup, revision: 1, proposal } };
  await outside.store.saveCommittee(committee, stored?.version);
  const by = { at: outside.now(), by: LEAD };
  await openPlanned(outside.app.deps, id, { id: 'command-open', ...by });
  await lead(outside.app.deps, id, { type: 'appointScribe', scribe: ANNA, id: 'command-scribe', ...by });
  const found = await mine(outside);
  expect(found.listed).toEqual(['deputy', 'member', 'proposing']);
  expect(found.wroteDown).toMatchObject([{ item: 'Punkt command-plan' }]);
  expect((await mine(outside, LEAD)).listed).toEqual(['member', 'proposed']);
});
