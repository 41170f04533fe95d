import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { materials } from '#compiled/materials';
import { expectAccessible, expectPageAccessible } from '../support/axe.ts';
import { expectNoSideways } from '../support/layout.ts';
import { type Person, STAND_IN } from '../support/person.ts';
import { Stage } from '../support/stage.ts';
import { botLike, botWords, panelLike, panelWords } from '../support/words.ts';

/** What Teams, Markdown, HTML and templates would each make something of. People see what was typed. */
const TRICKY = '<b>Fed</b>, [link](http://x), ${navn}, {{DATE(2026-05-14)}} og **stjerner** – æøå 👍';
const OWN = `Hvad siger I til ${TRICKY}?`;
const TITLE = `Punkt 4 ${TRICKY}`;
const theme = materials[0]?.themes.find(({ number }) => number === 3);
const [FIRST = '', SECOND = ''] = theme?.questions.map(({ text }) => text) ?? [];

describe('an item, held by two people in two windows', () => {
  let stage: Stage;
  let formand: Person;
  let amr: Person;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterEach(() => stage.faults.expectNone());
  afterAll(() => stage.close());

  it('begins with the app installed, its welcome, and the tab added beside the meeting', async () => {
    formand = await stage.enter('formand');
    await formand.tool(STAND_IN.install);
    await formand.goTo(STAND_IN.general);
    await formand
      .message(botWords('welcome.hello'))
      .getByText(botWords('welcome.readers', { count: 5 }))
      .waitFor();
    await formand.goTo(STAND_IN.committee);
    await formand.app.getByText(panelWords('setup.fits')).waitFor();
    await expectAccessible(formand, 'configuration');
    await formand.saveTab();
    await formand.app.getByText(panelWords('nothing.owner')).waitFor();
    await expectAccessible(formand, 'nothing open');
    await expectPageAccessible(formand, 'nothing open');
  });

  it('is opened by the owner of the team with questions from the material and one of their own', async () => {
    await formand.press(panelWords('open.begin'));
    await formand.app.getByLabel(panelWords('open.title')).fill(TITLE);
    await formand.app.getByText(panelWords('theme', { number: 3, title: theme?.title ?? '' })).click();
    await formand.app.getByRole('checkbox', { name: SECOND }).check();
    await formand.app.getByRole('checkbox', { name: FIRST }).check();
    await formand.app.getByLabel(panelWords('picker.own')).fill(OWN);
    await formand.press(panelWords('picker.own.add'));
    await formand.press(panelWords('picker.up.label', { position: 2 }));
    await expectAccessible(formand, 'choosing questions');
    await expectNoSideways(formand);
    await formand.press(panelWords('open.confirm'));
    await formand.app.getByRole('heading', { name: TITLE }).waitFor();
    await expectAccessible(formand, 'plan');

    amr = await stage.enter('amr');
    await amr.app.getByText(panelWords('item.soon')).waitFor();
    await amr.app.getByText(panelWords('lead.name', { name: formand.name })).waitFor();
    const planned = amr.app.getByRole('list', { name: panelWords('item.questions') }).getByRole('listitem');
    expect(await planned.allTextContents()).toEqual([FIRST, SECOND, OWN]);
    await expectAccessible(amr, 'before the first question');
  });

  it('puts a question, which comes as a thread of its own and in everybody’s panel', async () => {
    await formand.press(panelWords('lead.put'));
    for (const person of [formand, amr]) {
      await person.app.getByRole('heading', { name: FIRST }).waitFor();
      await person.app.getByText(panelWords('answers.empty')).waitFor();
      await person.thread(FIRST).getByLabel(botWords('question.input')).waitFor();
      await expectNoSideways(person);
    }
    await expectAccessible(formand, 'question open, facilitator');
    await expectAccessible(amr, 'question open, member');
  });

  it('takes an answer from the thread, from the card and from the panel, and shows each to everybody as typed', async () => {
    await amr.reply(amr.thread(FIRST), `Som svar: ${TRICKY}`);
    await formand.answerOnCard(formand.thread(FIRST), `På kortet: ${TRICKY}`);
    await formand
      .thread(FIRST)
      .getByText(botLike('answer.saved', ['at']))
      .waitFor();
    await amr.answerInPanel(`I panelet: ${TRICKY}`);
    await amr.app
      .getByText(panelLike('answer.stored', ['at']))
      .first()
      .waitFor();
    for (const person of [formand, amr]) {
      await person.answer(`Som svar: ${TRICKY}`).getByText(panelWords('answers.source.thread')).waitFor();
      await person.answer(`På kortet: ${TRICKY}`).getByText(panelWords('answers.source.own')).waitFor();
      await person.answer(`I panelet: ${TRICKY}`).getByText(panelWords('answers.source.own')).waitFor();
      await person.app.getByRole('heading', { name: panelWords('answers', { count: 3 }) }).waitFor();
      // What was answered elsewhere is shown in the thread by the bot, with the name.
      for (const [name, words] of [
        [formand.name, `På kortet: ${TRICKY}`],
        [amr.name, `I panelet: ${TRICKY}`],
      ] as const) {
        await person
          .message(words)
          .filter({ hasText: botWords('echo.said', { name }) })
          .waitFor();
      }
      await person.message(`Som svar: ${TRICKY}`).waitFor();
      await expectNoSideways(person);
    }
    const mine = panelWords('answers.mine', { name: amr.name });
    expect(await amr.answers().filter({ hasText: mine }).count()).toBe(2);
    expect(await formand.answers().filter({ hasText: mine }).count()).toBe(0);
    await expectAccessible(amr, 'answers');
    await expectPageAccessible(amr, 'answers');
  });

  it('follows what is changed and deleted in the thread', async () => {
    await amr.editMessage(amr.message(`Som svar: ${TRICKY}`), 'Vi mangler en makker');
    await amr.reply(amr.thread(FIRST), 'Det fortryder jeg');
    await formand.answer('Det fortryder jeg').waitFor();
    await amr.message('Det fortryder jeg').getByRole('button', { name: STAND_IN.remove, exact: true }).click();
    for (const person of [formand, amr]) {
      await person.answer('Vi mangler en makker').getByText(panelWords('answers.edited')).waitFor();
      await person.answer('Det fortryder jeg').waitFor({ state: 'detached' });
      await person.message(STAND_IN.removed).waitFor();
      await person.message('Vi mangler en makker').getByText(STAND_IN.edited).waitFor();
    }
  });

  it('lets people change and delete their own answer, and the thread follows', async () => {
    await amr.press(panelWords('answer.edit'));
    await amr.field('answer.edit.label').fill('Sådan skulle der stå');
    await amr.press(panelWords('answer.submit'));
    for (const person of [formand, amr]) {
      await person.answer('Sådan skulle der stå').getByText(panelWords('answers.edited')).waitFor();
      await person.message('Sådan skulle der stå').waitFor();
    }
    await amr.press(panelWords('answer.delete'));
    await amr.app.getByText(panelWords('answer.delete.sure')).waitFor();
    await expectAccessible(amr, 'deleting');
    await amr.press(panelWords('answer.delete.confirm'));
    await amr.field().waitFor();
    for (const person of [formand, amr]) {
      await person.app.getByRole('heading', { name: panelWords('answers', { count: 2 }) }).waitFor();
      await person.message('Sådan skulle der stå').waitFor({ state: 'detached' });
    }
  });

  it('refuses an outsider, who is told what to do', async () => {
    const udenfor = await stage.enter('udenfor', { faults: [/status of 403 .*\/view$/] });
    await udenfor.app.getByText(panelWords('problem.outsider')).waitFor();
    await udenfor.channel.getByText(STAND_IN.outside).waitFor();
    expect(await udenfor.page.getByText(FIRST).count()).toBe(0);
    expect(await udenfor.app.getByText(FIRST).count()).toBe(0);
    await expectAccessible(udenfor, 'outsider');
    await udenfor.leave();
  });

  it('stands as wide as there is room as a tab in the channel', async () => {
    await formand.tool(STAND_IN.tab);
    await formand.saveTab();
    await formand.answer(`På kortet: ${TRICKY}`).waitFor();
    await formand.app.getByRole('button', { name: panelWords('lead.close') }).waitFor();
    await expectNoSideways(formand);
    await expectAccessible(formand, 'channel tab');
    await formand.tool(STAND_IN.panel);
  });

  it('is closed for answers, on the card too', async () => {
    await formand.press(panelWords('lead.close'));
    for (const person of [formand, amr]) {
      await person.app
        .getByText(panelWords('answers.closed', { count: 2 }))
        .first()
        .waitFor();
      await person.message(botWords('question.closed', { count: 2 })).waitFor();
      await person.thread(FIRST).getByLabel(botWords('question.input')).waitFor({ state: 'detached' });
    }
    await expectAccessible(formand, 'closed, facilitator');
    await expectAccessible(amr, 'closed, member');
  });

  it('skips a question and goes on with the next', async () => {
    await formand.press(panelWords('more'));
    await formand.press(panelWords('lead.plan'));
    await formand.app
      .getByRole('button', { name: panelWords('plan.skip.label', { question: '' }).trim() })
      .first()
      .click();
    await formand.app.getByText(panelWords('plan.skipped')).waitFor();
    await expectAccessible(formand, 'plan unfolded');
    await formand.press(panelWords('lead.next'));
    for (const person of [formand, amr]) {
      await person.app.getByRole('heading', { name: OWN }).waitFor();
      await person.message(OWN).waitFor();
    }
    await amr.answerInPanel('Det kan vi godt');
    await formand.answer('Det kan vi godt').waitFor();
    // Before everything is done it asks.
    await formand.press(panelWords('more'));
    await expectAccessible(formand, 'all that can be done');
    await formand.press(panelWords('plan.end'));
    await formand.app.getByText(panelWords('end.sure')).waitFor();
    await expectAccessible(formand, 'ending');
    await formand.press(panelWords('end.keep'));
    await formand.press(panelWords('lead.close'));
    await formand.app
      .getByText(panelWords('answers.closed', { count: 1 }))
      .first()
      .waitFor();
  });

  it('ends with the digest in the channel, to which the panel leads', async () => {
    await formand.press(panelWords('lead.end'));
    for (const person of [formand, amr]) {
      await person.app.getByRole('heading', { name: panelLike('item.ended', ['at']) }).waitFor();
      const digest = person.message(botLike('digest.head', ['at'], { title: TITLE }));
      for (const words of [
        botWords('digest.all', { count: 3 }),
        ...[FIRST, SECOND, OWN],
        ...['Vi mangler en makker', `På kortet: ${TRICKY}`, 'Det kan vi godt'],
        ...[formand.name, amr.name],
        botWords('digest.skipped'),
      ]) {
        await digest.filter({ hasText: words }).waitFor();
      }
    }
    await expectAccessible(formand, 'ended, facilitator');
    await expectAccessible(amr, 'ended, member');
    await expectPageAccessible(amr, 'ended, member');
    await amr.app.getByRole('link', { name: panelWords('item.digest.open') }).click();
    await amr.page.locator('article:focus', { hasText: botWords('digest.skipped') }).waitFor();
  });
});
