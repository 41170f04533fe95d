import type { Setup } from './setup.ts';

/** What the configuration page shows. */
export interface SetupView {
  /** The channel's name, for a committee that has none of its own yet. */
  readonly channel: string;
  /** Absent until somebody has filled it in. */
  readonly setup?: Omit<Setup, 'answered'> | undefined;
  /** Ids of people on the list who are not in the team any more. */
  readonly left: readonly string[];
  readonly total: number;
  /** Names of those who own the team; absent where Teams does not tell. */
  readonly owners?: readonly string[] | undefined;
  readonly you: {
    readonly person: string;
    /** Owns the team or chairs the committee, so may change it. */
    readonly mayChange: boolean;
    readonly isChair: boolean;
    /** Their yes or no to `setup.proposal` is wanted: a chair's, or an owner's in place of a chair who has left. */
    readonly isAsked: boolean;
  };
  /** A question is put, so that what both chairs decide stays as it is until the item is over. */
  readonly isLocked: boolean;
  /** Material that can be offered first. */
  readonly materials: readonly { readonly slug: string; readonly title: string }[];
}
