import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { materials } from '#compiled/materials';
import { expectAccessible, expectAccessibleNow } from '../support/axe.ts';
import { type Person, STAND_IN } from '../support/person.ts';
import { Stage } from '../support/stage.ts';
import { botLike, panelLike, panelWords } from '../support/words.ts';

const theme = materials[0]?.themes.find(({ number }) => number === 1);
const QUESTION = theme?.questions[0]?.text ?? '';

/** What a browser says of a server that is not there. */
const GONE = [
  /net::ERR_(CONNECTION_(REFUSED|RESET|ABORTED)|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING|ABORTED|FAILED)/,
];
/** Milliseconds until a panel that has found nobody for long tries again, and some more. */
const SLOWEST = 45_000;

describe('an item in the middle of which everything starts again', () => {
  let stage: Stage;
  let formand: Person;
  let amr: Person;
  beforeAll(async () => {
    stage = await Stage.open();
    formand = await stage.enter('formand');
    await formand.tool(STAND_IN.install);
    await formand.saveTab();
    await formand.press(panelWords('open.begin'));
    await formand.app.getByText(panelWords('theme', { number: 1, title: theme?.title ?? '' })).click();
    await formand.app.getByRole('checkbox', { name: QUESTION }).check();
    await formand.press(panelWords('open.confirm'));
    await formand.press(panelWords('lead.put'));
    amr = await stage.enter('amr');
    await amr.thread(QUESTION).waitFor();
    await amr.reply(amr.thread(QUESTION), 'Skrevet før');
    await formand.answer('Skrevet før').waitFor();
  });
  afterEach(() => stage.faults.expectNone());
  afterAll(() => stage.close());

  it('stores an answer once whose acknowledgement was lost with the process, and takes the replies made meanwhile', async () => {
    await stage.faults.during(GONE, async () => {
      const restarted = Promise.withResolvers<undefined>();
      await amr.page.route('**/answer', async (route) => {
        // The answer is stored; then the process is gone before the panel hears of it, in whatever way.
        await amr.page.route('**/view', (poll) => poll.abort('connectionrefused'));
        await route.fetch();
        void stage.local.restartFunctions('killed').then(() => restarted.resolve(undefined), restarted.reject);
        await route.abort('connectionreset');
      });
      await amr.answerInPanel('Sendt, da det gik ned');
      await amr.app.getByText(panelWords('answer.offline')).waitFor();
      expect(await amr.field().inputValue()).toBe('Sendt, da det gik ned');
      await expectAccessible(amr, 'not known whether it was sent');
      await formand.reply(formand.thread(QUESTION), 'Skrevet imens');
      await restarted.promise;
      await amr.page.unroute('**/answer');
      await amr.press(panelWords('answer.submit'));
      await amr.app
        .getByText(panelLike('answer.stored', ['at']))
        .first()
        .waitFor();
      await amr.page.unroute('**/view');
      for (const person of [formand, amr]) {
        for (const words of ['Skrevet før', 'Skrevet imens', 'Sendt, da det gik ned'])
          await person.answer(words).waitFor();
        await person.app.getByRole('heading', { name: panelWords('answers', { count: 3 }) }).waitFor();
        await person.app.getByText(panelWords('stale.offline')).waitFor({ state: 'detached', timeout: SLOWEST });
      }
    });
  });

  it('says that there is no connection while all is stopped, keeps what was written, and goes on by itself', async () => {
    await stage.faults.during(GONE, async () => {
      await amr.press(panelWords('answer.edit'));
      await amr.field('answer.edit.label').fill('Rettet, mens alt var nede');
      await stage.local.stop();
      await amr.app.getByText(panelWords('stale.offline')).waitFor();
      await amr.press(panelWords('answer.submit'));
      await amr.app.getByText(panelWords('answer.offline')).waitFor();
      // What was there last can still be read.
      await amr.answer('Skrevet før').waitFor();
      await expectAccessibleNow(amr, 'no connection');
      await stage.startAgain();
      for (const person of [formand, amr]) {
        await person.app.getByText(panelWords('stale.offline')).waitFor({ state: 'detached', timeout: SLOWEST });
      }
      expect(await amr.field('answer.edit.label').inputValue()).toBe('Rettet, mens alt var nede');
      await amr.press(panelWords('answer.submit'));
      await amr.app
        .getByText(panelLike('answer.stored', ['at']))
        .first()
        .waitFor();
      await formand.answer('Rettet, mens alt var nede').waitFor();
    });
  });

  it('keeps unsent text through a reload', async () => {
    await amr.press(panelWords('answer.edit'));
    await amr.field('answer.edit.label').fill('Endnu ikke sendt');
    await stage.faults.during(GONE, () => amr.page.reload());
    await amr.field('answer.edit.label').waitFor();
    expect(await amr.field('answer.edit.label').inputValue()).toBe('Endnu ikke sendt');
    // Nobody knows any more over which answer it was begun: the stored one stands beside it.
    await amr.press(panelWords('answer.elsewhere.keep'));
  });

  it('has everything in place afterwards: item, answers, threads, and the way to the digest', async () => {
    const late = await stage.enter('naestformand');
    for (const person of [formand, amr, late]) {
      await person.app.getByRole('heading', { name: QUESTION }).waitFor();
      for (const words of ['Skrevet før', 'Skrevet imens', 'Rettet, mens alt var nede'])
        await person.answer(words).waitFor();
      // The echo of the third may have been on its way when the process was killed: then nobody knows whether it came.
      for (const words of ['Skrevet før', 'Skrevet imens']) await person.message(words).waitFor();
      expect(await person.answers().count()).toBe(3);
    }
    // The thread from before still takes replies, and the card is the bot's to change.
    await late.reply(late.thread(QUESTION), 'Skrevet bagefter');
    await formand.answer('Skrevet bagefter').waitFor();
    await formand.press(panelWords('lead.close'));
    await late.message(botLike('question.closed', [], { count: 4 })).waitFor();
    await formand.press(panelWords('lead.end'));
    await late.message(botLike('digest.all', [], { count: 4 })).waitFor();
    await late.app.getByRole('link', { name: panelWords('item.digest.open') }).waitFor();
  });
});
