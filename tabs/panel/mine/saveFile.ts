/**
 * Has the browser save a text as a file. A frame that forbids downloads says nothing, so whoever calls shows another way too.
 * @returns false where the browser knows no downloads at all
 */
export function saveFile(name: string, text: string): boolean {
  const link = document.createElement('a');
  if (!('download' in link)) return false;
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken what it needs by the next turn.
  setTimeout(() => URL.revokeObjectURL(url), 0);
  return true;
}
