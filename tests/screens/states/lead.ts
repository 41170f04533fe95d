import { at, aView } from '../../../tabs/testing/views.ts';
import type { CommitteeView, UnsettledView } from '../../../tabs/api/views.ts';
import type { Scene, State } from '../State.ts';
import { answers, LEAD, LONG_WORD, plan, round, second, viewOf, viewOfItem } from './samples.ts';

const closed = { status: 'closed', closedAt: at('10:40') } as const;
const led = { lead: LEAD } as const;
const afterFirst = { ...led, plan: plan('closed') };
const unknown: UnsettledView = { post: { key: 'r001!p!q', status: 'unknown' }, of: 'question', number: 1 };
const endedWith = (digest: UnsettledView, ...others: UnsettledView[]) =>
  viewOfItem({
    ...led,
    status: 'ended',
    endedAt: at('10:45'),
    plan: plan('closed', 'skipped', 'skipped'),
    round: round({ ...closed, answers: answers(2) }),
    digest: digest.post,
    unsettled: [digest, ...others],
  });
/** `view`: how things stand now, which comes with the refusal or is asked for at once. */
const refused = (code: string, status: number, view?: CommitteeView) => ({
  status,
  body: { code, message: 'refused', view },
});

const openPicker = async ({ press, see }: Scene): Promise<void> => {
  await press('open.begin');
  await see('picker.choose');
};
const openPlan = async ({ press }: Scene): Promise<void> => {
  await press('more');
  await press('lead.plan');
};
const changePlan = async ({ press, see }: Scene): Promise<void> => {
  await press('plan.change');
  await see('picker.addMore');
};

/** What owners and facilitators see in the panel. */
export const LEADING: readonly State[] = [
  {
    name: 'nothing-open-owner',
    page: 'panel',
    shows: 'nothing.owner',
    view: aView({ item: undefined, you: { name: 'Anna Holm', mayOpen: true } }),
  },
  {
    name: 'opening',
    page: 'panel',
    shows: 'picker.needsOne',
    view: aView({ item: undefined, you: { name: 'Anna Holm', mayOpen: true } }),
    steps: openPicker,
  },
  {
    name: 'opening-chosen',
    page: 'panel',
    shows: ['picker.chosen', { count: 3 }],
    view: aView({ item: undefined, you: { name: 'Anna Holm', mayOpen: true } }),
    steps: async (scene) => {
      await openPicker(scene);
      await scene.page.locator('summary').first().click();
      for (const index of [0, 1]) await scene.page.getByRole('checkbox').nth(index).check();
      await scene.fill('picker.own', `Hvad betyder ${LONG_WORD} for os?`);
      await scene.press('picker.own.add');
    },
  },
  {
    name: 'opening-no-material',
    page: 'panel',
    shows: 'materials.failed',
    view: aView({ item: undefined, you: { name: 'Anna Holm', mayOpen: true } }),
    answers: { 'GET materials': 'unreachable' },
    steps: ({ press }) => press('open.begin'),
  },
  {
    name: 'opening-somebody-was-first',
    page: 'panel',
    shows: 'putAway',
    view: aView({ item: undefined, you: { name: 'Anna Holm', mayOpen: true } }),
    steps: async (scene) => {
      await openPicker(scene);
      await scene.page.locator('summary').first().click();
      await scene.page.getByRole('checkbox').first().check();
      const view = viewOfItem({ plan: plan() });
      scene.answer('POST meetings', { status: 409, body: { code: 'MeetingAlreadyOpen', message: 'refused', view } });
      await scene.press('open.confirm');
      await scene.show(view);
    },
  },
  { name: 'lead-before-first', page: 'panel', shows: 'lead.put', view: viewOfItem({ ...led, plan: plan() }) },
  {
    name: 'lead-open',
    page: 'panel',
    shows: 'lead.close',
    view: viewOf({ answers: answers(3) }, { ...led, plan: plan('open') }),
  },
  {
    name: 'lead-closed',
    page: 'panel',
    shows: 'lead.next',
    view: viewOf({ ...closed, answers: answers(3) }, afterFirst),
  },
  {
    name: 'lead-last-closed',
    page: 'panel',
    shows: 'lead.end',
    view: viewOf({ ...closed, answers: answers(3) }, { ...led, plan: plan('closed', 'skipped', 'skipped') }),
  },
  {
    name: 'lead-sending',
    page: 'panel',
    shows: 'lead.close.sending',
    view: viewOf({ answers: answers(3) }, { ...led, plan: plan('open') }),
    answers: { 'POST closing': 'never' },
    steps: ({ press }) => press('lead.close'),
  },
  {
    name: 'lead-offline',
    page: 'panel',
    shows: 'failed.offline',
    view: viewOf({ answers: answers(3) }, { ...led, plan: plan('open') }),
    answers: { 'POST closing': 'unreachable' },
    steps: ({ press }) => press('lead.close'),
  },
  {
    name: 'lead-refused',
    page: 'panel',
    shows: ['first.lead', { name: 'Lone Krogh' }],
    view: viewOf({ answers: answers(3) }, { ...led, plan: plan('open') }),
    answers: {
      'POST closing': refused('NotFacilitator', 403, viewOf({ answers: answers(3) }, { plan: plan('open') })),
    },
    steps: async ({ press, show }) => {
      await press('lead.close');
      await show(viewOf({ answers: answers(3) }, { plan: plan('open') }));
    },
  },
  {
    name: 'lead-ending-unsettled',
    page: 'panel',
    shows: 'end.keep',
    view: viewOf(
      { ...closed, answers: answers(3), post: unknown.post },
      { ...led, plan: plan('closed', 'skipped', 'skipped'), unsettled: [unknown] },
    ),
    steps: ({ press }) => press('lead.end'),
  },
  {
    name: 'lead-ending-early',
    page: 'panel',
    shows: 'end.keep',
    view: viewOf({ answers: answers(3) }, { ...led, plan: plan('open') }),
    steps: async (scene) => {
      await openPlan(scene);
      await scene.press('plan.end');
    },
  },
  {
    name: 'lead-ending-nothing-put',
    page: 'panel',
    shows: 'end.keep',
    view: viewOfItem({ ...led, plan: plan() }),
    steps: ({ press }) => press('plan.end'),
  },
  {
    name: 'plan',
    page: 'panel',
    shows: 'plan.change',
    view: viewOf({ ...closed, answers: answers(3) }, { ...led, plan: plan('closed', 'waiting', 'skipped') }),
    steps: openPlan,
  },
  {
    name: 'plan-while-open',
    page: 'panel',
    shows: 'plan.change',
    view: viewOf({ answers: answers(3) }, { ...led, plan: plan('open') }),
    steps: openPlan,
  },
  {
    name: 'plan-changing',
    page: 'panel',
    shows: 'plan.save',
    view: viewOf({ ...closed, answers: answers(3) }, afterFirst),
    steps: async (scene) => {
      await openPlan(scene);
      await changePlan(scene);
      for (const theme of await scene.page.locator('summary').filter({ visible: true }).all()) await theme.click();
    },
  },
  {
    name: 'unsettled-unknown',
    page: 'panel',
    shows: 'settle.question.unknown',
    view: viewOf({ post: unknown.post }, { ...led, unsettled: [unknown] }),
  },
  {
    name: 'unsettled-blocked',
    page: 'panel',
    shows: 'settle.question.blocked',
    view: viewOf(
      { post: { ...unknown.post, status: 'blocked' } },
      { ...led, unsettled: [{ ...unknown, post: { ...unknown.post, status: 'blocked' } }] },
    ),
  },
  {
    name: 'unsettled-others',
    page: 'panel',
    shows: ['settle.others', { count: 1 }],
    view: viewOfItem({ ...led, plan: plan('closed', 'open'), round: second(), unsettled: [unknown] }),
    steps: ({ page, words }) => page.getByText(words('settle.others', { count: 1 })).click(),
  },
  ...(['unknown', 'blocked'] as const).map((status): State => ({
    name: status === 'unknown' ? 'unsettled-digest' : 'unsettled-digest-blocked',
    page: 'panel',
    shows: `settle.digest.${status}`,
    view: endedWith({ post: { key: 'z!p!digest!1', status }, of: 'digest', number: 1 }),
  })),
  {
    name: 'unsettled-digest-others',
    page: 'panel',
    shows: ['settle.which.digest', { number: 2 }],
    view: endedWith(
      { post: { key: 'z!p!digest!1', status: 'unknown' }, of: 'digest', number: 1 },
      { post: { key: 'z!p!digest!2', status: 'blocked' }, of: 'digest', number: 2 },
      unknown,
    ),
  },
];
