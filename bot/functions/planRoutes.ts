import { ChangePlan, JustCommand, OpenMeeting, OpenPlanned, PlanItem } from '#contract/requests';
import type { MaterialsView } from '#contract/responses';
import { sentencesOf } from '#dialogue/sentences';
import { choosePlan } from '#usecases/choosePlan';
import { openItem, openPlanned } from '#usecases/openItem';
import { discardPlanned, planItem } from '#usecases/planItem';
import { command } from './leadRoutes.ts';
import { type Call, type Route, route } from './route.ts';

const materialsView = ({ app }: Call<unknown>): MaterialsView => ({
  materials: app.deps.materials.map((material) => ({
    ...material,
    themes: material.themes.map((theme) => ({
      ...theme,
      questions: theme.questions.map((question) => ({ ...question, sentences: sentencesOf(question.text) })),
    })),
  })),
});

const newItem = ({ app, visitor, by, at, input }: Call<PlanItem>): Parameters<typeof planItem>[1] => ({
  ...choosePlan(app.deps.materials, input.material, input.plan),
  id: input.command,
  at,
  by,
  committee: visitor.committee.id,
  team: visitor.team.id,
  language: visitor.team.language,
  title: input.title,
});

/** What prepares and opens an item. */
export const planRoutes: readonly Route[] = [
  route(
    {
      name: 'readMaterials',
      method: 'GET',
      path: 'api/committees/{committee}/materials',
      role: 'member',
      status: 200,
      run: (call) => Promise.resolve(materialsView(call)),
    },
    'body',
  ),
  route({
    name: 'openMeeting',
    method: 'POST',
    path: 'api/committees/{committee}/meetings',
    role: 'opener',
    status: 201,
    schema: OpenMeeting,
    run: (call) => openItem(call.app.deps, { ...newItem(call), teamsMeeting: call.input.teamsMeeting }),
  }),
  route({
    name: 'planItem',
    method: 'POST',
    path: 'api/committees/{committee}/plans',
    role: 'opener',
    status: 201,
    schema: PlanItem,
    run: (call) => planItem(call.app.deps, newItem(call)),
  }),
  route({
    name: 'openPlanned',
    method: 'POST',
    path: 'api/meetings/{meeting}/opening',
    role: 'opener',
    status: 200,
    schema: OpenPlanned,
    run: (call) => {
      const { command: id, teamsMeeting } = call.input;
      return openPlanned(call.app.deps, call.part('meeting'), { id, at: call.at, by: call.by, teamsMeeting });
    },
  }),
  route({
    name: 'changePlan',
    method: 'PUT',
    path: 'api/meetings/{meeting}/plan',
    role: 'planner',
    status: 200,
    schema: ChangePlan,
    run: (call) => {
      const { materials } = call.app.deps;
      const { base, baseTitle, material, plan, title } = call.input;
      return command(call, {
        type: 'changePlan',
        ...choosePlan(materials, material, plan),
        base: choosePlan(materials, material, base).plan,
        title,
        baseTitle,
      });
    },
  }),
  route({
    name: 'discardPlanned',
    method: 'DELETE',
    path: 'api/meetings/{meeting}/plan',
    role: 'opener',
    status: 200,
    schema: JustCommand,
    run: (call) =>
      discardPlanned(call.app.deps, call.part('meeting'), { id: call.input.command, at: call.at, by: call.by }),
  }),
];
