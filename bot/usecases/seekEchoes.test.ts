import { describe, expect, it } from 'vitest';
import { isLiving } from '#dialogue/answer';
import type { Meeting } from '#dialogue/meeting';
import { echoPostKey, type PostRef } from '#dialogue/post';
import { deliver } from './deliver.ts';
import { eraseAnswer } from './eraseMine.ts';
import { settleDue } from './settleDue.ts';
import { OneApp } from './testing/oneApp.ts';

const MINUTE = 60_000;

/** Somebody's answer, of whose echo nobody knows whether Teams made it, and what they did before anybody knew. */
interface Said {
  readonly words: string;
  readonly came: boolean;
  readonly then?: 'deleted' | { readonly anew?: true; readonly words: string } | undefined;
}

const by = (number: number) => ({ person: `p-${number}`, name: `Anna ${number}` });

async function begin(names: Meeting['names'], ...questions: readonly string[]) {
  const outside = new OneApp();
  await outside.installed();
  outside.lists = () => true;
  const { id } = await outside.put('Hvad nu?', ...questions);
  const head = await outside.store.readMeeting(id);
  if (head === undefined) throw new Error('there is no item');
  await outside.store.commitMeeting({ ...head.value, names }, head.version, []);
  return { outside, at: { meeting: id, round: 'r001' } };
}

type Begun = Awaited<ReturnType<typeof begin>>;

async function say({ outside, at }: Begun, who: number, { words, came }: Said): Promise<void> {
  outside.channel.mishaps.push(came ? 'lostAfter' : 'lostBefore');
  await outside.write(at, { id: `command-${who}`, at: outside.now(), by: by(who) }, words);
}

async function change({ outside, at }: Begun, who: number, then: NonNullable<Said['then']>): Promise<void> {
  const command = { at: outside.now(), by: by(who) };
  const key = `m${by(who).person}`;
  if (then === 'deleted' || then.anew === true)
    await eraseAnswer(outside.app.deps, { ...at, key }, { ...command, id: `erase-${who}` });
  if (then !== 'deleted') {
    const over = then.anew === true ? 0 : 1;
    await outside.write(at, { ...command, id: `again-${who}`, over }, then.words);
  }
  await outside.clock.settle();
}

/** What the bot says in the thread of what people answered. */
const inThread = ({ outside }: Begun): readonly string[] =>
  outside.channel
    .standing()
    .flatMap(({ content }) => content.text?.split('\n\n').at(-1) ?? [])
    .toSorted();

/** Everybody has said something, and changed it; the app looks until it knows. */
async function settled(said: readonly Said[], names: Meeting['names'] = 'shown'): Promise<Begun> {
  const begun = await begin(names);
  for (const [who, one] of said.entries()) await say(begun, who, one);
  for (const [who, { then }] of said.entries()) if (then !== undefined) await change(begun, who, then);
  for (let minutes = 0; minutes < 20; minutes += 5) {
    await begun.outside.clock.advance(5 * MINUTE);
    await settleDue(begun.outside.app.deps);
  }
  return begun;
}

/** Every answer that is there stands in the thread once, in its last words, and nothing else. */
async function expectTrue(begun: Begun): Promise<void> {
  const { outside, at } = begun;
  const { answers, posts } = await outside.store.readAllRounds(at.meeting);
  expect(inThread(begun)).toEqual(answers.flatMap((one) => (isLiving(one) ? (one.text ?? '') : [])).toSorted());
  const places = posts.flatMap(({ kind, state }) =>
    kind === 'echo' && state.status === 'sent' ? state.place.message : [],
  );
  expect(new Set(places).size).toBe(places.length);
  expect(places).toHaveLength(answers.filter(isLiving).length);
  expect(outside.failures).toEqual([]);
}

describe('several echoes in one thread of which nobody knows whether they came', () => {
  it('are each found, updated, deleted or sent, whatever was done to their answers meanwhile', async () => {
    await expectTrue(
      await settled([
        { words: 'Mere tid', came: true, then: { words: 'Meget mere tid' } },
        { words: 'Flere hænder', came: true, then: 'deleted' },
        { words: 'Ro på', came: false },
        { words: 'Bedre lys', came: true, then: { anew: true, words: 'Andet lys' } },
        { words: 'Frisk luft', came: false, then: { words: 'Mere luft' } },
        { words: 'Kaffe', came: false, then: 'deleted' },
      ]),
    );
  });

  const THENS = [undefined, 'deleted', { words: 'Nej' }, { anew: true, words: 'Ja' }] as const;
  const ALL: readonly Said[] = ['Ja', 'Nej'].flatMap((words) =>
    [true, false].flatMap((came) => THENS.map((then) => ({ words, came, then }))),
  );

  it.each(ALL)('are that where two say the same, without their names, in every way: %j', async (one) => {
    for (const other of ALL) {
      await expectTrue(await settled([one, other], 'hidden')).catch((error: unknown) => {
        throw new Error(`beside ${JSON.stringify(other)}`, { cause: error });
      });
    }
  });

  it('are left to those who still say the same: what stands there is not deleted to be sent again', async () => {
    const begun = await begin('hidden');
    await say(begun, 0, { words: 'Ja', came: true });
    await say(begun, 1, { words: 'Ja', came: false });
    await change(begun, 0, 'deleted');
    await begun.outside.clock.advance(2 * MINUTE);
    await expectTrue(begun);
  });

  it('are no longer mixed up once they are known: each follows its own answer', async () => {
    const same = { words: 'Ja', came: true };
    const begun = await settled([same, same, same], 'hidden');
    await change(begun, 0, 'deleted');
    await change(begun, 1, { words: 'Nej' });
    await begun.outside.clock.advance(MINUTE);
    expect(inThread(begun)).toEqual(['Ja', 'Nej']);
    await expectTrue(begun);
  });

  it('are each another’s where two processes look at once', async () => {
    const begun = await begin('hidden');
    const { outside, at } = begun;
    outside.lists = 'unavailable';
    for (const who of [0, 1]) await say(begun, who, { words: 'Ja', came: true });
    await outside.clock.advance(3 * MINUTE);
    outside.lists = () => true;
    const { promise: meanwhile, resolve: goOn } = Promise.withResolvers<undefined>();
    const slow = outside.instance({ before: (name) => (name === 'savePost' ? meanwhile : Promise.resolve()) });
    const echoOf = (who: number): PostRef => {
      return { table: 'Meetings', partition: at.meeting, key: echoPostKey(at.round, by(who).person) };
    };
    const looking = deliver(slow.deps, echoOf(0));
    await outside.clock.settle();
    await deliver(outside.instance().deps, echoOf(1));
    goOn(undefined);
    await looking;
    await expectTrue(begun);
  });

  it('are those of their own round, though the same is missing in another', async () => {
    const begun = await begin('hidden', 'Og så?');
    const { outside, at } = begun;
    await say(begun, 0, { words: 'Ja', came: true });
    await say({ outside, at: { ...at, round: 'r002' } }, 0, { words: 'Ja', came: false });
    await change(begun, 0, 'deleted');
    await outside.clock.advance(2 * MINUTE);
    expect(inThread(begun)).toEqual([]);
    await outside.clock.advance(8 * MINUTE);
    await expectTrue(begun);
  });
});
