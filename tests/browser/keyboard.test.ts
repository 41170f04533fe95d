import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { materials } from '#compiled/materials';
import { asLine } from '../../tabs/panel/question/firstWords.ts';
import { expectAccessible } from '../support/axe.ts';
import { Keyboard } from '../support/keyboard.ts';
import { expectNoSideways } from '../support/layout.ts';
import { type Person, STAND_IN } from '../support/person.ts';
import { Stage } from '../support/stage.ts';
import { botWords, panelLike, panelWords } from '../support/words.ts';

const theme = materials[0]?.themes.find(({ number }) => number === 4);
const [FIRST = '', SECOND = ''] = theme?.questions.map(({ text }) => text) ?? [];
/** Long enough to need a second line, and a word that fits on none. */
const OWN = `Hvad betyder ${'arbejdsmiljørepræsentantuddannelse'.repeat(3)} for os?`;

describe('an item at 280 pixels, led and answered by keyboard alone', () => {
  let stage: Stage;
  let formand: Person;
  let amr: Person;
  let chair: Keyboard;
  let member: Keyboard;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterEach(() => stage.faults.expectNone());
  afterAll(() => stage.close());

  /** A button once it takes presses: what has just come under the finger takes none. */
  const button = (person: Person, name: string) =>
    person.app.getByRole('button', { name, exact: true, disabled: false });
  const heading = (person: Person, name: string | RegExp) => person.app.getByRole('heading', { name });
  const tool = (person: Person, name: string) => person.tools.getByRole('button', { name });
  /** What is said to those who listen. */
  const said = (person: Person, words: string | RegExp) =>
    person.app.getByRole('status').filter({ hasText: words }).waitFor({ state: 'attached' });

  it('is begun: app installed, tab added, questions chosen and put in order', async () => {
    formand = await stage.enter('formand');
    chair = new Keyboard(formand);
    await chair.press(tool(formand, STAND_IN.install), formand.app.getByText(panelWords('setup.fits')));
    await chair.to(formand.page.getByRole('button', { name: STAND_IN.save }).last());
    await formand.page.keyboard.press('Enter');
    await chair.press(button(formand, panelWords('open.begin')), heading(formand, panelWords('open.begin')));
    expect(await formand.app.locator(':focus').textContent()).toBe(panelWords('open.begin'));
    await chair.press(button(formand, panelWords('lead.back')), button(formand, panelWords('open.begin')));
    await chair.press(button(formand, panelWords('open.begin')), heading(formand, panelWords('open.begin')));
    await chair.type(formand.app.getByLabel(panelWords('open.title')), 'Punkt 4');
    const title = panelWords('theme', { number: 4, title: theme?.title ?? '' });
    const summary = formand.app.locator('summary').filter({ hasText: title });
    const box = (name: string) => formand.app.getByRole('checkbox', { name });
    await chair.press(summary, box(FIRST));
    await chair.press(box(SECOND), formand.app.getByRole('checkbox', { name: SECOND, checked: true }), 'Tab', 'Space');
    await chair.press(
      box(FIRST),
      formand.app.getByRole('checkbox', { name: FIRST, checked: true }),
      'Shift+Tab',
      'Space',
    );
    await chair.type(formand.app.getByLabel(panelWords('picker.own')), OWN);
    await chair.press(button(formand, panelWords('picker.own.add')), formand.app.getByText(`3. ${OWN}`));
    await said(formand, panelWords('picker.own.added'));
    await chair.press(
      button(formand, panelWords('picker.up.label', { position: 2 })),
      formand.app.getByText(panelWords('plan.line', { position: 1, question: asLine(FIRST) })),
    );
    await said(formand, panelWords('picker.moved', { position: 1, of: 3 }));
    await expectNoSideways(formand);
    await chair.press(button(formand, panelWords('open.confirm')), heading(formand, 'Punkt 4'));
    await expectNoSideways(formand);
  });

  it('has its plan changed', async () => {
    await chair.press(button(formand, panelWords('plan.change')), heading(formand, panelWords('plan.change')));
    await chair.press(
      button(formand, panelWords('picker.remove.label', { position: 2 })),
      heading(formand, panelWords('picker.chosen', { count: 2 })),
    );
    await expectNoSideways(formand);
    await expectAccessible(formand, 'changing the plan');
    await chair.press(button(formand, panelWords('plan.save')), button(formand, panelWords('lead.put')));
  });

  it('tells members of a question when it is put', async () => {
    amr = await stage.enter('amr');
    member = new Keyboard(amr);
    await amr.app.getByText(panelWords('item.soon')).waitFor();
    await expectNoSideways(amr);
    await chair.press(button(formand, panelWords('lead.put')), button(formand, panelWords('lead.close')));
    await said(amr, panelWords('news.put', { question: FIRST }));
    await heading(amr, FIRST).waitFor();
    await amr.thread(FIRST).waitFor();
    await expectNoSideways(amr);
    // The bar is always in sight: going there moves nothing.
    await chair.to(button(formand, panelWords('more')));
    expect(await (await formand.frame()).evaluate(() => scrollY)).toBe(0);
  });

  it('takes a member’s answer in the panel, and lets it be changed and deleted', async () => {
    await member.press(amr.app.getByText(panelWords('theme.direction')), amr.app.getByText(theme?.direction[0] ?? ''));
    await expectNoSideways(amr);
    await member.type(amr.field(), 'Skrevet uden mus');
    await member.press(button(amr, panelWords('answer.submit')), button(amr, panelWords('answer.edit')));
    await said(amr, panelLike('answer.stored', ['at']));
    await said(formand, panelWords('answers', { count: 1 }));
    await member.press(button(amr, panelWords('answer.edit')), amr.field('answer.edit.label'));
    await member.type(amr.field('answer.edit.label'), OWN);
    await member.press(button(amr, panelWords('answer.submit')), amr.answer(OWN));
    await expectNoSideways(amr);
    await member.press(button(amr, panelWords('answer.delete')), button(amr, panelWords('answer.delete.confirm')));
    await member.press(button(amr, panelWords('answer.delete.confirm')), amr.field());
    await said(amr, panelWords('answer.deleted'));
    await member.type(amr.field(), 'Endelig');
    await member.press(button(amr, panelWords('answer.submit')), button(amr, panelWords('answer.edit')));
  });

  it('leads to the thread, where one answers in the reply box and on the card', async () => {
    const link = amr.app.getByRole('link', { name: panelWords('question.thread.read') });
    await member.press(link, amr.page.locator('article:focus'), 'Shift+Tab');
    await member.type(amr.thread(FIRST).getByLabel(botWords('question.input')), 'På kortet uden mus');
    const send = amr.thread(FIRST).getByRole('button', { name: botWords('question.answer'), exact: true });
    await member.press(send.first(), amr.message('På kortet uden mus'));
    await member.type(amr.thread(FIRST).getByLabel(STAND_IN.reply), 'I tråden uden mus');
    await member.press(send.last(), amr.message('I tråden uden mus'));
    for (const words of ['På kortet uden mus', 'I tråden uden mus']) await formand.answer(words).waitFor();
    // The card is the same answer as the panel's.
    await said(formand, panelWords('answers', { count: 2 }));
  });

  it('is closed, goes on and is ended; each is told, and keeps the focus though what had it is gone', async () => {
    await member.to(button(amr, panelWords('answer.edit')), 'Shift+Tab');
    await chair.press(button(formand, panelWords('lead.close')), button(formand, panelWords('lead.next')));
    await said(amr, panelWords('answers.closed', { count: 2 }));
    await button(amr, panelWords('answer.edit')).waitFor({ state: 'detached' });
    await member.expectFocus();
    await expectNoSideways(formand);
    const toMore = (what: 'lead.plan' | 'plan.end') =>
      chair.press(button(formand, panelWords('more')), button(formand, panelWords(what)));
    await toMore('lead.plan');
    await chair.press(button(formand, panelWords('lead.plan')), heading(formand, panelWords('plan')));
    const inPlan = (key: 'plan.skip.label' | 'plan.takeUp.label') =>
      formand.app.getByRole('button', { name: panelLike(key, ['question']), disabled: false });
    const [skip, takeUp] = [inPlan('plan.skip.label'), inPlan('plan.takeUp.label')];
    await chair.press(skip, takeUp);
    await chair.press(takeUp, skip);
    await expectNoSideways(formand);
    // Closed, it is folded.
    await chair.press(skip, heading(formand, FIRST.slice(0, 30)), 'Tab', 'Escape');
    await chair.to(button(formand, panelWords('more')));
    await chair.press(button(formand, panelWords('lead.next')), heading(formand, OWN));
    await said(amr, panelWords('news.put', { question: OWN }));
    await member.to(amr.field());
    await expectNoSideways(formand);
    await expectNoSideways(amr);
    await toMore('plan.end');
    await chair.press(button(formand, panelWords('plan.end')), button(formand, panelWords('end.keep')));
    await chair.press(button(formand, panelWords('end.keep')), button(formand, panelWords('lead.close')));
    await chair.press(button(formand, panelWords('lead.close')), button(formand, panelWords('lead.end')));
    await amr.field().waitFor({ state: 'detached' });
    await member.expectFocus();
    await chair.press(button(formand, panelWords('lead.end')), heading(formand, panelLike('item.ended', ['at'])));
    await said(amr, panelWords('news.ended'));
    await expectNoSideways(formand);
    const link = formand.app.getByRole('link', { name: panelWords('item.digest.open') });
    await chair.press(link, formand.page.locator('article:focus', { hasText: botWords('digest.all', { count: 2 }) }));
  });
});
