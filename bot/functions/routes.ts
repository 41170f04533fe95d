import {
  ChangePlan,
  JustCommand,
  OpenMeeting,
  PutQuestion,
  SettlePost,
  SkipQuestion,
  WriteAnswer,
} from '#contract/requests';
import type { MaterialsView } from '#contract/responses';
import type { Command } from '#dialogue/commands';
import type { MeetingId } from '#dialogue/ids';
import { choosePlan } from '#usecases/choosePlan';
import { eraseAnswer, eraseMine } from '#usecases/eraseMine';
import { lead } from '#usecases/lead';
import { openItem } from '#usecases/openItem';
import { deleteAnswer, writeAnswer } from '#usecases/ownAnswers';
import { readMine } from '#usecases/readMine';
import { settlePost } from '#usecases/settlePost';
import { historyRoutes } from './historyRoutes.ts';
import { type Call, type Route, route } from './route.ts';

type Wish = Command extends infer C ? (C extends Command ? Omit<C, 'id' | 'at' | 'by'> : never) : never;

const command = (call: Call<{ command: string }>, wish: Wish): Promise<unknown> =>
  lead(call.app.deps, call.part('meeting'), { ...wish, id: call.input.command, at: call.at, by: call.by });

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

/** Everything that the panel can ask for, a row each. */
export const routes: readonly Route[] = [
  route({
    name: 'readView',
    method: 'GET',
    path: 'api/committees/{committee}/view',
    role: 'member',
    status: 200,
    run: () => Promise.resolve(),
  }),
  route(
    {
      name: 'readMaterials',
      method: 'GET',
      path: 'api/committees/{committee}/materials',
      role: 'member',
      status: 200,
      run: ({ app }): Promise<MaterialsView> => Promise.resolve({ materials: app.deps.materials }),
    },
    'body',
  ),
  route({
    name: 'openMeeting',
    method: 'POST',
    path: 'api/committees/{committee}/meetings',
    role: 'owner',
    status: 201,
    schema: OpenMeeting,
    run: ({ app, visitor, by, at, input }) =>
      openItem(app.deps, {
        ...choosePlan(app.deps.materials, input.material, input.plan),
        id: input.command,
        at,
        by,
        committee: visitor.committee.id,
        team: visitor.team.id,
        language: visitor.team.language,
        title: input.title,
        teamsMeeting: input.teamsMeeting,
      }),
  }),
  route({
    name: 'changePlan',
    method: 'PUT',
    path: 'api/meetings/{meeting}/plan',
    role: 'facilitator',
    status: 200,
    schema: ChangePlan,
    run: (call) =>
      command(call, {
        type: 'changePlan',
        revision: call.input.revision,
        ...choosePlan(call.app.deps.materials, call.input.material, call.input.plan),
      }),
  }),
  route({
    name: 'putQuestion',
    method: 'POST',
    path: 'api/meetings/{meeting}/rounds',
    role: 'facilitator',
    status: 201,
    schema: PutQuestion,
    run: (call) => command(call, { type: 'putQuestion', question: call.input.question }),
  }),
  route({
    name: 'closeRound',
    method: 'POST',
    path: 'api/meetings/{meeting}/rounds/{round}/closing',
    role: 'facilitator',
    status: 200,
    schema: JustCommand,
    run: (call) => command(call, { type: 'closeRound', round: call.part('round') }),
  }),
  route({
    name: 'skipQuestion',
    method: 'POST',
    path: 'api/meetings/{meeting}/skips',
    role: 'facilitator',
    status: 200,
    schema: SkipQuestion,
    run: (call) =>
      command(call, { type: call.input.skipped ? 'skipQuestion' : 'takeUpQuestion', question: call.input.question }),
  }),
  route({
    name: 'endMeeting',
    method: 'POST',
    path: 'api/meetings/{meeting}/ending',
    role: 'facilitator',
    status: 200,
    schema: JustCommand,
    run: (call) => command(call, { type: 'endMeeting', cause: 'facilitator' }),
  }),
  route({
    name: 'writeAnswer',
    method: 'PUT',
    path: 'api/meetings/{meeting}/rounds/{round}/answer',
    role: 'member',
    status: 201,
    schema: WriteAnswer,
    run: (call) => {
      const { over, text } = call.input;
      return writeAnswer(call.app.deps, place(call), { ...own(call), from: 'panel', over }, text);
    },
  }),
  route({
    name: 'deleteAnswer',
    method: 'DELETE',
    path: 'api/meetings/{meeting}/rounds/{round}/answer',
    role: 'member',
    status: 200,
    schema: JustCommand,
    run: (call) => deleteAnswer(call.app.deps, place(call), own(call)),
  }),
  route(
    {
      name: 'readMine',
      method: 'GET',
      path: 'api/committees/{committee}/mine',
      role: 'member',
      status: 200,
      run: ({ app, visitor, by }) => readMine(app.deps, visitor, by),
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
  route({
    name: 'settlePost',
    method: 'POST',
    path: 'api/meetings/{meeting}/posts/{post}/settlement',
    role: 'facilitator',
    status: 200,
    schema: SettlePost,
    run: (call) => settlePost(call.app.deps, call.part('meeting'), call.part('post'), call.input),
  }),
  ...historyRoutes,
];
