import { describe, expect, it } from 'vitest';
import { markdown, richText } from './markdown.ts';

/** What a browser would show of it as text. */
const text = (html: string) =>
  html.replace(/<[^>]*>/g, '').replace(/&(?:#(\d+)|(lt|gt|amp));/g, (_, code: string | undefined, name: string) => {
    return code === undefined ? ({ lt: '<', gt: '>', amp: '&' }[name] ?? '') : String.fromCharCode(Number(code));
  });

describe('markdown', () => {
  it('draws bold, italic, links and lists', () => {
    expect(markdown('**a** _b_ *c* __d__')).toBe('<strong>a</strong> <em>b</em> <em>c</em> <strong>d</strong>');
    expect(markdown('- a\n- b\nc')).toBe('<ul><li>a</li><li>b</li></ul>c');
    expect(markdown('1. a\n2. b')).toBe('<ol><li>a</li><li>b</li></ol>');
    expect(markdown('[se *her*](https://example.org/__a__?b_c_=1&d=2) _x_')).toBe(
      '<a href="https://example.org/&#95;&#95;a&#95;&#95;?b&#95;c&#95;=1&amp;d=2" target="&#95;blank" rel="noreferrer">se <em>her</em></a> <em>x</em>',
    );
  });
  it('leaves words with underscores, sums and other schemes alone', () => {
    expect(markdown('snake_case_name 2 * 3 * 4')).toBe('snake_case_name 2 * 3 * 4');
    expect(markdown('[x](javascript:alert(1))')).toBe('[x](javascript:alert(1))');
  });
  it('never lets a tag through', () => {
    expect(markdown('<img src=x onerror=alert(1)>')).not.toContain('<');
    expect(markdown('[a](https://x"onmouseover="y)')).not.toMatch(/"onmouse/);
  });
  it('takes a backslash, and an entity, for the mark itself', () => {
    const typed = '**a** [b](https://c) <b>d</b> &lt; 1. _e_ `f` \\';
    const escaped = typed.replace(/[!-/:-@[-`{-~]/g, (mark) => `\\${mark}`);
    expect(markdown(escaped)).not.toMatch(/<(?!br>)/);
    expect(text(markdown(escaped))).toBe(typed);
    expect(text(markdown('&lt;b&gt; &amp; R&D'))).toBe('<b> & R&D');
  });
});

describe('rich text', () => {
  it('is literal where it is plain', () => {
    expect(richText('**a** <b>c</b> &lt;\nd', 'plain')).toBe('**a** &#060;b&#062;c&#060;/b&#062; &amp;lt;<br>d');
  });
  it('has a few tags, without attributes, in xml and in markdown', () => {
    expect(richText('<b>a</b><br/>**c**', 'xml')).toBe('<b>a</b><br>**c**');
    expect(richText('<b>a</b> **c**', 'markdown')).toBe('<b>a</b> <strong>c</strong>');
    expect(richText('<b onclick=x>a</b><script>', 'xml')).not.toMatch(/<b |<script/);
  });
  it('shows escaped tags as they were typed', () => {
    for (const escaped of ['&lt;b&gt;', '&#60;b&#62;']) expect(text(richText(escaped, 'xml'))).toBe('<b>');
    expect(richText('\\<b\\>', 'markdown')).toBe('&#60;b&#62;');
  });
});
