/**
 * Plays items and takes pictures of them: `node tests/browser/screenshots.ts` those of the README and of the page for
 * facilitators, and `node tests/browser/screenshots.ts listing` those that stand beside the app in Teams' store.
 */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildTabs } from '../../infra/tools/buildTabs.ts';
import { compileContent } from '../../infra/tools/compileContent.ts';
import { requireNode } from '../../infra/tools/requireNode.ts';
import { type Person, STAND_IN } from '../support/person.ts';
import { Stage } from '../support/stage.ts';
import { botWords, panelLike, panelWords } from '../support/words.ts';
import { chooseMore } from './leading.ts';
import { listingPictures } from './listingPictures.ts';

requireNode();

const IMAGES = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const LISTING = `${IMAGES}listing/`;
const ENTRANCE = { size: { width: 1280, height: 900 }, zone: zoneWhereItIs(10), scale: 2 };

await compileContent();
await buildTabs();
await mkdir(LISTING, { recursive: true });
const { materials } = await import('#compiled/materials');
const theme = materials[0]?.themes.find(({ number }) => number === 3);
const [FIRST = '', SECOND = '', , LAST = ''] = theme?.questions.map(({ text }) => text) ?? [];

const stage = await Stage.open();
try {
  if (process.argv[2] === 'listing') await listingPictures(stage, LISTING, ENTRANCE);
  else await play(await stage.enter('formand', ENTRANCE));
  stage.faults.expectNone();
} finally {
  await stage.close();
}

async function play(formand: Person): Promise<void> {
  await formand.tool(STAND_IN.install);
  await formand.saveTab();
  await formand.tool(STAND_IN.startMeeting);
  await prepare(formand);
  await picture(formand, 'plan', { width: 1280, height: 1500 });
  await formand.page.setViewportSize(ENTRANCE.size);
  await formand.press(panelWords('plan.save'));
  await formand.press(panelWords('open.confirm'));
  const [amr, naestformand, medlem1, medlem2] = [
    await stage.enter('amr', ENTRANCE),
    await stage.enter('naestformand', ENTRANCE),
    await stage.enter('medlem1', ENTRANCE),
    await stage.enter('medlem2', ENTRANCE),
  ];
  await formand.press(panelWords('lead.put'));
  await medlem1.thread(FIRST).waitFor();
  await medlem1.reply(
    medlem1.thread(FIRST),
    'Vi mangler en fast makker den første uge. Nye spørger den, der tilfældigvis går forbi.',
  );
  await naestformand.answerInPanel('Opgavebeskrivelsen skal ligge klar, før man begynder – ikke efter en måned.');
  await medlem2.answerOnCard(
    medlem2.thread(FIRST),
    'Hos os virker det, at lederen sætter en halv time af hver fredag i den første måned.',
  );
  await formand.app.getByRole('heading', { name: panelWords('answers', { count: 3 }) }).waitFor();
  await amr.field().fill('En rundvisning er ikke nok. Man skal også vide, hvem man');
  await picture(amr, 'panel-member');
  await amr.answerInPanel('En rundvisning er ikke nok. Man skal også vide, hvem man kan gå til, når det bliver svært.');
  await formand.answer('En rundvisning').waitFor();
  await amr.message('En rundvisning').waitFor();
  await amr.thread(FIRST).evaluate((thread) => thread.scrollIntoView());
  await amr.page.screenshot({ path: `${IMAGES}channel-and-panel.png` });
  await picture(formand, 'panel-facilitator-open');
  await formand.press(panelWords('lead.close'));
  // A step that has just come can be taken a second later.
  await formand.app.getByRole('button', { name: panelWords('lead.next'), disabled: false }).waitFor();
  await picture(formand, 'panel-facilitator');
  await bigScreen(formand, amr);
  await goOn(formand, { amr, naestformand });
  const digest = amr.message(botWords('digest.skipped'));
  // High enough for all of it.
  await amr.page.setViewportSize({ width: 1100, height: 1400 });
  await digest.waitFor();
  await digest.screenshot({ path: `${IMAGES}digest.png` });
}

/** The channel's tab fills the window, as on the screen of the room. */
async function bigScreen(formand: Person, amr: Person): Promise<void> {
  await chooseMore(formand, 'more.answers.names');
  // Beside the channel there is less room than on the screen of a room.
  await amr.page.setViewportSize({ width: 1700, height: 1050 });
  await amr.tool(STAND_IN.tab);
  await amr.saveTab();
  await amr.press(panelWords('stage.open'));
  await amr.app.getByText('Hos os virker det').filter({ visible: true }).waitFor();
  await picture(amr, 'big-screen');
  await amr.press(panelWords('stage.leave'));
  await amr.tool(STAND_IN.panel);
  // The question is closed.
  await amr.answer('En rundvisning').waitFor();
}

async function prepare(formand: Person): Promise<void> {
  await formand.press(panelWords('prepare.begin'));
  await formand.app.getByText(panelWords('theme', { number: 3, title: theme?.title ?? '' })).click();
  for (const name of [FIRST, SECOND, LAST]) await formand.app.getByRole('checkbox', { name }).check();
  await formand.app.getByLabel(panelWords('picker.adapt.label', { position: 1 })).click();
  const angle = formand.app.getByLabel(panelWords('picker.angle.label', { position: 1 }));
  await angle.fill('Vi får fem nye kolleger efter sommerferien.');
}

/** Puts the second question, skips the last, and ends. */
async function goOn(formand: Person, { amr, naestformand }: Record<'amr' | 'naestformand', Person>): Promise<void> {
  await formand.press(panelWords('lead.next'));
  await naestformand.thread(SECOND).waitFor();
  await naestformand.reply(
    naestformand.thread(SECOND),
    'Vi kan følges med kolleger i en anden afdeling en dag om året.',
  );
  await amr.answerInPanel('Korte oplæg på personalemødet: én ting, jeg har lært siden sidst.');
  await formand.app.getByRole('heading', { name: panelWords('answers', { count: 2 }) }).waitFor();
  await formand.press(panelWords('lead.close'));
  await chooseMore(formand, 'lead.plan');
  await formand.app.getByRole('button', { name: panelLike('plan.skip.label', ['question']) }).click();
  await formand.press(panelWords('lead.end'));
}

/** The app in its frame, as it stands. */
async function picture(person: Person, name: string, size?: { width: number; height: number }): Promise<void> {
  if (size !== undefined) await person.page.setViewportSize(size);
  await person.page.locator('iframe').screenshot({ path: `${IMAGES}${name}.png` });
}

/** Committees do not meet at night: a zone in which it is now that hour, whenever the pictures are taken. */
function zoneWhereItIs(hour: number): string {
  const off = hour - new Date().getUTCHours();
  // No zone is further behind.
  const ahead = off < -12 ? off + 24 : off;
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}
