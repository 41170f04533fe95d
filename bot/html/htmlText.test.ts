import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlText } from './htmlText.ts';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

describe('htmlText', () => {
  it('makes lines of blocks and breaks', () => {
    expect(htmlText('<div><p>Ja</p>\n<p>Nej<br/>Måske</p><ul><li>a</li><li>b</li></ul></div>')).toBe(
      'Ja\nNej\nMåske\na\nb',
    );
  });

  it('keeps what is inside a line together', () => {
    expect(htmlText('<p>en <strong>fast</strong>\n makker<i>!</i></p>')).toBe('en fast makker!');
  });

  it('decodes characters once', () => {
    expect(htmlText('bl&aring;b&#230;r &amp;lt; &#x1F642; &ukendt;&nbsp;&amp;')).toBe('blåbær &lt; 🙂 &ukendt; &');
    expect(htmlText('&#0; &#xD800; &#x110000;')).toBe('\ufffd \ufffd \ufffd');
  });

  it('shows emoji and described pictures by their words', () => {
    expect(
      htmlText('<p>God <emoji id="smile" alt="🙂" title="Smil"></emoji><img src="x" alt="Et &quot;kort&quot;"></p>'),
    ).toBe('God 🙂Et "kort"');
  });

  it.each(['image', 'Image', ' billede '])('takes no word from a picture that nobody described (%s)', (alt) => {
    const picture = `<img itemtype="http://schema.skype.com/AMSImage" src="x" alt="${alt}">`;
    expect(htmlText(`<div><p>Se her</p>${picture}</div>`)).toBe('Se her');
    expect(htmlText(`<p>${picture}</p>`)).toBe('');
  });

  it('marks mentions as plain text does', () => {
    expect(
      htmlText(
        '<p><span itemtype="http://schema.skype.com/Mention"><b>Jens</b></span> og <at id="0">Anna</at> <span>x</span></p>',
      ),
    ).toBe('<at>Jens</at> og <at>Anna</at> x');
  });

  it('shows a mention as whoever reads it wants it, by its name and its number', () => {
    const show = (name: string, id: string | undefined): string => `[${name} ${id ?? '-'}]`;
    expect(htmlText('<p><at id="3"><b>Jens</b> Bro</at> og <at>Anna</at> <span>x</span></p>', show)).toBe(
      '[Jens Bro 3] og [Anna -] x',
    );
    const quoted = '<blockquote itemtype="http://schema.skype.com/Reply"><at id="1">Bo</at></blockquote>ja';
    expect(htmlText(quoted, show)).toBe('ja');
  });

  it('leaves out a quoted message, and keeps an ordinary quotation', () => {
    const quoted =
      '<blockquote itemtype="http://schema.skype.com/Reply"><p>a</p><blockquote>b</blockquote></blockquote>';
    expect(htmlText(`${quoted}<blockquote>c</blockquote>`)).toBe('c');
  });

  it('is not taken in by quotes, comments, and things that look like tags', () => {
    expect(htmlText('1 < 2 <3 <!-- <p> --><a title="a > b" href=\'>\'>x</a> < y')).toBe('1 < 2 <3 x < y');
    expect(htmlText('a<b title="')).toBe('a');
  });

  it('gives back any text that was escaped, but for its spaces', () => {
    const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(flat(htmlText(`<div>${escape(text)}</div>`))).toBe(flat(text));
      }),
    );
  });

  it('reads any string, a long one in no time', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', 'a', '/', '&', ';', '!', '-') }), (html) => {
        expect(typeof htmlText(html)).toBe('string');
      }),
    );
    expect(htmlText('<a "'.repeat(50_000))).toBe('');
  });
});
