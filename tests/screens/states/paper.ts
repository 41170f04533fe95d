import type { PlannedView } from '../../../tabs/api/views.ts';
import { aPlanned, aView } from '../../../tabs/testing/views.ts';
import { A4 } from '../widths.ts';
import type { Scene, State } from '../State.ts';
import { LEAD, LONG_WORD, plan, viewOfItem } from './samples.ts';

const withNext = (planned: readonly PlannedView[]) =>
  aView({
    item: undefined,
    you: { name: 'Anna Holm', mayOpen: true },
    next: { id: 'udvalg.8', title: 'En attraktiv arbejdsplads', plan: planned, unsettled: [] },
  });
const [first, ...others] = plan();
const adapted = aPlanned({ ...first, angle: `Hos os: de to nye kolleger, der begynder den 1. juni i ${LONG_WORD}.` });

const toPaper = async ({ press, see }: Scene): Promise<void> => {
  await press('paper');
  await see('paper.print');
};

/** As some frames are: nothing comes of printing, or of saving a file. */
const forbidFiles = ({ page }: Scene): Promise<void> =>
  page.evaluate(() => {
    window.print = () => undefined;
    Reflect.deleteProperty(HTMLAnchorElement.prototype, 'download');
  });

/** What belongs to pages on a screen: a sheet of paper has no landmarks, and several questions are several headings. */
const ON_PAPER = ['region', 'landmark-one-main', 'page-has-heading-one'] as const;

/** Lines to write on that somebody's answer may take. */
const ENOUGH = 8;

/** @throws {Error} where a sheet has fewer lines than an answer may take */
async function expectRoom({ page }: Scene): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  const lines = await page.evaluate(() =>
    [...document.querySelectorAll('.med-lines')].map((room) =>
      Math.floor(room.clientHeight / (room.firstElementChild?.getBoundingClientRect().height ?? Infinity)),
    ),
  );
  if (Math.min(...lines) < ENOUGH) throw new Error(`a sheet has too few lines to write on: ${lines.join(', ')}`);
}

const printed = ({
  steps,
  ...state
}: Pick<State, 'name' | 'shows' | 'view'> & Required<Pick<State, 'steps'>>): State => ({
  page: 'panel',
  widths: [A4],
  media: 'print',
  allows: ON_PAPER,
  ...state,
  steps: async (scene) => {
    await steps(scene);
    await expectRoom(scene);
  },
});

/** The page for the staff room: what keeps somebody from printing it, and what comes out of the printer. */
export const PAPER: readonly State[] = [
  {
    name: 'paper-printing-refused',
    page: 'panel',
    shows: 'paper.blocked',
    view: withNext(plan()),
    steps: async (scene) => {
      await toPaper(scene);
      await forbidFiles(scene);
      await scene.press('paper.print');
    },
  },
  {
    name: 'paper-saving-refused',
    page: 'panel',
    shows: 'paper.unsaved',
    view: withNext(plan()),
    steps: async (scene) => {
      await toPaper(scene);
      await forbidFiles(scene);
      await scene.press('paper.save');
    },
  },
  printed({
    name: 'paper-printed',
    shows: 'paper.person',
    // One stands in the channel, where it can be answered too.
    view: withNext([{ ...adapted, ahead: { key: 'r001!p!a', status: 'sent' } }, ...others]),
    steps: toPaper,
  }),
  printed({
    name: 'paper-printed-filled',
    shows: ['paper.leadAndScribe', { lead: 'Anna Holm', scribe: 'Mette Østergaard' }],
    view: viewOfItem({
      lead: LEAD,
      scribe: { name: 'Mette Østergaard', mine: false },
      plan: plan('skipped', 'skipped'),
    }),
    steps: async (scene) => {
      await toPaper(scene);
      await scene.fill('paper.until', 'fredag den 22. maj kl. 12');
      await scene.fill('paper.handIn', `Kassen i frokoststuen, eller hos ${LONG_WORD}`);
    },
  }),
  printed({
    name: 'paper-printed-own-question',
    shows: ['paper.lead', { lead: 'Anna Holm' }],
    view: viewOfItem({
      lead: LEAD,
      plan: [aPlanned({ id: 'own/1', text: `Hvad betyder ${LONG_WORD} for os?`, theme: undefined })],
    }),
    steps: toPaper,
  }),
];
