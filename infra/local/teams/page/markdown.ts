// A bare < is told from one that somebody wrote as an entity or after a backslash by its leading zero.
const escape = (text: string) => text.replace(/[<>"]/g, (mark) => `&#0${mark.charCodeAt(0)};`);
const literal = (text: string) => text.replace(/[\\*_]/g, (mark) => `&#${mark.charCodeAt(0)};`);
const TAGS = /&#060;(\/?)(b|strong|i|em|u|s|p|br|ul|ol|li|at|code|pre)\s*\/?&#062;/g;
const BARE_AND = /&(?!#?\w+;)/g;
/** The Markdown that Teams draws: bold, italic, links, lists, `\` before a mark, entities. The rest is text. */
export function markdown(source: string): string {
  const kept = source.replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => `&#${mark.charCodeAt(0)};`);
  const link = (_: string, text: string, url: string) =>
    `<a href="${literal(url)}" target="&#95;blank" rel="noreferrer">${text}</a>`;
  const item = (line: string) => `<li>${line.replace(/^([-*]|\d+\.) /, '')}</li>`;
  const list = (block: string) => block.trimEnd().split('\n').map(item).join('');
  return escape(kept.replace(BARE_AND, '&amp;'))
    .replace(/\[([^\]]+)\]\(((?:https?:\/\/|mailto:)[^\s)]+)\)/g, link)
    .replace(/(\*\*|__)(?=\S)(.+?)\1/g, '<strong>$2</strong>')
    .replace(/(?<![\w*])([*_])(?=\S)([^*_]+?)\1(?![\w*])/g, '<em>$2</em>')
    .replace(/(?:^[-*] .+(?:\n|$))+/gm, (block) => `<ul>${list(block)}</ul>`)
    .replace(/(?:^\d+\. .+(?:\n|$))+/gm, (block) => `<ol>${list(block)}</ol>`)
    .replace(/\n/g, '<br>');
}
/** A bot's text as Teams shows it: `plain` literally; `xml` with a few tags; `markdown`, the default, with both. */
export function richText(text: string, format: 'plain' | 'markdown' | 'xml'): string {
  if (format === 'markdown') return markdown(text).replace(TAGS, '<$1$2>');
  const html = escape(text.replace(format === 'xml' ? BARE_AND : /&/g, '&amp;')).replace(/\n/g, '<br>');
  return format === 'xml' ? html.replace(TAGS, '<$1$2>') : html;
}
