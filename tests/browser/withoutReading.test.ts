import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { botText } from '#render/botText';
import tabs from '../../content/text/tabsWithoutReading.da.json' with { type: 'json' };
import { expectAccessible } from '../support/axe.ts';
import { expectNoSideways } from '../support/layout.ts';
import { type Person, STAND_IN } from '../support/person.ts';
import { Stage } from '../support/stage.ts';
import { panelWords } from '../support/words.ts';
import { openItem, questionOf } from './leading.ts';

// An item as people hold it where the package without channel reading is installed.
const bot = botText('da', 'off');
const QUESTION = questionOf(3, 1).words;
const GIVEN = ['På kortet', 'I panelet', 'I tråden, og nævner'];

describe('a committee whose app does not read the channel', () => {
  let stage: Stage;
  let lone: Person;
  let anna: Person;
  beforeAll(async () => {
    stage = await Stage.open({ channelReading: 'off' });
    lone = await stage.enter('formand');
    await lone.tool(STAND_IN.install);
  });
  afterEach(() => stage.faults.expectNone());
  afterAll(() => stage.close());

  it('hears from the first what the bot is sent', async () => {
    await lone.goTo(STAND_IN.general);
    await lone.message(bot('welcome.hello')).getByText(bot('welcome.reads')).waitFor();
    await lone.goTo(STAND_IN.committee);
    await lone.saveTab();
    await lone.press(panelWords('who'));
    await lone.app.getByText(tabs['who.bot']).waitFor();
    await expectAccessible(lone, 'who sees what, without channel reading');
    await lone.press(panelWords('setup.back'));
  });

  it('reads on the card and in the panel how to answer', async () => {
    await openItem(lone, 'Punkt 7', 3, [1]);
    anna = await stage.enter('amr');
    await anna.app.getByText(panelWords('item.soon')).waitFor();
    await lone.press(panelWords('lead.put'));
    await anna
      .thread(QUESTION)
      .getByText(bot('question.readers', { count: 5 }))
      .waitFor();
    await anna.app.getByText(tabs['answers.empty']).waitFor();
    await anna.app.getByText(tabs['question.thread.answer'], { exact: true }).waitFor();
    await expectNoSideways(anna);
  });

  it('answers on the card, in the panel and by mention, and what mentions nobody comes to nobody', async () => {
    await anna.reply(anna.thread(QUESTION), 'I tråden, uden at nævne');
    await anna.message('I tråden, uden at nævne').waitFor();
    await lone.answerOnCard(lone.thread(QUESTION), 'På kortet');
    await anna.answerInPanel('I panelet');
    const { messages } = (await (await anna.page.request.get('/api/state?as=amr')).json()) as {
      messages: { id: string; root: string; from: string }[];
    };
    const root = messages.findLast(({ id, root: begins, from }) => from === 'bot' && id === begins)?.id ?? '';
    const data = { as: 'amr', text: 'I tråden, og nævner', mention: true };
    const said = await anna.page.request.post(`/api/posts/${root}/replies`, { data });
    expect(said.status()).toBe(201);
    for (const person of [lone, anna]) {
      for (const words of GIVEN) await person.answer(words).waitFor();
      expect(await person.answers().count()).toBe(3);
    }
  });

  it('finds just those three in the digest', async () => {
    await lone.press(panelWords('lead.close'));
    await lone.press(panelWords('lead.end'));
    const digest = anna.message(bot('digest.known', { count: 3 }));
    for (const words of GIVEN) await digest.getByText(words).first().waitFor();
    expect(await digest.getByText('uden at nævne').count()).toBe(0);
  });

  it('reads the same on the page about the app', async () => {
    const page = await anna.page.context().newPage();
    await page.goto(`${stage.local.functionsUrl}/tabs/about.html`);
    const told = (words: RegExp) => page.getByText(words).isVisible();
    expect(await told(/Teams sender kun MED-dialog de beskeder/)).toBe(true);
    expect(await told(/Teams sender MED-dialog alle beskeder/)).toBe(false);
    expect(await told(/Teams sends MED-dialog only/)).toBe(true);
    expect(await told(/Teams sends MED-dialog all/)).toBe(false);
    await page.close();
  });
});
