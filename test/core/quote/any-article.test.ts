/** Whatever an article holds, its quotations are in order, each once, and a verdict that fails says why. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STRICT } from '../../../src/core/judge/policy.ts';
import { findQuotations } from '../../../src/core/quote/find.ts';
import { judgeArticle } from '../../../src/core/quote/index.ts';
import { readText } from '../../../src/core/read/text/index.ts';
import { INTERVIEWS, sourceOf } from './support.ts';

const PIECES = [
  ...'“”„‟"‘’‚‛\'«»‹›「」『』〝〞—–…[]().,!?\n ',
  '``',
  "''",
  '<<',
  '>>',
  ',,',
  '\n\n',
  '[…]',
  '[sic]',
  '[not]',
  '(*)',
  'the',
  ' water ',
  ' keeps its own books ',
  ' I did not sleep ',
  ' says Halloran',
  'Brot ist Zeit',
  's',
  '’80s',
  'ß',
  'Хтось мусить тримати',
  '\ud83d',
];

const article = fc.array(fc.constantFrom(...PIECES), { maxLength: 80 }).map((pieces) => pieces.join(''));

describe('any article', () => {
  it('has its quotations in order, each once', () => {
    fc.assert(
      fc.property(article, (text) => {
        const document = readText(text);
        const { quotations } = findQuotations(document);
        const spans = quotations
          .flatMap(({ stretches }) => stretches)
          .map(({ block, start, end }) => ({ block, start, end }));
        for (const { block, start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(document.blocks[block]!.text.length);
        }
        const sorted = spans.toSorted((a, b) => a.block - b.block || a.start - b.start);
        for (const [i, one] of sorted.entries()) {
          const next = sorted[i + 1];
          if (next !== undefined && next.block === one.block) expect(next.start).toBeGreaterThanOrEqual(one.end);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it('has a failing finding for each verdict that fails, and for no other', () => {
    const failing = new Set(['altered', 'spliced', 'other-speaker', 'not-found']);
    fc.assert(
      fc.property(article, fc.constantFrom('against' as const, 'within' as const), (text, mode) => {
        const { quotations, coverage } = judgeArticle(readText(text), 'a', INTERVIEWS, { policy: STRICT, mode });
        for (const { verdict, pass, findings } of quotations) {
          expect(findings.some(({ level }) => level === 'fail')).toBe(failing.has(verdict));
          expect(pass).toBe(!failing.has(verdict));
        }
        expect(coverage.found).toBe(coverage.checked + coverage.unchecked);
      }),
      { numRuns: 3_000 },
    );
  });

  it('can be judged by a transcript without a word', () => {
    const judged = judgeArticle(readText('“Nothing was said here at all,” he says.'), 'a', [sourceOf('empty', '')], {
      policy: STRICT,
      mode: 'against',
    });
    expect(judged.quotations.map(({ verdict }) => verdict)).toEqual(['not-found']);
  });
});
