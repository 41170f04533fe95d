import type { CommitteeView } from './views.ts';

/**
 * Which of two answers tells more. Several instances answer polls, each from a snapshot of its own, so an answer that
 * comes later can be older: then the one shown stays.
 */
export function newest(shown: CommitteeView | undefined, come: CommitteeView): CommitteeView {
  const [before, after] = [shown?.item, come.item];
  if (shown === undefined || before === undefined) return come;
  if (after === undefined) return before.status === 'open' ? shown : come;
  if (after.id === before.id) return after.version < before.version ? shown : come;
  return after.openedAt < before.openedAt ? shown : come;
}
