import { setTimeout as delay } from 'node:timers/promises';
import type { Activity } from './activities.ts';
import { signToken } from '../entra/tokens.ts';
import type { World } from './world.ts';
type Answer = { status: number; body: unknown }; // status 0: no answer, or none in time
async function attempt(world: World, activity: Activity, closing: AbortSignal): Promise<Answer> {
  const { botIssuer: iss, appId: aud, serviceUrl: serviceurl } = world.addresses;
  const authorization = `Bearer ${signToken(world.keys.channel, { iss, aud, serviceurl })}`;
  const headers = { authorization, 'content-type': 'application/json; charset=utf-8' };
  const signal = AbortSignal.any([closing, AbortSignal.timeout(world.limits.answerWithin)]);
  try {
    const init = { method: 'POST', headers, body: JSON.stringify(activity), signal };
    const response = await fetch(`${world.app.url}/api/messages`, init);
    const text = await response.text();
    return { status: response.status, body: text.startsWith('{') ? (JSON.parse(text) as unknown) : null };
  } catch {
    return { status: 0, body: null };
  }
}
/** The same once more: a message keeps its id, an invoke comes under a new one. */
export const again = (activity: Activity): Activity =>
  activity.type === 'invoke' ? { ...activity, id: `f:${crypto.randomUUID()}` } : activity;
/** Gives the bot activities, side by side as Teams does: what is sent again may come after what was said later. */
export function createCourier(world: World) {
  const closing = new AbortController();
  const underWay = new Set<Promise<Answer>>();
  async function deliver(activity: Activity, [wait, ...later]: number[]): Promise<Answer> {
    const answer = await attempt(world, activity, closing.signal);
    const isFinal = answer.status < 500 && ![0, 408, 412].includes(answer.status);
    if (isFinal || wait === undefined || closing.signal.aborted) return answer;
    await delay(wait, undefined, { signal: closing.signal }).catch(() => undefined);
    return deliver(again(activity), later);
  }
  const send = (activity: Activity): Promise<Answer> => {
    const sending = deliver(activity, world.limits.redeliverAfter).finally(() => underWay.delete(sending));
    underWay.add(sending);
    return sending;
  };
  const settled = async () => {
    while (underWay.size > 0) await Promise.all(underWay);
  };
  return { send, settled, close: () => closing.abort() };
}
export type Courier = ReturnType<typeof createCourier>;
