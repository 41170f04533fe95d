import type { FaultName } from './faults.ts';

/** Why the promises do not say what must be stored of a reply, or whether a message must stand in the channel. */
export type Reason = FaultName & ('reply not told' | 'edit not told' | 'deletion not told' | 'edit without text');

export interface Counts {
  readonly faults: Readonly<Record<string, number>>;
  /** Answers in whatever way that their authors have not deleted. */
  readonly replies: {
    made: number;
    stored: number;
    lost: number;
    doubled: number;
    wrong: number;
    unchecked: number;
  };
  readonly unchecked: Record<Reason, number>;
  readonly posts: { due: number; made: number; doubled: number; missing: number };
  readonly digests: { due: number; made: number; doubled: number };
  /** Echoes of which Teams has not told whether it made them, or which it refused: there is nobody whom the app could ask. */
  echoesUnsettled: number;
}

export const noCounts = (faults: Readonly<Record<string, number>> = {}): Counts => ({
  faults,
  replies: { made: 0, stored: 0, lost: 0, doubled: 0, wrong: 0, unchecked: 0 },
  unchecked: { 'reply not told': 0, 'edit not told': 0, 'deletion not told': 0, 'edit without text': 0 },
  posts: { due: 0, made: 0, doubled: 0, missing: 0 },
  digests: { due: 0, made: 0, doubled: 0 },
  echoesUnsettled: 0,
});
