/** Every way a page can keep a word from sight: one case each, and the shown look-alike of the trickier ones. */
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../../src/core/read/html/index.ts';

/** The sentence the cases put their word into, and the same without it. */
const page = (word: string, css = ''): string => `<style>${css}</style><p>The river ${word} froze in March.</p>`;
const span = (style: string): string => page(`<span style="${style}">never</span>`);

async function read(html: string) {
  const { blocks, hidden } = await readHtml(html);
  return { text: blocks.map(({ text }) => text).join('\n'), hidden: hidden.map(({ text, by }) => `${by}: ${text}`) };
}

const HIDDEN: readonly (readonly [string, string, string])[] = [
  ['display', span('display:none'), 'style'],
  ['display in capitals', span('DISPLAY: NONE'), 'style'],
  ['a later invalid value does not undo it', span('display:none;display:sideways'), 'style'],
  ['!important wins over what comes later', span('display:none!important;display:inline'), 'style'],
  ['an escaped property and value', span('d\\69splay:n\\6f ne'), 'style'],
  ['a comment inside the declaration', span('display:/* shown */none'), 'style'],
  ['a custom property', span('--d:none;display:var(--d)'), 'style'],
  ['the fallback of a custom property', span('display:var(--nothing, none)'), 'style'],
  ['a custom property of the root', page('<i class=c>never</i>', ':root{--x:none}.c{display:var(--x)}'), 'style'],
  ['visibility', span('visibility:hidden'), 'style'],
  ['visibility: collapse', span('visibility:collapse'), 'style'],
  ['opacity', span('opacity:0'), 'style'],
  ['opacity as a percentage', span('opacity:2%'), 'style'],
  ['opacity multiplied', page('<b style="opacity:.2"><i style="opacity:.2">never</i></b>'), 'style'],
  ['a filter that takes all opacity', span('filter:opacity(0)'), 'style'],
  ['content-visibility', span('display:block;content-visibility:hidden').replace('block', 'inline-block'), 'style'],
  ['font-size', span('font-size:0'), 'size'],
  ['font-size of a dot', span('font-size:1px'), 'size'],
  ['font-size multiplied', page('<b style="font-size:.1em"><i style="font-size:.1em">never</i></b>'), 'size'],
  ['font-size computed', span('font-size:calc(2px - 2px)'), 'size'],
  ['the font shorthand', span('font:0/0 serif'), 'size'],
  ['scale', span('display:inline-block;transform:scale(0)'), 'size'],
  ['scale one way', span('display:inline-block;transform:scaleX(0)'), 'size'],
  ['the scale property', span('display:inline-block;scale:0'), 'size'],
  ['zoom to a dot', span('zoom:.01'), 'size'],
  ['clip', span('position:absolute;clip:rect(0,0,0,0)'), 'clip'],
  ['clip of one pixel', span('position:absolute;clip:rect(1px,1px,1px,1px)'), 'clip'],
  ['clip-path inset', span('position:absolute;clip-path:inset(50%)'), 'clip'],
  ['hidden blanks beside a hidden word', page('<i hidden> </i><b hidden>never</b>'), 'attribute'],
  ['a ground of no image', span('color:#fff;background-image:none'), 'colour'],
  ['clip-path inset of what is not worked out', span('clip-path:inset(env(x) 50%)'), 'clip'],
  ['text-indent of what is no length', span('display:inline-block;text-indent:-9999px;text-indent:some'), 'position'],
  ['an attribute that is there', page('<i data-x>never</i>', '[data-x]{display:none}'), 'style'],
  ['clip-path inset from both sides', span('clip-path:inset(0 60% 0 40%)'), 'clip'],
  ['clip-path inset further than words reach', span('clip-path:inset(600px 0 round 5px)'), 'clip'],
  ['clip-path rect', span('clip-path:rect(0 5px 5px 5px)'), 'clip'],
  ['clip-path rect from edge to edge', span('clip-path:rect(auto 5px 0 auto)'), 'clip'],
  ['clip-path xywh', span('clip-path:xywh(0 0 0 9px)'), 'clip'],
  ['clip-path xywh without height', span('clip-path:xywh(0 0 9px 0%)'), 'clip'],
  ['clip-path ellipse', span('clip-path:ellipse(0% 10%)'), 'clip'],
  ['clip to nothing at the edge', span('position:absolute;clip:rect(auto,0,auto,auto)'), 'clip'],
  ['clip-path circle', span('clip-path:circle(0)'), 'clip'],
  ['clip-path polygon', span('clip-path:polygon(0 0, 0 0, 0 0)'), 'clip'],
  ['a box without width', span('display:inline-block;width:0;overflow:hidden'), 'clip'],
  ['a box of one pixel', span('position:absolute;width:1px;height:1px;overflow:hidden'), 'clip'],
  ['max-height', span('display:inline-block;max-height:0;overflow:hidden'), 'clip'],
  ['overflow: clip', span('display:inline-block;height:0;overflow:clip'), 'clip'],
  ['lines without height', span('display:inline-block;line-height:0;overflow:hidden'), 'clip'],
  ['max-block-size', span('display:inline-block;max-block-size:0;overflow:hidden'), 'clip'],
  ['a first line set in beyond the box', span('display:inline-block;text-indent:100%;overflow:hidden'), 'clip'],
  [
    'a box of words beside each other without width',
    span('display:inline-block;width:0;overflow:visible hidden'),
    'clip',
  ],
  ['a floating box without width', span('float:left;width:0;overflow:hidden'), 'clip'],
  ['edge on', span('display:inline-block;transform:rotateY(90deg)'), 'size'],
  ['edge on by the rotate property', span('display:inline-block;rotate:x 90deg'), 'size'],
  ['a matrix without extent', span('display:inline-block;transform:matrix(1,0,0,0,0,0)'), 'size'],
  ['scale of a hundredth', span('display:inline-block;transform:scale(.01)'), 'size'],
  ['scale the other way', span('display:inline-block;scale:1 0'), 'size'],
  ['smaller and smaller', page(`${'<i style="font-size:smaller">'.repeat(20)}never${'</i>'.repeat(20)}`), 'size'],
  ['two filters that take opacity', span('filter:opacity(.2) opacity(20%)'), 'style'],
  ['translate by the box’s own width', span('display:inline-block;transform:translate(-100%)'), 'position'],
  ['translate computed', span('display:inline-block;transform:translateX(calc(-5000px - 1em))'), 'position'],
  ['bottom', span('position:absolute;bottom:-9999px'), 'position'],
  ['inset-inline', span('position:absolute;inset-inline:-9999px 0'), 'position'],
  ['margin-inline', span('margin-inline:-9999px'), 'position'],
  ['margin-block', span('display:inline-block;margin-block:-9999px 0'), 'position'],
  ['colour of the text itself', span('color:#336;background:currentcolor'), 'colour'],
  [
    'colour on its own ground inside words cut out of a picture',
    page('<b style="background:url(x) text"><i style="color:#336;background:#336">never</i></b>'),
    'colour',
  ],
  ['colour of the window', page('<i>never</i>', 'i{color:hsl(0 0 100)}'), 'colour'],
  ['a drawing’s text without fill', page('<svg><text fill=none>never</text></svg>'), 'colour'],
  ['a field that is hidden', page('<span hidden><input value=never></span>'), 'attribute'],
  ['a chosen option that is hidden', page('<select multiple><option hidden>never</select>'), 'attribute'],
  ['words beside a picture that is hidden', page('<span hidden>never<img alt="cheers"></span>'), 'attribute'],
  ['left', span('position:absolute;left:-9999px'), 'position'],
  ['top', span('position:fixed;top:-100em'), 'position'],
  ['inset', span('position:absolute;inset:0 auto auto -2000px'), 'position'],
  ['far to the right', span('position:absolute;left:9999px'), 'position'],
  ['translate', span('display:inline-block;transform:translateX(-5000px)'), 'position'],
  ['the translate property', span('display:inline-block;translate:-900px'), 'position'],
  ['margin', span('margin-left:-9999px'), 'position'],
  ['text-indent', span('display:inline-block;text-indent:-9999px'), 'position'],
  ['colour on the page', span('color:white'), 'colour'],
  ['colour nearly the same', span('color:#fefefa'), 'colour'],
  ['colour on its own ground', span('color:#336;background:#336'), 'colour'],
  ['colour of an ancestor’s ground', page('<b style="background:#000"><i style="color:black">never</i></b>'), 'colour'],
  ['colour in rgb', span('color:rgb(255 255 255)'), 'colour'],
  ['colour in hsl', span('color:hsl(0, 0%, 100%)'), 'colour'],
  ['colour transparent', span('color:transparent'), 'colour'],
  ['colour with no alpha', span('color:rgba(0,0,0,0)'), 'colour'],
  ['text-fill-color', span('-webkit-text-fill-color:transparent'), 'colour'],
  ['the font element', page('<font color=FFFFFF>never</font>'), 'colour'],
  ['the hidden attribute', page('<span hidden>never</span>'), 'attribute'],
  ['hidden until found', page('<span hidden="until-found" style="display:inline-block">never</span>'), 'style'],
  ['a popover', page('<span popover>never</span>'), 'closed'],
  ['a select’s other option', page('<select><option></option><option>never</option></select>'), 'closed'],
  ['a canvas’s fallback', page('<canvas>never</canvas>'), 'markup'],
  ['an object’s fallback', page('<object>never</object>'), 'markup'],
  ['a class', page('<i class="a x">never</i>', '.x{display:none}'), 'style'],
  ['an id', page('<i id=x>never</i>', '#x{display:none}'), 'style'],
  ['an element', page('<kbd>never</kbd>', 'kbd{display:none}'), 'style'],
  ['an attribute', page('<i data-x="a b">never</i>', '[data-x~="b"]{display:none}'), 'style'],
  ['a compound', page('<i class="a b">never</i>', 'i.a.b{display:none}'), 'style'],
  ['a descendant', page('<b><u><i>never</i></u></b>', 'p b i{display:none}'), 'style'],
  ['a child', page('<b><i>never</i></b>', 'p > b > i{display:none}'), 'style'],
  ['a selector list', page('<i>never</i>', 'u, i, b{display:none}'), 'style'],
  ['the greater specificity', page('<i class=x>never</i>', '.x{display:none} i{display:inline}'), 'style'],
  ['the later rule', page('<i class=x>never</i>', '.x{display:inline} .x{display:none}'), 'style'],
  [
    '!important over an inline style',
    page('<i style="display:inline">never</i>', 'i{display:none!important}'),
    'style',
  ],
  ['an escaped class', page('<i class="a:b">never</i>', '.a\\:b{display:none}'), 'style'],
  ['@media screen', page('<i>never</i>', '@media screen{i{display:none}}'), 'style'],
  [':not', page('<i>never</i>', 'i:not(.shown){display:none}'), 'style'],
  [':is', page('<i>never</i>', ':is(i,u){display:none}'), 'style'],
  ['a rule behind a comment and a CDO', page('<i>never</i>', '<!-- /* } */ i{display:none} -->'), 'style'],
  ['the universal selector', page('<i>never</i>', 'p *{display:none}'), 'style'],
];

const SHOWN: readonly (readonly [string, string])[] = [
  ['a valid value after an invalid one', span('display:sideways')],
  ['visibility taken back', page('<b style="visibility:hidden"><i style="visibility:visible">never</i></b>')],
  ['a font-size set again', page('<b style="font-size:0"><i style="font-size:16px">never</i></b>')],
  ['width on an inline box', span('width:0;overflow:hidden')],
  ['a box without width that lets its words out', span('display:inline-block;width:0')],
  ['a box of other words that lets them out', span('display:inline-block;width:0;overflow:visible')],
  ['clip-path that leaves most', span('display:inline-block;clip-path:inset(5px 10%)')],
  ['clip-path xywh of the whole', span('clip-path:xywh(0 0 100% 100%)')],
  ['clip-path polygon of the whole', span('clip-path:polygon(0 0, 99% 0, 99% 99%)')],
  ['clip-path by a picture', span('clip-path:url(#a)')],
  ['clip of the whole', span('position:absolute;clip:rect(0,auto,auto,0)')],
  ['set in within a box that scrolls', span('display:inline-block;text-indent:100%;overflow:auto')],
  ['moved a little', span('display:inline-block;transform:translate(-40%, 3px)')],
  ['moved by what is not worked out', span('display:inline-block;transform:translate(anchor(left))')],
  ['larger', span('font-size:larger')],
  ['a font size of its own', span('font-size:initial')],
  ['zoom that is none', span('zoom:normal')],
  ['opacity that is not worked out', span('opacity:env(x)')],
  [
    'black by initial',
    page('<b style="color:#fff;background:#000"><i style="color:initial;background:#fff">never</i></b>'),
  ],
  ['a ground that is not worked out', span('color:#fff;background:oklch(0 0 0)')],
  ['words cut out of a colour', span('color:transparent;background-color:red;background-clip:text')],
  ['words cut out of a picture', span('color:transparent;background:url(x) text')],
  ['words on a picture', span('background-image:url(x)')],
  ['absolutely placed words in struck ones', page('<s style="text-decoration:none">never</s>')],
  ['floating words in struck ones', page('<s><i style="float:left">never</i></s>')],
  ['fixed words in struck ones', page('<s><i style="position:fixed">never</i></s>')],
  ['words placed apart in struck ones', page('<s><i style="position:absolute">never</i></s>')],
  ['a display handed down', page('<b style="display:inline"><i style="display:inherit">never</i></b>')],
  ['clip without a position', span('clip:rect(0,0,0,0)')],
  ['left without a position', span('left:-9999px')],
  ['white on black', span('color:white;background:black')],
  ['light on the dark page around', `<body bgcolor=black text=white>${page('never')}`],
  ['another hue of the same lightness', span('color:red;background:#009800')],
  ['a link on the colour of its paragraph', page('<b style="color:white"><a href="#">never</a></b>')],
  ['print only', page('<i>never</i>', '@media print{i{display:none}}')],
  ['a state the page is not in', page('<i>never</i>', 'i:hover{display:none}')],
  ['another class', page('<i class=y>never</i>', '.x{display:none}')],
  ['hidden undone by a style', page('<i hidden style="display:inline">never</i>')],
  ['a duplicate attribute', page('<i style="color:red" style="display:none">never</i>')],
  ['hidden until found, in the line', page('<span hidden="until-found">never</span>')],
  ['a transform of an inline box', span('transform:translateX(-5000px)')],
  ['zoom of nothing, which browsers ignore', span('zoom:0')],
  ['a variable without value, which unsets', span('display:none;display:var(--nothing)')],
  ['aria-hidden', page('<i aria-hidden="true">never</i>')],
  ['an empty comment closed at once', page('<!--> never <!-- -->')],
  ['inserted text', page('<ins>never</ins>')],
  ['words cut out of a gradient', span('color:transparent;background:linear-gradient(red,blue);background-clip:text')],
  ['struck text whose line is taken away', page('<del style="text-decoration:none">never</del>')],
  ['a box the line through its words does not reach', page('<s><i style="display:inline-block">never</i></s>')],
  ['a style element that is shown', page('<style style="display:inline">never</style>')],
];

describe('words kept from sight', () => {
  it.each(HIDDEN)('%s', async (_name, html, by) => {
    const { text, hidden } = await read(html);
    expect(hidden).toEqual([`${by}: never`]);
    expect(text).not.toContain('never');
    expect(text.replaceAll(/\s+/g, ' ')).toContain('The river froze in March.');
  });

  it.each(SHOWN)('seen: %s', async (_name, html) => {
    const { text, hidden } = await read(html);
    expect(hidden).toEqual([]);
    expect(text).toContain('The river never froze in March.');
  });

  it('gives the place of the hidden words in the text and in the source', async () => {
    const html = page('<span hidden>never</span>');
    const { hidden, blocks } = await readHtml(html);
    expect(hidden).toMatchObject([{ block: 0, offset: 'The river'.length, source: html.indexOf('never') }]);
    expect(blocks).toHaveLength(1);
  });

  it('keeps a hidden block apart from the blocks around it', async () => {
    const { hidden } = await readHtml('<p>One.</p><div hidden><p>Two.</p><p>Three\nfour.</p></div><p>Five.</p>');
    expect(hidden).toMatchObject([{ text: 'Two.\nThree four.', block: 0, offset: null }]);
  });

  it('sets a hidden block inside running text into that text', async () => {
    const { hidden } = await readHtml('<div>One <div hidden>two</div> three</div>');
    expect(hidden).toMatchObject([{ text: 'two', block: 0, offset: 3 }]);
  });

  it('gives the place before a block to words hidden at its beginning', async () => {
    const { hidden } = await readHtml(
      '<p>One.</p><p><span hidden style="display:block;display:none">Two.</span>Three.</p>',
    );
    expect(hidden).toMatchObject([{ text: 'Two.', block: 1, offset: 0 }]);
  });

  it('gives the block before to a hidden block at the beginning of another', async () => {
    const { hidden } = await readHtml('<p>One.</p><div><div hidden>Two.</div>Three.</div>');
    expect(hidden).toMatchObject([{ text: 'Two.', block: 0, offset: null }]);
  });

  it('keeps the lines of hidden words', async () => {
    const { hidden } = await readHtml('<p>One <span hidden>two<br>three</span></p>');
    expect(hidden).toMatchObject([{ text: 'two\nthree' }]);
  });

  it('gives -1 as the block of hidden words before the first', async () => {
    const { hidden } = await readHtml('<div hidden>Zero.</div><p>One.</p>');
    expect(hidden).toMatchObject([{ block: -1, offset: null }]);
  });

  it('hides what a closed details holds, and shows its summary', async () => {
    const { text, hidden } = await read(
      '<details><summary>More</summary><p>Secret</p></details><details open><p>Open</p></details>',
    );
    expect(hidden).toEqual(['closed: Secret']);
    expect(text).toBe('More\nOpen');
  });

  it('hides a dialog until it is open', async () => {
    const { text, hidden } = await read('<dialog>Shut</dialog><dialog open>Open</dialog>');
    expect(hidden).toEqual(['closed: Shut']);
    expect(text).toBe('Open');
  });

  it('never takes comments, scripts, metadata and templates for words', async () => {
    const html =
      '<title>t</title><p>Seen<!-- a --><script>b</script><style>/* c */</style><template>d</template><noscript>e</noscript></p>';
    expect(await read(html)).toEqual({ text: 'Seen', hidden: [] });
  });

  it('leaves a ground that was not read in doubt', async () => {
    const html = '<link rel=stylesheet href=x.css><p>The river <i style="color:#fff">never</i> froze.</p>';
    const { blocks, hidden, caveats } = await readHtml(html);
    expect(blocks[0]?.text).toBe('The river never froze.');
    expect(hidden).toEqual([]);
    expect(caveats).toContainEqual({
      kind: 'drawn-otherwise',
      detail: 'colour of the background',
      at: { block: 0, start: 10, end: 15 },
    });
  });
});

describe('hints for screen readers', () => {
  it.each([
    ['in the link', '<a href=x>Map<span style="display:none">(opens in a new window)</span></a>', true],
    ['beside the link', '<p><a href=x>Map</a><span hidden>external link</span></p>', true],
    ['in German', '<a href=x>Karte<span hidden>öffnet sich in einem neuen Fenster</span></a>', true],
    ['other words in a link', '<a href=x>Map<span class="sr-only" hidden>not in a new window</span></a>', false],
    ['behind the link', '<p><span hidden>external link</span><a href=x>Map</a></p>', true],
    ['in a role', '<p role=link>Map <span hidden>external link</span></p>', true],
    ['too many words', `<a href=x>Map<span hidden>${'the tab '.repeat(7)}</span></a>`, false],
    ['too many letters', `<a href=x>Map<span hidden>${'(tab)'.padEnd(300, '.')}</span></a>`, false],
    ['signs alone', '<a href=x>Map<span hidden>(…)</span></a>', false],
    ['no link near', '<p>Map <span hidden>opens in a new window</span></p>', false],
    ['fillers only', '<a href=x>Map <span hidden>in the new</span></a>', false],
  ])('%s', async (_name, html, hint) => {
    const { hidden } = await readHtml(html);
    expect(hidden.map((entry) => entry.hint)).toEqual([hint]);
  });
});
