import type { Person } from './activities.ts';

/** What somebody did to a reply, and whether Teams told of it. */
export interface Version {
  readonly does: 'post' | 'edit' | 'delete' | 'undelete';
  /** As it is since; undefined where it is deleted. */
  readonly text: string | undefined;
  readonly isTold: boolean;
  /** When, in milliseconds, by Teams' clock. */
  readonly at: number;
  /** Whether what was told had the text. */
  readonly hasText: boolean;
}

export interface Reply {
  readonly message: string;
  readonly root: string;
  readonly author: Person;
  readonly versions: Version[];
  isHeard: boolean;
}
