import { TITLE_LIMIT } from '../../../tabs/api/limits.ts';
import { aProposal, anna, aSetup, aSetupView, jens, soeren } from '../../../tabs/config/testing/aSetup.ts';
import { aView } from '../../../tabs/testing/views.ts';
import type { Scene, State } from '../State.ts';
import { viewOf } from './samples.ts';
import { asJens, ok, setup, waiting } from './setup.ts';

const toSetup = async ({ press }: Scene): Promise<void> => {
  await press('who');
  await press('setup');
};

/** Anna owns the team and chairs nothing: what she wishes for waits for both. */
const BY_OWNER = { by: anna, agreed: [] } as const;
const waitingForBoth = { ...waiting, setup: aSetup({ proposal: aProposal(BY_OWNER) }) };

/** What comes of saving the committee's form, and of answering a proposal. */
export const SETUP_SAVED: readonly State[] = [
  {
    name: 'setup-saved',
    page: 'panel',
    shows: 'setup.saved',
    view: viewOf(),
    answers: setup(aSetupView(), { 'PUT setup': ok(aSetupView({ setup: aSetup({ revision: 4 }) })) }),
    steps: async (scene) => {
      await toSetup(scene);
      await scene.fill('setup.name', 'Mit udvalg');
      await scene.press('setup.save');
    },
  },
  {
    name: 'setup-saved-waiting',
    page: 'panel',
    shows: 'setup.saved.waiting',
    view: viewOf(),
    answers: setup(aSetupView(), {
      'PUT setup': ok(aSetupView({ setup: aSetup({ revision: 4, proposal: aProposal({ leads: undefined }) }) })),
    }),
    steps: async (scene) => {
      await toSetup(scene);
      await scene.page.getByRole('radio', { name: scene.words('setup.names.hidden') }).check();
      await scene.press('setup.save');
    },
  },
  ...['', 'u'.repeat(TITLE_LIMIT + 1)].map((name): State => ({
    name: name === '' ? 'setup-name-empty' : 'setup-name-too-long',
    page: 'panel',
    shows: name === '' ? 'setup.nameEmpty' : ['setup.nameTooLong', { limit: TITLE_LIMIT }],
    view: viewOf(),
    answers: setup(aSetupView()),
    steps: async (scene) => {
      await toSetup(scene);
      await scene.fill('setup.name', name);
    },
  })),
  ...(
    [
      ['SetupLocked', 'error.SetupLocked'],
      ['ChairsSame', 'error.ChairsSame'],
      ['ChairsMissing', 'error.ChairsMissing'],
      ['CommitteeTooLarge', 'error.CommitteeTooLarge'],
      ['PersonNotMember', 'setup.notMember'],
      ['NotKeeper', 'error.NotKeeper'],
    ] as const
  ).map(([code, shows]): State => ({
    name: `setup-refused-${code}`.toLowerCase(),
    page: 'panel',
    shows,
    view: viewOf(),
    answers: setup(aSetupView(), { 'PUT setup': { status: 409, body: { code, message: 'refused' } } }),
    steps: async (scene) => {
      await toSetup(scene);
      await scene.fill('setup.name', 'Mit udvalg');
      await scene.press('setup.save');
    },
  })),
  {
    name: 'setup-overtaken-by-the-same',
    page: 'panel',
    shows: 'setup.changed.none',
    view: viewOf(),
    answers: setup(aSetupView(), { 'PUT setup': { status: 412, body: { code: 'SetupChanged' } } }),
    steps: async (scene) => {
      await toSetup(scene);
      await scene.fill('setup.name', 'Mit udvalg');
      scene.answer('GET setup', ok(aSetupView({ setup: aSetup({ name: 'Mit udvalg', revision: 4 }) })));
      await scene.press('setup.save');
    },
  },
  {
    name: 'waiting-own',
    page: 'panel',
    shows: 'waiting.takeBack',
    view: aView({ item: undefined }),
    answers: setup(aSetupView({ setup: aSetup({ proposal: aProposal({ ...BY_OWNER, leads: undefined }) }) })),
    steps: ({ press }) => press('who'),
  },
  {
    name: 'waiting-nobody-leads',
    page: 'panel',
    shows: 'waiting.nobody',
    view: aView({ item: undefined, names: 'hidden' }),
    answers: setup(
      aSetupView({
        setup: aSetup({
          leads: soeren,
          names: 'hidden',
          proposal: aProposal({ leads: undefined, names: 'shown' }),
        }),
      }),
    ),
    steps: ({ press }) => press('who'),
  },
  {
    name: 'waiting-locked',
    page: 'panel',
    shows: 'waiting.locked',
    view: asJens(viewOf()),
    answers: setup({ ...waiting, isLocked: true }),
    steps: ({ press }) => press('who'),
  },
  ...(
    [
      [
        'waiting.said.yes',
        'waiting.yes',
        aSetup({ revision: 4, proposal: aProposal({ ...BY_OWNER, agreed: [jens.person] }) }),
      ],
      ['waiting.said.agreed', 'waiting.yes', aSetup({ revision: 4, names: 'hidden' })],
      ['waiting.said.no', 'waiting.no', aSetup({ revision: 4 })],
    ] as const
  ).map(([shows, press, after]): State => ({
    name: shows.replaceAll('.', '-'),
    page: 'panel',
    shows,
    view: asJens(aView({ item: undefined })),
    answers: setup(shows === 'waiting.said.yes' ? waitingForBoth : waiting, {
      'POST proposal': ok(aSetupView({ setup: after, you: waiting.you })),
    }),
    steps: async (scene) => {
      await scene.press('who');
      await scene.press(press);
    },
  })),
  {
    name: 'waiting-refused',
    page: 'panel',
    shows: 'setup.notChair',
    view: asJens(aView({ item: undefined })),
    answers: setup(waiting, { 'POST proposal': { status: 403, body: { code: 'NotChair', message: 'refused' } } }),
    steps: async (scene) => {
      await scene.press('who');
      await scene.press('waiting.yes');
    },
  },
];
