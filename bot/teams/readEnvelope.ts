import { z } from 'zod';
import { Refusal } from './refusal.ts';

/** What an activity must have before anybody looks at who signed it. Everything else is read leniently, later. */
const Envelope = z.looseObject({
  type: z.string().min(1),
  channelId: z.literal('msteams'),
  // Without it botbuilder leaves out the check that the token was meant for this address.
  serviceUrl: z.url({ protocol: /^https?$/ }),
});
export type Envelope = z.output<typeof Envelope>;

/** Largest body that is read, bytes of UTF-8. Teams' own messages end at about 100 kB, in text and as HTML. */
const LARGEST_BODY = 512 * 1024;

/**
 * Reads a request's body as an activity for Teams.
 * @throws Refusal `BodyTooLarge`, `BodyInvalid`, `ActivityInvalid`
 */
export function readEnvelope(body: string, localOrigin: string | undefined): Envelope {
  if (Buffer.byteLength(body) > LARGEST_BODY) throw new Refusal('BodyTooLarge');
  const parsed = Envelope.safeParse(readJson(body));
  if (!parsed.success) throw new Refusal(parsed.error.issues[0]?.path.length === 0 ? 'BodyInvalid' : 'ActivityInvalid');
  const { protocol, origin } = new URL(parsed.data.serviceUrl);
  // Tokens of ours go there: only over TLS, unless the channel's keys themselves come from that very address.
  if (protocol !== 'https:' && origin !== localOrigin) throw new Refusal('ActivityInvalid');
  return parsed.data;
}

function readJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Refusal('BodyInvalid');
  }
}
