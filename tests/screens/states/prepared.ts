import type { CommitteeView, NextView, PlannedView, PostView } from '../../../tabs/api/views.ts';
import { aPlanned, aView } from '../../../tabs/testing/views.ts';
import type { Scene, State } from '../State.ts';
import { LONG_WORD, plan } from './samples.ts';

const you = { name: 'Anna Holm', mayOpen: true };
const ANGLE = `Hos os: de to nye kolleger, der begynder den 1. juni i ${LONG_WORD}.`;
const withNext = (change: Partial<NextView> = {}): CommitteeView =>
  aView({
    item: undefined,
    you,
    next: { id: 'udvalg.8', title: 'En attraktiv arbejdsplads', plan: plan(), unsettled: [], ...change },
  });

/** The plan with something else about its first question. */
const firstWith = (change: Partial<PlannedView>): readonly PlannedView[] =>
  plan().map((question, index) => (index === 0 ? { ...question, ...change } : question));

const ahead: PostView = { key: 'r001!p!a', status: 'sent', link: 'https://teams.microsoft.com/l/message/x/1' };
const aheadIs = (status: PostView['status']): readonly PlannedView[] =>
  firstWith({ ahead: { key: ahead.key, status } });
const unsettled = (status: 'unknown' | 'blocked'): CommitteeView =>
  withNext({
    plan: aheadIs(status),
    unsettled: [{ post: { key: ahead.key, status }, of: 'preparation', number: 1 }],
  });

const change = async ({ press, see }: Scene): Promise<void> => {
  await press('plan.change');
  await see('picker.choose');
};
const askToSend = async ({ page, words }: Scene): Promise<void> =>
  page
    .getByRole('button', { name: words('ahead.send') })
    .first()
    .click();
/** The question of the plan that has several sentences. */
const SECOND = { position: 2 } as const;
const MINUTES = ['picker.minutes.label', { position: 1 }] as const;
const full = Array.from({ length: 40 }, (_, index) =>
  aPlanned({ id: `own/${index}`, text: `Vores eget spørgsmål nummer ${index + 1}?`, theme: undefined }),
);

/** An item that is prepared, as those see it who may open it. */
const PREPARED: readonly State[] = [
  { name: 'prepared', page: 'panel', shows: 'open.confirm', view: withNext() },
  {
    name: 'prepared-adapted',
    page: 'panel',
    shows: ['picker.total', { count: 136 }],
    view: withNext({ title: `Velkomst i ${LONG_WORD}`, plan: firstWith({ angle: ANGLE, minutes: 120 }) }),
  },
  { name: 'prepared-sent', page: 'panel', shows: 'ahead.sent', view: withNext({ plan: firstWith({ ahead }) }) },
  { name: 'prepared-sending', page: 'panel', shows: 'ahead.sending', view: withNext({ plan: aheadIs('sending') }) },
  { name: 'prepared-dropped', page: 'panel', shows: 'ahead.notThere', view: withNext({ plan: aheadIs('dropped') }) },
  { name: 'prepared-unknown', page: 'panel', shows: 'settle.question.unknown', view: unsettled('unknown') },
  { name: 'prepared-blocked', page: 'panel', shows: 'settle.question.blocked', view: unsettled('blocked') },
  { name: 'prepared-asking-to-send', page: 'panel', shows: 'ahead.sure', view: withNext(), steps: askToSend },
  {
    name: 'prepared-discarding',
    page: 'panel',
    shows: ['next.discard.sure', { title: 'En attraktiv arbejdsplads' }],
    view: withNext(),
    steps: ({ press }) => press('next.discard'),
  },
  {
    name: 'prepared-paper',
    page: 'panel',
    shows: 'paper.print',
    view: withNext({ plan: firstWith({ angle: ANGLE }) }),
    steps: ({ press }) => press('paper'),
  },
];

/** The form in which an item is prepared. */
const PREPARING: readonly State[] = [
  {
    name: 'preparing',
    page: 'panel',
    shows: 'prepare.words',
    view: aView({ item: undefined, you }),
    steps: async ({ press, see }) => {
      await press('prepare.begin');
      await see('picker.choose');
    },
  },
  {
    name: 'preparing-adapted',
    page: 'panel',
    shows: 'picker.angle.hint',
    view: withNext(),
    steps: async (scene) => {
      await change(scene);
      await scene.page.getByLabel(scene.words('picker.adapt.sentence.label', SECOND)).click();
      await scene.fill(['picker.angle.label', SECOND], ANGLE);
      const sentences = scene.page.getByRole('radiogroup', {
        name: scene.words('picker.sentence.label', SECOND),
      });
      await sentences.getByRole('radio').nth(1).check();
    },
  },
  {
    name: 'preparing-angle-too-long',
    page: 'panel',
    shows: ['picker.angle.tooLong', { limit: 300, length: 390 }],
    view: withNext(),
    steps: async (scene) => {
      await change(scene);
      await scene.page.getByLabel(scene.words('picker.adapt.sentence.label', SECOND)).click();
      await scene.fill(['picker.angle.label', SECOND], `${'vi '.repeat(129)}vi.`);
    },
  },
  {
    name: 'preparing-minutes-wrong',
    page: 'panel',
    shows: ['picker.minutes.wrong', { least: 1, most: 240 }],
    view: withNext(),
    steps: async (scene) => {
      await change(scene);
      await scene.fill(MINUTES, 'ti');
    },
  },
  {
    name: 'preparing-too-many',
    page: 'panel',
    shows: ['picker.tooMany', { count: 1, limit: 40 }],
    view: withNext({ plan: full }),
    steps: async (scene) => {
      await change(scene);
      await scene.page.locator('summary').first().click();
      await scene.page.getByRole('checkbox').first().check();
    },
  },
  {
    name: 'preparing-both-changed',
    page: 'panel',
    shows: 'theirs.told',
    view: withNext(),
    steps: async (scene) => {
      await change(scene);
      await scene.fill(MINUTES, '20');
      const view = withNext({ plan: firstWith({ minutes: 15, angle: ANGLE }) });
      scene.answer('PUT plan', { status: 412, body: { code: 'PlanChanged', message: 'refused', view } });
      await scene.press('plan.save');
    },
  },
  {
    name: 'preparing-plan-gone',
    page: 'panel',
    shows: 'next.gone',
    view: withNext(),
    steps: async (scene) => {
      await change(scene);
      await scene.fill(MINUTES, '20');
      await scene.show(aView({ item: undefined, you }));
    },
  },
];

export const PLANNING: readonly State[] = [...PREPARED, ...PREPARING];
