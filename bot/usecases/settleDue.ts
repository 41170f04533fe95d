import { elapsed } from '#dialogue/instant';
import type { PostRef } from '#dialogue/post';
import type { Deps, Outbox } from './deps.ts';
import { endOverdue } from './endOverdue.ts';
import { eraseItem } from './eraseItem.ts';
import { eraseTeam } from './eraseTeam.ts';
import { attend } from './outbox.ts';
import { FRESH } from './promise.ts';
import { readBack } from './readBack.ts';
import type { Due, DueList } from './ports.ts';
import { forgetTrial } from './trials.ts';

type SettleDeps = Outbox & Pick<Deps, 'memberships'>;

/**
 * Does all the work that is due: the timer's job. One piece that fails does not keep the others waiting.
 * @returns how many pieces were looked at and how many failed
 */
export async function settleDue(deps: SettleDeps): Promise<{ looked: number; failed: number }> {
  const { dues, broken } = await listDue(deps);
  if (broken > 0) deps.surroundings.log({ level: 'error', code: 'Due.broken', rows: broken });
  let failed = broken;
  for (const due of dues) {
    try {
      await settle(deps, due);
    } catch (error) {
      failed += 1;
      deps.surroundings.log({
        level: 'error',
        code: 'Due.failed',
        error: error instanceof Error ? error.name : 'unknown',
      });
    }
  }
  return { looked: dues.length + broken, failed };
}

/** Nothing at all is settled where this fails, so the run fails with it. */
async function listDue({ store, surroundings }: SettleDeps): Promise<DueList> {
  try {
    const now = surroundings.now();
    const { dues, broken } = await store.listDue(now);
    return { broken, dues: dues.filter((due) => !('post' in due) || elapsed(due.at, now) >= FRESH) };
  } catch (error) {
    surroundings.log({ level: 'error', code: 'Due.unread', error: error instanceof Error ? error.name : 'unknown' });
    throw error;
  }
}

function settle(deps: SettleDeps, due: Due): Promise<void> {
  if ('ending' in due) return endOverdue(deps, due);
  if ('expiring' in due) return eraseItem(deps, due);
  if ('erasing' in due) return eraseTeam(deps, due);
  if ('passing' in due) return forgetPost(deps, due);
  if ('readBack' in due) return readBack(deps, due);
  return 'trial' in due ? forgetTrial(deps, due) : attend(deps, due);
}

/** What was said in passing, where there is no committee: that it was said is remembered no longer. */
async function forgetPost({ store }: SettleDeps, due: Due & { readonly passing: PostRef }): Promise<void> {
  await store.erasePost(due.passing);
  await store.removeDue(due);
}
