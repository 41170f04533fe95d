import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import type { SignedReply } from './signedReplies.ts';

/** What became of a number of replies that were posted. */
export interface Posted {
  /** From the first request to the last answer, in milliseconds. */
  readonly lasted: number;
  /** Answers that were not 200, by their status. */
  readonly refused: readonly number[];
}

/** Posts replies to a bot, so many at once, over connections that stay open. Bare `node:http`: it costs the least. */
export async function postAll(url: string, replies: readonly SignedReply[], atOnce: number): Promise<Posted> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const refused: number[] = [];
  const waiting = replies.values();
  const worker = async (): Promise<void> => {
    for (const reply of waiting) {
      const status = await post(url, reply, agent);
      if (status !== 200) refused.push(status);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: atOnce }, worker));
  const lasted = performance.now() - began;
  agent.destroy();
  return { lasted, refused };
}

async function post(url: string, { body, authorization }: SignedReply, agent: Agent): Promise<number> {
  const headers = { authorization, 'content-type': 'application/json; charset=utf-8' };
  const outgoing = request(url, { method: 'POST', agent, headers }).end(body);
  const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
  answer.resume();
  await once(answer, 'end');
  return answer.statusCode ?? 0;
}
