import { setTimeout as delay } from 'node:timers/promises';
import type { Activity } from './activities.ts';
import type { Message } from './state.ts';
import { signToken } from './tokens.ts';
import { isGranted } from './world.ts';
import type { World } from './world.ts';

/** Whether a message goes to the bot: chats by their kind, channels by permission, mention and type. */
export function reachesBot(world: World, { place, mention }: Message): boolean {
  const { state, switches } = world;
  const channel = state.channels.find(({ id }) => id === place);
  if (channel === undefined) return mention || place.startsWith('a:');
  if (state.installed?.bot !== true) return false;
  if (channel.type === 'private') return mention && switches.privateChannels;
  return mention || isGranted(world, 'ChannelMessage.Read.Group');
}

/** The bot's answer; status 0: none, or none in time. */
type Answer = { status: number; body: unknown };
async function attempt(
  { addresses, keys, limits, app }: World,
  activity: Activity,
  closing: AbortSignal,
): Promise<Answer> {
  const { botIssuer: iss, appId: aud, serviceUrl: serviceurl } = addresses;
  const authorization = `Bearer ${signToken(keys.channel, { iss, aud, serviceurl })}`;
  const headers = { authorization, 'content-type': 'application/json; charset=utf-8' };
  const signal = AbortSignal.any([closing, AbortSignal.timeout(limits.answerWithin)]);
  try {
    const init = { method: 'POST', headers, body: JSON.stringify(activity), signal };
    const response = await fetch(`${app.url}/api/messages`, init);
    const text = await response.text();
    return { status: response.status, body: text.startsWith('{') ? (JSON.parse(text) as unknown) : null };
  } catch {
    return { status: 0, body: null };
  }
}

/** Gives the bot activities, side by side as Teams does: what is sent again may come after what was said later. */
export function createCourier(world: World) {
  const closing = new AbortController();
  const underWay = new Set<Promise<Answer>>();
  async function deliver(activity: Activity): Promise<Answer> {
    let answer = await attempt(world, activity, closing.signal);
    for (const wait of world.limits.redeliverAfter) {
      if (answer.status !== 0 && answer.status !== 408 && answer.status !== 412 && answer.status < 500) break;
      await delay(wait, undefined, { signal: closing.signal }).catch(() => undefined);
      if (closing.signal.aborted) break;
      // An invoke that is sent again comes with another id; a message never does.
      const id = activity.type === 'invoke' ? `f:${crypto.randomUUID()}` : activity['id'];
      answer = await attempt(world, { ...activity, id }, closing.signal);
    }
    return answer;
  }
  const send = (activity: Activity) => {
    const sending = deliver(activity).finally(() => underWay.delete(sending));
    underWay.add(sending);
    return sending;
  };
  const settled = async () => {
    while (underWay.size > 0) await Promise.all(underWay);
  };
  return { send, settled, close: () => closing.abort() };
}
export type Courier = ReturnType<typeof createCourier>;
