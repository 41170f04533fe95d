/** A message as the bot posts it: a card, or text without one. */
export interface Message {
  /** A whole Adaptive Card. */
  readonly card?: Readonly<Record<string, unknown>> | undefined;
  /** Sent as `plain`, so nothing in it is markup. */
  readonly text?: string | undefined;
  /** Shows the message as that person's "through" the bot. `mri` is Teams' own id of them (`29:…`). */
  readonly onBehalfOf?: { readonly mri: string; readonly name: string } | undefined;
  /** Spoken and shown in notifications. */
  readonly summary: string;
}
