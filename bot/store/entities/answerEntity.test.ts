import { describe, expect, it } from 'vitest';
import type { Answer } from '#dialogue/answer';
import { answer, at, jens } from '#dialogue/testing/samples';
import { BrokenRow } from '../brokenRow.ts';
import type { Columns, Row } from '../tables.ts';
import { fromAnswerEntity, toAnswerEntity } from './answerEntity.ts';

const rowOf = (one: Answer, columns: Columns = {}): Row => {
  const entity = toAnswerEntity('m', one);
  return { ...entity, columns: { ...entity.columns, ...columns }, etag: 'e', writtenAt: at(0), readAt: at(0) };
};

describe('an answer’s row', () => {
  it.each<readonly [string, Answer]>([
    ['one’s own', answer()],
    ['a side’s wording', answer({ side: 'employees' })],
    ['said in the room by somebody', answer({ key: 'o12345678', source: 'room', author: jens, revision: 2 })],
    ['written down for somebody, from paper', answer({ source: 'room', writtenBy: jens, paper: true })],
    ['with the commands before its last', answer({ earlier: ['command-1', 'command-2'] })],
    ['said in the room with ids as no key likes them', answer({ key: 'oa/b#c?d!æ', source: 'room' })],
  ])('gives back an answer as it was: %s', (_, one) => expect(fromAnswerEntity(rowOf(one))).toEqual(one));

  it('said by nobody who was named holds nobody', () => {
    const row = rowOf(answer({ key: 'o12345678', source: 'room', author: undefined }));
    expect(fromAnswerEntity(row).author).toBeUndefined();
    expect(JSON.stringify(row)).not.toContain('person-');
  });

  it('is not believed where its side is another', () => {
    expect(() => fromAnswerEntity(rowOf(answer(), { side: 'both' }))).toThrow(BrokenRow);
  });
});
