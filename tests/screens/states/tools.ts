import { anAnswer, at } from '../../../tabs/testing/views.ts';
import type { CommitteeView, ItemView, RoundView } from '../../../tabs/api/views.ts';
import type { Answers, Scene, State } from '../State.ts';
import { answers, LEAD, LONG_WORD, plan, viewOf } from './samples.ts';

const led = (round: Partial<RoundView> = {}, item: Partial<ItemView> = {}) =>
  viewOf({ answers: answers(3), ...round }, { lead: LEAD, plan: plan('open'), ...item });
const WORDS = 'Vi mangler tid til oplæring.';
/** The id that the page gives to the next thing that was said. */
const LINE: ReturnType<Crypto['randomUUID']> = '00000000-0000-4000-8000-000000000001';
const said = (change: Partial<RoundView['answers'][number]> = {}) =>
  anAnswer({ id: 'o1', source: 'room', text: WORDS, name: undefined, revision: 1, ...change });
const withSaid = (change: Parameters<typeof said>[0] = {}, item: Partial<ItemView> = {}) =>
  led({ answers: [said(change)] }, item);
const NAMES = ['Mette Østergaard Kjærulff-Christoffersen', 'Ali Yıldız', 'Bo Juhl', `Ida ${LONG_WORD}`];
const people = [...NAMES, ...Array.from({ length: 16 }, (_, index) => `Medlem Nummer ${index}`)].map((name, index) => ({
  person: `p${index}`,
  name,
}));
/** The committee in a team as large as that. */
const inLargeTeam = (view: CommitteeView): CommitteeView => ({ ...view, readers: 2_000 });
const PEOPLE: Answers = { 'GET people': { status: 200, body: { people, total: 2_000 } } };
const choose =
  (words: string) =>
  async ({ press }: Scene): Promise<void> => {
    await press('more');
    await press(words);
  };
const correct = ({ press }: Scene): Promise<void> => press(['room.edit.label', { words: WORDS }]);

/** What the facilitator has beside the next step. */
const MORE: readonly State[] = [
  {
    name: 'lead-more',
    page: 'panel',
    shows: 'more.handOver',
    view: led({ endsAt: at('10:52') }, { scribe: { name: 'Mette Østergaard Kjærulff-Christoffersen', mine: false } }),
    steps: ({ press }) => press('more'),
  },
  {
    name: 'lead-more-answers-on-screen',
    page: 'panel',
    shows: 'lead.screen.shown',
    view: led({}, { screen: 'answers' }),
    steps: async (scene) => {
      await choose('more.room')(scene);
      await scene.press('more');
      await scene.see('more.handOver');
    },
  },
  {
    name: 'lead-countdown',
    page: 'panel',
    shows: 'lead.close',
    view: led({ endsAt: at('10:52') }),
  },
  { name: 'lead-one-minute-left', page: 'panel', shows: 'more.extend', view: led({ endsAt: at('10:46') }) },
  {
    name: 'lead-time-over',
    page: 'panel',
    shows: 'lead.close',
    view: led({ putAt: at('09:32'), endsAt: at('09:40') }, { openedAt: at('09:30') }),
    // The clock goes on while the page is looked at.
    steps: ({ page }) =>
      page
        .getByRole('timer')
        .filter({ hasText: /^1 (?:time og|hour,) 5 min/ })
        .first()
        .waitFor(),
  },
  {
    name: 'handing-over',
    page: 'panel',
    shows: ['people.more', { total: 2_000 }],
    view: inLargeTeam(led()),
    answers: PEOPLE,
    steps: choose('more.handOver'),
  },
  {
    name: 'handing-over-nobody-found',
    page: 'panel',
    shows: 'people.none',
    view: led(),
    answers: { 'GET people': { status: 200, body: { people: [], total: 12 } } },
    steps: async (scene) => {
      await choose('more.handOver')(scene);
      await scene.fill('people.search', 'Zacharias');
    },
  },
  {
    name: 'handing-over-chosen',
    page: 'panel',
    shows: ['handOver.confirm', { name: NAMES[0] ?? '' }],
    view: led(),
    answers: { 'GET people': { status: 200, body: { people: people.slice(0, 4), total: 12 } } },
    steps: async (scene) => {
      await choose('more.handOver')(scene);
      await scene.fill('people.search', 'e');
      await scene.page.getByRole('radio').first().check();
    },
  },
  {
    name: 'choosing-scribe',
    page: 'panel',
    shows: 'scribe.who',
    view: inLargeTeam(led()),
    answers: PEOPLE,
    steps: async (scene) => {
      await choose('more.scribe')(scene);
      await scene.page.getByRole('radio').first().check();
    },
  },
  {
    name: 'changing-scribe',
    page: 'panel',
    shows: 'scribe.none',
    view: inLargeTeam(led({}, { scribe: { name: 'Ali Yıldız', mine: false } })),
    answers: PEOPLE,
    steps: async (scene) => {
      await scene.press('more');
      await scene.press(['more.scribe.change', { name: 'Ali Yıldız' }]);
    },
  },
];

/** *Sagt i mødet*, for the facilitator and the *referent*. */
const SAID: readonly State[] = [
  { name: 'room-field', page: 'panel', shows: 'room.hint', view: led(), steps: choose('more.room') },
  {
    name: 'room-field-naming',
    page: 'panel',
    shows: 'room.name.none',
    view: inLargeTeam(led()),
    answers: PEOPLE,
    steps: async (scene) => {
      await choose('more.room')(scene);
      await scene.press('room.name.choose');
      await scene.see('people.search');
      await scene.page.getByRole('button', { name: 'Ali Yıldız' }).waitFor();
    },
  },
  {
    name: 'room-field-named',
    page: 'panel',
    shows: ['room.name', { name: 'Ali Yıldız' }],
    view: inLargeTeam(led()),
    answers: PEOPLE,
    steps: async (scene) => {
      await choose('more.room')(scene);
      await scene.fill('room.label', WORDS);
      await scene.press('room.name.choose');
      await scene.page.getByRole('button', { name: 'Ali Yıldız' }).click();
    },
  },
  {
    name: 'room-line-stored',
    page: 'panel',
    shows: ['room.stored', { words: WORDS }],
    view: led(),
    answers: { 'PUT room': { status: 200, body: withSaid({ id: `o${LINE}` }, { version: at('10:46') }) } },
    steps: async (scene) => {
      await scene.page.evaluate((id) => {
        crypto.randomUUID = () => id;
      }, LINE);
      await choose('more.room')(scene);
      await scene.fill('room.label', WORDS);
      await scene.press('room.save');
    },
  },
  {
    name: 'room-line-offline',
    page: 'panel',
    shows: 'room.line.offline',
    view: led(),
    answers: { 'PUT room': 'unreachable' },
    steps: async (scene) => {
      await choose('more.room')(scene);
      await scene.fill('room.label', WORDS);
      await scene.press('room.save');
    },
  },
  {
    name: 'room-line',
    page: 'panel',
    shows: 'lead.close',
    view: withSaid(),
    steps: ({ button }) => button(['room.edit.label', { words: WORDS }]).waitFor(),
  },
  { name: 'room-line-correcting', page: 'panel', shows: 'room.edit.field', view: withSaid(), steps: correct },
  {
    name: 'room-line-corrected-by-another',
    page: 'panel',
    shows: 'room.edit.renewed',
    view: withSaid(),
    steps: async (scene) => {
      await correct(scene);
      await scene.show(
        withSaid({ text: 'Vi mangler ro til oplæring.', edited: true, revision: 2 }, { version: at('10:46') }),
      );
    },
  },
  {
    name: 'room-line-deleting',
    page: 'panel',
    shows: 'room.delete.sure',
    view: withSaid(),
    steps: ({ press }) => press(['room.delete.label', { words: WORDS }]),
  },
  {
    name: 'scribe',
    page: 'panel',
    shows: 'room.hint',
    view: viewOf({ answers: [...answers(2), said()] }, { scribe: { name: 'Anna Holm', mine: true } }),
  },
  {
    name: 'scribe-folded',
    page: 'panel',
    shows: 'scribe.write',
    view: viewOf({ answers: [...answers(2), said()] }, { scribe: { name: 'Anna Holm', mine: true } }),
    steps: ({ press }) => press('room.done'),
  },
];

/** Who leads, where that changes while the page is open. */
const HANDED_OVER: readonly State[] = [
  {
    name: 'lead-given-away',
    page: 'panel',
    shows: ['leadNow.other', { name: 'Bo Juhl' }],
    view: led(),
    steps: async ({ see, show }) => {
      await see('lead.close');
      await show(viewOf({ answers: answers(3) }, { lead: { name: 'Bo Juhl', mine: false }, version: at('10:46') }));
    },
  },
  {
    name: 'lead-got',
    page: 'panel',
    shows: 'leadNow.you',
    view: viewOf({ answers: answers(3) }),
    steps: async ({ see, show, page, words }) => {
      await see(['answers', { count: 3 }]);
      await show(led({}, { version: at('10:46') }));
      // A button that has just come takes no press for a moment, and is grey.
      await page.getByRole('button', { name: words('lead.close'), disabled: false }).waitFor();
    },
  },
];

export const TOOLS: readonly State[] = [...MORE, ...SAID, ...HANDED_OVER];
