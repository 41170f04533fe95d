/** Thread id of a standard channel (`19:…@thread.tacv2`), which is where a committee lives. */
export type CommitteeId = string;
/** Thread id of a team (`19:…`), not its Entra group id. */
export type TeamId = string;
/** Entra object id (`oid`) in the tenant that the app serves. */
export type PersonId = string;
/** `base64url(channel).invertedTicks`: names its committee, and newer meetings sort first. */
export type MeetingId = string;
/** `r001`, `r002`, …: the order in which questions were put. */
export type RoundId = string;
/** Made by the client for each thing somebody does, so that a repeated request changes nothing. */
export type CommandId = string;
/** Id of a message in Teams: milliseconds since 1970, as text. */
export type MessageId = string;
/** Id of a question in the material (`theme/number`), or of a committee's own (`own/<command id>`). */
export type QuestionId = string;

const LAST_TICK = 9_999_999_999_999;
const PATTERN = /^([A-Za-z0-9_-]+)\.(\d{13})$/;

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();

function toBase64Url(text: string): string {
  let units = '';
  for (const byte of ENCODER.encode(text)) units += String.fromCharCode(byte);
  return btoa(units).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): string {
  const units = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = new Uint8Array(units.length);
  for (let index = 0; index < units.length; index += 1) bytes[index] = units.charCodeAt(index);
  return DECODER.decode(bytes);
}

/** The part of a meeting's id that makes newer meetings sort first; also the key of its row in the history. */
export const invertedTicks = (milliseconds: number): string => String(LAST_TICK - milliseconds).padStart(13, '0');

/** A meeting's id from its committee and when it was opened (milliseconds). */
export const meetingIdOf = (committee: CommitteeId, milliseconds: number): MeetingId =>
  `${toBase64Url(committee)}.${invertedTicks(milliseconds)}`;

/** When an item was made, of its id, in milliseconds; undefined where the text is no meeting's id. */
export function madeAt(meeting: MeetingId): number | undefined {
  const ticks = PATTERN.exec(meeting)?.[2];
  return ticks === undefined ? undefined : LAST_TICK - Number(ticks);
}

/** The committee that a meeting's id names; undefined where the text is no meeting's id. */
export function committeeOf(meeting: MeetingId): CommitteeId | undefined {
  const named = PATTERN.exec(meeting)?.[1];
  if (named === undefined) return undefined;
  // Asked for with every row that is read of an item.
  if (named !== last.named) last = { named, committee: decoded(named) };
  return last.committee;
}

let last: { readonly named: string; readonly committee: CommitteeId | undefined } = { named: '', committee: undefined };

function decoded(named: string): CommitteeId | undefined {
  try {
    const committee = fromBase64Url(named);
    return toBase64Url(committee) === named ? committee : undefined;
  } catch {
    return undefined;
  }
}

export const roundIdOf = (number: number): RoundId => `r${String(number).padStart(3, '0')}`;
