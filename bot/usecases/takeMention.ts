import type { MessageId } from '#dialogue/ids';
import { answerCommand } from './answerCommand.ts';
import type { Deps } from './deps.ts';
import { commandIn, commandMeant, type Understood } from './commandIn.ts';
import type { Mentioned, ReplySeen } from './inboundEvents.ts';
import { settleByMention } from './settleByMention.ts';
import { takeReply } from './takeReply.ts';

type TakeDeps = Deps & Parameters<typeof takeReply>[0];

/** Answers a message that starts a thread and mentions the bot, whatever it says. */
export const takeMention = (deps: Deps, mentioned: Mentioned): Promise<void> =>
  answer(deps, { ...mentioned, root: mentioned.message }, commandMeant(mentioned.mention));

/**
 * Answers in the language of the word that was said; where that is the same in both, in the one in which Teams is used by
 * whoever said it. Else the team's own language is left to speak.
 */
function answer(
  deps: Deps,
  asking: (Mentioned | ReplySeen) & { readonly root: MessageId },
  understood: Understood | undefined,
): Promise<void> {
  const { command = 'unknown', language } = understood ?? {};
  return answerCommand(deps, { ...asking, language: language === 'either' ? asking.client : language }, command);
}

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
      await answer(deps, reply, undefined);
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
  await answer(deps, reply, command);
}
