/** How a round is held. A new kind of round is a new row in MODES and its words in `content/text`. */
export type Mode = 'open';

export interface ModeRules {
  /** Who sees the answers while the round is open. */
  readonly visibleTo: 'everybody' | 'author';
  /** Whether a person is kept with the answer. */
  readonly author: 'kept' | 'dropped';
  /** Whether the bot shows an answer from panel or card in the thread. */
  readonly echo: 'thread' | 'none';
  /** Fewest answers that are shown at all. */
  readonly minimum: number;
}

/** Read by `decide`, `view` and the digest; nothing else asks which mode a round has. */
export const MODES: Record<Mode, ModeRules> = {
  open: { visibleTo: 'everybody', author: 'kept', echo: 'thread', minimum: 0 },
};
