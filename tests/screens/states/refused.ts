import type { AnswerView, CommitteeView } from '../../../tabs/api/views.ts';
import { anAnswer, at, aView } from '../../../tabs/testing/views.ts';
import type { Answer, Scene, State } from '../State.ts';
import { answers, LEAD, plan, viewOf } from './samples.ts';

/** `view`: how things stand now, which comes with the refusal or is asked for at once. */
const refused = (code: string, status: number, view?: CommitteeView): Answer => ({
  status,
  body: { code, message: 'refused', view },
});
const owner = aView({ item: undefined, you: { name: 'Anna Holm', mayOpen: true } });
const prepared: CommitteeView = {
  ...owner,
  next: { id: 'udvalg.8', title: 'En attraktiv arbejdsplads', plan: plan(), unsettled: [] },
};
const led = viewOf({ answers: answers(3) }, { lead: LEAD, plan: plan('open') });
const LINE = '00000000-0000-4000-8000-000000000001';
const WORDS = 'Vi mangler tid til oplæring.';
const line = anAnswer({ id: `o${LINE}`, source: 'room', text: WORDS, name: undefined, revision: 1 });
/** `version` of what stands later: a poll that would bring what stood before is then an older one. */
const LATER = { version: at('10:46') };
const saidOf = (lines: readonly AnswerView[], more: { readonly version?: string } = {}) =>
  viewOf({ answers: lines }, { lead: LEAD, plan: plan('open'), ...more });
const said = saidOf([line]);
const unknown = { key: 'r001!p!q', status: 'unknown' } as const;
const unsettled = viewOf({ post: unknown }, { lead: LEAD, unsettled: [{ post: unknown, of: 'question', number: 1 }] });

const prepare = async (scene: Scene): Promise<void> => {
  await scene.press('prepare.begin');
  await scene.see('picker.choose');
  await scene.page.locator('summary').first().click();
  await scene.page.getByRole('checkbox').first().check();
  await scene.press('plan.save');
};
const handOver = async (scene: Scene): Promise<void> => {
  await scene.press('more');
  await scene.press('more.handOver');
  await scene.page.getByRole('radio').first().check();
  await scene.press(['handOver.confirm', { name: 'Ali Yıldız' }]);
};
const PEOPLE: Answer = {
  status: 200,
  body: { people: ['Ali Yıldız', 'Bo Juhl'].map((name) => ({ person: name, name })), total: 2 },
};

/** What the server says no to, told where somebody pressed; a sentence of each kind of place. */
export const REFUSED: readonly State[] = [
  ...(['NotOpener', 'PermissionMissing', 'MeetingAlreadyOpen'] as const).map((code): State => ({
    name: `open-refused-${code}`.toLowerCase(),
    page: 'panel',
    shows: `error.${code}`,
    view: prepared,
    answers: { 'POST opening': refused(code, 403) },
    steps: ({ press }) => press('open.confirm'),
  })),
  {
    name: 'preparing-refused',
    page: 'panel',
    shows: 'error.MeetingAlreadyPlanned',
    view: owner,
    answers: { 'POST plans': refused('MeetingAlreadyPlanned', 409) },
    steps: prepare,
  },
  {
    name: 'discarding-refused',
    page: 'panel',
    shows: 'next.goOn',
    view: prepared,
    answers: { 'DELETE plan': refused('MeetingAlreadyOpen', 409) },
    steps: async ({ press }) => {
      await press('next.discard');
      await press('next.discard.confirm');
    },
  },
  {
    name: 'settling-link-unreadable',
    page: 'panel',
    shows: 'error.LinkUnreadable',
    view: unsettled,
    answers: { 'POST settlement': refused('LinkUnreadable', 400) },
    steps: async ({ fill, press }) => {
      await fill('settle.link', 'https://intranet.example/');
      await press('settle.there');
    },
  },
  {
    name: 'handing-over-refused',
    page: 'panel',
    shows: ['people.gone', { name: 'Ali Yıldız' }],
    view: led,
    answers: { 'GET people': PEOPLE, 'POST lead': refused('PersonNotMember', 400) },
    steps: handOver,
  },
  {
    name: 'handing-over-names-unreachable',
    page: 'panel',
    shows: 'people.failed',
    view: led,
    answers: { 'GET people': 'unreachable' },
    steps: async ({ press }) => {
      await press('more');
      await press('more.handOver');
    },
  },
  ...(
    [
      [
        'AnswerChanged',
        'room-line-changed',
        'room.edit.changed',
        412,
        [{ ...line, text: 'Oplæring tager tid.', edited: true, revision: 2 }],
      ],
      ['AnswerNotFound', 'room-line-gone', 'room.gone', 404, []],
    ] as const
  ).map(([code, name, shows, status, now]): State => ({
    name,
    page: 'panel',
    shows,
    view: said,
    answers: { 'PUT room': refused(code, status, saidOf(now, LATER)) },
    steps: async ({ press, fill }) => {
      await press(['room.edit.label', { words: WORDS }]);
      await fill('room.edit.field', 'Vi mangler ro til oplæring.');
      await press('room.save');
    },
  })),
  {
    name: 'sign-in-refused',
    page: 'panel',
    shows: 'signIn.refused',
    teams: { token: { refused: 'resourceRequiresConsent' } },
    steps: ({ press }) => press('signIn'),
  },
  {
    name: 'scribe-refused',
    page: 'panel',
    shows: 'room.notScribe',
    view: viewOf({ answers: answers(2) }, { scribe: { name: 'Anna Holm', mine: true } }),
    answers: { 'PUT room': refused('NotRecorder', 403, viewOf({ answers: answers(2) }, LATER)) },
    steps: async ({ fill, press }) => {
      await fill('room.label', WORDS);
      await press('room.save');
    },
  },
];
