/** In which of the two transcripts something stands that does not stand in the other. */
export type Transcript = 'playground' | 'standIn';

interface Difference {
  readonly only: Transcript;
  /** The line of the transcript. */
  readonly line: RegExp;
  readonly cause: string;
}

/**
 * What the app asks Microsoft's Agents Playground for otherwise than the stand-in for Teams. Nothing here may be about creating,
 * replying to or updating a question.
 */
export const DIFFERENCES: readonly Difference[] = [
  {
    only: 'playground',
    line: /^POST \/v3\/conversations\/a:\S+\/activities .*Jeg kan ikke bruges alene/,
    cause:
      'The Playground adds the app to a chat of its own as soon as its page is opened, and the bot says where it belongs.',
  },
  {
    only: 'playground',
    line: /^POST \/v3\/conversations \{.*"summary":"Jeg er føjet til .*19%3Acc3e93f4.*\} → 201$/,
    cause:
      'The Playground installs the app when a channel is first looked at, and names that one as the chosen; Teams names the general.',
  },
  {
    only: 'standIn',
    line: /^POST \/v3\/conversations \{.*"summary":"Jeg er føjet til .*19%3Ac1d73587.*\} → 201$/,
    cause: 'The same: the welcome is posted to the channel that was chosen, which is the general one here.',
  },
  {
    only: 'playground',
    line: /^POST \/v3\/conversations \{.*Noget kunne ikke tjekkes; det står nedenfor\./,
    cause:
      'There is no Graph with the Playground’s threads in it, so that they cannot be read back; the digest says so.',
  },
  {
    only: 'standIn',
    line: /^POST \/v3\/conversations \{.*Det ene svar er med\./,
    cause: 'The same: here the thread is read back, and the digest says that all are there.',
  },
];

/** What is left of a transcript without what differs. */
export const withoutDifferences = (transcript: readonly string[], of: Transcript): readonly string[] =>
  transcript.filter((line) => !DIFFERENCES.some((one) => one.only === of && one.line.test(line)));
