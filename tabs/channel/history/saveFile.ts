import type { After } from '../../app/after.ts';

/** Milliseconds after which every browser has begun to read the file. */
const READ = 60_000;

/** Hands a file to the browser, which saves it where the person wants it. */
export function saveFile(file: Blob, name: string, after: After): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  after(READ, () => URL.revokeObjectURL(url));
}
