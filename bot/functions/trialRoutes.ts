import { JustCommand, WriteTrial } from '#contract/requests';
import type { TrialView } from '#contract/responses';
import type { TrialRef } from '#dialogue/trial';
import { eraseTrial, readTrial, writeTrial } from '#usecases/trials';
import { type Call, type Route, route } from './route.ts';

const PATH = 'api/committees/{committee}/trial';

/** Only ever the person's own. */
const own = ({ visitor, by }: Call<unknown>): TrialRef => ({ committee: visitor.committee.id, person: by.person });

/** *Prøv på ét minut*: what somebody writes to try the app. */
export const trialRoutes: readonly Route[] = [
  route(
    {
      name: 'readTrial',
      method: 'GET',
      path: PATH,
      role: 'member',
      status: 200,
      run: async (call): Promise<TrialView> => ({ trial: await readTrial(call.app.deps, own(call)) }),
    },
    'body',
  ),
  route(
    {
      name: 'writeTrial',
      method: 'PUT',
      path: PATH,
      role: 'member',
      status: 201,
      schema: WriteTrial,
      run: async (call): Promise<TrialView> => ({ trial: await writeTrial(call.app.deps, own(call), call.input.text) }),
    },
    'body',
  ),
  route(
    {
      name: 'eraseTrial',
      method: 'DELETE',
      path: PATH,
      role: 'member',
      status: 200,
      schema: JustCommand,
      run: async (call): Promise<TrialView> => {
        await eraseTrial(call.app.deps, own(call));
        return { erasedAt: call.app.deps.surroundings.now() };
      },
    },
    'body',
  ),
];
