import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { paragraphsIn } from '../../bot/render/testing/paragraphsIn.ts';
import { expectAccessible, expectAccessibleNow } from '../support/axe.ts';
import { type Person, STAND_IN } from '../support/person.ts';
import { Stage } from '../support/stage.ts';
import { botLike, botWords, panelLike, panelWords } from '../support/words.ts';
import { choose, chooseMore, openItem, questionOf, savedBy, seat } from './leading.ts';

const QUESTION = questionOf(1, 1);
const NEXT = questionOf(4, 2);
const TITLE = 'Punkt 3: Velkomst';
const WIDE = { width: 1500, height: 900 };
const FIRST = 'Vi mangler en fast makker';
const SECOND = 'Nøglerne ligger der aldirg';
const CORRECTED = 'Nøglerne ligger der aldrig';
const OWN = 'Skrevet af et medlem';

describe('the secretary, in the channel’s tab', () => {
  let stage: Stage;
  let lone: Person;
  let soeren: Person;
  beforeAll(async () => {
    stage = await Stage.open();
    lone = await stage.enter('formand', { size: WIDE });
    await lone.tool(STAND_IN.install);
    await lone.toTab();
    await seat(lone, 'setup.leads', 'Søren Ødegård');
    await lone.saveTab();
    await openItem(lone, TITLE, 1, [1]);
    soeren = await stage.enter('medlem1', { size: WIDE });
    await soeren.toTab();
  });
  afterEach(() => stage.faults.expectNone());
  afterAll(() => stage.close());

  /** The bar under the page for whoever writes down what is said. */
  const bar = () => soeren.app.getByRole('region', { name: panelWords('scribe.bar') });
  const history = () => soeren.app.getByRole('complementary', { name: panelWords('history') });
  const write = async (words: string): Promise<void> => {
    const field = bar().getByLabel(panelWords('room.label'));
    await field.fill(words);
    await field.press('Enter');
    await soeren.answer(words).getByText(panelWords('answers.source.room')).waitFor();
  };

  it('is made the one who writes down what is said, and gets nothing else with it', async () => {
    await lone.press(panelWords('lead.put'));
    await lone.app.getByRole('heading', { name: QUESTION.words }).waitFor();
    await chooseMore(lone, 'more.scribe');
    await lone.app.getByRole('radio', { name: soeren.name }).check();
    await expectAccessibleNow(lone, 'choosing a secretary');
    await lone.press(panelWords('scribe.confirm', { name: soeren.name }));
    await bar().waitFor();
    for (const key of ['more', 'lead.close', 'lead.end', 'lead.plan'] as const) {
      expect(await soeren.app.getByRole('button', { name: panelWords(key), exact: true }).count()).toBe(0);
    }
    await expectAccessibleNow(soeren, 'the secretary’s bar');
  });

  it('writes two lines, one with a name, and corrects one', async () => {
    await write(FIRST);
    await bar()
      .getByRole('button', { name: panelWords('room.name.choose') })
      .click();
    await bar().getByLabel(panelWords('people.search')).fill('fat');
    await bar().getByRole('button', { name: 'Fatima Yıldız' }).click();
    await write(SECOND);
    await lone.answer(SECOND).getByText('Fatima Yıldız').waitFor();
    await lone.answer(FIRST).getByText(panelWords('answers.noName')).waitFor();
    const saved = bar().getByText(panelWords('room.stored', { words: SECOND }));
    await saved.waitFor();
    await soeren.press(panelWords('room.edit.label', { words: SECOND }));
    await soeren.app.getByLabel(panelWords('room.edit.field'), { exact: true }).fill(CORRECTED);
    await soeren
      .answers()
      .getByRole('button', { name: panelWords('room.save'), exact: true })
      .click();
    for (const person of [soeren, lone]) {
      await person.answer(CORRECTED).getByText(panelWords('answers.edited')).waitFor();
      await person.answer(SECOND).waitFor({ state: 'detached' });
    }
    await saved.waitFor({ state: 'detached' });
    await lone.answerInPanel(OWN);
    await soeren.answer(OWN).waitFor();
    // What a member wrote is the member's alone.
    expect(await soeren.answer(OWN).getByRole('button').count()).toBe(0);
    await expectAccessibleNow(soeren, 'two lines written');
  });

  it('finds the item in the history, by its question and not by what was said', async () => {
    await lone.press(panelWords('lead.close'));
    await lone.press(panelWords('lead.end'));
    await soeren.message(botLike('digest.head', ['at'], { title: TITLE })).waitFor();
    await history().getByRole('heading', { name: TITLE }).waitFor();
    await history()
      .getByText(panelWords('history.answers', { count: 3 }))
      .waitFor();
    const search = history().getByLabel(panelWords('history.search'));
    const word = QUESTION.words.split(' ').toSorted((left, right) => right.length - left.length)[0] ?? '';
    await search.fill(word);
    await history()
      .getByText(panelWords('history.found', { count: 1, words: word }))
      .waitFor();
    await history().getByRole('heading', { name: TITLE }).waitFor();
    await search.fill('makker');
    await history()
      .getByText(panelWords('history.found', { count: 0, words: 'makker' }))
      .waitFor();
    await history().getByRole('heading', { name: TITLE }).waitFor({ state: 'detached' });
    await search.fill('');
    await expectAccessible(soeren, 'history');
  });

  it('copies the draft for the minutes as text, marked where Teams keeps its clipboard', async () => {
    const draft = history().getByRole('textbox', { name: panelWords('history.draft') });
    const words = await stage.faults.during([/Clipboard API has been blocked/], async () => {
      await history()
        .getByRole('button', { name: panelLike('history.copy.label', ['date'], { title: TITLE }) })
        .click();
      return draft.inputValue();
    });
    for (const part of [botWords('minutes.title', { title: TITLE }), QUESTION.words, FIRST, CORRECTED, OWN]) {
      expect(words).toContain(part);
    }
    for (const name of ['Fatima', 'Lone Krogh', 'Søren']) expect(words).not.toContain(name);
    const marked = await draft.evaluate((field: HTMLTextAreaElement) => [field.selectionStart, field.selectionEnd]);
    expect(marked).toEqual([0, words.length]);
    await expectAccessibleNow(soeren, 'draft to copy by hand');
    await soeren.press(panelWords('history.putAway'));
    await draft.waitFor({ state: 'detached' });
  });

  it('has the same as a Word document', async () => {
    const button = history().getByRole('button', {
      name: panelLike('history.document.label', ['date'], { title: TITLE }),
    });
    const { name, content } = await savedBy(soeren, () => button.click());
    expect(name).toMatch(/^referatpunkt-\d{4}-\d\d-\d\d\.docx$/);
    await history().getByText(panelWords('history.saved', { name })).waitFor();
    const paragraphs = paragraphsIn(content).map(({ text }) => text);
    expect(paragraphs).toContain(botWords('minutes.title', { title: TITLE }));
    for (const part of [FIRST, CORRECTED, OWN]) expect(paragraphs).toContain(part);
  });

  it('prepares the next item, and takes its A4 page for the staff room along', async () => {
    await soeren.press(panelWords('prepare.begin'));
    await choose(soeren, 4, [2]);
    await soeren.press(panelWords('plan.save'));
    await soeren.press(panelWords('paper'));
    await soeren.app.getByLabel(panelWords('paper.until')).fill('fredag den 14. maj');
    await soeren.app.getByLabel(panelWords('paper.handIn')).fill('Kassen ved kaffemaskinen');
    await expectAccessibleNow(soeren, 'page for the staff room');
    const { name, content } = await savedBy(soeren, () => soeren.press(panelWords('paper.save')));
    expect(name).toBe(panelWords('paper.file'));
    const page = await soeren.page.context().newPage();
    await page.setContent(content.toString('utf8'));
    for (const part of [NEXT.words, 'fredag den 14. maj', 'Kassen ved kaffemaskinen']) {
      await page.getByText(part).waitFor();
    }
    const printed = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(printed.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.close();
  });
});
