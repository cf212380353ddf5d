/** Selectors, at-rules and layers by which a page's own sheet can hide a word. */
import { describe, expect, it } from 'vitest';
import { answerMedia } from '../../../../src/core/read/html/css/media.ts';
import { parseNth, takes } from '../../../../src/core/read/html/css/nth.ts';
import { readHtml } from '../../../../src/core/read/html/index.ts';

async function seen(html: string): Promise<string> {
  const { blocks } = await readHtml(html);
  return blocks.map(({ text }) => text.replaceAll(/\s+/g, ' ').trim()).join('|');
}

const LIST = '<ol><li>a</li><li class=x lang=de-CH>b</li><li><i>c</i></li><li id=d>d</li></ol><p>e</p>';

describe('selectors', () => {
  it.each([
    ['li:nth-child(2)', 'a|c|d|e'],
    ['li:nth-child(odd)', 'b|d|e'],
    ['li:nth-child(-n+2)', 'c|d|e'],
    ['li:nth-last-child(1)', 'a|b|c|e'],
    ['li:first-of-type', 'b|c|d|e'],
    ['p:only-of-type', 'a|b|c|d'],
    ['i:only-child', 'a|b|d|e'],
    ['li:last-child', 'a|b|c|e'],
    ['.x + li', 'a|b|d|e'],
    ['.x ~ li', 'a|b|e'],
    ['ol + p', 'a|b|c|d'],
    ['ol ~ .x', 'a|b|c|d|e'],
    ['li:has(i)', 'a|b|d|e'],
    ['li:has(+ #d)', 'a|b|d|e'],
    ['li:has(> b)', 'a|b|c|d|e'],
    ['ol:has(#d) ~ p', 'a|b|c|d'],
    ['li:not(:has(i)):not(ol .x)', 'b|c|e'],
    ['li:lang(de)', 'a|c|d|e'],
    ['li:lang(d)', 'a|b|c|d|e'],
    [':is(ol, ul) > :where(.x, i)', 'a|c|d|e'],
    ['li:hover', 'a|b|c|d|e'],
    ['li[lang|=de]', 'a|c|d|e'],
    ['li[lang|="de-CH"]', 'a|c|d|e'],
    ['li[lang|=d]', 'a|b|c|d|e'],
    ['li[lang^="de"]', 'a|c|d|e'],
    ["li[lang^='']", 'a|b|c|d|e'],
    ['li[lang$=ch i]', 'a|c|d|e'],
    ['li[lang$=ch s]', 'a|b|c|d|e'],
    ['li[lang$=""]', 'a|b|c|d|e'],
    ['li[lang*="-"]', 'a|c|d|e'],
    ['li[lang*=""]', 'a|b|c|d|e'],
    ['li[class~=""]', 'a|b|c|d|e'],
    ['li:empty', 'a|b|c|d|e'],
    ['#d#e', 'a|b|c|d|e'],
    ['#d#d', 'a|b|c|e'],
    ['li:nth-of-type(2), li:nth-last-of-type(1)', 'a|c|e'],
    ['li:has(+ .x, > i)', 'b|d|e'],
    ['li:not(.x):not(:first-child)', 'a|b|e'],
    ['ol :is(.x + li) i', 'a|b|d|e'],
    ['ol>li+li~#d', 'a|b|c|e'],
    ['.a\\:b, .x', 'a|c|d|e'],
  ])('%s', async (selector, expected) => {
    expect(await seen(`<style>${selector}{display:none}</style>${LIST}`)).toBe(expected);
  });

  it.each([
    ':is()',
    ':is(i::before)',
    ':is(:is(:is(:is(:is(:is(:is(i)))))))',
    'i >> b',
    'i > ',
    '> i',
    'i % b',
    'i|b',
    'i.',
    'i:',
    'i::',
    'i::before b',
    'i::cue',
    'i:marker',
    'i:nth-child',
    'i:nth-child(x)',
    'i:first-child(2)',
    'i:unknown',
    'i:has()',
    'i[=x]',
    `i[data-x="${'x'.repeat(600)}"]`,
  ])('says that it does not evaluate %s', async (selector) => {
    const html = `<style>${selector}{display:none}</style><p>a <i>b</i>`;
    const { blocks, caveats } = await readHtml(html);
    expect(blocks.map(({ text }) => text)).toEqual(['a b']);
    expect(caveats.map(({ detail }) => detail)).toEqual(['1 style rule not evaluated (selector)']);
  });

  it.each([
    ['a:link', '<a href=x>a</a><a>b</a>', 'b'],
    ['input:checked + b', '<input type=checkbox checked><b>a</b><input type=checkbox><b>b</b>', 'b'],
    ['option:checked', '<select multiple><option selected>a<option>b</select>', 'b'],
    ['b:empty + i', '<b><!-- c --></b><i>a</i><b> </b><i>b</i>', 'b'],
    ['i:lang("de", en)', '<i lang=EN>a</i><i lang=fr>b</i>', 'b'],
    ['svg > text', '<svg><text>a</text></svg><b>b</b>', 'b'],
  ])('%s in %s', async (selector, html, expected) => {
    expect(await seen(`<style>${selector}{display:none}</style><p>${html}`)).toBe(expected);
  });

  it.each([
    ['odd', [1, 3, 5]],
    ['even', [2, 4]],
    ['3', [3]],
    ['n', [1, 2, 3, 4, 5]],
    ['2n+1', [1, 3, 5]],
    ['-n + 2', [1, 2]],
    ['3n-1', [2, 5]],
    ['+2n', [2, 4]],
  ])('counts %s', (text, expected) => {
    const nth = parseNth(text);
    expect([1, 2, 3, 4, 5].filter((place) => nth !== null && takes(nth, place))).toEqual(expected);
  });

  it.each(['', 'x', '2n+', '1.5', '2n+1 of p', `${' '.repeat(9)}${'1'.repeat(40)}`])('does not count “%s”', (text) => {
    expect(parseNth(text)).toBeNull();
  });
});

describe('rules around rules', () => {
  it.each([
    ['a nested rule', 'p{& i{display:none}}', 'a'],
    ['a nested rule without a sign', 'p{color:red;i{display:none}}', 'a'],
    ['declarations behind a nested rule', 'i{b{color:red}display:none}', 'a'],
    ['a nested at-rule', 'i{@media screen{display:none}}', 'a'],
    ['a scope', '@scope (p){i{display:none}}', 'a'],
    ['a scope elsewhere', '@scope (ul){i{display:none}}', 'a b'],
    ['a later layer', '@layer one{i{display:none}}@layer two{i{display:inline}}', 'a b'],
    [
      'layers in the order they were named',
      '@layer two,one;@layer one{i{display:none}}@layer two{i{display:inline}}',
      'a',
    ],
    ['no layer wins over layers', 'i{display:none}@layer one{i#k{display:inline}}', 'a'],
    [
      'importance turns layers round',
      '@layer one{i{display:none!important}}@layer two{i{display:inline!important}}',
      'a',
    ],
    ['importance in a layer against none', '@layer one{i{display:none!important}}i{display:inline!important}', 'a'],
    ['a layer in a layer', '@layer one{i{display:inline}@layer two{i{display:none}}}', 'a b'],
    ['an animation that ends so', '@keyframes k{to{opacity:0}}i{animation:k 1s forwards}', 'a'],
    ['an animation that fades in', '@keyframes k{from{opacity:0}to{opacity:1}}i{animation:k 1s both}', 'a b'],
    ['an animation that is over', '@keyframes k{to{opacity:0}}i{animation:k 1s}', 'a b'],
    ['an animation that stands still', '@keyframes k{from{opacity:0}}i{animation:k 1s paused}', 'a'],
    ['a sheet in its address', '@import "data:text/css,i%7Bdisplay:none%7D";', 'a'],
    ['a sheet in its address in base 64', '@import url(data:text/css;base64,aXtkaXNwbGF5Om5vbmV9);', 'a'],
    ['an animation without keyframes', '@keyframes k{to{opacity:0}}i{animation:j 1s forwards}', 'a b'],
    ['an animation of other elements', '@keyframes k{to{opacity:0}}b{animation:k 1s forwards}i{color:red}', 'a b'],
    [
      'keyframes of what does not matter',
      '@keyframes k{@x;to{outline:0;visibility:hidden}}i{animation:k 1s both}',
      'a',
    ],
    ['keyframes in percentages', '@keyframes k{0%{opacity:1}50%,100%{opacity:0}}i{animation:k 1s infinite}', 'a'],
    ['a layer without a name', '@layer{i{display:none}}', 'a'],
    ['a custom property with a block', 'i{--x{a:b};display:none}', 'a'],
    ['a custom property without a value', 'i{--x:;display:none}', 'a'],
    ['a variable for what does not matter', 'i{outline:var(--x);display:none}', 'a'],
    ['a variable that is missing unsets a shorthand', 'i{color:#fff;background:var(--x)}', 'a'],
    ['revert takes back', 'i{display:none}i{display:revert}', 'a b'],
    ['what was taken back may be said again', 'i{display:revert}i{display:none}', 'a'],
    ['revert-layer leaves what a lower layer says', 'i{display:none}i{display:revert-layer}', 'a'],
    ['a comment in a string', 'i::before{content:"/*"}i{display:none}', 'a'],
    ['an escape before a comment', '.\\/*x*/{color:red}i{display:none}', 'a'],
    ['a comment that never ends', 'i{display:none}/*', 'a'],
    ['a string that a line end breaks off', 'b{x:"\n}i{display:none}', 'a'],
    ['an escaped line end', 'i{dis\\\nplay:none}i{display:none}', 'a'],
    ['an escape for no sign', '.\\110000, .\\d800, i{display:none}', 'a'],
    ['a style for the first frame', '@starting-style{i{display:none}}', 'a b'],
  ])('%s', async (_name, css, expected) => {
    expect(await seen(`<style>${css}</style><p>a <i id=k>b</i>`)).toBe(expected);
  });
});

describe('media', () => {
  it.each([
    ['', true],
    ['screen', true],
    ['print', false],
    ['not print', true],
    ['print, screen', true],
    ['only screen and (min-width: 600px)', true],
    ['(max-width: 600px)', false],
    ['(width >= 40em)', true],
    ['(40em > width)', false],
    ['(600px <= width <= 2000px)', true],
    ['not ((max-width: 600px) or (orientation: portrait))', true],
    ['(prefers-color-scheme: dark)', false],
    ['(hover)', true],
    ['(forced-colors)', false],
    ['(min-resolution: 2dppx)', null],
    ['(((((((((((((hover)))))))))))))', null],
    ['not all', false],
    ['not', false],
    ['handheld', false],
    ['screen and (hover) and (pointer: fine)', true],
    ['screen and (hover) and (min-resolution: 2dppx)', null],
    ['(hover) and (pointer: coarse)', false],
    ['(hover) or (min-resolution: 2dppx)', true],
    ['(pointer: coarse) or (min-resolution: 2dppx)', null],
    ['not (min-resolution: 2dppx)', null],
    ['(hover', null],
    ['hover)', null],
    ['(hover) (pointer)', null],
    ['(width)', true],
    ['(colour)', null],
    ['(constructor)', null],
    ['(height: 800px)', true],
    ['(max-height: 500px)', false],
    ['(width < 600px)', false],
    ['(width <= 1280px)', true],
    ['(width > 1280px)', false],
    ['(width = 1280px)', true],
    ['(1280px = width)', true],
    ['(600px < width)', true],
    ['(600px >= width)', false],
    ['(2000px > width > 600px)', true],
    ['(2000px > width > wide)', null],
    ['(resolution > 2dppx)', null],
    ['(width > wide)', null],
  ])('%s', (query, expected) => {
    expect(answerMedia(query)).toBe(expected);
  });
});

describe('rules under a condition', () => {
  const fate = async (css: string): Promise<string> => {
    const { blocks, caveats } = await readHtml(`<style>${css}</style><p>a <i>b</i>`);
    return [...blocks.map(({ text }) => text), ...caveats.map(({ detail }) => detail)].join(' | ');
  };
  const notEvaluated = (what: string): string => `1 style rule not evaluated (${what})`;

  it.each([
    ['a feature browsers have', '@supports (display:grid){i{display:none}}', `a | ${notEvaluated('@supports')}`],
    [
      'a feature browsers have not',
      '@supports not (display:grid){i{display:none}}',
      `a b | ${notEvaluated('@supports')}`,
    ],
    ['a feature that decides nothing', '@supports (display:grid){i{margin:0}}', 'a b'],
    ['a wide box', '@container (min-width:30em){i{display:none}}', `a | ${notEvaluated('@container')}`],
    [
      'a wide box with a name',
      '@container side (min-width:30em){i{display:none}}',
      `a | ${notEvaluated('@container')}`,
    ],
    ['a narrow box', '@container (max-width:30em){i{display:none}}', `a b | ${notEvaluated('@container')}`],
    ['an at-rule that is not known', '@when (x){i{display:none}}', `a b | ${notEvaluated('@when')}`],
    ['an at-rule that is not known and decides nothing', '@when (x){i{margin:0}}', 'a b'],
    ['a scope without a beginning', '@scope{i{display:none}}', `a b | ${notEvaluated('@scope')}`],
    ['a scope with an end', '@scope (p) to (b){i{display:none}}', `a | ${notEvaluated('@scope')}`],
    ['an import of nothing', '@import ;', 'a b | 1 external style sheet'],
    [
      'an import for narrow windows',
      '@import "data:text/css,i{display:none}" (max-width:9em);',
      `a b | ${notEvaluated('@import')}`,
    ],
    [
      'an import for what browsers support',
      '@import "data:text/css,i{color:red}" supports(display:grid);',
      `a b | ${notEvaluated('@import')}`,
    ],
    ['an import that is not base 64', '@import "data:text/css;base64,%";', 'a b | 1 external style sheet'],
    ['at-rules seven deep', `${'@media screen{'.repeat(7)}i{display:none}${'}'.repeat(7)}`, 'a'],
    [
      'a rule too deep',
      `${'@media screen{'.repeat(8)}i{display:none}${'}'.repeat(8)}`,
      `a b | ${notEvaluated('nested rule')}`,
    ],
    [
      'at-rules too deep',
      `${'@media screen{'.repeat(9)}i{display:none}${'}'.repeat(9)}`,
      `a b | ${notEvaluated('@media')}`,
    ],
    ['at-rules too deep for nothing', `${'@media screen{'.repeat(9)}i{margin:0}${'}'.repeat(9)}`, 'a b'],
    ['a rule for a whole page of paper', '@page{i{display:none}}', 'a b'],
  ])('%s', async (_name, css, expected) => {
    expect(await fate(css)).toBe(expected);
  });

  it('reads imports seven deep', async () => {
    const css = (depth: number): string =>
      depth === 0 ? 'i{display:none}' : `@import "data:text/css;base64,${btoa(css(depth - 1))}";`;
    expect([await fate(css(7)), await fate(css(8)), await fate(css(9))]).toEqual([
      'a',
      `a b | ${notEvaluated('nested rule')}`,
      'a b | 1 external style sheet',
    ]);
  });
});
