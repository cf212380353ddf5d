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
    ['reads no picture without words', '<p>well <img> done</p>', ['well done']],
    ['reads a picture that is a button', '<p>a<input type=image alt=b>c</p>', ['a b c']],
    ['reads no words into a button without any', '<p>a <input type=reset> c</p>', ['a c']],
    ['reads every option of an open list', '<p><select size=2><option>a<option label=b>x</select></p>', ['a b']],
    ['reads every option of which many may be chosen', '<p><select multiple><option>a<option>b</select></p>', ['a b']],
    ['reads an option without its comments', '<p><select><option>a<!-- b --></select></p>', ['a']],
    ['reads drawings without what stands beside their text', '<p>a <svg>x<text>b</text>y</svg>c</p>', ['a b c']],
    ['reads words of the page inside drawings', '<p>a <svg><foreignObject><i>b</i></foreignObject></svg>', ['a b']],
    [
      'reads what a style draws as one of its own',
      '<style>p::before{content:"a";display:block}</style><p>b</p>',
      ['a', 'b'],
    ],
    [
      'reads the page that a frame carries',
      '<p>a</p><iframe srcdoc="<p>b&amp;lt;</p><script>x</script> c"></iframe>',
      ['a', 'b< c'],
    ],
    [
      'lays a reversed row of columns out as it is seen',
      '<div style="flex-flow:row-reverse wrap;display:flex"><p>a</p><p>b</p></div>',
      ['b', 'a'],
    ],
    [
      'lays a wrapping row out as it is read',
      '<div style="flex-flow:wrap;display:flex"><p>a</p><p>b</p></div>',
      ['a', 'b'],
    ],
    ['lays a grid out as it is read', '<div style="display:grid"><p>a</p><p>b</p></div>', ['a', 'b']],
    ['keeps lines that a style keeps', '<p style="white-space-collapse:preserve-breaks">a  b\nc</p>', ['a b\nc']],
    ['keeps the white space of a field', '<textarea wrap=off>a  b</textarea>', ['a  b']],
    ['reads formulas without their notes', '<p><math><mi>a</mi><annotation>b</annotation></math></p>', ['a']],
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
    ['single quotation marks', "content:'not '", 'not all'],
    ['a string that never ends', 'content:"not', 'not}all'],
    ['a term that means nothing', 'content:"not" , " "', 'not all'],
    ['an attribute that is missing', 'content:attr(data-y)"b"', 'ball'],
    ['quotation marks', 'content:open-quote "so" close-quote', '“so”all'],
    [
      'quotation marks of its own',
      `quotes:"<" ">" '\\5b' ']';content:open-quote open-quote "x" close-quote close-quote`,
      '<[x]>all',
    ],
    ['no quotation marks', 'quotes:none;content:open-quote "x" close-quote', 'xall'],
    ['half a pair of quotation marks', 'quotes:"<";content:open-quote "x" close-quote', '“x”all'],
    ['quotation marks counted, not shown', 'content:no-open-quote open-quote "x" no-close-quote', '‘xall'],
    ['more closing than opening', 'content:close-quote open-quote', '”“all'],
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

  it('takes the blocks of a cell for cells only where there is one', async () => {
    expect(await kinds('<table><tr><td><p>a</p><td> <p>b</p> <!-- c --> d<td><p>e</p><p>f</p></table>')).toEqual([
      'cell: a',
      'cell: b',
      'cell: d',
      'paragraph: e',
      'paragraph: f',
    ]);
  });

  it('tells where the source of a quotation is named', async () => {
    const { blocks } = await readHtml('<blockquote>a <cite>b <i>c</i></cite></blockquote><p>d <cite>e</cite></p>');
    expect(blocks.map(({ text, credit }) => [text, credit])).toEqual([
      ['a b c', 2],
      ['d e', undefined],
    ]);
  });

  it('takes no name for the source of a quotation that goes on behind it', async () => {
    const { blocks } = await readHtml('<blockquote><cite>a</cite> b</blockquote>');
    expect(blocks[0]?.credit).toBeUndefined();
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
    ['<div class=1><div><p>a</p></div></div>', 'p'],
    ['<div id=box><div><p>a</p></div></div>', '#box'],
    ['<svg><foreignObject><p>a</p></foreignObject></svg>', 'p'],
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
    ['words in a marquee', '<p>a</p><marquee>b</marquee>', ['drawn-otherwise "b" <marquee>']],
    ['a formula struck out', '<p><math><menclose><mi>b</mi></menclose></math></p>', ['drawn-otherwise "b" <menclose>']],
    ['words an image stands for', '<p>a <i style="content:url(x)">b</i></p>', ['drawn-otherwise "b" content: image']],
    [
      'a list with marks of its own',
      '<p style="list-style:\'x\'">b</p>',
      ['drawn-otherwise "b" list-style-type: string'],
    ],
    ['a word behind', '<p>a <i style="position:relative;z-index:-1">b</i></p>', ['covered "b" z-index']],
    ['a word ahead of its place', '<p>a <i style="position:static;z-index:auto">b</i></p>', []],
    [
      'a line too long for its box',
      '<p style="white-space:nowrap;overflow:hidden">b c</p>',
      ['covered "b c" text-overflow'],
    ],
    ['a line cut off', '<p style="white-space:nowrap;overflow:clip">b c</p>', ['covered "b c" text-overflow']],
    ['a line that scrolls', '<p style="white-space:nowrap;overflow:auto">b c</p>', []],
    ['a box of the window’s height', '<p style="height:50vh;overflow:hidden">b c</p>', []],
    [
      'lines after which nothing is shown',
      '<p style="-webkit-line-clamp:2">b c</p>',
      ['drawn-otherwise "b c" line-clamp'],
    ],
    ['order in the line', '<p>a <i style="order:2">b</i></p>', ['reordered "b" order']],
    ['an order that is none', '<p>a <i style="order:first">b</i> <i style="order:0">c</i></p>', []],
    ['upright letters', '<p>a <i style="writing-mode:vertical-rl">b</i></p>', ['drawn-otherwise "b" writing-mode']],
    ['level letters', '<p>a <i style="writing-mode:horizontal-tb">b</i></p>', []],
    ['a word placed in a grid', '<p>a <i style="grid-row:1">b</i></p>', ['reordered "b" grid placement']],
    [
      'a size that is not worked out',
      '<p>a <i style="font-size:env(x)">b</i></p>',
      ['drawn-otherwise "b" size not evaluated'],
    ],
    ['a word upside down', '<p>a <i style="transform:rotate(180deg)">b</i></p>', ['drawn-otherwise "b" transform']],
    [
      'a word upside down by its own property',
      '<p>a <i style="rotate:180deg">b</i></p>',
      ['drawn-otherwise "b" transform'],
    ],
    ['a word in a shape', '<p>a <i style="clip-path:circle(9px)">b</i></p>', ['drawn-otherwise "b" clip-path']],
    ['a mask', '<p>a <i style="mask:url(x)">b</i></p>', ['drawn-otherwise "b" mask']],
    ['a blend', '<p>a <i style="mix-blend-mode:difference">b</i></p>', ['drawn-otherwise "b" mix-blend-mode']],
    ['no blend', '<p>a <i style="mix-blend-mode:normal;mask:none">b</i></p>', []],
    ['an inversion', '<p>a <i style="filter:invert(1)">b</i></p>', ['drawn-otherwise "b" filter']],
    ['no inversion', '<p>a <i style="filter:invert(0) sepia(1) blur(0)">b</i></p>', []],
    [
      'too bright',
      '<p>a <i style="filter:brightness(900%)">b</i> <i style="filter:brightness(0)">c</i></p>',
      ['drawn-otherwise "b" filter', 'drawn-otherwise "c" filter'],
    ],
    [
      'a little brighter, with less contrast',
      '<p>a <i style="filter:brightness(1.1)">b</i> <i style="filter:contrast(.2)">c</i></p>',
      ['drawn-otherwise "c" filter'],
    ],
    ['a paragraph placed elsewhere', '<p style="position:absolute">b</p>', ['reordered "b" position: absolute']],
    ['a paragraph placed in a grid', '<p style="grid-row:2">b</p>', ['reordered "b" grid placement']],
    ['a paragraph in a named place', '<p style="grid-area:main">b</p>', []],
    ['a paragraph far down', '<p style="position:relative;top:90px">b</p>', ['reordered "b" position: relative']],
    ['a paragraph far up', '<p style="position:relative;bottom:90px">b</p>', ['reordered "b" position: relative']],
    ['a paragraph a little down', '<p style="position:relative;top:9px">b</p>', []],
    ['a paragraph over the one before', '<p style="margin-top:-90px">b</p>', ['reordered "b" margin-top']],
    ['a paragraph near the one before', '<p style="margin-top:-9px">b</p>', []],
    ['a paragraph as usual', '<p style="position:relative;top:auto;margin-top:90px">b</p>', []],
    ['a word pulled over another', '<p>a <i style="margin-left:-9px">b</i></p>', ['reordered "b" position: margin']],
    ['a word placed freely', '<p>a <i style="position:absolute">b</i></p>', ['reordered "b" position: absolute']],
    ['a word far up', '<p>a <i style="position:relative;bottom:40px">b</i></p>', ['reordered "b" position: relative']],
    [
      'a word to the right',
      '<p>a <i style="position:relative;right:40px">b</i></p>',
      ['reordered "b" position: relative'],
    ],
    [
      'text-transform handed down',
      '<p style="text-transform:uppercase">a <i style="text-transform:unset">b</i></p>',
      ['transformed "a b" text-transform: uppercase'],
    ],
    [
      'text-transform of the first kind',
      '<p style="text-transform:uppercase"><i style="text-transform:initial">b</i></p>',
      [],
    ],
    [
      'letters drawn together',
      '<p>a <i style="letter-spacing:-1em">b</i></p>',
      ['drawn-otherwise "b" letter-spacing: -1em'],
    ],
    [
      'first lines drawn otherwise',
      '<style>p::first-line{text-transform:uppercase}</style><p>a',
      ['transformed "a" text-transform: uppercase'],
    ],
    ['a list marker of words', '<style>li::marker{content:"not "}</style><li>a', ['drawn-otherwise "a" ::marker']],
    ['a list marker of signs', '<style>li::marker{content:"–"}</style><li>a', []],
    ['a list marker in colour', '<style>li::marker{color:red}</style><li>a', []],
    [
      'a counter with a default',
      '<style>i::after{content:counter(c, (x)) "d"}</style><p>a <i>b</i> c</p>',
      ['drawn-otherwise "" content: counter'],
    ],
    [
      'a term that is not known',
      '<style>i::after{content:swan}</style><p>a <i>b</i> c</p>',
      ['drawn-otherwise "" content: swan'],
    ],
    [
      'a ground of an old attribute',
      '<table background=x><td><i style="color:#fff">b</i></table>',
      ['drawn-otherwise "b" colour of the background'],
    ],
    ['an old attribute that browsers ignore', '<p background=x dir=up>b</p>', []],
    [
      'a page font that ends',
      '<style>@font-face{font-family:F}p{font-family:F}</style><p><i style="font-family:serif">b</i> c</p>',
      ['font "c" f'],
    ],
    [
      'a page font on whole paragraphs',
      '<style>@font-face{font-family:F}p{font-family:F}</style><p>b</p><p>c</p>',
      ['font page f'],
    ],
    ['struck text before any other', '<del>b</del>', ['deleted-text page <del>']],
    [
      'struck text between two paragraphs',
      '<p>a</p><del>b<i>c</i> d</del><del> </del><p>e</p>',
      ['deleted-text "" <del>'],
    ],
    [
      'a shadow root in a drawing, where there is none',
      '<p>a <svg><template shadowrootmode=open>x</template></svg>b</p>',
      ['embedded "" <svg>'],
    ],
    [
      'a sheet in its address',
      '<link rel=stylesheet href="data:text/css,p{text-transform:uppercase}"><p>a',
      ['transformed "a" text-transform: uppercase'],
    ],
    [
      'a style in a drawing, with elements in it',
      '<svg><style>text{color:<g>x</g>red;text-transform:uppercase}</style><text>a</text></svg>',
      ['transformed "a" text-transform: uppercase'],
    ],
    [
      'a page font described',
      '<style>@font-face{src:url(x);font-family:F}</style><p>a <i style="font-family:F">b</i>',
      ['font "b" f'],
    ],
    [
      'a sheet without an address, and a link to no sheet',
      '<link rel=stylesheet><link href=x>',
      ['stylesheet page 1 external style sheet'],
    ],
    ['a page that loads another', '<meta http-equiv=Refresh content="0;x">', ['script page 1 script']],
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
