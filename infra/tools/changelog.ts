/** A version's heading, as Keep a Changelog writes it: `## [0.1.0] - 2026-11-22`, or `- Unreleased`. */
const HEADING = /^## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d{2}-\d{2}|Unreleased)$/gm;

export interface Entry {
  readonly version: string;
  /** A day, `2026-11-22`; absent while it is not released. */
  readonly day: string | undefined;
}

/** The versions that a changelog tells of, in the order in which they stand there: the newest first. */
export const entriesOf = (changelog: string): readonly Entry[] =>
  [...changelog.matchAll(HEADING)].map(([, version = '', day]) => ({
    version,
    day: day === 'Unreleased' ? undefined : day,
  }));
