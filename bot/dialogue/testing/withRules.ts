import { type ModeRules, MODES } from '../modes.ts';

/** Runs something under other rules for rounds, as a later mode may have them. */
export function withRules(rules: Partial<ModeRules>, run: () => void): void {
  const before = MODES.open;
  MODES.open = { ...before, ...rules };
  try {
    run();
  } finally {
    MODES.open = before;
  }
}
