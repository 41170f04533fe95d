import type { TrialView } from '#contract/responses';
import { aSetup, aSetupView, soeren } from '../../../tabs/config/testing/aSetup.ts';
import { aPlanned, at, aView } from '../../../tabs/testing/views.ts';
import type { Answer, Answers, Scene, State } from '../State.ts';
import { LONG_WORD, plan, viewOfItem } from './samples.ts';

const ok = (body: object): Answer => ({ status: 200, body });
const stored: TrialView = { trial: { text: `Ja, på otte minutter i ${LONG_WORD}.`, at: at('10:42') } };
const nothing = aView({ item: undefined });
const owner = aView({ item: undefined, you: { name: 'Anna Holm', mayOpen: true } });
const answersWith = (trial: TrialView, setup = aSetupView({ setup: aSetup({ leads: soeren }) })): Answers => ({
  'GET trial': ok(trial),
  'GET setup': ok(setup),
});
const toTrial = ({ press }: Scene): Promise<void> => press('trial');

/** *Prøv på ét minut*, step by step. */
export const TRIAL: readonly State[] = [
  { name: 'trial', page: 'panel', shows: 'trial.save', view: nothing, answers: answersWith({}), steps: toTrial },
  {
    name: 'trial-empty',
    page: 'panel',
    shows: 'error.AnswerEmpty',
    view: nothing,
    answers: answersWith({}),
    steps: async (scene) => {
      await toTrial(scene);
      await scene.press('trial.save');
    },
  },
  {
    name: 'trial-stored',
    page: 'panel',
    shows: ['trial.stored', { at: new Date(at('10:42')) }],
    view: nothing,
    answers: answersWith(stored),
    steps: toTrial,
  },
  {
    name: 'trial-seen',
    page: 'panel',
    shows: 'trial.unseen.who',
    view: nothing,
    answers: answersWith(stored),
    steps: async (scene) => {
      await toTrial(scene);
      await scene.press('trial.see');
    },
  },
  {
    name: 'trial-erased',
    page: 'panel',
    shows: 'trial.erased.nothing',
    view: nothing,
    answers: { ...answersWith(stored), 'DELETE trial': ok({ erasedAt: at('10:45') }) },
    steps: async (scene) => {
      await toTrial(scene);
      await scene.see('trial.erase');
      scene.answer('GET trial', ok({}));
      await scene.press('trial.erase');
    },
  },
  {
    name: 'trial-erased-and-written-again',
    page: 'panel',
    shows: 'trial.erased.stillThere',
    view: nothing,
    answers: { ...answersWith(stored), 'DELETE trial': ok({ erasedAt: at('10:45') }) },
    steps: async (scene) => {
      await toTrial(scene);
      await scene.see('trial.erase');
      scene.answer('GET trial', ok({ trial: { text: 'Ja, lad os.', at: at('10:46') } }));
      await scene.press('trial.erase');
    },
  },
  {
    name: 'trial-no-chairs',
    page: 'panel',
    shows: 'trial.keys.none',
    view: nothing,
    answers: answersWith({}, aSetupView({ setup: undefined })),
    steps: toTrial,
  },
  {
    name: 'trial-owner',
    page: 'panel',
    shows: 'trial.next',
    view: owner,
    answers: answersWith({}),
    steps: async (scene) => {
      await toTrial(scene);
      await scene.see(['trial.next.add', { question: scene.words('trial.question') }]);
    },
  },
  {
    name: 'trial-on-next-plan',
    page: 'panel',
    shows: 'trial.next',
    view: owner,
    answers: answersWith({}),
    steps: async (scene) => {
      await toTrial(scene);
      const question = scene.words('trial.question');
      const next = { id: 'udvalg.8', title: question, plan: [aPlanned({ text: question })], unsettled: [] };
      await scene.show({ ...owner, next });
      await scene.see('trial.next.thereAlone');
    },
  },
  {
    name: 'trial-while-item-open',
    page: 'panel',
    shows: 'trial.next.open',
    view: owner,
    answers: answersWith({}),
    steps: async (scene) => {
      await toTrial(scene);
      await scene.see('trial.next');
      await scene.show(viewOfItem({ plan: plan() }));
    },
  },
  {
    name: 'trial-offline',
    page: 'panel',
    shows: 'trial.offline',
    view: nothing,
    answers: { ...answersWith({}), 'GET trial': 'unreachable' },
    steps: toTrial,
  },
];
