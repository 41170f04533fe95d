import { merge } from '#dialogue/merge';
import type { AnswerStore } from '#usecases/ports';
import { fromAnswerEntity, toAnswerEntity } from './entities/answerEntity.ts';
import { toPostEntity } from './entities/postEntity.ts';
import { addresses } from './keys.ts';
import { mergeRow, readStored } from './rows.ts';
import type { Tables, Write, WriteOutcome } from './tables.ts';

export const createAnswerStore = (tables: Tables): AnswerStore => ({
  mergeAnswer: (meeting, answer) =>
    mergeRow(tables, answer, {
      to: (merged) => toAnswerEntity(meeting, merged),
      from: fromAnswerEntity,
      join: merge,
    }),
  readAnswer: (meeting, round, key) => readStored(tables, addresses.answer(meeting, round, key), fromAnswerEntity),
  async commitAnswer(meeting, answer, over, echo) {
    const own: Write = { entity: toAnswerEntity(meeting, answer), over };
    const owner = { table: 'Meetings', partition: meeting } as const;
    const shown = echo && { entity: toPostEntity(owner, echo.post), over: echo.over };
    if ((await write(tables, own, shown)) === 'written') return true;
    // Both rows were written together or not at all, so the answer tells of both.
    const row = await tables.get(own.entity);
    return row !== undefined && answer.command !== undefined && fromAnswerEntity(row).command === answer.command;
  },
});

function write(tables: Tables, own: Write, echo: Write | undefined): Promise<WriteOutcome> {
  if (echo !== undefined) return tables.transact([own, echo]);
  return own.over === undefined ? tables.insert(own.entity) : tables.replace(own.entity, own.over);
}
