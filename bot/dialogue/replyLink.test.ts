import { expect, it } from 'vitest';
import type { Answer } from './answer.ts';
import { digestOf } from './digest.ts';
import { decide } from './decide.ts';
import { placeOfLink } from './link.ts';
import { duePost, type Post, type PostState } from './post.ts';
import { replyLink } from './postView.ts';
import { answer, at, chosen, jens, lone, opened } from './testing/samples.ts';
import { view } from './view.ts';

const [REPLY, QUESTION, AHEAD] = ['1778745612000', '1778745610000', '1778745600000'];
const put = { by: lone, type: 'putQuestion', question: '3/1', id: 'put-1', at: at(10_000) } as const;
const open = decide(opened({ plan: [1, 2].map(chosen) }), put).meeting;
const ahead = { ...open, ahead: [{ round: 'r001', question: '3/1', at: at(1_000) }] };
const sentAs = (root: string): PostState => ({ status: 'sent', place: { root, message: root } });
const question: Post = { ...duePost({ key: 'r001!p!q', kind: 'question', round: 'r001' }), state: sentAs(QUESTION) };
const beforehand: Post = { ...question, key: 'r001!p!a', kind: 'preparation', state: sentAs(AHEAD) };
const address = { tenant: 'tenant', group: 'group' };
const reply = (more: Partial<Answer> = {}): Answer =>
  answer({
    ...{ key: `t${REPLY}`, round: 'r001', source: 'thread', author: jens, text: '' },
    ...{ at: at(12_000), postedAt: at(12_000) },
    ...more,
  });
const placeOf = (link: string | undefined) => link && placeOfLink(link, open.committee);

it.each([
  ['a picture or a file alone', ''],
  ['nothing but spaces', ' \u200b'],
  ['words that Teams has not told', undefined],
])('leads to a reply that is %s, in the thread where it stands', (_, text) => {
  const place = { root: QUESTION, message: REPLY };
  expect(placeOf(replyLink(open, [question], reply({ text }), address))).toEqual(place);
});

it('leads to one that came beforehand in the thread that was there then, put or not', () => {
  const early = reply({ postedAt: at(2_000) });
  const place = { root: AHEAD, message: REPLY };
  expect(placeOf(replyLink(ahead, [question, beforehand], early, address))).toEqual(place);
  const notPut = { ...ahead, rounds: [] };
  expect(placeOf(replyLink(notPut, [beforehand], early, address))).toEqual(place);
  // By Teams' clock it came before the question, which was never out beforehand.
  expect(placeOf(replyLink(open, [question], early, address))).toEqual({ ...place, root: QUESTION });
});

it.each([
  ['has words', reply({ text: 'Ja' }), [question]],
  ['was never in a thread', reply({ source: 'room', key: 'o1' }), [question]],
  ['stands in a thread that is gone', reply(), [{ ...question, state: { status: 'gone' } }]],
  ['stands in a thread of which nothing is known', reply(), []],
] as const)('leads nowhere where an answer %s', (_, one, posts) => {
  expect(replyLink(open, posts as readonly Post[], one, address)).toBeUndefined();
});

it('stands in what panels show and in the digest, at that answer alone', () => {
  const answers = [reply(), reply({ key: 't1778745613000', text: 'Ja', postedAt: at(13_000), at: at(13_000) })];
  const rows = { answers, posts: [question], readBacks: [] };
  const link = expect.stringContaining(`/${REPLY}?`) as string;
  const shown = view({ meeting: open, ...rows, version: at(0) }, { person: 'person-anna' }, address, 'shown');
  expect(shown.round?.answers.map((one) => one.link)).toEqual([link, undefined]);
  expect(digestOf(open, rows, address).questions[0]?.answers.map((one) => one.link)).toEqual([link, undefined]);
  expect(digestOf(open, rows).questions[0]?.answers[0]?.link).toBeUndefined();
});
