/**
 * Puts a text on the clipboard. Gives `false` where that is missing or not allowed, as in some of the frames in which Teams
 * shows tabs.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
