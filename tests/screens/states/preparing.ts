import { QUESTION_LIMIT } from '../../../tabs/api/limits.ts';
import { aHistory } from '../../../tabs/channel/history/testing/history.ts';
import { aPlanned, at, aView } from '../../../tabs/testing/views.ts';
import type { Scene, State } from '../State.ts';
import { ANGLE, firstWith, withNext, you } from './prepared.ts';
import { MATERIALS, plan } from './samples.ts';

const change = async ({ press, see }: Scene): Promise<void> => {
  await press('plan.change');
  await see('picker.addMore');
};
/** The question of the plan that has several sentences. */
const SECOND = { position: 2 } as const;
const material = MATERIALS.materials[0]?.slug ?? '';
const sentence =
  MATERIALS.materials[0]?.themes.flatMap(({ questions }) => questions).find(({ id }) => id === plan()[1]?.id)
    ?.sentences[1] ?? '';
const TAKEN = new Date(at('08:30'));
const MINUTES = ['picker.minutes.label', { position: 1 }] as const;
const full = Array.from({ length: 40 }, (_, index) =>
  aPlanned({ id: `own/${index}`, text: `Vores eget spørgsmål nummer ${index + 1}?`, theme: undefined }),
);

/** The form in which an item is prepared. */
export const PREPARING: readonly State[] = [
  {
    name: 'nothing-open-preparing',
    page: 'panel',
    shows: 'preparing',
    view: aView({
      item: undefined,
      preparing: plan()
        .slice(0, 2)
        .map(({ id, text, theme }) => ({
          id,
          text,
          language: theme?.language,
          link: 'https://teams.microsoft.com/l/message/x/1',
        })),
    }),
  },
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
    name: 'preparing-restored',
    page: 'panel',
    shows: 'prepare.restored',
    view: withNext(),
    steps: async (scene) => {
      await change(scene);
      await scene.fill(MINUTES, '20');
      await scene.page.reload();
      await change(scene);
    },
  },
  {
    name: 'preparing-sent',
    page: 'panel',
    shows: 'picker.sent',
    view: withNext({ plan: firstWith({ angle: ANGLE, ahead: { key: 'r001!p!a', status: 'sent' } }) }),
    steps: change,
  },
  {
    name: 'preparing-taken',
    page: 'panel',
    shows: ['picker.takenAt', { at: TAKEN, year: '2026' }],
    view: withNext(),
    answers: {
      'GET history': {
        status: 200,
        body: aHistory({
          taken: ['1/1', '1/2', '3/1'].map((question) => ({ material, question, at: TAKEN.toISOString() })),
        }),
      },
    },
    steps: async (scene) => {
      await change(scene);
      // What is on the plan has folded parts, too.
      await scene.page.locator('summary').filter({ hasText: /^1\s/ }).click();
    },
  },
  {
    name: 'preparing-own-blank',
    page: 'panel',
    shows: 'picker.own.blank',
    view: withNext(),
    steps: async (scene) => {
      await change(scene);
      await scene.press('picker.own.add');
    },
  },
  {
    name: 'preparing-own-too-long',
    page: 'panel',
    shows: ['picker.own.tooLong', { limit: QUESTION_LIMIT, length: QUESTION_LIMIT + 3 }],
    view: withNext(),
    steps: async (scene) => {
      await change(scene);
      await scene.fill('picker.own', 'ord '.repeat(QUESTION_LIMIT / 4 + 1));
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
    name: 'preparing-both-changed-sentence',
    page: 'panel',
    shows: 'theirs.noAngle',
    view: withNext(),
    steps: async (scene) => {
      await change(scene);
      await scene.fill(['picker.minutes.label', SECOND], '20');
      const theirs = plan().map((question, index) =>
        index === 1 ? { ...question, text: sentence, sentence: 1, minutes: 10 } : question,
      );
      const view = withNext({ plan: theirs });
      scene.answer('PUT plan', { status: 412, body: { code: 'PlanChanged', message: 'refused', view } });
      await scene.press('plan.save');
      await scene.see(['theirs.sentence', { sentence }]);
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
