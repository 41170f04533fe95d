/**
 * Writes each character that `forbidden` matches as `~` and its four-digit code. `forbidden` is global and matches `~`
 * too, and UTF-16 units of the basic plane only, so that `unescaped` gives exactly the same text back.
 */
export const escaped = (text: string, forbidden: RegExp): string =>
  text.replace(forbidden, (character) => `~${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

export const unescaped = (text: string): string =>
  !text.includes('~')
    ? text
    : text.replace(/~([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
