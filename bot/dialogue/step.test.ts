import { describe, expect, it } from 'vitest';
import { duePost, type Place, type Post, type PostState } from './post.ts';
import { type PostEvent, step } from './step.ts';
import { at, frozen } from './testing/samples.ts';

const place: Place = { root: '1778745600000', message: '1778745600001' };

const STATES: Record<PostState['status'], PostState> = {
  due: { status: 'due', notBefore: at(1_000) },
  sending: { status: 'sending', claim: 'claim-1' },
  sent: { status: 'sent', place },
  blocked: { status: 'blocked', http: 403 },
  unknown: { status: 'unknown' },
  dropped: { status: 'dropped', uncertain: false },
  gone: { status: 'gone' },
};

const EVENTS: { readonly [Type in PostEvent['type']]: Extract<PostEvent, { type: Type }> } = {
  claimed: { type: 'claimed', claim: 'claim-2' },
  located: { type: 'located', place, shown: 'hash-2' },
  deferred: { type: 'deferred', at: at(1_500), notBefore: at(2_000) },
  refused: { type: 'refused', http: 413 },
  lost: { type: 'lost' },
  sendAgain: { type: 'sendAgain' },
  unwanted: { type: 'unwanted' },
  givenUp: { type: 'givenUp' },
  wantedAgain: { type: 'wantedAgain' },
  wantedUnseen: { type: 'wantedUnseen' },
  deleted: { type: 'deleted' },
  withdrawn: { type: 'withdrawn' },
  updating: { type: 'updating', showing: 'hash-2' },
  updated: { type: 'updated', shown: 'hash-2' },
  cleared: { type: 'cleared', message: place.message },
};

/** Every step that there is; each pair that is not named here must lead nowhere. */
const STEPS: readonly (readonly [PostState['status'], PostEvent['type'], PostState])[] = [
  ['due', 'claimed', { status: 'sending', claim: 'claim-2' }],
  // It turned up after it had been made due again.
  ['due', 'located', { status: 'sent', place }],
  ['due', 'unwanted', { status: 'dropped', uncertain: false }],
  ['sending', 'located', { status: 'sent', place }],
  ['sending', 'deferred', { status: 'due', notBefore: at(2_000), deferredSince: at(1_500) }],
  ['sending', 'refused', { status: 'blocked', http: 413 }],
  ['sending', 'lost', { status: 'unknown' }],
  ['unknown', 'located', { status: 'sent', place }],
  ['unknown', 'sendAgain', { status: 'due' }],
  ['unknown', 'unwanted', { status: 'dropped', uncertain: true }],
  ['unknown', 'givenUp', { status: 'dropped', uncertain: true, by: 'facilitator' }],
  ['blocked', 'located', { status: 'sent', place }],
  ['blocked', 'sendAgain', { status: 'due' }],
  ['blocked', 'unwanted', { status: 'dropped', uncertain: false }],
  ['blocked', 'givenUp', { status: 'dropped', uncertain: false, by: 'facilitator' }],
  ['sent', 'located', { status: 'sent', place }],
  ['sent', 'deleted', { status: 'gone' }],
  ['sent', 'withdrawn', { status: 'dropped', uncertain: false }],
  ['sent', 'updating', { status: 'sent', place }],
  ['sent', 'updated', { status: 'sent', place }],
  // It turned up although it is not wanted any more.
  ['dropped', 'located', { status: 'dropped', uncertain: false }],
  ['gone', 'located', { status: 'gone' }],
  // An answer was written anew after its echo had gone.
  ['dropped', 'wantedAgain', { status: 'due' }],
  ['gone', 'wantedAgain', { status: 'due' }],
  ['dropped', 'wantedUnseen', { status: 'due' }],
  ['gone', 'wantedUnseen', { status: 'due' }],
];

const post = (status: PostState['status']): Post =>
  frozen({ ...duePost({ key: 'r001!p!q', kind: 'question', round: 'r001' }), state: STATES[status], shown: 'hash-1' });

const pairs = (Object.keys(STATES) as PostState['status'][]).flatMap((status) =>
  (Object.keys(EVENTS) as PostEvent['type'][]).map((type) => [status, type] as const),
);
const isStep = ([status, type]: readonly [string, string]): boolean =>
  STEPS.some(([from, event]) => from === status && event === type);

describe('step', () => {
  it.each(STEPS)('takes a post that is %s and %s on', (status, type, expected) => {
    expect(step(post(status), EVENTS[type])?.state).toEqual(expected);
  });

  it.each(pairs.filter((pair) => !isStep(pair)))('leaves a post that is %s alone when it is %s', (status, type) => {
    expect(step(post(status), EVENTS[type])).toBeUndefined();
  });

  it('remembers since when a post has been put off until something else comes of it', () => {
    const again = (state: PostState) => step({ ...post('due'), state }, EVENTS.claimed) ?? post('due');
    const first = step(post('sending'), EVENTS.deferred)?.state ?? STATES.due;
    const second = step(again(first), { ...EVENTS.deferred, at: at(9_000), notBefore: at(9_500) })?.state;
    expect(second).toEqual({ status: 'due', notBefore: at(9_500), deferredSince: at(1_500) });
    expect(step(again(first), EVENTS.lost)?.state).toEqual({ status: 'unknown' });
  });

  it('knows what a post shows only while it is in the channel', () => {
    expect(step(post('sending'), EVENTS.located)?.shown).toBe('hash-2');
    expect(step(post('sent'), EVENTS.updated)?.shown).toBe('hash-2');
    expect(step(post('sent'), EVENTS.deleted)?.shown).toBeUndefined();
    expect(step(post('unknown'), EVENTS.sendAgain)?.shown).toBeUndefined();
  });

  it('takes what somebody found in the channel for out of date until it has been updated', () => {
    expect(step(post('unknown'), { type: 'located', place })?.shown).toBeUndefined();
  });

  it.each([
    ['older', '1778745500000', '1778745500000', 'hash-2'],
    ['younger', '1778745700000', place.message, 'hash-1'],
  ])('keeps the older of two messages where the %s turns up later', (_, message, kept, shown) => {
    const found = step(post('sent'), { type: 'located', place: { root: message, message }, shown: 'hash-2' });
    expect(found).toMatchObject({ state: { place: { message: kept } }, shown });
  });

  const other = (message: string): Place => ({ root: message, message });

  it('remembers every message but the one that stands as superfluous, in whatever order they turn up', () => {
    const [old, middle, young] = [other('1'), other('2'), other('3')];
    for (const found of [
      [old, middle, young],
      [young, middle, old],
      [middle, young, old, young, old],
    ]) {
      const turnedUp = found.reduce<Post>(
        (known, one) => step(known, { type: 'located', place: one }) ?? known,
        post('unknown'),
      );
      expect(turnedUp.state).toEqual({ status: 'sent', place: old });
      expect(new Set(turnedUp.superfluous)).toEqual(new Set([middle, young]));
    }
  });

  it.each(['dropped', 'gone'] as const)('takes all that turns up of a post that is %s for superfluous', (status) => {
    expect(step(post(status), EVENTS.located)?.superfluous).toEqual([place]);
    expect(step(post('sent'), EVENTS.located)?.superfluous).toBeUndefined();
  });

  it('forgets a superfluous message once it is out of the channel, and only then', () => {
    const two = { ...post('sent'), superfluous: [other('2'), other('3')] };
    expect(step(two, EVENTS.deleted)?.superfluous).toEqual(two.superfluous);
    const one = step(two, { type: 'cleared', message: '2' });
    expect(one).toEqual({ ...two, superfluous: [other('3')] });
    expect(one && step(one, { type: 'cleared', message: '3' })?.superfluous).toBeUndefined();
    expect(step(two, { type: 'cleared', message: '1' })).toBeUndefined();
  });

  it('knows by what words a message is found as long as it may stand there unseen', () => {
    const sent = step(post('due'), { ...EVENTS.claimed, trace: 'abc' });
    const after = (...types: readonly PostEvent['type'][]) =>
      types.reduce((known, type) => (known === undefined ? undefined : step(known, EVENTS[type])), sent)?.trace;
    expect([after(), after('lost'), after('lost', 'unwanted')]).toEqual(['abc', 'abc', 'abc']);
    expect(after('lost', 'unwanted', 'wantedUnseen')).toBe('abc');
    const known = [after('located'), after('deferred'), after('refused'), after('lost', 'sendAgain')];
    expect(known.filter((trace) => trace !== undefined)).toEqual([]);
    expect(after('lost', 'unwanted', 'located')).toBeUndefined();
    expect(sent && step({ ...sent, state: STATES.due }, EVENTS.claimed)?.trace).toBeUndefined();
  });

  it('keeps what the post is for', () => {
    expect(step(post('due'), EVENTS.claimed)).toMatchObject({ key: 'r001!p!q', kind: 'question', round: 'r001' });
  });
});
