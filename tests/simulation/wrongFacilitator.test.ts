import { describe, expect, it } from 'vitest';
import { settleDue } from '#usecases/settleDue';
import { settlePost } from '#usecases/settlePost';
import { Doubt, linkTo, QUESTION } from './doubt.ts';
import { createInstance } from './instance.ts';

// The facilitator looks for a question that nobody knows about, and says what is not so. Two messages may then stand
// until there is evidence of the first one: a reply to it that is held, a press of its card, its sender's late answer.

describe('a facilitator who says that a question is not there although it is', () => {
  it('is not believed where somebody replied to it: nothing is sent again', async () => {
    const doubt = new Doubt();
    const root = await doubt.begin();
    await doubt.reply(root, 'Jeg ser det godt');
    await doubt.reply(doubt.world.channel.nextId(), 'om noget helt andet', 'dropped');
    await doubt.say({ saw: 'notThere' });
    expect(doubt.world.channel.messages.map((message) => message.root)).toEqual([root]);
    await doubt.reply(root, 'Og jeg');
    await doubt.end();
  });

  it('has it sent again, and the first message takes its place back when somebody replied before the second came', async () => {
    const doubt = new Doubt();
    const first = await doubt.begin();
    doubt.world.channel.mishaps.push('deferred');
    await doubt.say({ saw: 'notThere' });
    await doubt.reply(first, 'Imens');
    await doubt.world.clock.advance(10_000);
    expect(doubt.world.channel.messages).toHaveLength(2);
    expect(doubt.roots()).toEqual([first]);
    await doubt.reply(doubt.world.channel.messages[1]?.root ?? '', 'Under den anden');
    await doubt.end();
  });

  it('has two standing, until somebody presses the older card: that one stays, and replies under both count', async () => {
    const doubt = new Doubt();
    const first = await doubt.begin();
    await doubt.say({ saw: 'notThere' });
    const [, second = ''] = doubt.roots();
    expect(doubt.roots()).toEqual([first, second]);
    await doubt.reply(second, 'Under den nye');
    // Nobody has shown yet that this thread is the question's too, and other people's threads are none of ours.
    await doubt.reply(first, 'Under den gamle', 'dropped');
    await doubt.press(first);
    expect(doubt.roots()).toEqual([first]);
    await doubt.reply(first, 'Nu under den gamle');
    await doubt.reply(second, 'Stadig under den nye');
    await doubt.end();
  });

  it('has two standing, until the first one’s sender hears of it', async () => {
    const doubt = new Doubt();
    const first = await doubt.begin('late');
    await doubt.say({ saw: 'notThere' });
    const [, second = ''] = doubt.roots();
    await doubt.reply(second, 'Under den nye');
    await doubt.world.clock.advance(60_000);
    expect(doubt.roots()).toEqual([first]);
    await doubt.reply(first, 'Under den gamle');
    await doubt.reply(second, 'Stadig under den nye');
    await doubt.end();
  });

  it.each([[['deferred']], [['deferred', 'deferred']], [['refused']]] as const)(
    'has the second one deleted in the end, also where Teams would not do so at once (%j)',
    async (mishaps) => {
      const doubt = new Doubt();
      const first = await doubt.begin('late');
      await doubt.say({ saw: 'notThere' });
      doubt.world.channel.changeMishaps.push(...mishaps);
      expect(doubt.roots()).toHaveLength(2);
      await doubt.world.clock.advance(60 * 60_000);
      await doubt.world.rest([doubt.meeting]);
      expect(doubt.roots()).toEqual([first]);
      expect(doubt.world.channel.changeMishaps).toEqual([]);
      expect((await doubt.world.posts(doubt.meeting)).map(({ superfluous }) => superfluous)).toEqual([undefined]);
      await doubt.end();
    },
  );

  it('takes no copy of the card that somebody made for the question', async () => {
    const doubt = new Doubt();
    const root = await doubt.begin();
    await doubt.say({ saw: 'there', link: linkTo(root) });
    const copy = doubt.world.channel.nextId();
    await doubt.press(copy);
    await doubt.reply(copy, 'Under kopien', 'dropped');
    await doubt.end();
  });
});

describe('a facilitator who gives up', () => {
  it.each(['press', 'sender'] as const)('has a question deleted that turns up later (%s)', async (evidence) => {
    const doubt = new Doubt();
    const root = await doubt.begin(evidence === 'sender' ? 'late' : 'lostAfter');
    await doubt.reply(root, 'Holdt tilbage', 'dropped');
    await doubt.say({ saw: 'givenUp' });
    expect(doubt.held()).toEqual([]);
    expect(doubt.roots()).toEqual([root]);
    doubt.world.channel.changeMishaps.push('deferred');
    if (evidence === 'press') await doubt.press(root);
    await doubt.world.clock.advance(60_000);
    expect(doubt.roots()).toEqual([]);
    expect(await doubt.state()).toMatchObject({ status: 'dropped' });
    const answers = await doubt.world.answers(doubt.meeting);
    expect(Object.fromEntries(answers.map(({ key, text }) => [key, text]))).toEqual(doubt.expected);
  });

  it('has what was held erased although the instance is gone the moment that is written', async () => {
    const doubt = new Doubt();
    const root = await doubt.begin();
    await doubt.reply(root, 'Holdt tilbage', 'dropped');
    const never = new Promise<never>(() => undefined);
    const dying = createInstance(doubt.world.outside(), {
      before: () => Promise.resolve(),
      after: (name) => (name === 'savePost' ? never : Promise.resolve()),
    });
    void settlePost(dying.deps, doubt.meeting, QUESTION, { saw: 'givenUp' });
    await doubt.world.clock.advance(1_000);
    expect(doubt.held()).toHaveLength(2);
    await doubt.world.rest([doubt.meeting]);
    expect(doubt.held()).toEqual([]);
  });
});

describe('a question that nobody settles', () => {
  it.each([
    ['its sender knows so', 'lostAfter'],
    ['its sender is gone', 'unanswered'],
  ] as const)('keeps nobody’s reply longer than a day, also not one of the second day, where %s', async (_, mishap) => {
    const doubt = new Doubt();
    const root = await doubt.begin(mishap);
    const { world } = doubt;
    for (const day of [1, 2, 3]) {
      await doubt.reply(root, `Dag ${day}`, 'dropped');
      expect(doubt.held().filter((key) => key.startsWith('h!'))).toHaveLength(1);
      await world.clock.advance(24 * 60 * 60_000 + 60_000);
      await world.act(({ deps }) => settleDue(deps));
      expect(doubt.held().filter((key) => key.startsWith('h!'))).toEqual([]);
    }
  });
});
