import {
  AppointScribe,
  HandOver,
  JustCommand,
  PutQuestion,
  SettlePost,
  ShowOnScreen,
  SkipQuestion,
} from '#contract/requests';
import type { Command } from '#dialogue/commands';
import { DialogueError } from '#dialogue/errors';
import type { Person } from '#dialogue/meeting';
import { lead } from '#usecases/lead';
import { sendAhead } from '#usecases/sendAhead';
import { settlePost } from '#usecases/settlePost';
import { type Call, type Route, route } from './route.ts';

type Wish = Command extends infer C ? (C extends Command ? Omit<C, 'id' | 'at' | 'by' | 'ledBy'> : never) : never;

const commandOf = <One extends Wish>({ input, at, by, ledBy }: Call<{ command: string }>, wish: One) => ({
  ...wish,
  id: input.command,
  at,
  by,
  ledBy,
});

export const command = (call: Call<{ command: string }>, wish: Wish): Promise<unknown> =>
  lead(call.app.deps, call.part('meeting'), commandOf(call, wish));

/**
 * Somebody of the team, by the name that colleagues know.
 * @throws DialogueError `PersonNotMember`
 */
export async function personOf({ app, visitor }: Call<unknown>, id: string): Promise<Person> {
  const member = await app.deps.memberships.member(visitor.team, id);
  if (member === undefined) throw new DialogueError('PersonNotMember');
  return { person: member.person, name: member.name };
}

/** What leads an item on. */
export const leadRoutes: readonly Route[] = [
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
    name: 'extendRound',
    method: 'POST',
    path: 'api/meetings/{meeting}/rounds/{round}/extension',
    role: 'facilitator',
    status: 200,
    schema: JustCommand,
    run: (call) => command(call, { type: 'extendRound', round: call.part('round') }),
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
    name: 'sendAhead',
    method: 'POST',
    path: 'api/meetings/{meeting}/ahead',
    role: 'planner',
    status: 201,
    schema: PutQuestion,
    run: (call) =>
      sendAhead(
        call.app.deps,
        call.part('meeting'),
        commandOf(call, { type: 'sendAhead', question: call.input.question }),
      ),
  }),
  route({
    name: 'handOver',
    method: 'POST',
    path: 'api/meetings/{meeting}/lead',
    role: 'successor',
    status: 200,
    schema: HandOver,
    run: async (call) => command(call, { type: 'handOver', to: await personOf(call, call.input.to) }),
  }),
  route({
    name: 'appointScribe',
    method: 'POST',
    path: 'api/meetings/{meeting}/scribe',
    role: 'facilitator',
    status: 200,
    schema: AppointScribe,
    run: async (call) => {
      const { scribe } = call.input;
      return command(call, {
        type: 'appointScribe',
        scribe: scribe === undefined ? undefined : await personOf(call, scribe),
      });
    },
  }),
  route({
    name: 'showOnScreen',
    method: 'POST',
    path: 'api/meetings/{meeting}/screen',
    role: 'facilitator',
    status: 200,
    schema: ShowOnScreen,
    run: (call) => command(call, { type: 'showOnScreen', screen: call.input.screen }),
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
    name: 'settlePost',
    method: 'POST',
    path: 'api/meetings/{meeting}/posts/{post}/settlement',
    role: 'planner',
    status: 200,
    schema: SettlePost,
    run: (call) =>
      settlePost(call.app.deps, call.part('meeting'), call.part('post'), { ...call.input, ledBy: call.ledBy }),
  }),
];
