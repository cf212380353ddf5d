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
  ])('%s', async (selector, expected) => {
    expect(await seen(`<style>${selector}{display:none}</style>${LIST}`)).toBe(expected);
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

  it.each(['', 'x', '2n+', '1.5', '2n+1 of p'])('does not count “%s”', (text) => {
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
  ])('%s', (query, expected) => {
    expect(answerMedia(query)).toBe(expected);
  });
});
