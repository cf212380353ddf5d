/** Findings and reports that the tests of the report room share; the interview in them is invented. */
import type { FindingCode } from '../../../src/core/judge/codes.ts';
import { findingKind } from '../../../src/core/judge/codes.ts';
import type { Finding, Reading } from '../../../src/core/judge/finding.ts';
import type { CopyResult, Report, TextResult } from '../../../src/core/judge/judgement.ts';
import type { Place } from '../../../src/core/read/document.ts';

export function at(line: number, column: number): Place {
  return { by: 'line', line, column };
}

export function reading(text: string, before = '', after = '', place: Place | null = null): Reading {
  return { text, before, after, place };
}

export function finding(code: FindingCode, parts: Partial<Finding> = {}): Finding {
  return {
    code,
    level: findingKind(code).level,
    speaker: null,
    passage: null,
    sealed: null,
    copy: null,
    count: 1,
    data: {},
    ...parts,
  };
}

export function result(parts: Partial<CopyResult> = {}): CopyResult {
  return {
    copy: 'page.html',
    transcript: 'interview.txt',
    verdict: 'verbatim',
    pass: true,
    identical: false,
    words: { sealed: 4838, matched: 4838, around: 0 },
    findings: [],
    ...parts,
  };
}

export const AFRAID = finding('word-substituted', {
  speaker: 'Mira',
  passage: 4,
  sealed: reading('afraid of', 'When the harbour closed I was ', ' the men who came at night', at(11, 40)),
  copy: reading('angry at', 'When the harbour closed I was ', ' the men who came at night', at(120, 7)),
});

export const NOT = finding('word-omitted', {
  speaker: 'Mira',
  passage: 6,
  sealed: reading('not', 'and no, I did ', ' sign the paper they', at(17, 205)),
  copy: reading('', 'and no, I did', ' sign the paper they', at(131, 12)),
});

export const GLADLY = finding('word-added', {
  speaker: 'Mira',
  passage: 9,
  sealed: reading('', 'I would', ' do it again', at(29, 1)),
  copy: reading('gladly', 'I would ', ' do it again', at(160, 33)),
});

export const HEADING = finding('block-interpolated', {
  copy: reading('A city under water', '', '', at(140, 5)),
  data: { selector: 'h3.teaser', words: 4 },
});

export const TYPOGRAPHY = finding('typography', { count: 45 });
export const RENAMED = finding('label-renamed', { data: { was: 'Q', now: 'Interviewer' } });
export const SCRIPT = finding('not-evaluated', { data: { kind: 'script' } });
export const STYLE = finding('not-evaluated', { data: { kind: 'stylesheet', detail: 'site.css' } });

export const FAITHFUL = result({
  words: { sealed: 4838, matched: 4838, around: 212 },
  findings: [TYPOGRAPHY, RENAMED, SCRIPT, STYLE],
});

export const DOCTORED = result({
  copy: 'mirror/page.html',
  verdict: 'altered',
  pass: false,
  words: { sealed: 4838, matched: 4835, around: 212 },
  findings: [AFRAID, NOT, HEADING, GLADLY, TYPOGRAPHY, RENAMED],
});

export const ENCRYPTED = result({
  copy: 'designer/layout.pdf',
  transcript: null,
  verdict: 'unreadable',
  pass: false,
  words: { sealed: 0, matched: 0, around: 0 },
  findings: [finding('encrypted')],
});

export const STRANGER = result({
  copy: 'recipe.html',
  transcript: null,
  verdict: 'unmatched',
  pass: false,
  words: { sealed: 0, matched: 0, around: 380 },
  findings: [finding('unmatched')],
});

export const HUNDRED = result({
  verdict: 'altered',
  pass: false,
  words: { sealed: 4838, matched: 4738, around: 0 },
  findings: Array.from({ length: 93 }, (_, i) =>
    finding('word-substituted', {
      speaker: 'Mira',
      passage: i,
      sealed: reading('sea', 'the colour of the ', ' in winter', at(i + 1, 20)),
      copy: reading('sky', 'the colour of the ', ' in winter', at(i + 40, 20)),
    }),
  ),
});

export const TEXTS: readonly TextResult[] = [
  { text: 'texts/harbour.txt', pass: true, findings: [] },
  { text: 'texts/island.txt', pass: false, findings: [finding('text-words-changed')] },
  {
    text: 'texts/lighthouse.txt',
    pass: true,
    findings: [finding('text-withdrawn', { data: { day: '2031-04-05', reason: 'a name had to go' } })],
  },
  {
    text: 'verbatim-manifest.jsonl',
    pass: false,
    findings: [finding('line-removed', { copy: reading('', '', '', at(3, 1)), data: { detail: 'texts/pier.txt' } })],
  },
];

export const MANY: Report = { results: [FAITHFUL, DOCTORED, ENCRYPTED, STRANGER] };
export const CHECK: Report = { results: [FAITHFUL], texts: TEXTS };
