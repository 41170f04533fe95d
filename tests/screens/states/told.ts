import type { CommitteeView } from '../../../tabs/api/views.ts';
import { at, aView } from '../../../tabs/testing/views.ts';
import type { Scene, State } from '../State.ts';
import { answers, LEAD, plan, viewOf, viewOfItem } from './samples.ts';

const led = { lead: LEAD } as const;
const closed = { status: 'closed', closedAt: at('10:40') } as const;
const mine = { text: 'En makker den første uge.', at: at('10:38'), late: false, revision: 1 };
const unknown = { key: 'r001!p!q', status: 'unknown' } as const;
const later = { version: at('10:46') } as const;
const open = viewOf({ answers: answers(3) }, { ...led, plan: plan('open') });

/** What comes of the next press: another was first, and this is how the page stands now. */
const refuse = ({ answer }: Scene, call: string, code: string, view: CommitteeView): void =>
  answer(call, { status: 409, body: { code, message: 'refused', view } });

/** That somebody else was first, told for the whole page until it is put away. */
export const TOLD: readonly State[] = [
  {
    name: 'ends-by-itself-member',
    page: 'panel',
    shows: ['endsByItself.other', { at: new Date(at('11:05')) }],
    view: viewOf({ answers: answers(3) }, { plan: plan('open'), endsByItselfAt: at('11:05') }),
  },
  {
    name: 'ends-by-itself-lead',
    page: 'panel',
    shows: 'endsByItself.keep',
    view: viewOf({ answers: answers(3) }, { ...led, plan: plan('open'), endsByItselfAt: at('11:05') }),
  },
  {
    name: 'first-put-in-another-window',
    page: 'panel',
    shows: 'first.you',
    view: viewOfItem({ ...led, plan: plan() }),
    steps: async (scene) => {
      const view = viewOf({ putBy: 'Anna Holm', putByYou: true }, { ...led, ...later, plan: plan('open') });
      refuse(scene, 'POST rounds', 'QuestionAlreadyPut', view);
      await scene.press('lead.put');
    },
  },
  {
    name: 'first-put',
    page: 'panel',
    shows: ['first.put', { name: 'Bo Juhl', at: new Date(at('10:31')) }],
    view: viewOfItem({ ...led, plan: plan() }),
    steps: async (scene) => {
      const view = viewOf({ putBy: 'Bo Juhl' }, { ...led, ...later, plan: plan('open') });
      refuse(scene, 'POST rounds', 'QuestionAlreadyPut', view);
      await scene.press('lead.put');
    },
  },
  {
    name: 'first-closed',
    page: 'panel',
    shows: ['first.closed', { at: new Date(closed.closedAt) }],
    view: open,
    steps: async (scene) => {
      const view = viewOf({ ...closed, answers: answers(3) }, { ...led, ...later, plan: plan('closed') });
      refuse(scene, 'POST closing', 'RoundClosed', view);
      await scene.press('lead.close');
    },
  },
  {
    name: 'first-ended',
    page: 'panel',
    shows: ['first.ended', { at: new Date(at('10:45')) }],
    view: open,
    steps: async (scene) => {
      const view = viewOf(
        { ...closed, answers: answers(3) },
        {
          ...led,
          ...later,
          status: 'ended',
          endedAt: at('10:45'),
          plan: plan('closed', 'skipped', 'skipped'),
          digest: { key: 'z!p!digest!1', status: 'sent', link: 'https://teams.microsoft.com/l/message/1' },
        },
      );
      refuse(scene, 'POST closing', 'MeetingEnded', view);
      await scene.press('lead.close');
    },
  },
  {
    name: 'first-settled',
    page: 'panel',
    shows: 'first.settled',
    view: viewOf({ post: unknown }, { ...led, unsettled: [{ post: unknown, of: 'question', number: 1 }] }),
    steps: async (scene) => {
      refuse(scene, 'POST settlement', 'PostSettled', viewOf({}, { ...led, ...later }));
      await scene.press('settle.notThere');
    },
  },
  {
    name: 'first-answer-gone',
    page: 'panel',
    shows: 'first.answerGone',
    view: viewOf({ mine, answers: answers(1) }),
    steps: async (scene) => {
      refuse(scene, 'PUT answer', 'AnswerChanged', viewOf({}, later));
      await scene.press('answer.edit');
      await scene.fill('answer.edit.label', 'En makker den første måned.');
      await scene.press('answer.submit');
    },
  },
  {
    name: 'first-opened-own-question',
    page: 'panel',
    shows: ['open.hadWritten.one', { question: 'Hvad betyder det for os?' }],
    view: aView({ item: undefined, you: { name: 'Anna Holm', mayOpen: true } }),
    steps: async (scene) => {
      await scene.press('open.begin');
      await scene.see('picker.choose');
      await scene.fill('picker.own', 'Hvad betyder det for os?');
      await scene.press('picker.own.add');
      refuse(scene, 'POST meetings', 'MeetingAlreadyOpen', viewOfItem({ plan: plan() }));
      await scene.press('open.confirm');
    },
  },
];
