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
  page.body.append(page.importNode(sheets, true));
  page.documentElement.lang = language;
  return new Blob([`<!doctype html>\n${page.documentElement.outerHTML}`], { type: 'text/html' });
}
