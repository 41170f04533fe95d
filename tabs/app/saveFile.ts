import type { After } from './after.ts';

/** Milliseconds after which every browser has begun to read the file. */
const READ = 60_000;

/**
 * Hands a file to the browser, which saves it where the person wants it. A frame that forbids downloads says nothing, so
 * whoever calls may have to show another way too.
 * @returns false where the browser knows no downloads at all
 */
export function saveFile(file: Blob, name: string, after: After): boolean {
  const link = document.createElement('a');
  if (!('download' in link)) return false;
  const url = URL.createObjectURL(file);
  link.href = url;
  link.download = name;
  link.click();
  after(READ, () => URL.revokeObjectURL(url));
  return true;
}
