import { answerRoutes } from './answerRoutes.ts';
import { historyRoutes } from './historyRoutes.ts';
import { leadRoutes } from './leadRoutes.ts';
import { planRoutes } from './planRoutes.ts';
import { setupRoutes } from './setupRoutes.ts';
import { type Route, route } from './route.ts';
import { trialRoutes } from './trialRoutes.ts';

/** Everything that the panel can ask for, a row each. */
export const routes: readonly Route[] = [
  route({
    name: 'readView',
    method: 'GET',
    path: 'api/committees/{committee}/view',
    role: 'member',
    status: 200,
    run: () => Promise.resolve(),
  }),
  ...planRoutes,
  ...leadRoutes,
  ...answerRoutes,
  ...historyRoutes,
  ...setupRoutes,
  ...trialRoutes,
];
