import type { Locator, Page } from 'playwright-core';
import type { Values } from '#text/text';
import type { CommitteeView } from '../../tabs/api/views.ts';
import type { Width } from './widths.ts';
import type { TeamsAround } from './fakeTeams.ts';
import type { Words } from './words.ts';

/** What our API answers. `never`: the request waits for as long as the page is there. */
export type Answer = { readonly status: number; readonly body: object } | 'never' | 'unreachable';

/** By method and last part of the address that is no id made in the page: `GET view`, `PUT answer`. */
export type Answers = Readonly<Record<string, Answer>>;

/** A sentence that people read, by its key. */
export type Sentence = string | readonly [key: string, values: Values];

/** A page as it is shown to somebody, and what a state does there until it is reached. */
export interface Scene {
  readonly page: Page;
  readonly words: Words;
  readonly button: (name: Sentence) => Locator;
  /** Presses a button once it takes presses; the first where there are several. */
  readonly press: (name: Sentence) => Promise<void>;
  readonly fill: (label: Sentence, text: string) => Promise<void>;
  /** Waits until a sentence can be read. */
  readonly see: (sentence: Sentence) => Promise<void>;
  /** Answers like this from now on. */
  readonly answer: (call: string, answer: Answer) => void;
  /** The view that polls are answered with from now on; it is asked for at once. */
  readonly show: (view: CommitteeView) => Promise<void>;
  /** Has the page ask for the view, as it does when somebody comes back to it. */
  readonly poll: () => Promise<unknown>;
  /** Lets so many milliseconds pass on the page's clock. */
  readonly pass: (milliseconds: number) => Promise<void>;
}

/** One thing that can stand on a page. */
export interface State {
  /** Lower case with hyphens: names its pictures. */
  readonly name: string;
  readonly page: 'panel' | 'channel' | 'config' | 'stage';
  /** A sentence that stands there once the state is reached. */
  readonly shows: Sentence;
  /** What polls are answered with; an item with its first question where left out. */
  readonly view?: CommitteeView;
  /** Answers to other requests than polls, or none to polls; the rest is answered with `view`. */
  readonly answers?: Answers;
  readonly teams?: Partial<TeamsAround>;
  /** The widths in which it can be seen; beside a meeting and on a screen where left out. */
  readonly widths?: readonly Width[];
  /** `print`: what a printer would be given once the steps are done. */
  readonly media?: 'print';
  /** Rules of axe that the state may break; say why beside it. */
  readonly allows?: readonly string[];
  readonly steps?: (scene: Scene) => Promise<unknown>;
}
