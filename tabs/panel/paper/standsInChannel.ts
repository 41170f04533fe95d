import type { PlannedView, RoundView } from '../../api/views.ts';

/**
 * Whether a question has a thread in the channel, where answers to it are kept: it was sent out beforehand, or is open
 * and has come there. What is written in the channel otherwise is no answer to it.
 * @param current the item's round that is open, or was last
 */
export const standsInChannel = ({ ahead, status, round }: PlannedView, current: RoundView | undefined): boolean =>
  ahead?.status === 'sent' || (status === 'open' && round === current?.id && current?.post.status === 'sent');
