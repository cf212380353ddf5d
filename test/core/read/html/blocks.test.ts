/** How a page falls into blocks: their text, kind, container, selector and what sets them off. */
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../../src/core/read/html/index.ts';

const texts = async (html: string): Promise<string[]> => (await readHtml(html)).blocks.map(({ text }) => text);
const kinds = async (html: string): Promise<string[]> =>
  (await readHtml(html)).blocks.map(({ kind, text }) => `${kind}: ${text}`);
const setOff = async (html: string, furniture: string[] = []): Promise<(string | null)[]> =>
  (await readHtml(html, { furniture })).blocks.map((block) => block.setOff?.by ?? null);

describe('text of blocks', () => {
  it.each<[string, string, string[]]>([
    ['collapses white space', '<p>  a \n\t b  </p>', ['a b']],
    ['collapses across elements', '<p>a <b> b</b> <i>c</i></p>', ['a b c']],
    ['joins words across inline elements', '<p>Da<b>nu</b>be</p>', ['Danube']],
    ['does not split words at wbr and soft hyphens', '<p>Da<wbr>nu&shy;be</p>', ['Danu\u00adbe']],
    ['keeps no-break spaces', '<p>10&nbsp;km</p>', ['10\u00a0km']],
    ['divides at block boundaries', 'a<p>b</p>c<div>d<div>e</div>f</div>', ['a', 'b', 'c', 'd', 'e', 'f']],
    ['reads malformed nesting as browsers do', '<p>a<div>b</p>c', ['a', 'b', 'c']],
    ['makes a break a line end', '<p>now<br>here</p>', ['now\nhere']],
    ['keeps one empty line at most', '<p>a<br><br><br>b</p>', ['a\n\nb']],
    ['drops breaks at the edges', '<p><br>a<br></p>', ['a']],
    ['keeps preformatted text', '<pre>\n a\n  b </pre>', [' a\n  b ']],
    ['keeps lines with pre-line', '<p style="white-space:pre-line">a   b\n  c</p>', ['a b\nc']],
    ['decodes references', '<p>&lt;caf&eacute;&gt; &amp;amp; &#x2014; &notit; A&T</p>', ['<café> &amp; — ¬it; A&T']],
    ['keeps what NUL becomes', '<p>no&#0;t</p>', ['no\ufffdt']],
    ['lets a style divide', '<p>a<span style="display:block">b</span>c</p>', ['a', 'b', 'c']],
    ['lets a style join', '<div><p style="display:inline">a </p><p style="display:inline">b</p></div>', ['a b']],
    ['sets raised digits apart', '<p>500<sup>1</sup> and 10<sup>6</sup>x</p>', ['500 1 and 10 6 x']],
    ['does not divide a word at a raised box that is hidden', '<p>a<sup hidden>1</sup>b</p>', ['ab']],
    ['keeps raised letters in their word', '<p>the 1<sup>st</sup> day</p>', ['the 1st day']],
    [
      'sets a note apart whose line is evened out',
      '<style>sup{vertical-align:baseline;position:relative;top:-.5em}</style><p>500<sup>1</sup></p>',
      ['500 1'],
    ],
    ['sets digits shifted up apart', '<p>50<span style="position:relative;top:-.4em">0</span></p>', ['50 0']],
    ['sets digits raised by a style apart', '<p>50<span style="vertical-align:super">0</span></p>', ['50 0']],
    [
      'sets ruby apart and skips its brackets',
      '<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字</p>',
      ['漢 kan 字'],
    ],
    ['adds quotation marks, nested', '<p><q>a <q>b</q></q></p>', ['“a ‘b’”']],
    [
      'adds no marks where a style takes them away',
      '<style>q::before,q::after{content:none}</style><p><q>a</q></p>',
      ['a'],
    ],
    ['reads an emoji picture', '<p>well <img alt="🎉"> done</p>', ['well 🎉 done']],
    ['reads no other picture', '<p>well <img alt="party 1"> done</p>', ['well done']],
    [
      'reads the text of drawings, not their labels',
      '<p>a <svg aria-label="x"><title>y</title><text>b</text></svg>c</p>',
      ['a b c'],
    ],
    ['reads fields and buttons', '<p>a<input value=b><input type=submit value=c><button>d</button></p>', ['a b c d']],
    ['reads no other field', '<p>a<input type=hidden value=b><input type=checkbox value=c></p>', ['a']],
    ['reads a placeholder', '<p><input type=search placeholder="Find it"></p>', ['Find it']],
    ['reads the chosen option', '<p><select><option>a<option selected>b</select></p>', ['b']],
    [
      'leaves struck text out',
      '<p>a <del>b</del> <s>c</s> d <span style="text-decoration:line-through">e</span></p>',
      ['a d'],
    ],
    ['reads table cells one by one', '<table><tr><td>5</td><td>00</td></tr></table>', ['5', '00']],
    ['gathers text left in a table before it', '<table>a<tr><td>b</td></tr>c</table>', ['ac', 'b']],
    [
      'lays a reversed column out as it is seen',
      '<div style="display:flex;flex-direction:column-reverse"><p>a</p><p>b</p></div>',
      ['b', 'a'],
    ],
    [
      'lays ordered items out as they are seen',
      '<div style="display:flex"><p style="order:2">a</p><p>b</p></div>',
      ['b', 'a'],
    ],
    ['has no blocks for a title that swallows the page', '<title>x</head><body><p>a</p>', []],
    ['has no blocks for blank ones', '<p>&nbsp;</p><p> </p>', []],
    ['skips a frame’s fallback', '<iframe>no frames</iframe>', []],
    ['reads a declared shadow root', '<div><template shadowrootmode=open>a <slot></slot></template>b</div>', ['a b']],
  ])('%s', async (_name, html, expected) => {
    expect(await texts(html)).toEqual(expected);
  });

  it.each<[string, string, string]>([
    ['a string', 'content:"not "', 'not all'],
    ['an attribute', 'content:attr(data-x)', 'never all'],
    ['several terms', 'content:"a" attr(data-x) "b" / "spoken"', 'aneverball'],
    ['an escape', 'content:"\\6eot\\20"', 'not all'],
    ['nothing', 'content:none', 'all'],
    ['nothing where hidden', 'content:"x";display:none', 'all'],
  ])('generates %s', async (_name, css, expected) => {
    expect(
      await texts(
        `<style>.n::before{${css}}</style><p><b class=n data-x="never"></b>${css.includes('attr(data-x)"') ? '' : css.includes('attr') && !css.includes('"b"') ? ' ' : ''}all</p>`,
      ),
    ).toEqual([expected]);
  });

  it('tells where lines begin and which words are bold', async () => {
    const html = '<p><b>Ada:</b> yes<br><span style="font-weight:700">Ben:</span> no</p>';
    const { blocks } = await readHtml(html);
    expect(blocks[0]).toMatchObject({
      text: 'Ada: yes\nBen: no',
      lineStarts: [9],
      strong: [
        { start: 0, end: 4 },
        { start: 9, end: 13 },
      ],
    });
  });
});

describe('kind, container and selector', () => {
  it('names the kind of each block', async () => {
    const html =
      '<h2>a</h2><p>b</p><ul><li>c<li><p>d</p></ul><blockquote>e<p>f</p></blockquote><table><caption>g</caption><tr><td>h<th><p>i</p></table>' +
      '<figure><figcaption>j</figcaption></figure><pre>k</pre><dl><dt>l<dd>m</dl><p role=doc-footnote>n</p><div>o</div>';
    expect(await kinds(html)).toEqual([
      'heading: a',
      'paragraph: b',
      'list-item: c',
      'list-item: d',
      'quote: e',
      'quote: f',
      'caption: g',
      'cell: h',
      'cell: i',
      'caption: j',
      'preformatted: k',
      'paragraph: l',
      'paragraph: m',
      'note: n',
      'paragraph: o',
    ]);
  });

  it('gives blocks of one flow one container, whatever numbers their boxes carry', async () => {
    const html =
      '<main><article id=post-7 class="post post-7"><p>a</p><p class=x>b</p><div id=t1 class=turn>c</div><div id=t2 class=turn><p>d</p></div>' +
      '<ul><li>e</li></ul><aside class=ad>f</aside></article></main>';
    const { blocks } = await readHtml(html);
    expect(blocks.map(({ container }) => container)).toEqual([
      'body > main > article.post',
      'body > main > article.post',
      'body > main > article.post > div.turn',
      'body > main > article.post > div.turn',
      'body > main > article.post > ul',
      'body > main > article.post > aside.ad',
    ]);
  });

  it.each([
    ['<aside class=ad><p>a</p></aside>', 'aside.ad'],
    ['<div id=promo>a</div>', '#promo'],
    ['<article class=post><div class=box><p>a</p></div></article>', 'div.box'],
    ['<article class=post><h3>a</h3></article>', 'h3'],
    ['<article class=post><p class=ad>a</p></article>', 'p.ad'],
    ['<article class=post><p>a</p></article>', 'p'],
    ['<aside><p>a</p></aside>', 'aside'],
    ['<ul class=l><li>a</li></ul>', 'ul.l'],
  ])('declares %s as %s', async (html, selector) => {
    expect((await readHtml(html)).blocks[0]?.selector).toBe(selector);
  });
});

describe('what is set off', () => {
  it.each([
    ['<aside>a</aside>', 'aside'],
    ['<nav><div>a</div></nav>', 'nav'],
    ['<footer>a</footer>', 'footer'],
    ['<figure><figcaption>a</figcaption></figure>', 'figcaption'],
    ['<form>a</form>', 'form'],
    ['<button>a</button>', 'button'],
    ['<div role="complementary">a</div>', 'role=complementary'],
    ['<header>a</header>', 'header'],
    ['<article><header>a</header></article>', null],
    ['<ul><li><a href=x>a</a></li><li><a href=y>b</a> | </li></ul>', 'list of links'],
    ['<ul><li><a href=x>a</a> says</li></ul>', null],
    ['<p><a href=x>a</a></p>', null],
    ['<p>a <button>b</button></p>', null],
    ['<p>a</p>', null],
  ])('%s', async (html, by) => {
    expect((await setOff(html))[0] ?? null).toBe(by);
  });

  it('takes the selectors the user declares', async () => {
    const html = '<p class=ad>a</p><div id=x>b</div><p data-y=1>c</p><section class=s><p>d</p></section><p>e</p>';
    expect(await setOff(html, ['.ad', '#x', '[data-y=1]', 'section.s p', 'p:has(a)'])).toEqual([
      '.ad',
      '#x',
      '[data-y=1]',
      'section.s p',
      null,
    ]);
  });
});

describe('caveats', () => {
  const told = async (html: string): Promise<string[]> => {
    const { blocks, caveats } = await readHtml(html);
    return caveats.map(({ kind, at, detail }) => {
      const words = at === null ? 'page' : JSON.stringify(blocks[at.block]?.text.slice(at.start, at.end));
      return `${kind} ${words} ${detail}`;
    });
  };

  it.each<[string, string, string[]]>([
    ['struck text', '<p>a <del>b c</del> d</p>', ['deleted-text "" <del>']],
    ['a picture in a line', '<p>a <img alt="x"> b</p>', ['embedded "" <img>']],
    ['no picture at the edge', '<p><img alt="a long portrait text">b</p>', []],
    ['a canvas in a line', '<p>a <canvas></canvas> b</p>', ['embedded "" <canvas>']],
    ['a field', '<p>a <input value="b c"> d</p>', ['embedded "b c" <input>']],
    [
      'a reversed line',
      '<p>a <span style="display:inline-flex;flex-direction:row-reverse"><i>b</i> <i>c</i></span></p>',
      ['reordered "b c" flex-direction: reverse', 'drawn-otherwise "b c" flex items'],
    ],
    [
      'overridden direction',
      '<p>a <bdo dir=rtl>b</bdo></p>',
      ['reordered "b" bidi-override', 'reordered "b" direction: rtl'],
    ],
    ['left-to-right words from right to left', '<p>a <i dir=rtl>b 5-6</i></p>', ['reordered "b 5-6" direction: rtl']],
    ['right-to-left words from right to left', '<p>a <i dir=rtl>שלום</i></p>', []],
    ['an empty box over the line', '<p>a <i style="position:absolute;background:white"></i> b</p>', ['covered "" <i>']],
    [
      'a box too small for its words',
      '<p>a <i style="display:inline-block;width:9px;overflow:hidden">b c</i></p>',
      ['covered "b c" overflow'],
    ],
    ['an identity matrix', '<p style="transform:matrix(1, 0, 0, 1, 0, 0)">a</p>', []],
    ['a row of words', '<p style="display:flex"><i>a</i> <i>b</i></p>', ['drawn-otherwise "a b" flex items']],
    ['floated to the right', '<p>a <i style="float:right">b</i> c</p>', ['reordered "b" float: right']],
    [
      'shifted sideways',
      '<p>a <i style="position:relative;left:40px">b</i> c</p>',
      ['reordered "b" position: relative'],
    ],
    ['a note sign raised', '<p>a <sup style="position:relative;top:-.5em">b</sup> c</p>', []],
    [
      'a shadow root',
      '<p>a <span><template shadowrootmode=open></template><i>b</i></span></p>',
      ['reordered "b" shadow root'],
    ],
    [
      'text-transform',
      '<p>a <i style="text-transform:uppercase">b</i></p>',
      ['transformed "b" text-transform: uppercase'],
    ],
    ['text-transform taken back', '<p style="text-transform:uppercase"><i style="text-transform:none">b</i></p>', []],
    [
      'text-transform of the whole page',
      '<body style="text-transform:uppercase"><p>a</p><p>b</p>',
      ['transformed page text-transform: uppercase'],
    ],
    [
      'text-security',
      '<p>a <i style="-webkit-text-security:disc">b</i></p>',
      ['drawn-otherwise "b" text-security: disc'],
    ],
    ['blur', '<p>a <i style="filter:blur(4px)">b</i></p>', ['drawn-otherwise "b" filter']],
    [
      'a counter',
      '<style>i::after{content:counter(c)}</style><p>a <i>b</i> c</p>',
      ['drawn-otherwise "" content: counter'],
    ],
    [
      'a page font on a part',
      '<style>@font-face{font-family:"F x"}</style><p>a <i style="font-family:\'F x\',serif">b</i></p>',
      ['font "b" f x'],
    ],
    ['a font of symbols on a part', '<p>a <i style="font-family:Wingdings,serif">b</i></p>', ['font "b" wingdings']],
    ['a font of symbols only as a stopgap', '<p>a <i style="font-family:Georgia,Symbol">b</i></p>', []],
    [
      'a page font on all',
      '<style>@font-face{font-family:F}body{font-family:F}</style><p>a</p><p>b</p>',
      ['font page f'],
    ],
    ['sheets', '<link rel=stylesheet href=a><style>@import "b";</style>', ['stylesheet page 2 external style sheets']],
    ['a print sheet', '<link rel=stylesheet media=print href=a>', []],
    ['scripts', '<script></script><script type="application/ld+json"></script>', ['script page 1 script']],
    ['event handlers', '<p onclick=x onload=y></p>', ['script page 2 event handlers']],
    ['frames', '<iframe src=x></iframe>', ['frame page 1 frame']],
    [
      'width queries that hide',
      '<style>@media (max-width:9px){p{display:none}}</style>',
      ['stylesheet page 1 style rule not evaluated (@media)'],
    ],
    [
      'a sheet for narrow windows that hides',
      '<style media="(max-width:9px)">p{display:none}</style>',
      ['stylesheet page 1 style rule not evaluated (@media)'],
    ],
    [
      'first letters drawn otherwise',
      '<style>p::first-letter{font-size:0}</style><p>a',
      ['drawn-otherwise "a" ::first-letter'],
    ],
    ['width queries that do not', '<style>@media (max-width:9px){p{margin:0}}</style>', []],
    [
      'selectors beyond the simple ones',
      '<style>p::cue(b){display:none}</style>',
      ['stylesheet page 1 style rule not evaluated (selector)'],
    ],
    [
      'nested rules',
      `<style>p{${'&'.repeat(2_000)} b{display:none}}</style>`,
      ['stylesheet page 1 style rule not evaluated (nested rule)'],
    ],
  ])('%s', async (_name, html, expected) => {
    expect(await told(html)).toEqual(expected);
  });

  it('keeps the title and the language as metadata', async () => {
    const { metadata, blocks } = await readHtml('<html lang=uk><title> Розмова &amp; я </title>');
    expect([...metadata]).toEqual([
      ['language', 'uk'],
      ['title', 'Розмова & я'],
    ]);
    expect(blocks).toEqual([]);
  });
});
