import { settleDue } from '#usecases/settleDue';
import type { App } from './app.ts';

/** Every five minutes, in Functions' form with seconds. */
export const SETTLE_SCHEDULE = '0 */5 * * * *';

export const createSettleHandler = (app: App) => async (): Promise<void> => {
  const { looked, failed } = await settleDue(app.deps);
  app.deps.surroundings.log({ level: failed > 0 ? 'error' : 'info', code: 'Due.settled', looked, failed });
};
