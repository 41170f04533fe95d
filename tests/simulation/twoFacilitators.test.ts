import { describe, expect, it } from 'vitest';
import { DialogueError } from '#dialogue/errors';
import { type Saw, settlePost } from '#usecases/settlePost';
import { Doubt, linkTo, QUESTION } from './doubt.ts';
import { createInstance } from './instance.ts';
import { QUIET } from './ports.ts';

describe('two facilitators who settle a question at once', () => {
  const SAYS = ['there', 'notThere', 'givenUp'] as const;
  const pairs = SAYS.flatMap((one) => SAYS.map((other) => [one, other] as const));

  it.each(pairs)('get one outcome, whenever %s is overtaken by %s', async (slow, quick) => {
    for (let call = 1; ; call += 1) {
      const doubt = new Doubt();
      const root = await doubt.begin();
      const saw = (what: (typeof SAYS)[number]): Saw =>
        what === 'there' ? { saw: what, link: linkTo(root) } : { saw: what };
      const settle = (by: Parameters<typeof settlePost>[0], what: (typeof SAYS)[number]) =>
        settlePost(by, doubt.meeting, QUESTION, saw(what)).then(
          () => what,
          (error: unknown) => (error instanceof DialogueError ? error.code : String(error)),
        );
      const { deps } = createInstance(doubt.world.outside(), QUIET);
      let [calls, other]: [number, string | undefined] = [0, undefined];
      const overtaken = createInstance(doubt.world.outside(), {
        ...QUIET,
        async before() {
          if ((calls += 1) === call) other = await settle(deps, quick);
        },
      });
      const outcomes = [await settle(overtaken.deps, slow), other];
      await doubt.world.rest([doubt.meeting]);
      if (calls < call) break;
      expect({ call, outcomes, ...(await endOf(doubt)) }).toEqual({ call, outcomes, ...wanted(outcomes, root, doubt) });
      expect(doubt.world.failures).toEqual([]);
    }
  });

  const endOf = async (doubt: Doubt) => ({ state: await doubt.state(), roots: doubt.roots(), held: doubt.held() });

  /** Who was not refused has had their say; where one saw it there, the message is the one that counts. */
  function wanted(outcomes: readonly (string | undefined)[], root: string, doubt: Doubt) {
    const said = new Set(outcomes);
    expect([...said].filter((one) => one !== 'PostSettled')).not.toEqual([]);
    const [second = ''] = doubt.roots().filter((one) => one !== root);
    const sent = (place: string) => ({ status: 'sent', place: { root: place, message: place } });
    if (said.has('givenUp')) {
      return {
        state: { status: 'dropped', uncertain: true, by: 'facilitator' },
        roots: said.has('there') ? [] : [root],
        held: [],
      };
    }
    return said.has('there')
      ? { state: sent(root), roots: [root], held: [] }
      : { state: sent(second), roots: [root, second], held: [] };
  }
});
