import type { Deps, Outbox } from './deps.ts';
import { endOverdue } from './endOverdue.ts';
import { attend } from './outbox.ts';

/**
 * Does all the work that is due: the timer's job. One piece that fails does not keep the others waiting.
 * @returns how many pieces were looked at and how many failed
 */
export async function settleDue(deps: Outbox & Pick<Deps, 'memberships'>): Promise<{ looked: number; failed: number }> {
  const dues = await deps.store.listDue(deps.surroundings.now());
  let failed = 0;
  for (const due of dues) {
    try {
      await ('ending' in due ? endOverdue(deps, due) : attend(deps, due));
    } catch (error) {
      failed += 1;
      deps.surroundings.log({
        level: 'error',
        code: 'Due.failed',
        error: error instanceof Error ? error.name : 'unknown',
      });
    }
  }
  return { looked: dues.length, failed };
}
