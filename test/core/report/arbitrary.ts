/** Findings and reports of every shape, for properties. The words are from our own list, so that a sentence can be checked. */
import fc from 'fast-check';
import { FINDING_CODES } from '../../../src/core/judge/codes.ts';
import type { Finding, Reading } from '../../../src/core/judge/finding.ts';
import type { CopyResult, Report, TextResult } from '../../../src/core/judge/judgement.ts';
import { VERDICTS } from '../../../src/core/judge/verdict.ts';
import type { Place } from '../../../src/core/read/document.ts';

const HOSTILE = [
  '\u001b[2J\u001b]0;owned\u0007',
  '\u009b31m',
  '\n::error file=x::owned',
  '::stop-commands::x',
  '##[error]owned',
  ']]></failure><x/>',
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '![x](https://example.org/x.png) [y](javascript:z) @everyone #1',
  '| a | b |\n|---|---|',
  '\u202Eevil\u202C',
  '\u2068\u2068',
  '\u2069',
  'שלום לך',
  '漢字'.repeat(30),
  'x'.repeat(700),
  '\uD800',
  '',
  ' ',
];

const word = fc.oneof(
  fc.constantFrom('harbour', 'not', 'I did', 'lamps,', '(*)'),
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const text = fc
  .array(word, { maxLength: 4 })
  .map((words) => words.join(' ').replaceAll(/undefined|null|NaN|\[object/gu, ''));
const positive = fc.integer({ min: 1, max: 100_000 });

const place: fc.Arbitrary<Place> = fc.oneof(
  fc.record({ by: fc.constant('line' as const), line: positive, column: positive }),
  fc.record({ by: fc.constant('page' as const), page: positive }),
  fc.record({ by: fc.constant('paragraph' as const), paragraph: positive }),
  fc.record({ by: fc.constant('paragraph' as const), paragraph: positive, part: fc.constant('footnotes') }),
  fc.record({ by: fc.constant('time' as const), milliseconds: fc.nat() }),
  fc.record({ by: fc.constant('time' as const), milliseconds: fc.nat(), line: positive, column: positive }),
);

const reading: fc.Arbitrary<Reading | null> = fc.option(
  fc.record({ text, before: text, after: text, place: fc.option(place) }),
);

const KEYS = [
  'selector',
  'label',
  'was',
  'now',
  'question',
  'follows',
  'means',
  'kind',
  'detail',
  'words',
  'day',
  'reason',
  'candidates',
  'convention',
  'named',
  'role',
  'parts',
  'side',
  'word',
];

export const findings: fc.Arbitrary<Finding> = fc.record({
  code: fc.constantFrom(...FINDING_CODES),
  level: fc.constantFrom('fail' as const, 'note' as const),
  speaker: fc.option(text),
  passage: fc.option(fc.nat({ max: 5_000 })),
  sealed: reading,
  copy: reading,
  count: positive,
  data: fc.dictionary(fc.constantFrom(...KEYS), fc.oneof(text, fc.nat()), { maxKeys: 6, noNullPrototype: true }),
});

const results: fc.Arbitrary<CopyResult> = fc.record({
  copy: text,
  transcript: fc.option(text),
  verdict: fc.constantFrom(...VERDICTS),
  pass: fc.boolean(),
  identical: fc.boolean(),
  words: fc.record({ sealed: fc.nat(), matched: fc.nat(), around: fc.nat() }),
  findings: fc.array(findings, { maxLength: 6 }),
});

const texts: fc.Arbitrary<TextResult> = fc.record({
  text,
  pass: fc.boolean(),
  findings: fc.array(findings, { maxLength: 3 }),
});

export const reports: fc.Arbitrary<Report> = fc.oneof(
  fc.record({ results: fc.array(results, { maxLength: 3 }) }),
  fc.record({ results: fc.array(results, { maxLength: 2 }), texts: fc.array(texts, { maxLength: 3 }) }),
);
