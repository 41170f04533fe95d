import {
  DeleteAnswer,
  DeleteRoomAnswer,
  JustCommand,
  ReadMine,
  WriteAnswer,
  WriteRoomAnswer,
} from '#contract/requests';
import { DialogueError } from '#dialogue/errors';
import type { MeetingId } from '#dialogue/ids';
import { type Side, sideOf } from '#dialogue/setup';
import { eraseAnswer, eraseMine } from '#usecases/eraseMine';
import { deleteAnswer, writeAnswer } from '#usecases/ownAnswers';
import { readMine } from '#usecases/readMine';
import { deleteRoomAnswer, writeRoomAnswer } from '#usecases/roomAnswers';
import { personOf } from './leadRoutes.ts';
import { type Call, type Route, route } from './route.ts';

const place = (call: Call<unknown>): { meeting: MeetingId; round: string } => ({
  meeting: call.part('meeting'),
  round: call.part('round'),
});

const own = (call: Call<{ command: string }>): Parameters<typeof deleteAnswer>[2] => ({
  id: call.input.command,
  at: call.at,
  by: call.by,
  mri: call.visitor.member.mri,
});

const roomPlace = (call: Call<unknown>): Parameters<typeof deleteRoomAnswer>[1] => ({
  ...place(call),
  id: call.part('id'),
  recorder: call.by.person,
});

/** @throws DialogueError `NotChair` */
function sideFor({ visitor, input }: Call<WriteAnswer>): Side | undefined {
  if (input.onBehalf !== true) return undefined;
  const side = sideOf(visitor.committee.setup, visitor.member.person);
  if (side === undefined) throw new DialogueError('NotChair');
  return side;
}

/** What is answered, in panel and room, and what is somebody's own. */
export const answerRoutes: readonly Route[] = [
  route({
    name: 'writeAnswer',
    method: 'PUT',
    path: 'api/meetings/{meeting}/rounds/{round}/answer',
    role: 'member',
    status: 201,
    schema: WriteAnswer,
    run: (call) => {
      const { over, text } = call.input;
      const wish = { ...own(call), from: 'panel', over, side: sideFor(call) } as const;
      return writeAnswer(call.app.deps, place(call), wish, text);
    },
  }),
  route({
    name: 'deleteAnswer',
    method: 'DELETE',
    path: 'api/meetings/{meeting}/rounds/{round}/answer',
    role: 'member',
    status: 200,
    schema: DeleteAnswer,
    run: (call) => deleteAnswer(call.app.deps, place(call), { ...own(call), over: call.input.over }),
  }),
  route({
    name: 'writeRoomAnswer',
    method: 'PUT',
    path: 'api/meetings/{meeting}/rounds/{round}/room/{id}',
    role: 'recorder',
    status: 201,
    schema: WriteRoomAnswer,
    run: async (call) => {
      const { command: id, over, said, on, text } = call.input;
      const speaker = said === undefined ? undefined : await personOf(call, said);
      const wish = { id, at: call.at, by: call.by, over, said: speaker, on };
      return writeRoomAnswer(call.app.deps, roomPlace(call), wish, text);
    },
  }),
  route({
    name: 'deleteRoomAnswer',
    method: 'DELETE',
    path: 'api/meetings/{meeting}/rounds/{round}/room/{id}',
    role: 'recorder',
    status: 200,
    schema: DeleteRoomAnswer,
    run: (call) => {
      const { command: id, over } = call.input;
      return deleteRoomAnswer(call.app.deps, roomPlace(call), { id, at: call.at, over });
    },
  }),
  route(
    {
      name: 'readMine',
      method: 'GET',
      path: 'api/committees/{committee}/mine',
      role: 'member',
      status: 200,
      schema: ReadMine,
      run: ({ app, visitor, by, input }) => readMine(app.deps, visitor, by, input.after),
    },
    'body',
  ),
  route({
    name: 'eraseMine',
    method: 'DELETE',
    path: 'api/committees/{committee}/mine',
    role: 'member',
    status: 200,
    schema: JustCommand,
    run: (call) => eraseMine(call.app.deps, call.visitor.committee.id, own(call)),
  }),
  route({
    name: 'eraseAnswer',
    method: 'DELETE',
    path: 'api/meetings/{meeting}/rounds/{round}/mine/{answer}',
    role: 'member',
    status: 200,
    schema: JustCommand,
    run: (call) => eraseAnswer(call.app.deps, { ...place(call), key: call.part('answer') }, own(call)),
  }),
];
