import type { ItemView } from '../../api/views.ts';

/** Teams refused the question that is open for answers: to send it again comes before closing it. */
export const isRefused = ({ round }: Pick<ItemView, 'round'>): boolean =>
  round?.status === 'open' && round.post.status === 'blocked';
