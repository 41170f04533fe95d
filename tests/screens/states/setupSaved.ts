import type { SetupView } from '#contract/responses';
import { TITLE_LIMIT } from '../../../tabs/api/limits.ts';
import { aProposal, anna, aSetup, aSetupView, jens, soeren } from '../../../tabs/config/testing/aSetup.ts';
import { aView } from '../../../tabs/testing/views.ts';
import type { Scene, State } from '../State.ts';
import { viewOf } from './samples.ts';
import { asJens, ok, setup, waiting } from './setup.ts';

/** Saves what stands in the form; from then on the committee is read as it was answered. */
const save = async (scene: Scene, after: SetupView): Promise<void> => {
  scene.answer('PUT setup', ok(after));
  scene.answer('GET setup', ok(after));
  await scene.press('setup.save');
};

const toSetup = async ({ press }: Scene): Promise<void> => {
  await press('who');
  await press('setup');
};

/** Anna owns the team and chairs nothing: what she wishes for waits for both. */
const BY_OWNER = { by: anna, agreed: [] } as const;
const waitingForBoth = { ...waiting, setup: aSetup({ proposal: aProposal(BY_OWNER) }) };

/** Anna answers for Jens while he is not in the team. */
const askedForAnother = aSetupView({
  setup: aSetup({ proposal: aProposal() }),
  left: [jens.person],
  you: { isAsked: true },
});

/** What comes of saving the committee's form, and of answering a proposal. */
export const SETUP_SAVED: readonly State[] = [
  {
    name: 'setup-saved',
    page: 'panel',
    shows: 'setup.saved',
    view: viewOf(),
    answers: setup(aSetupView()),
    steps: async (scene) => {
      await toSetup(scene);
      await scene.fill('setup.name', 'Mit udvalg');
      await save(scene, aSetupView({ setup: aSetup({ revision: 4, name: 'Mit udvalg' }) }));
    },
  },
  {
    name: 'setup-saved-waiting',
    page: 'panel',
    shows: 'setup.saved.waiting',
    view: viewOf(),
    answers: setup(aSetupView()),
    steps: async (scene) => {
      await toSetup(scene);
      await scene.page.getByRole('radio', { name: scene.words('setup.names.hidden') }).check();
      const proposal = aProposal({ ...BY_OWNER, leads: undefined });
      await save(scene, aSetupView({ setup: aSetup({ revision: 4, proposal }) }));
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
      ['PersonNotMember', ['setup.notMember.named', { name: anna.name }]],
      ['NotKeeper', 'error.NotKeeper'],
    ] as const
  ).map(([code, shows]): State => ({
    name: `setup-refused-${code}`.toLowerCase(),
    page: 'panel',
    shows,
    view: viewOf(),
    answers: setup(aSetupView(), {
      'PUT setup': { status: 409, body: { code, message: 'refused', field: 'members.0' } },
    }),
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
        'shown',
        aSetup({ revision: 4, proposal: aProposal({ ...BY_OWNER, agreed: [jens.person] }) }),
      ],
      ['waiting.said.agreed', 'waiting.yes', 'hidden', aSetup({ revision: 4, names: 'hidden', leads: soeren })],
      ['waiting.said.no', 'waiting.no', 'shown', aSetup({ revision: 4 })],
    ] as const
  ).map(([said, press, names, after]): State => ({
    name: said.replaceAll('.', '-'),
    page: 'panel',
    // Where both have agreed it is not as the page said before.
    shows: said === 'waiting.said.agreed' ? 'who.names.hidden' : said,
    view: asJens(aView({ item: undefined })),
    answers: setup(said === 'waiting.said.yes' ? waitingForBoth : waiting),
    steps: async (scene) => {
      await scene.press('who');
      await scene.see('waiting.ofBoth');
      const now = ok(aSetupView({ setup: after, you: { ...waiting.you, isAsked: false } }));
      scene.answer('POST proposal', now);
      scene.answer('GET setup', now);
      await scene.press(press);
      await scene.see(said);
      await scene.show(asJens(aView({ item: undefined, names })));
    },
  })),
  {
    name: 'waiting-refused',
    page: 'panel',
    shows: 'setup.notChair',
    view: aView({ item: undefined, you: { name: anna.name, mayOpen: true } }),
    answers: setup(askedForAnother, {
      'POST proposal': { status: 403, body: { code: 'NotChair', message: 'refused' } },
    }),
    steps: async (scene) => {
      await scene.press('who');
      await scene.see('waiting.ofBoth');
      scene.answer('GET setup', ok({ ...askedForAnother, left: [], you: { ...askedForAnother.you, isAsked: false } }));
      await scene.press('waiting.yes');
    },
  },
];
