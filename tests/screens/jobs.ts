import { WIDTHS } from './widths.ts';
import type { State } from './State.ts';
import { type Job, MORE_LOOKS, THEMES } from './takeState.ts';
import { LANGUAGES } from './words.ts';

/** One state of each kind of page, also looked at in ways that few people have set. */
const IN_MORE_LOOKS: ReadonlySet<string> = new Set([
  'loading',
  'question-empty',
  'question-answered',
  'answers-said-edited-late-nameless',
  'answer-offline',
  'opening-chosen',
  'lead-before-first',
  'lead-closed',
  'lead-ending-early',
  'plan',
  'plan-changing',
  'prepared',
  'prepared-paper',
  'preparing-adapted',
  'preparing-both-changed',
  'countdown',
  'names-hidden-answered',
  'lead-more',
  'handing-over-chosen',
  'room-field-named',
  'room-line-correcting',
  'unsettled-unknown',
  'ended',
  'mine-many',
  'channel-question',
  'channel-minutes-draft',
  'who',
  'waiting-locked',
  'setup',
  'trial-seen',
  'trial-owner',
  'sharing-refused',
  'stage-question-counting',
  'stage-answers',
  'big-screen-question',
  'problem-sign-in',
  'config',
  'config-filled',
]);

/** Each state in both languages and widths; in which themes and other looks is for the state to say. */
export const jobsFor = (states: readonly State[]): readonly Job[] =>
  states.flatMap((state) =>
    LANGUAGES.flatMap((language) =>
      (state.widths ?? WIDTHS).map((width) => ({
        state,
        language,
        width,
        looks: looksOf(state),
      })),
    ),
  );

function looksOf({ name, teams }: State): Job['looks'] {
  // Nobody is there to change the theme.
  if (teams?.around === 'nothing') return ['default'];
  return IN_MORE_LOOKS.has(name) ? [...THEMES, ...MORE_LOOKS] : THEMES;
}
