import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { people } from '../../infra/local/teams/state.ts';
import { expectAccessible, expectAccessibleNow } from '../support/axe.ts';
import { type Person, STAND_IN } from '../support/person.ts';
import { Stage } from '../support/stage.ts';
import { botLike, botWords, panelLike, panelWords } from '../support/words.ts';
import { chooseMore, openItem, questionOf, seat } from './leading.ts';

const QUESTION = questionOf(2, 1);
const TITLE = 'Punkt 6';
/** Room for the item and the history side by side, and the big screen. */
const WIDE = { width: 1500, height: 900 };
/** Of everybody in the team, whole and in part. */
const NAMES = people(0).flatMap(({ name }) => [name, ...name.split(' ')]);
const namesIn = (words: string): readonly string[] => NAMES.filter((name) => words.includes(name));

describe('the deputy chair who doubts, in the channel’s tab', () => {
  let stage: Stage;
  let lone: Person;
  let jens: Person;
  let anna: Person;
  beforeAll(async () => {
    stage = await Stage.open();
    lone = await stage.enter('formand', { size: WIDE });
    await lone.tool(STAND_IN.install);
    await lone.toTab();
    await seat(lone, 'setup.chair', 'Lone Krogh');
    await seat(lone, 'setup.deputy', 'Jens Bro');
    await lone.press(panelWords('setup.all', { count: 5 }));
    await lone.saveTab();
    await lone.app.getByText(panelWords('nothing.owner')).waitFor();
  });
  afterEach(() => stage.faults.expectNone());
  afterAll(() => stage.close());

  it('reads who can see what, and who decides', async () => {
    jens = await stage.enter('naestformand', { size: WIDE });
    await jens.toTab();
    await jens.press(panelWords('who'));
    for (const words of [
      panelWords('who.readers', { count: 5 }),
      panelWords('who.bot'),
      panelWords('who.stored'),
      panelWords('who.names.shown'),
      panelWords('who.access'),
      panelWords('who.chair', { name: lone.name }),
      panelWords('who.deputy', { name: jens.name }),
      panelWords('who.both'),
    ]) {
      await jens.app.getByText(words).waitFor();
    }
    await expectAccessible(jens, 'who can see what');
  });

  it('has names hidden once the chair agrees, and not before', async () => {
    await jens.press(panelWords('setup'));
    await jens.app.getByRole('radio', { name: panelWords('setup.names.hidden') }).check();
    await jens.press(panelWords('setup.save'));
    await jens.app.getByText(panelWords('setup.saved.waiting')).waitFor();
    await jens.press(panelWords('setup.back'));
    await jens.app.getByText(panelWords('who.names.shown')).waitFor();

    await lone.app.getByText(panelWords('asked.notice')).waitFor();
    await lone.press(panelWords('asked.read'));
    const waiting = lone.app.getByRole('region', { name: panelWords('waiting') });
    await waiting.getByText(panelWords('waiting.names.hidden')).waitFor();
    await waiting.getByText(panelWords('waiting.agreed', { names: jens.name })).waitFor();
    await expectAccessibleNow(lone, 'asked for agreement');
    await lone.press(panelWords('waiting.yes'));
    await lone.app.getByText(panelWords('waiting.said.agreed')).first().waitFor();
    for (const person of [jens, lone]) await person.app.getByText(panelWords('who.names.hidden')).waitFor();
    await lone.press(panelWords('setup.back'));
    await jens.press(panelWords('setup.back'));
  });

  it('tries it in a minute, and has everything deleted again', async () => {
    await jens.press(panelWords('trial'));
    await jens.app.getByLabel(panelWords('trial.answer')).fill('Det tror jeg ikke på');
    await jens.press(panelWords('trial.save'));
    await jens.app
      .getByText(panelLike('trial.stored', ['at']))
      .first()
      .waitFor();
    await jens.press(panelWords('trial.see'));
    const eyes = jens.app.getByRole('region', { name: panelWords('trial.seen'), exact: true });
    await eyes.getByText('Det tror jeg ikke på').waitFor();
    expect(namesIn(await eyes.innerText())).toEqual([]);
    await jens.app.getByText(panelWords('trial.keys.deputy', { name: jens.name })).waitFor();
    await expectAccessibleNow(jens, 'seen with the chair’s eyes');
    await jens.press(panelWords('trial.erase'));
    await jens.app
      .getByText(panelLike('trial.erased', ['at']))
      .first()
      .waitFor();
    await jens.app.getByText(panelWords('trial.erased.nothing')).first().waitFor();
    expect(await jens.app.getByText('Det tror jeg ikke på').count()).toBe(0);
    // Also not on another of their devices.
    await jens.press(panelWords('trial.back'));
    await jens.press(panelWords('mine'));
    await jens.app.getByText(panelWords('mine.count', { count: 0 })).waitFor();
    expect(await jens.app.getByText(panelWords('mine.trial'), { exact: true }).count()).toBe(0);
    await jens.press(panelWords('mine.back'));
  });

  it('answers on behalf of the employees’ side, and nobody’s name stands anywhere', async () => {
    anna = await stage.enter('amr');
    await openItem(lone, TITLE, 2, [1]);
    await lone.press(panelWords('lead.put'));
    await jens.app.getByRole('radio', { name: panelWords('behalf.employees') }).check();
    await jens.answerInPanel('Vi vil have en makkerordning');
    await anna.toTab();
    await anna.app.getByText(panelWords('answer.readers.hidden', { count: 5 })).waitFor();
    await anna.answerInPanel('Jeg vil gerne være makker');
    for (const person of [lone, jens, anna]) {
      const theirs = person.answer('Vi vil have en makkerordning');
      await theirs.getByText(panelWords('answers.side.employees')).waitFor();
      await person.answer('Jeg vil gerne være makker').waitFor();
      const list = person.app.getByRole('region', { name: panelWords('answers.label'), exact: true });
      expect(namesIn(await list.innerText())).toEqual([]);
    }
    // The thread says it too, in the app's own name.
    const echo = anna.message('Vi vil have en makkerordning');
    await echo.getByText(botWords('echo.hidden.employees')).waitFor();
    expect(namesIn(await echo.innerText())).toEqual([]);
    await expectAccessibleNow(jens, 'answered on behalf of a side');
  });

  it('sees no names on the big screen either', async () => {
    await jens.press(panelWords('stage.open'));
    const screen = jens.app.getByRole('main', { name: panelWords('stage') });
    await screen.getByText(panelWords('stage.count', { count: 2 })).waitFor();
    await chooseMore(lone, 'more.answers');
    await screen.getByText('Jeg vil gerne være makker').waitFor();
    await screen.getByText(panelWords('stage.side.employees')).waitFor();
    expect(namesIn(await screen.innerText())).toEqual([]);
    await expectAccessibleNow(jens, 'big screen without names');
    await jens.press(panelWords('stage.leave'));
    await jens.answer('Jeg vil gerne være makker').waitFor();
  });

  it('and none in the digest, where nothing of the trial is', async () => {
    await lone.press(panelWords('lead.close'));
    await lone.press(panelWords('lead.end'));
    const digest = anna.message(botLike('digest.head', ['at'], { title: TITLE }));
    for (const words of [
      botWords('digest.all', { count: 2 }),
      botWords('digest.hidden'),
      QUESTION.words,
      'Vi vil have en makkerordning',
      botWords('side.employees'),
      'Jeg vil gerne være makker',
    ]) {
      await digest.filter({ hasText: words }).waitFor();
    }
    const said = await digest.innerText();
    expect(namesIn(said)).toEqual([]);
    expect(said).not.toContain('Det tror jeg ikke på');
    const history = jens.app.getByRole('complementary', { name: panelWords('history') });
    await history.getByRole('heading', { name: TITLE }).waitFor();
    expect(
      await history
        .getByRole('listitem')
        .filter({ hasText: panelWords('trial.question') })
        .count(),
    ).toBe(0);
    await expectAccessibleNow(jens, 'ended, with names hidden');
  });
});
