import type { ConnectorCall } from '../../infra/local/playground/between.ts';

/** What is another one in every run, and the name that stands in its place. */
const MASKS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['guid', /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi],
  ['moment', /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g],
  // Items are kept with the newest first, by what is left of a far moment.
  ['item', /\b8\d{12}\b/g],
  // By which a card says whose it is: made of the item’s id.
  ['mark', /\bpost-[\w-]{22}/g],
  ['origin', /https?:\/\/localhost:\d+/g],
];
const MESSAGE = /\b1\d{12}\b/g;

/**
 * Calls as lines: what was asked and with what, and the status that came back. Ids and times are masked; messages are numbered
 * in the order in which they are spoken of, so that it can be seen which one is meant.
 */
export function transcriptOf(calls: readonly ConnectorCall[]): readonly string[] {
  const messages: string[] = [];
  const numbered = (id: string): string => {
    if (!messages.includes(id)) messages.push(id);
    return `<message ${messages.indexOf(id) + 1}>`;
  };
  const masked = (text: string): string =>
    MASKS.reduce((rest, [name, pattern]) => rest.replace(pattern, `<${name}>`), text).replace(MESSAGE, numbered);
  return calls.map(({ method, path, body, status }) =>
    masked(`${method} ${decodeURIComponent(path)} ${body === undefined ? '' : JSON.stringify(body)} → ${status}`),
  );
}
