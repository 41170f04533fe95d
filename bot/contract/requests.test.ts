import { describe, expect, it } from 'vitest';
import { DeleteAnswer, DeleteRoomAnswer, HandOver, OpenMeeting } from './requests.ts';

const command = '12345678';
const wish = { command, title: 'Punkt 4', material: 'proeve', plan: [{ question: '3/1' }] };
const pathsOf = (input: unknown) => OpenMeeting.safeParse(input).error?.issues.map(({ path }) => path.join('.'));

/** Nothing of these is seen: spaces and joiners, a soft hyphen, an override, an empty braille sign, a filler, a null. */
const UNSEEN = ['', ' \n', '\u200b\u200b', '\u00ad', '\u202e', '\u2800', '\u3164', '\u0000', '\ufeff'];

describe('a wording', () => {
  it.each(UNSEEN)('of which nothing is seen is none: %j', (unseen) => {
    expect(pathsOf({ ...wish, title: unseen })).toEqual(['title']);
    expect(pathsOf({ ...wish, plan: [{ id: 'own/12345678', own: unseen }] })).toEqual(['plan.0.own']);
  });

  it('may hold signs that join or steer others, and stays as it is', () => {
    const title = '\u{1f469}\u200d\u{1f467} og \u202bשלום\u202c';
    expect(OpenMeeting.parse({ ...wish, title: ` ${title} ` }).title).toBe(title);
  });
});

it('takes nobody’s id that is not well-formed text', () => {
  expect(HandOver.safeParse({ command, to: 'person\ud800' }).success).toBe(false);
  expect(HandOver.safeParse({ command, to: 'person\u{1f469}' }).success).toBe(true);
});

describe('deleting', () => {
  it('tells the revision that was seen as a number, from a query of text', () => {
    expect(DeleteRoomAnswer.parse({ command, over: '12' }).over).toBe(12);
    for (const over of [undefined, '', '-1', '1.5', '1e3', 'x', '9'.repeat(10)])
      expect(DeleteRoomAnswer.safeParse({ command, over }).success).toBe(false);
  });

  it('may leave it out where it is one’s own', () => {
    expect(DeleteAnswer.parse({ command }).over).toBeUndefined();
    expect(DeleteAnswer.parse({ command, over: '0' }).over).toBe(0);
  });
});
