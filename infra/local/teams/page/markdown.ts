const escape = (text: string) => text.replace(/[<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
const LINK = '<a href="$2" target="_blank" rel="noreferrer">$1</a>';
const TAGS = /&#60;(\/?)(b|strong|i|em|u|s|p|br|ul|ol|li|at|code|pre)\s*\/?&#62;/g;
/** The Markdown that Teams draws: bold, italic, links, lists, `\` before a mark, entities. The rest is text. */
export function markdown(source: string): string {
  const literal = source.replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => `&#${mark.charCodeAt(0)};`);
  const marked = escape(literal.replace(/&(?!#?\w+;)/g, '&amp;'))
    .replace(/\[([^\]]+)\]\(((?:https?:\/\/|mailto:)[^\s)]+)\)/g, LINK)
    .replace(/(\*\*|__)(?=\S)(.+?)\1/g, '<strong>$2</strong>')
    .replace(/(?<![\w*])([*_])(?=\S)([^*_]+?)\1(?![\w*])/g, '<em>$2</em>');
  const items = (block: string, line: RegExp) =>
    block
      .trimEnd()
      .split('\n')
      .map((item) => `<li>${item.replace(line, '')}</li>`);
  return marked
    .replace(/(?:^[-*] .+(?:\n|$))+/gm, (block) => `<ul>${items(block, /^[-*] /).join('')}</ul>`)
    .replace(/(?:^\d+\. .+(?:\n|$))+/gm, (block) => `<ol>${items(block, /^\d+\. /).join('')}</ol>`)
    .replace(/\n/g, '<br>');
}
/** A bot's text as Teams shows it: `plain` literally; `xml` with a few tags; `markdown`, the default, with both. */
export function richText(text: string, format: 'plain' | 'markdown' | 'xml'): string {
  if (format === 'markdown') return markdown(text).replace(TAGS, '<$1$2>');
  const html = escape(text.replaceAll('&', '&amp;')).replace(/\n/g, '<br>');
  return format === 'xml' ? html.replace(TAGS, '<$1$2>') : html;
}
