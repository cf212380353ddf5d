/** Every word of a page is found again in the source at the place its block gives for it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../../src/core/read/html/index.ts';
import { placeOf, sourceOffset } from '../../../../src/core/read/place.ts';

/** Words with their offset in the source, as the page gives them. */
async function placed(html: string): Promise<[string, number][]> {
  const { blocks } = await readHtml(html);
  return blocks.flatMap(({ text, origin }) =>
    [...text.matchAll(/\S+/g)].map((match): [string, number] => [
      match[0],
      origin === null ? -1 : sourceOffset(origin, match.index),
    ]),
  );
}

describe('offsets', () => {
  it.each([
    ['plain', '<p>alpha beta</p>'],
    ['entities before it', '<p>&lt;&rsquo;&nbsp;&#x41;&#66 alpha &amp; beta</p>'],
    ['CRLF', '<p>one\r\n\r\ntwo\ralpha</p>\r\n<p>beta</p>'],
    ['stray end tags', '<p>one</b></i title="a>b"> alpha <b>beta</b></p>'],
    ['text gathered around a table', '<table>one <tr><td>cell</td></tr> alpha</table>beta'],
    ['text behind the body', '<p>one</p></body></html> <!-- c --> alpha <b>beta</b>'],
    ['a pre with its first line end', '<pre>\n\n  alpha\n  beta</pre>'],
    ['a textarea', '<textarea>\none &lt;i> alpha beta</textarea>'],
    ['an attribute', '<input title=alpha value="one alpha beta">'],
    ['drawings', '<svg><text>one &#65; alpha</text></svg> beta'],
    ['misnested formatting', '<p><b>one<p>alpha</b> beta'],
    ['less-than signs', '<p>1 < 2 <3 alpha &lt;b> beta'],
    ['a tag the text swallowed', '<p>a</foo>&lt;b alpha</p><p>beta'],
  ])('%s', async (_name, html) => {
    const words = await placed(html);
    for (const word of ['alpha', 'beta']) {
      const at = words.find(([text]) => text === word)?.[1];
      expect(html.slice(at, (at ?? 0) + word.length)).toBe(word);
    }
  });

  it('gives a generated word the place of what makes it', async () => {
    const html = '<style>b::before{content:"not"}b::after{content:"ever"}</style><p>one <b> two </b>';
    expect(await placed(html)).toEqual([
      ['one', html.indexOf('one')],
      ['not', html.indexOf('<b>')],
      ['two', html.indexOf('two')],
      ['ever', html.indexOf('</b>')],
    ]);
  });

  it('gives what a style adds to a page without tags the place of its beginning', async () => {
    const html = '<style>body::before{content:"one "}body::after{content:" two"}</style>mid';
    const { blocks } = await readHtml(html);
    expect(blocks.map(({ text }) => text)).toEqual(['one mid two']);
    expect((await placed(html)).map(([, at]) => at)).toEqual([0, html.indexOf('mid'), 0]);
  });

  it.each([
    ['an option’s label with a reference', '<select><option label="caf&eacute; alpha">x</select>', 'label'],
    ['words of a reference left out', '<input value="&quot;alpha&quot;">', 'value'],
  ])('gives %s the place of its attribute', async (_name, html, attribute) => {
    expect((await placed(html))[0]?.[1]).toBe(html.indexOf(attribute));
  });

  it.each<[string, string, string]>([
    ['an ampersand in a frame’s own words', '<xmp>one & two &amp; alpha</xmp>', 'one & two &amp; alpha'],
    ['an ampersand and a return in words of its own', '<xmp>one & two\r\nalpha</xmp>', 'one & two\nalpha'],
    ['a reference that the parser places late', '\n&#8 alpha', '\b alpha'],
    ['a return left in a table', 'one <table>\r</x>alpha', 'one alpha'],
    ['a return written as a reference in a table', 'one <table>&#13<tr>alpha', 'one alpha'],
    ['a NUL that shows', '<textarea>one\0 alpha</textarea>', 'one\ufffd alpha'],
    ['a NUL written as a reference, and a sign at the end', 'alpha &#0</', 'alpha \ufffd</'],
    ['a comment that ends oddly', '<table>one <!-- two --!> alpha', 'one alpha'],
    ['character data', '<svg><text>one <![CDATA[<b> & alpha]]></text></svg>', 'one <b> & alpha'],
    ['a comment in character data', '<svg><text>one <![CDATA[a <!-- alpha]]></text></svg>', 'one a <!-- alpha'],
    ['a NUL in the text', '<p>one\0 alpha</p>', 'one alpha'],
    ['a carriage return that ends the text', '<p>one alpha\r</p>', 'one alpha'],
    ['a comment in a table that never ends', '<table>one <!-- alpha', 'one'],
    ['a less-than sign that ends the text', '<p>one alpha <', 'one alpha <'],
    ['carriage returns before a text in a field', '<textarea>\r\none\r\nalpha</textarea>', 'one\nalpha'],
  ])('keeps in step over %s', async (_name, html, text) => {
    const { blocks } = await readHtml(html);
    expect(blocks.map((block) => block.text)).toEqual([text]);
    const at = (await placed(html)).find(([word]) => word === 'alpha')?.[1];
    expect(at).toBe(text.includes('alpha') ? html.indexOf('alpha') : undefined);
  });

  it('leads to the end of a text with which it cannot keep in step', async () => {
    const html = '<svg><text>one <![CDATA[<!--\r\n alpha]]></text></svg>';
    expect(await placed(html)).toEqual([
      ['one', html.indexOf('one')],
      ['<!--', html.indexOf('</text>')],
      ['alpha', html.indexOf('</text>')],
    ]);
  });

  it('gives a decoded word the place of its reference', async () => {
    const html = '<p>caf&eacute; &ldquo;so&rdquo;';
    const { blocks } = await readHtml(html);
    const origin = blocks[0]!.origin!;
    expect(sourceOffset(origin, 3)).toBe(html.indexOf('&eacute;'));
    expect(sourceOffset(origin, blocks[0]!.text.indexOf('so'))).toBe(html.indexOf('so'));
  });

  it('gives line and column', async () => {
    const document = await readHtml('<html>\n<p>one\n  &amp; two</p>');
    const block = document.blocks[0]!;
    expect(placeOf(document, block, block.text.indexOf('two'))).toEqual({ by: 'line', line: 3, column: 9 });
  });

  const word = fc.string({ unit: fc.constantFrom('a', 'é', 'ж', '漢', '5', '😀'), minLength: 1, maxLength: 5 });
  const glue = fc.constantFrom(
    ' ',
    '\n',
    '\r\n',
    '<br>',
    '</x> ',
    '<b> ',
    '</b> ',
    ' &amp; ',
    ' &rsquo; ',
    '<p>',
    '<div> ',
    '</div>',
    '<td>',
    '<table> ',
    '</table>',
    '<!-- c --> ',
    ' <i class="x>">',
    '</i> ',
    '<li>',
    '&nbsp;',
    '<pre>',
    '</pre>',
    '<sup>',
    '</sup> ',
    '&#32;',
    ' < ',
  );
  it('holds for every word of any page', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(word, glue), { minLength: 1, maxLength: 40 }), async (parts) => {
        const html = parts.map(([text, sign]) => text + sign).join('');
        const { blocks } = await readHtml(html);
        for (const { text, origin } of blocks) {
          for (const match of text.matchAll(/[aéж漢5😀]+/gu)) {
            const at = sourceOffset(origin!, match.index);
            if (!html.startsWith(match[0][0]!, at))
              throw new Error(`${match[0]} is not at ${at} of ${JSON.stringify(html)}`);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('drops or repeats no word of any page', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(word, glue), { minLength: 1, maxLength: 40 }), async (parts) => {
        const html = parts.map(([text, sign]) => text + sign).join('');
        const seen = (await readHtml(html)).blocks.map(({ text }) => text).join('');
        const letters = (text: string): string =>
          [...text]
            .filter((sign) => 'aéж漢5😀'.includes(sign))
            .sort()
            .join('');
        expect(letters(seen)).toBe(letters(parts.map(([text]) => text).join('')));
      }),
      { numRuns: 400 },
    );
  });
});
