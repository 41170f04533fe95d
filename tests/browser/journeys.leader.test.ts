import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectAccessibleNow } from '../support/axe.ts';
import { expectNoSideways } from '../support/layout.ts';
import { type Person, STAND_IN } from '../support/person.ts';
import { Stage } from '../support/stage.ts';
import { botLike, botWords, panelLike, panelWords } from '../support/words.ts';
import { choose, chooseMore, questionOf, seat } from './leading.ts';

const QUESTION = questionOf(3, 1);
const ANGLE = 'De nye elever begynder i august';
const TITLE = 'Velkomst til nye kolleger';
const COMMITTEE = 'Lokaludvalget for Ældre og Sundhed';
/** Words on the buttons that take an item from its beginning to its end. */
const STEPS = (['open.confirm', 'lead.put', 'lead.close', 'lead.next', 'lead.end', 'end.keep'] as const).map((key) =>
  panelWords(key),
);

describe('the leader with eight minutes, beside a meeting', () => {
  let stage: Stage;
  let lone: Person;
  let anna: Person;
  let room: Person;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterEach(() => stage.faults.expectNone());
  afterAll(() => stage.close());

  it('says who the committee is while the tab is added', async () => {
    lone = await stage.enter('formand');
    await lone.tool(STAND_IN.install);
    await lone.app.getByLabel(panelWords('setup.name')).fill(COMMITTEE);
    await seat(lone, 'setup.chair', 'Lone Krogh');
    await seat(lone, 'setup.deputy', 'Jens Bro');
    await lone.press(panelWords('setup.all', { count: 5 }));
    await lone.app.getByText(`${panelWords('setup.members')} (3)`).waitFor();
    await expectNoSideways(lone);
    await expectAccessibleNow(lone, 'configuration, filled in');
    await lone.saveTab();
    await lone.app.getByRole('heading', { name: COMMITTEE }).waitFor();
  });

  it('prepares an item with one question, minutes and the day’s angle', async () => {
    await lone.press(panelWords('prepare.begin'));
    await lone.app.getByLabel(panelWords('open.title')).fill(TITLE);
    await choose(lone, 3, [1]);
    await lone.app
      .locator('summary')
      .filter({ hasText: panelWords('picker.adapt') })
      .click();
    await lone.app.getByLabel(panelWords('picker.angle.label', { position: 1 })).fill(ANGLE);
    await lone.app.getByLabel(panelWords('picker.minutes.label', { position: 1 })).fill('2');
    await expectNoSideways(lone);
    await expectAccessibleNow(lone, 'preparing');
    await lone.press(panelWords('plan.save'));
    const prepared = lone.app.getByRole('region', { name: panelWords('next') });
    for (const words of [
      TITLE,
      `${panelWords('question.angle')}: ${ANGLE}`,
      QUESTION.words,
      panelWords('picker.total', { count: 2 }),
    ]) {
      await prepared.getByText(words, { exact: true }).waitFor();
    }
  });

  it('sends it out beforehand, where somebody answers already', async () => {
    await lone.app.getByRole('button', { name: panelLike('ahead.send.label', ['question']) }).click();
    await lone.app.getByText(panelWords('ahead.sure')).waitFor();
    await expectAccessibleNow(lone, 'asked before sending out');
    await lone.press(panelWords('ahead.confirm'));
    await lone.app.getByText(panelWords('ahead.sent')).waitFor();
    anna = await stage.enter('amr');
    const thread = anna.thread(botWords('preparation.head'));
    await thread.getByText(QUESTION.words).waitFor();
    await thread.getByText(ANGLE).waitFor();
    await anna.reply(thread, 'En fast makker den første uge');
    await anna.message('En fast makker den første uge').waitFor();
  });

  it('leads it from opening to end with four presses, and uses the rest of the bar on the way', async () => {
    const presses = await stepsOf(lone);
    await lone.tool(STAND_IN.startMeeting);
    await lone.press(panelWords('open.confirm'));
    await lone.app.getByRole('heading', { name: TITLE }).waitFor();
    await lone.press(panelWords('lead.put'));
    await lone.app.getByRole('heading', { name: QUESTION.words }).waitFor();
    await lone.app.getByText(ANGLE).waitFor();
    await lone.answer('En fast makker den første uge').getByText(panelWords('answers.prepared')).waitFor();
    await anna.answerInPanel('Tid til at sige goddag');

    await lone.press(panelWords('more.extend'));
    await lone.app.getByRole('timer').filter({ hasText: /^3:/ }).waitFor();
    await chooseMore(lone, 'more.room');
    await lone.app.getByLabel(panelWords('room.label')).fill('Nøglerne skal ligge klar');
    await lone.app.getByLabel(panelWords('room.label')).press('Enter');
    await lone.answer('Nøglerne skal ligge klar').getByText(panelWords('answers.source.room')).waitFor();
    await lone.press(panelWords('room.done'));
    await expectNoSideways(lone);
    await expectAccessible(lone, 'leading');

    room = await stage.enter('formand');
    await room.press(panelWords('more'));
    await room.press(panelWords('stage.share'));
    await room.app.getByRole('heading', { name: QUESTION.words }).waitFor();
    await room.app.getByText(panelWords('stage.count', { count: 3 })).waitFor();
    expect(await room.app.getByText('Nøglerne skal ligge klar').count()).toBe(0);
    await chooseMore(lone, 'more.answers.names');
    await room.app.getByText('Nøglerne skal ligge klar').waitFor();
    await expectAccessibleNow(room, 'answers on the big screen');

    await lone.press(panelWords('lead.close'));
    await room.app.getByText(panelWords('stage.closed', { count: 3 })).waitFor();
    await lone.press(panelWords('lead.end'));
    await lone.app.getByRole('heading', { name: panelLike('item.ended', ['at']) }).waitFor();
    const four = (['open.confirm', 'lead.put', 'lead.close', 'lead.end'] as const).map((key) => panelWords(key));
    expect(await presses()).toEqual(four);
  });

  it('finds everything in the digest', async () => {
    const digest = anna.message(botLike('digest.head', ['at'], { title: TITLE }));
    for (const part of [
      botWords('digest.all', { count: 3 }),
      QUESTION.words,
      botWords('question.angle', { angle: ANGLE }),
      'En fast makker den første uge',
      botWords('digest.prepared'),
      'Tid til at sige goddag',
      'Nøglerne skal ligge klar',
      botWords('digest.room'),
    ]) {
      await digest.filter({ hasText: part }).waitFor();
    }
    await lone.app.getByRole('link', { name: panelWords('item.digest.open') }).click();
    await lone.page.locator('article:focus', { hasText: QUESTION.words }).waitFor();
    await expectAccessibleNow(lone, 'ended, with the next item below');
  });
});

/** Notes each button of the app's page that is pressed from now on; gives those that lead an item on. */
async function stepsOf(person: Person): Promise<() => Promise<readonly string[]>> {
  const frame = await person.frame();
  await frame.evaluate(() => {
    const pressed: string[] = [];
    Object.assign(window, { pressed });
    document.addEventListener(
      'click',
      ({ target }) => {
        if (target instanceof Element) pressed.push(target.closest('button')?.textContent ?? '');
      },
      true,
    );
  });
  return async () => {
    const pressed = await frame.evaluate<readonly string[]>('pressed');
    return pressed.filter((button) => STEPS.includes(button));
  };
}
