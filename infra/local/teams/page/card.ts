import * as cards from 'adaptivecards';

const escape = (text: string) => text.replace(/[<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
const LINK = '<a href="$2" target="_blank" rel="noreferrer">$1</a>';

/** The Markdown that Teams draws: bold, italic, links, lists, `\` before a mark. Everything else is text. */
export function markdown(source: string): string {
  const literal = source.replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => `&#${mark.charCodeAt(0)};`);
  const marked = escape(literal.replace(/&(?!#?\w+;)/g, '&amp;'))
    .replace(/\[([^\]]+)\]\(((?:https?:\/\/|mailto:)[^\s)]+)\)/g, LINK)
    .replace(/(\*\*|__)(?=\S)(.+?)\1/g, '<strong>$2</strong>')
    .replace(/(?<![\w*])([*_])(?=\S)([^*_]+?)\1(?![\w*])/g, '<em>$2</em>');
  const lists = (text: string, line: RegExp, tag: string) =>
    text.replace(new RegExp(`(?:^${line.source}.+(?:\n|$))+`, 'gm'), (block) => {
      const items = block
        .trimEnd()
        .split('\n')
        .map((item) => `<li>${item.replace(line, '')}</li>`);
      return `<${tag}>${items.join('')}</${tag}>`;
    });
  return lists(lists(marked, /[-*] /, 'ul'), /\d+\. /, 'ol').replace(/\n/g, '<br>');
}
/** A bot's text as Teams shows it: `plain` literally; `xml` with a few tags; `markdown`, the default, with both. */
export function richText(text: string, format: 'plain' | 'markdown' | 'xml'): string {
  if (format === 'plain') return escape(text.replaceAll('&', '&amp;')).replace(/\n/g, '<br>');
  const html = format === 'markdown' ? markdown(text) : escape(text.replaceAll('&', '&amp;'));
  return html.replace(/&#60;(\/?)(b|strong|i|em|u|s|p|br|ul|ol|li|at|code|pre)\s*\/?&#62;/g, '<$1$2>');
}

const tone = { default: 'var(--text)', subtle: 'var(--subtle)' };
const tones = ['default', 'accent', 'good', 'warning', 'attention', 'dark', 'light'];
const style = {
  backgroundColor: 'transparent',
  foregroundColors: Object.fromEntries(tones.map((name) => [name, tone])),
};
const HOST = new cards.HostConfig({
  fontFamily: 'inherit',
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 12 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  containerStyles: { default: style, emphasis: style, accent: style, good: style, attention: style, warning: style },
  actions: { maxActions: 6, actionsOrientation: 'horizontal', actionAlignment: 'left', buttonSpacing: 8 },
});

/** Draws a card as Teams does. `execute` gets an Action.Execute's verb and data, inputs merged in. */
export function drawCard(card: object, execute: (verb: string, data: object) => void, open: (url: string) => void) {
  const drawn = new cards.AdaptiveCard();
  drawn.hostConfig = HOST;
  drawn.onExecuteAction = (action) => {
    if (action instanceof cards.ExecuteAction) execute(action.verb ?? '', action.data ?? {});
    if (action instanceof cards.OpenUrlAction) open(action.url ?? '');
  };
  drawn.parse(card);
  return drawn.render() ?? document.createElement('div');
}
cards.AdaptiveCard.onProcessMarkdown = (text, result) =>
  Object.assign(result, { outputHtml: markdown(text), didProcess: true });
