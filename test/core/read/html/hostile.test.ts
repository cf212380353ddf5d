/** Pages made to cost time or memory: each is read or refused in time that grows with its length. */
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../../src/core/read/html/index.ts';
import { Refusal } from '../../../../src/core/refusal.ts';
import { processorTime } from '../../../processor-time.ts';

const refusal = async (html: string): Promise<string | null> => {
  try {
    await readHtml(html);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
};

/** Generous for a slow machine; a quadratic path takes minutes. */
const MOST = 8_000;

async function timed(html: string): Promise<string | null> {
  const start = processorTime();
  const reason = await refusal(html);
  expect(processorTime() - start).toBeLessThan(MOST);
  return reason;
}

describe('hostile pages', () => {
  it.each<[string, string, string | null]>([
    ['20,000 open elements', '<div>'.repeat(20_000), 'too-deep'],
    ['a million open elements', '<div>'.repeat(1_000_000), 'too-deep'],
    ['1,900 open elements', `${'<div>'.repeat(1_900)}a`, null],
    [
      'formatting reopened in every paragraph',
      `<p>${Array.from({ length: 900 }, (_, i) => `<b id=${i}>`).join('')}${'<p>a'.repeat(3_000)}`,
      'too-deep',
    ],
    ['100,000 stray references', `<p>${'&lt &notx '.repeat(100_000)}`, null],
    ['100,000 hidden words', '<p>a <i hidden>b</i>'.repeat(20_000), null],
    ['50,000 elements out of a table', `<table>${'<i>a</i>'.repeat(50_000)}`, null],
    [
      'a style of many universal rules',
      `<style>${'* * * b{color:red}'.repeat(2_000)}</style>${'<p><i>a</i>'.repeat(2_000)}`,
      null,
    ],
    [
      'rules that search all ancestors',
      `<style>${'x > i i{color:red}'.repeat(3_000)}</style>${'<i>'.repeat(1_500)}${'<i></i>'.repeat(20_000)}`,
      'too-large',
    ],
    [
      'a variable that doubles',
      `<style>:root{${Array.from({ length: 40 }, (_, i) => `--a${i + 1}:var(--a${i})var(--a${i});`).join('')}}p{display:var(--a40)}</style><p>a`,
      null,
    ],
    ['a variable of itself', '<p style="--a:var(--a);display:var(--a)">a', null],
    ['brackets in a length', `<p style="font-size:${'calc('.repeat(50_000)}1px">a`, null],
    ['white space in a media query', `<style>@media (a${' '.repeat(200_000)}b){p{color:red}}</style><p>a`, null],
    [
      'white space in the values of many elements',
      `<style>.x{font:1px${' '.repeat(2_000)}a;text-indent:0${' '.repeat(2_000)}a}</style>${'<p class=x>a'.repeat(3_000)}`,
      null,
    ],
    [
      'noughts in the values of many elements',
      `<style>.x{scale:${'0'.repeat(2_000)}!;filter:invert(${'0'.repeat(2_000)}!)}</style>${'<p class=x>a'.repeat(3_000)}`,
      null,
    ],
    ['an unclosed string', `<style>p{content:"${'x'.repeat(500_000)}</style><p>a`, null],
    ['an unclosed comment', `<style>${'/*'.repeat(300_000)}</style><p>a`, null],
    ['nested at-rules', `<style>${'@media screen{'.repeat(20_000)}</style><p>a`, null],
    ['a selector of many parts', `<style>${'i '.repeat(50_000)}{color:red}</style>${'<i>'.repeat(500)}a`, null],
    ['an attribute of spaces', `<style>[a=b${' '.repeat(300_000)}"]{color:red}</style><p>a`, null],
    ['a megabyte of white space', `<p>a${' '.repeat(1_000_000)}b`, null],
    ['lists in lists', `${'<ul><li>'.repeat(900)}${'<a href=x>a</a>'.repeat(20_000)}`, null],
    ['raised boxes in raised boxes', `${'<sup>'.repeat(1_500)}${'1 '.repeat(100_000)}`, null],
  ])('%s', async (_name, html, reason) => {
    expect(await timed(html)).toBe(reason);
  });
});
