/** Where readings stand, for reports that mark words: in the article, and in the transcript's words beside it. */
import { describe, expect, it } from 'vitest';
import { contextOf, rangeIn, spanOf } from '../../../src/core/quote/spots.ts';
import { against, only, sourceOf } from './support.ts';

const SAID = 'Bob: [laughs] So, “we sold it (*) all” – he said.\n\n(And) not one left.';
const TALK = sourceOf('talk', `Ann: Why?\n\n${SAID}\n\nAnn: How?\n\nBob: Yes.`);
const OTHER = sourceOf('other', `Ann: Why?\n\n${SAID}\n\nAnn: How?\n\nBob: No.`);
const judge = (quoted: string, source = TALK) => only(against(`Bob said “${quoted}”.`, [source]));

describe('a range in the transcript’s words', () => {
  it.each([
    ['we bought it (*) all', 'we sold it (*) all', [{ start: 3, end: 7 }]],
    ['we sold all – he said', 'we sold it (*) all” – he said', [{ start: 8, end: 10 }]],
    ['we sold it (*) all too he', 'we sold it (*) all” – he', [{ start: 18, end: 18 }]],
    ['he said … not one left', 'he said\nAnd) not one left', [{ start: 8, end: 11 }]],
    ['not one left', 'not one left', []],
    ['sell[ing] it (*) all – he said', 'it (*) all” – he said', [{ start: 0, end: 21 }]],
  ])('is that of the words that differ, and empty where there are none: %s', (quoted, text, ranges) => {
    const { transcript, findings } = judge(quoted);
    expect(transcript?.text).toBe(text);
    expect(findings.map(({ sealed }) => rangeIn(transcript!, sealed!))).toEqual(ranges);
  });

  it('is none for words before or behind them, of another transcript, or of no transcript', () => {
    const { transcript, findings } = judge('one left');
    expect(findings).toMatchObject([{ code: 'context-turns', sealed: { text: 'not' } }]);
    expect(rangeIn(transcript!, findings[0]!.sealed!)).toBeNull();
    expect(rangeIn(transcript!, findings[0]!.copy!)).toBeNull();
    const but = sourceOf('but', 'Ann: Why?\n\nBob: We sold it all, but most stayed.\n\nAnn: How?\n\nBob: Yes.');
    const before = judge('We sold it all', but);
    expect(before.findings).toMatchObject([{ code: 'context-turns', sealed: { text: 'but' } }]);
    expect(rangeIn(before.transcript!, before.findings[0]!.sealed!)).toBeNull();
    const whole = judge('we bought it (*) all').findings[0]!.sealed!;
    expect(rangeIn(judge('we sold it (*) all', OTHER).transcript!, whole)).toBeNull();
    expect(rangeIn({ ...transcript! }, whole)).toBeNull();
  });
});

describe('the words around', () => {
  it('are the rest of the passage, with all its signs', () => {
    expect(contextOf(judge('sold it (*) all').transcript!)).toEqual({
      before: '[laughs] So, “we ',
      after: '” – he said.',
    });
    expect(contextOf(judge('he said and not one').transcript!)).toEqual({
      before: '[laughs] So, “we sold it (*) all” – ',
      after: ' left.',
    });
  });

  it('are those that a source tells, where it was not found in a transcript', () => {
    const source = { ...judge('sold it (*) all').transcript! };
    expect(contextOf(source)).toBe(source);
  });
});

describe('a stretch of the article', () => {
  it('is told for what the article has, and for nothing else', () => {
    const [finding] = judge('we bought it (*) all').findings;
    expect(spanOf(finding!.copy!)).toEqual({ from: { block: 0, offset: 13 }, to: { block: 0, offset: 19 } });
    expect(spanOf(finding!.sealed!)).toBeNull();
  });
});
