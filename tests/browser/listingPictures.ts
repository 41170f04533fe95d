import type { Locator } from 'playwright-core';
import { type Person, STAND_IN } from '../support/person.ts';
import type { Entrance, Stage } from '../support/stage.ts';
import { panelWords } from '../support/words.ts';
import { chooseMore, questionOf } from './leading.ts';

/** What Teams' store takes, in pixels. */
const SIZE = { width: 1366, height: 768 };
const FIRST = questionOf(3, 1);
const SECOND = questionOf(3, 2);

/**
 * Plays an item in the channel's tab, and takes the pictures that stand beside the app in Teams' store: of the app alone,
 * since nothing around it is Teams' own.
 * @param entrance how people's windows are, while no picture is taken
 */
export async function listingPictures(
  stage: Stage,
  folder: string,
  entrance: Required<Pick<Entrance, 'size'>> & Entrance,
): Promise<void> {
  const formand = await stage.enter('formand', entrance);
  const take = async (person: Person, name: string, top?: Locator): Promise<void> => {
    const putBack = await alone(person);
    await top?.evaluate((element) => element.scrollIntoView());
    await person.page.screenshot({ path: `${folder}${name}.png`, scale: 'css' });
    await putBack();
    await person.page.setViewportSize(entrance.size);
  };
  await formand.tool(STAND_IN.install);
  await formand.saveTab();
  await formand.app.getByRole('button', { name: panelWords('prepare.begin') }).waitFor();
  await formand.tool(STAND_IN.tab);
  await formand.saveTab();
  await formand.press(panelWords('prepare.begin'));
  await formand.app.getByText(FIRST.theme).click();
  for (const { words } of [FIRST, SECOND]) await formand.app.getByRole('checkbox', { name: words }).check();
  await take(formand, 'choosing', formand.app.getByText(FIRST.theme));
  await formand.press(panelWords('plan.save'));
  await formand.press(panelWords('open.confirm'));
  await formand.press(panelWords('lead.put'));
  const amr = await stage.enter('amr', entrance);
  const medlem = await stage.enter('medlem1', entrance);
  await amr.answerInPanel('Hos os virker det, at lederen sætter en halv time af hver fredag i den første måned.');
  await medlem.answerInPanel('Vi mangler en fast makker den første uge. Nye spørger den, der tilfældigvis går forbi.');
  await formand.answer('Hos os virker det').waitFor();
  await formand.answer('Vi mangler en fast makker').waitFor();
  await take(formand, 'answers');
  await formand.press(panelWords('lead.close'));
  // A step that has just come can be taken a second later.
  await formand.app.getByRole('button', { name: panelWords('lead.next'), disabled: false }).waitFor();
  await chooseMore(formand, 'more.answers.names');
  await amr.tool(STAND_IN.tab);
  await amr.press(panelWords('stage.open'));
  await amr.app.getByText('Hos os virker det').filter({ visible: true }).waitFor();
  await take(amr, 'big-screen');
}

/** Takes the app's frame out of the page around it, so that it has exactly that size. */
async function alone(person: Person): Promise<() => Promise<void>> {
  await person.page.setViewportSize(SIZE);
  const style = await person.page.addStyleTag({
    content: 'iframe { position: fixed; inset: 0; z-index: 9; border: 0; width: 100vw; height: 100vh; }',
  });
  await person.standsStill();
  return () => style.evaluate((element) => (element as Element).remove());
}
