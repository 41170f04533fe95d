import { answerCommand } from './answerCommand.ts';
import type { Deps } from './deps.ts';
import { commandIn, commandMeant } from './commandIn.ts';
import type { Mentioned, ReplySeen } from './inboundEvents.ts';
import { settleByMention } from './settleByMention.ts';
import { takeReply } from './takeReply.ts';

type TakeDeps = Deps & Parameters<typeof takeReply>[0];

/** Answers a message that starts a thread and mentions the bot, whatever it says. */
export const takeMention = (deps: Deps, mentioned: Mentioned): Promise<void> =>
  answerCommand(deps, { ...mentioned, root: mentioned.message }, commandMeant(mentioned.mention) ?? 'unknown');

/**
 * Takes what was written in a thread: a mention of which all the rest is a command is a command, anything else is taken
 * as a reply. A mention in a thread where nothing is an answer is answered all the same.
 */
export async function takeInThread(deps: TakeDeps, reply: ReplySeen): Promise<void> {
  const command = reply.mention === undefined ? undefined : commandIn(reply.mention);
  if (command === undefined) {
    const taken = await takeReply(deps, reply);
    // What is held may still be an answer. If it turns out to be none it is erased, and gets no answer either: who
    // mentioned the bot is not told what it can do, which is less bad than being told so beside an answer that counts.
    if (taken === 'dropped' && reply.mention !== undefined && reply.life === 'posted')
      await answerCommand(deps, reply, 'unknown');
    return;
  }
  // Only what is newly written is carried out. Where an answer was changed into a command, its words are taken back.
  if (reply.life !== 'posted') {
    await takeReply(deps, { ...reply, life: 'deleted', text: undefined, mention: undefined });
    return;
  }
  // The same word is a command in every thread, so nobody has to wait until it is known whose thread it is: it is
  // neither held nor kept.
  // A facilitator who asks under a question that nobody knew about has shown where it stands, too.
  await settleByMention(deps, reply, await deps.store.listAnnounced(reply.committee));
  await answerCommand(deps, reply, command);
}
