import { AnswerProposal, ChangeSetup, FindPeople } from '#contract/requests';
import type { PeopleView, SetupView } from '#contract/responses';
import { answerProposal } from '#usecases/answerProposal';
import { changeSetup, type SetupCaller } from '#usecases/changeSetup';
import { findPeople } from '#usecases/findPeople';
import { readSetup } from '#usecases/readSetup';
import { type Call, type Route, route } from './route.ts';

const caller = ({ visitor, by, at }: Call<unknown>): SetupCaller => ({ visitor, by, at });

/** What a committee is, who may change it, and who is in its team. */
export const setupRoutes: readonly Route[] = [
  route(
    {
      name: 'readSetup',
      method: 'GET',
      path: 'api/committees/{committee}/setup',
      role: 'member',
      status: 200,
      run: ({ app, visitor, by }): Promise<SetupView> => readSetup(app.deps, visitor, by),
    },
    'body',
  ),
  route(
    {
      name: 'changeSetup',
      method: 'PUT',
      path: 'api/committees/{committee}/setup',
      role: 'keeper',
      status: 200,
      schema: ChangeSetup,
      run: (call): Promise<SetupView> => changeSetup(call.app.deps, caller(call), call.input),
    },
    'body',
  ),
  route(
    {
      name: 'answerProposal',
      method: 'POST',
      path: 'api/committees/{committee}/setup/proposal',
      role: 'keeper',
      status: 200,
      schema: AnswerProposal,
      run: (call): Promise<SetupView> => answerProposal(call.app.deps, caller(call), call.input),
    },
    'body',
  ),
  route(
    {
      name: 'findPeople',
      method: 'GET',
      path: 'api/committees/{committee}/people',
      role: 'member',
      status: 200,
      schema: FindPeople,
      run: ({ app, visitor, input }): Promise<PeopleView> => findPeople(app.deps, visitor, input.search),
    },
    'body',
  ),
];
