import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectAccessibleNow } from '../support/axe.ts';
import { Keyboard } from '../support/keyboard.ts';
import { expectNoSideways } from '../support/layout.ts';
import { type Person, STAND_IN } from '../support/person.ts';
import { Stage } from '../support/stage.ts';
import { botLike, panelLike, panelWords } from '../support/words.ts';
import { openItem, questionOf, savedBy } from './leading.ts';

const [FIRST, SECOND] = [questionOf(4, 1), questionOf(4, 2)];
const TITLE = 'Punkt 2';
/** What the stand-in has beside the tab's frame; the rest is the phone's 390 pixels. */
const BESIDE = 400;
const PHONE = { width: 390 + BESIDE, height: 844 };
/** What a browser says of requests while it has no network. */
const AWAY = [/net::ERR_(INTERNET_DISCONNECTED|NETWORK_CHANGED|ABORTED|FAILED)/];
/** Milliseconds until a page that has found nobody for long tries again, and some more. */
const SLOWEST = 45_000;

describe('the member on a phone, in the channel’s tab', () => {
  let stage: Stage;
  let lone: Person;
  let anna: Person;
  beforeAll(async () => {
    stage = await Stage.open();
    lone = await stage.enter('formand');
    await lone.tool(STAND_IN.install);
    await lone.toTab();
    await lone.saveTab();
    await openItem(lone, TITLE, 4, [1, 2]);
    anna = await stage.enter('amr', { size: PHONE, pointer: 'touch' });
    await anna.toTab();
    await anna.app.getByText(panelWords('item.soon')).waitFor();
    await lone.press(panelWords('lead.put'));
    await anna.app.getByRole('heading', { name: FIRST.words }).waitFor();
  });
  afterEach(() => stage.faults.expectNone());
  afterAll(() => stage.close());

  const answer = async (words: string, label: 'answer.label' | 'answer.edit.label' = 'answer.label') => {
    await anna.field(label).tap();
    await anna.field(label).fill(words);
    await anna.tap(panelWords('answer.submit'));
  };
  const stored = () =>
    anna.app
      .getByText(panelLike('answer.stored', ['at']))
      .first()
      .waitFor();

  it('answers and corrects with a finger, in one column without scrolling to the side', async () => {
    expect(await (await anna.frame()).evaluate(() => innerWidth)).toBe(390);
    await answer('Vi skal forteele mere');
    await stored();
    await lone.answer('Vi skal forteele mere').waitFor();
    await anna.tap(panelWords('answer.edit'));
    await expectNoSideways(anna);
    await answer('Vi skal fortælle mere', 'answer.edit.label');
    await lone.answer('Vi skal fortælle mere').getByText(panelWords('answers.edited')).waitFor();
    await expectNoSideways(anna);
    await expectAccessible(anna, 'answered on a phone');
  });

  it('reads everything with text twice as large', async () => {
    const frame = await anna.frame();
    const before = await frame.evaluate(sizesOfText);
    await frame.evaluate(doubleText);
    expect(await frame.evaluate(sizesOfText)).toEqual(before.map((size) => size * 2));
    await expectNoSideways(anna);
    for (const key of ['answer.edit', 'answer.delete', 'mine', 'who'] as const) {
      const button = anna.app.getByRole('button', { name: panelWords(key), exact: true });
      const box = await button.boundingBox();
      expect(box?.width, key).toBeLessThanOrEqual(390);
    }
    await expectAccessibleNow(anna, 'text twice as large');
    await anna.tap(panelWords('answer.edit'));
    await anna.field('answer.edit.label').waitFor();
    await expectNoSideways(anna);
    await anna.tap(panelWords('cancel'));
    await frame.evaluate(() => document.querySelector('.fui-FluentProvider')?.removeAttribute('style'));
  });

  it('loses nothing where the connection goes, and goes on when it is back', async () => {
    await stage.faults.during(AWAY, async () => {
      await anna.tap(panelWords('answer.edit'));
      await anna.page.context().setOffline(true);
      await answer('Skrevet i elevatoren', 'answer.edit.label');
      await anna.app.getByText(panelWords('answer.offline')).waitFor();
      await anna.app.getByText(panelWords('stale.offline')).waitFor({ state: 'detached' });
      expect(await anna.field('answer.edit.label').inputValue()).toBe('Skrevet i elevatoren');
      await anna.answer('Vi skal fortælle mere').waitFor();
      await expectNoSideways(anna);
      await expectAccessibleNow(anna, 'offline on a phone');
      await anna.page.context().setOffline(false);
      await anna.tap(panelWords('answer.submit'));
      await stored();
      await lone.answer('Skrevet i elevatoren').waitFor();
      for (const key of ['answer.offline', 'stale.offline'] as const) {
        await anna.app.getByText(panelWords(key)).waitFor({ state: 'detached', timeout: SLOWEST });
      }
    });
    expect(await lone.answers().count()).toBe(1);
  });

  it('deletes an answer, and the thread follows', async () => {
    await anna.message('Skrevet i elevatoren').waitFor();
    await anna.tap(panelWords('answer.delete'));
    await anna.app.getByText(panelWords('answer.delete.sure')).waitFor();
    await expectAccessibleNow(anna, 'asked before deleting');
    await anna.tap(panelWords('answer.delete.confirm'));
    await anna.field().waitFor();
    for (const person of [lone, anna]) {
      await person.app.getByText(panelWords('answers.empty')).waitFor();
      await person.message('Skrevet i elevatoren').waitFor({ state: 'detached' });
    }
    await answer('Endelig');
    await stored();
  });

  it('answers the next question with a keyboard alone', async () => {
    await lone.press(panelWords('lead.close'));
    await lone.press(panelWords('lead.next'));
    await anna.app.getByRole('heading', { name: SECOND.words }).waitFor();
    const keys = new Keyboard(anna);
    // After a finger the browser shows no focus until the first key.
    await anna.page.keyboard.press('Tab');
    const button = (name: string) => anna.app.getByRole('button', { name, exact: true });
    await keys.type(anna.field(), 'Skrevet med tastatur');
    await keys.press(button(panelWords('answer.submit')), button(panelWords('answer.edit')));
    await keys.press(button(panelWords('mine')), anna.app.getByRole('heading', { name: panelWords('mine') }));
    await anna.app.getByText(panelWords('mine.count', { count: 2 })).waitFor();
    await keys.press(button(panelWords('mine.back')), button(panelWords('mine')), 'Shift+Tab');
    await lone.answer('Skrevet med tastatur').waitFor();
  });

  it('takes everything home, to read and as a data file, deletes it all, and is in no digest', async () => {
    await anna.tap(panelWords('mine'));
    await anna.app.getByText(panelWords('mine.count', { count: 2 })).waitFor();
    await expectNoSideways(anna);
    await expectAccessibleNow(anna, 'my answers and data');
    const toRead = await savedBy(anna, () => anna.tap(panelWords('mine.data')));
    expect(toRead.name).toMatch(/^mine-data-\d{4}-\d\d-\d\d\.txt$/);
    for (const words of [anna.name, 'Endelig', 'Skrevet med tastatur'])
      expect(toRead.content.toString('utf8')).toContain(words);
    const { name, content } = await savedBy(anna, () => anna.tap(panelWords('mine.data.json')));
    expect(name).toMatch(/^mine-data-\d{4}-\d\d-\d\d\.json$/);
    const saved = JSON.parse(content.toString('utf8')) as { answers: readonly { text: string }[] };
    expect(saved.answers.map(({ text }) => text).toSorted()).toEqual(['Endelig', 'Skrevet med tastatur']);
    expect(content.toString('utf8')).toContain(anna.name);
    await anna.tap(panelWords('mine.deleteAll', { count: 2 }));
    await anna.app.getByText(panelWords('mine.deleteAll.sure', { count: 2 })).waitFor();
    await expectAccessibleNow(anna, 'asked before deleting all');
    await anna.app.getByRole('button', { name: panelWords('mine.delete'), exact: true }).tap();
    await anna.app.getByText(panelWords('mine.count', { count: 0 })).waitFor();
    await lone.app.getByText(panelWords('answers.empty')).waitFor();
    await lone.message('Skrevet med tastatur').waitFor({ state: 'detached' });
    await lone.press(panelWords('lead.close'));
    await lone.press(panelWords('lead.end'));
    const digest = lone.message(botLike('digest.head', ['at'], { title: TITLE }));
    await digest.filter({ hasText: SECOND.words }).waitFor();
    const said = await digest.innerText();
    for (const words of [anna.name, 'Endelig', 'Skrevet med tastatur']) expect(said).not.toContain(words);
  });
});

/** In pixels, of each part of the page that holds words itself. */
const sizesOfText = (): number[] =>
  [...document.querySelectorAll('main *, aside *')]
    .filter(({ childNodes }) => [...childNodes].some((node) => node.nodeType === Node.TEXT_NODE))
    .map((part) => Number.parseFloat(getComputedStyle(part).fontSize));

/** Text twice as large, as people set it on their phone: Fluent's sizes are pixels, so these are doubled. */
function doubleText(): void {
  const provider = document.querySelector('.fui-FluentProvider');
  if (!(provider instanceof HTMLElement)) return;
  const style = getComputedStyle(provider);
  for (const step of ['100', '200', '300', '400', '500', '600', '700', '800', '900', '1000']) {
    for (const name of [
      `--fontSizeBase${step}`,
      `--lineHeightBase${step}`,
      `--fontSizeHero${step}`,
      `--lineHeightHero${step}`,
    ]) {
      const pixels = Number.parseFloat(style.getPropertyValue(name));
      if (pixels > 0) provider.style.setProperty(name, `${pixels * 2}px`);
    }
  }
}
