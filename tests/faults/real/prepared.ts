import type { CommitteeView } from '#contract/responses';
import { replyKey } from '#dialogue/answer';
import { until } from '../../bench/until.ts';
import type { Api } from './api.ts';
import type { Machine } from './machine.ts';
import { isHeard } from './possible.ts';
import type { RealReply } from './thread.ts';

/** What is held for a message is the round's when somebody has looked for that: a minute after whoever sent it was gone. */
const PATIENCE = 150_000;

interface Deps {
  readonly api: Api;
  readonly machine: Machine;
}

/**
 * Whoever looks at a question that is put sees what was written to it beforehand: all that the app has said 200 to until then.
 * @returns how many replies that are
 */
export async function seesPrepared(
  { api, machine }: Deps,
  { as, channel }: { readonly as: string; readonly channel: string },
  replies: readonly RealReply[],
): Promise<number> {
  const heard = replies.filter((reply) => isHeard(reply, machine));
  const isShown = async (): Promise<true | undefined> => {
    const { item } = await api.read(as, channel);
    return heard.every((reply) => isIn(item?.round?.answers ?? [], reply)) ? true : undefined;
  };
  await until('all that was written beforehand in the panel', isShown, PATIENCE);
  return heard.length;
}

type Shown = NonNullable<NonNullable<CommitteeView['item']>['round']>['answers'];

/** As it was written last, and as what came before the question; not at all where it is deleted. */
function isIn(shown: Shown, { message, versions }: RealReply): boolean {
  const text = versions.at(-1)?.text;
  const found = shown.filter(({ id }) => id === replyKey(message));
  if (text === undefined) return found.length === 0;
  return found.length === 1 && found[0]?.text === text && found[0].prepared === true;
}
