import type { ItemView } from '../../api/views.ts';

/** Whether something is gathered when the item ends: also what was answered to a question that was only sent out beforehand. */
export const hasDigest = ({ round, plan }: Pick<ItemView, 'round' | 'plan'>): boolean =>
  round !== undefined || plan.some(({ ahead }) => ahead !== undefined);
