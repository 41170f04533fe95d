import type { Side } from '#dialogue/setup';
import type { BotText } from './botText.ts';
import type { Message } from './message.ts';
import { cutAtWord, heading, shown } from './plainText.ts';

/** Longest answer that is shown whole in the thread, in characters. */
export const ECHO_LIMIT = 8_000;
const NAME_LIMIT = 100;

/** Whose answer is shown: `mri` is Teams' own id of them (`29:…`), without which the bot speaks as itself only. */
export interface EchoedPerson {
  readonly name: string;
  readonly mri?: string | undefined;
}

export interface EchoedAnswer {
  readonly text: string;
  /** The side whose own wording it is. */
  readonly side?: Side | undefined;
}

/**
 * Shows in the thread what somebody answered in the panel or on the card; `person` is left out where names are hidden.
 * Sent as plain text, so nothing in it is markup.
 */
export function echoMessage(answer: EchoedAnswer, person: EchoedPerson | undefined, text: BotText): Message {
  const name = person && heading(person.name, NAME_LIMIT);
  const [kept, rest] = cutAtWord(shown(answer.text), ECHO_LIMIT);
  const words = rest === '' ? kept : `${kept} ${text('echo.cut')}`;
  return {
    text: `${said(answer.side, name, text)}\n\n${words}`,
    summary: name === undefined ? text('echo.hidden.summary') : text('echo.summary', { name }),
    ...(person?.mri !== undefined && name !== undefined && { onBehalfOf: { mri: person.mri, name } }),
  };
}

function said(side: Side | undefined, name: string | undefined, text: BotText): string {
  if (name === undefined) return text(side === undefined ? 'echo.hidden' : `echo.hidden.${side}`);
  return text(side === undefined ? 'echo.said' : `echo.said.${side}`, { name });
}
