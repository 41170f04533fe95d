import type { State } from './State.ts';
import { CHANNEL } from './states/channel.ts';
import { COMMITTEES } from './states/committee.ts';
import { BIG_SCREEN } from './states/bigScreen.ts';
import { ENDED } from './states/ended.ts';
import { LEADING } from './states/lead.ts';
import { CLOSED } from './states/closed.ts';
import { MEMBER } from './states/member.ts';
import { MINE } from './states/mine.ts';
import { OTHERS } from './states/others.ts';
import { PAPER } from './states/paper.ts';
import { PREPARED } from './states/prepared.ts';
import { PREPARING } from './states/preparing.ts';
import { SETUP } from './states/setup.ts';
import { SETUP_SAVED } from './states/setupSaved.ts';
import { REFUSED } from './states/refused.ts';
import { STAGE } from './states/stage.ts';
import { TOOLS } from './states/tools.ts';
import { TOLD } from './states/told.ts';
import { TRIAL } from './states/trial.ts';

/**
 * Everything that can stand on the app's pages. To add a state, add a row to a file in `states/`, or a file of your own
 * and its name here:
 *
 *     {
 *       name: 'answer-deleting',                          // names the pictures; unlike any other
 *       page: 'panel',                                    // or `channel`, `config`, `stage`
 *       shows: 'answer.delete.sure',                      // a key of content/text: waited for before the picture
 *       view: viewOf({ mine }),                           // what polls are answered with (states/samples.ts)
 *       answers: { 'PUT answer': 'unreachable' },         // other requests: method and last part of the address
 *       teams: { channel: undefined },                    // what Teams around the page is like, where it matters
 *       steps: ({ press }) => press('answer.delete'),     // what somebody does until the state is there (Scene)
 *       widths: [280],                                    // where it cannot be seen in both
 *     }
 *
 * Language, theme and width come from the matrix. Look at it with `npm run screens -- --only answer-deleting`.
 */
export const STATES: readonly State[] = [
  ...MEMBER,
  ...CLOSED,
  ...COMMITTEES,
  ...LEADING,
  ...TOOLS,
  ...PREPARED,
  ...PREPARING,
  ...PAPER,
  ...TOLD,
  ...REFUSED,
  ...ENDED,
  ...MINE,
  ...TRIAL,
  ...CHANNEL,
  ...STAGE,
  ...BIG_SCREEN,
  ...OTHERS,
  ...SETUP,
  ...SETUP_SAVED,
];

const names = STATES.map(({ name }) => name);
const twice = names.filter((name, index) => names.indexOf(name) !== index);
if (twice.length > 0) throw new Error(`two states of one name: ${twice.join(', ')}`);
