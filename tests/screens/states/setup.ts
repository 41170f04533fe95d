import type { SetupView } from '#contract/responses';
import { aProposal, aSetup, aSetupView, jens, soeren } from '../../../tabs/config/testing/aSetup.ts';
import type { Answer, Answers, Scene, State } from '../State.ts';
import type { CommitteeView } from '../../../tabs/api/views.ts';
import { aView } from '../../../tabs/testing/views.ts';
import { viewOf } from './samples.ts';

export const ok = (body: object): Answer => ({ status: 200, body });
export const setup = (view: SetupView, more: Answers = {}): Answers => ({ 'GET setup': ok(view), ...more });
const people = Array.from({ length: 30 }, (_, index) => ({ person: `p${index}`, name: `Medlem Nummer ${index}` }));
const PEOPLE = { 'GET people': ok({ people, total: 2_000 }) };
const members = people.slice(0, 9);
const empty = aSetupView({ setup: undefined });
/** As Jens sees it, whom Lone's proposal waits for. */
export const waiting = aSetupView({
  setup: aSetup({ proposal: aProposal() }),
  you: { person: jens.person, isAsked: true, isChair: true },
});
export const asJens = (view: CommitteeView): CommitteeView => ({ ...view, you: { name: jens.name, mayOpen: true } });

const choosing = ({ press, words }: Scene): Promise<void> =>
  press(['setup.for', { what: words('setup.choose'), where: words('setup.chair') }]);

/** The committee's form as Teams shows it while somebody adds the tab. */
const CONFIG: readonly State[] = [
  { name: 'config', page: 'config', shows: 'setup.fits', answers: setup(empty) },
  {
    name: 'config-filled',
    page: 'config',
    shows: 'setup.fits',
    answers: setup(aSetupView({ setup: aSetup({ members }) })),
  },
  {
    name: 'config-reading',
    page: 'config',
    shows: 'setup.mayNot',
    answers: setup(aSetupView({ you: { mayChange: false } })),
  },
  { name: 'config-down', page: 'config', shows: 'setup.later', answers: { 'GET setup': { status: 503, body: {} } } },
  {
    name: 'config-choosing',
    page: 'config',
    shows: ['people.more', { total: 2_000 }],
    answers: setup({ ...empty, total: 2_000 }, PEOPLE),
    steps: choosing,
  },
  {
    name: 'config-searching',
    page: 'config',
    shows: 'setup.more',
    answers: setup({ ...empty, total: 2_000 }, PEOPLE),
    steps: async (scene) => {
      await choosing(scene);
      await scene.fill('people.search', 'medlem');
    },
  },
  {
    name: 'config-locked',
    page: 'config',
    shows: 'setup.locked',
    answers: setup(aSetupView({ isLocked: true, left: [soeren.person], setup: aSetup({ members: [soeren] }) })),
  },
];

/** *Hvem kan se hvad?* and *Udvalget og roller* in the panel. */
const WHO: readonly State[] = [
  {
    name: 'who',
    page: 'panel',
    shows: 'who.both',
    view: viewOf(),
    answers: setup(aSetupView()),
    steps: ({ press }) => press('who'),
  },
  {
    name: 'who-leads-readers-unknown',
    page: 'panel',
    shows: ['who.leads', { name: soeren.name }],
    view: { ...viewOf(), readers: undefined },
    answers: setup(aSetupView({ setup: aSetup({ leads: soeren }) })),
    steps: async ({ press, see }) => {
      await press('who');
      await see('who.readers.unknown');
    },
  },
  {
    name: 'who-nobody-chosen',
    page: 'panel',
    shows: 'who.notBoth',
    view: aView({ item: undefined }),
    answers: setup(aSetupView({ setup: undefined, you: { mayChange: false } })),
    steps: ({ press }) => press('who'),
  },
  {
    name: 'who-names-hidden',
    page: 'panel',
    shows: 'who.names.hidden',
    view: aView({ names: 'hidden', item: undefined, listed: 11, readers: 25 }),
    answers: setup(aSetupView({ setup: aSetup({ names: 'hidden', members }), total: 25, you: { mayChange: false } })),
    steps: ({ press }) => press('who'),
  },
  {
    name: 'who-asked',
    page: 'panel',
    shows: 'asked.notice',
    view: aView({ item: undefined, listed: 11, readers: 25, you: { name: jens.name, mayOpen: true, isAsked: true } }),
    answers: setup(waiting),
  },
  {
    name: 'who-waiting',
    page: 'panel',
    shows: 'waiting.ofBoth',
    view: asJens(aView({ item: undefined })),
    answers: setup(waiting),
    steps: ({ press }) => press('who'),
  },
  {
    name: 'setup',
    page: 'panel',
    shows: 'setup.save',
    view: viewOf(),
    answers: setup(aSetupView()),
    steps: async ({ press }) => {
      await press('who');
      await press('setup');
    },
  },
  {
    name: 'setup-overtaken',
    page: 'panel',
    shows: 'setup.changed',
    view: viewOf(),
    answers: setup(aSetupView(), { 'PUT setup': { status: 412, body: { code: 'SetupChanged' } } }),
    steps: async ({ press, fill, answer }) => {
      await press('who');
      await press('setup');
      await fill('setup.name', 'Mit udvalg');
      answer('GET setup', ok(aSetupView({ setup: aSetup({ name: 'Det nye navn', revision: 4 }) })));
      await press('setup.save');
    },
  },
];

export const SETUP: readonly State[] = [...CONFIG, ...WHO];
