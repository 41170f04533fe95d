/** What the bot's side of Teams is told from outside. */
export interface TeamsSettings {
  /** Client id of the app registration, which is also the bot's id. */
  readonly appId: string;
  /** The one tenant that is served. */
  readonly tenantId: string;
  /** Where the channel publishes its signing keys; absent for the Bot Framework's own. Given together with `botIssuer`. */
  readonly botMetadataUrl?: string | undefined;
  /** Who signs activities; absent for the Bot Framework's own. */
  readonly botIssuer?: string | undefined;
}

/** How calls to the Connector are made. */
export interface CallTiming {
  /** After so many milliseconds without an answer a call is given up. */
  readonly timeout: number;
  /** Milliseconds before the second, third … try of a call that may be repeated. */
  readonly retryAfter: readonly number[];
}

export const CALL_TIMING: CallTiming = { timeout: 15_000, retryAfter: [250, 1_000] };
