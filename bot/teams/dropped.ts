import type { InboundEvent } from '#usecases/inboundEvents';

/** Not for the bot. The reason is a word of ours, so that it may be logged. */
export const dropped = (reason: string): InboundEvent => ({ type: 'dropped', reason });
