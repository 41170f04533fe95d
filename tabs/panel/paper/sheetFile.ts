import { FILE_CSS } from './paperCss.ts';

/** The sheets as a page of its own, to be opened and printed by any browser. What people wrote is escaped by the browser. */
export function sheetFile(sheets: HTMLElement, title: string, language: string): Blob {
  const page = document.implementation.createHTMLDocument(title);
  const charset = page.createElement('meta');
  charset.setAttribute('charset', 'utf-8');
  const style = page.createElement('style');
  style.textContent = FILE_CSS;
  page.head.prepend(charset);
  page.head.append(style);
  const copy = page.importNode(sheets, true);
  // What hides the sheets beside the panel would hide them in the file too.
  for (const ofPanel of copy.querySelectorAll('style')) ofPanel.remove();
  page.body.append(copy);
  page.documentElement.lang = language;
  return new Blob([`<!doctype html>\n${page.documentElement.outerHTML}`], { type: 'text/html' });
}
