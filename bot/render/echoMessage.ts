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

/** Shows in the thread what somebody answered in the panel or on the card. Sent as plain text, so nothing in it is markup. */
export function echoMessage(answer: { readonly text: string }, person: EchoedPerson, text: BotText): Message {
  const name = heading(person.name, NAME_LIMIT);
  const [kept, rest] = cutAtWord(shown(answer.text), ECHO_LIMIT);
  const words = rest === '' ? kept : `${kept} ${text('echo.cut')}`;
  return {
    text: `${text('echo.said', { name })}\n\n${words}`,
    summary: text('echo.summary', { name }),
    ...(person.mri !== undefined && { onBehalfOf: { mri: person.mri, name } }),
  };
}
