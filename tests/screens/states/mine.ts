import { aMine, inApp, inThread } from '../../../tabs/panel/mine/testing/aMine.ts';
import { at } from '../../../tabs/testing/views.ts';
import type { Scene, State } from '../State.ts';
import { LONG_ANSWER, LONG_WORD } from './samples.ts';

const withTrial = aMine({ trial: { text: `Ja, på otte minutter i ${LONG_WORD}.`, at: at('10:42') } });
const toMine = ({ press }: Scene): Promise<void> => press('mine');
const many = aMine({
  answers: Array.from({ length: 12 }, (_, index) => ({
    ...(index % 2 === 0 ? inApp : inThread),
    key: `t${index}`,
    item: index === 3 ? LONG_WORD : inApp.item,
    // Only Teams can tell of an answer without its words.
    text: index === 1 ? LONG_ANSWER : index === 5 ? undefined : inApp.text,
  })),
  items: 50,
});

/** One's own answers and data: the panel's second page. */
export const MINE: readonly State[] = [
  { name: 'mine-loading', page: 'panel', shows: 'loading', answers: { 'GET mine': 'never' }, steps: toMine },
  {
    name: 'mine-offline',
    page: 'panel',
    shows: 'mine.offline',
    answers: { 'GET mine': 'unreachable' },
    steps: toMine,
  },
  {
    name: 'mine-empty',
    page: 'panel',
    shows: ['mine.count', { count: 0 }],
    answers: { 'GET mine': { status: 200, body: aMine({ answers: [] }) } },
    steps: toMine,
  },
  { name: 'mine', page: 'panel', shows: ['mine.count', { count: 2 }], steps: toMine },
  {
    name: 'mine-many',
    page: 'panel',
    shows: ['mine.count', { count: 12 }],
    answers: { 'GET mine': { status: 200, body: many } },
    steps: toMine,
  },
  {
    name: 'mine-erasing-one',
    page: 'panel',
    shows: 'answer.delete.sure',
    steps: async (scene) => {
      await toMine(scene);
      await scene.press(['mine.delete.label', { question: inApp.question }]);
    },
  },
  {
    name: 'mine-erasing-in-thread',
    page: 'panel',
    shows: 'mine.delete.sure.thread',
    steps: async (scene) => {
      await toMine(scene);
      await scene.press(['mine.delete.label', { question: inThread.question }]);
    },
  },
  {
    name: 'mine-erasing-all',
    page: 'panel',
    shows: ['mine.deleteAll.sure', { count: 2 }],
    steps: async (scene) => {
      await toMine(scene);
      await scene.press(['mine.deleteAll', { count: 2 }]);
    },
  },
  {
    name: 'mine-trial',
    page: 'panel',
    shows: 'mine.trial',
    answers: { 'GET mine': { status: 200, body: withTrial } },
    steps: toMine,
  },
  {
    name: 'mine-trial-offline',
    page: 'panel',
    shows: 'failed.offline',
    answers: { 'GET mine': { status: 200, body: withTrial }, 'DELETE trial': 'unreachable' },
    steps: async (scene) => {
      await toMine(scene);
      await scene.press('mine.trial.delete');
    },
  },
  {
    name: 'mine-file-refused',
    page: 'panel',
    shows: 'mine.data.copy',
    steps: async (scene) => {
      await toMine(scene);
      await scene.see('mine.data');
      await scene.page.evaluate(() => Reflect.deleteProperty(HTMLAnchorElement.prototype, 'download'));
      await scene.press('mine.data');
    },
  },
  {
    name: 'mine-file-saved',
    page: 'panel',
    shows: 'mine.data.noFile',
    steps: async (scene) => {
      await toMine(scene);
      await scene.press('mine.data');
      await scene.page.getByText(scene.words('mine.data.noFile')).click();
    },
  },
];
