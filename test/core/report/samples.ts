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

/** One of many kinds, as a doctored page would have them. */
export const KINDS = result({
  verdict: 'altered',
  pass: false,
  words: { sealed: 4838, matched: 4630, around: 0 },
  findings: [
    finding('passage-omitted', {
      speaker: 'Mira',
      passage: 12,
      sealed: reading(
        'Nobody asked us. They came with a list and read the names aloud, and whoever answered had to step forward.',
        '',
        '',
        at(31, 1),
      ),
      copy: reading('', '', '', at(170, 1)),
      data: { words: 20 },
    }),
    finding('question-changed', {
      speaker: 'Mira',
      passage: 14,
      sealed: reading('Every single day.', '', '', at(35, 1)),
      copy: reading('Every single day.', '', '', at(181, 4)),
      data: { question: 'Did you think of your brother?', follows: 'Did you take money?' },
    }),
    finding('speaker-changed', {
      speaker: 'Q',
      passage: 15,
      sealed: reading('And then you left?', '', '', at(37, 4)),
      copy: reading('And then you left?', '', '', at(184, 11)),
      data: { was: 'Q', now: 'Mira' },
    }),
    finding('mark-removed', {
      speaker: 'Mira',
      passage: 16,
      sealed: reading('(*)', 'I told my cousin ', ' everything.', at(39, 18)),
      copy: reading('', 'I told my cousin', ' everything.', at(190, 17)),
    }),
    finding('look-alike-letter', {
      speaker: 'Mira',
      passage: 17,
      sealed: reading('not', 'I am ', ' sorry', at(41, 6)),
      copy: reading('nоt', 'I am ', ' sorry', at(192, 6)),
      data: { detail: 'Cyrillic о' },
    }),
    finding('hidden-text', {
      passage: 18,
      copy: reading('of course', 'we agreed ', ' at once', at(195, 30)),
      data: { kind: 'style', words: 2 },
    }),
    finding('notice-removed', { passage: 40, sealed: reading('Published whole and unchanged.', '', '', at(90, 1)) }),
  ],
});

export const EXCERPT = result({
  verdict: 'excerpt',
  words: { sealed: 4838, matched: 2100, around: 55 },
  findings: [
    finding('passage-omitted', { passage: 3, sealed: reading('Let us begin.', '', '', at(9, 1)), data: { words: 3 } }),
  ],
});

export const HEBREW = result({
  copy: 'page.he.html',
  transcript: 'interview.he.txt',
  verdict: 'altered',
  pass: false,
  words: { sealed: 300, matched: 299, around: 0 },
  findings: [
    finding('word-omitted', {
      speaker: 'מירה',
      passage: 2,
      sealed: reading('לא', 'ואז ', ' חתמתי על הנייר', at(7, 5)),
      copy: reading('', 'ואז', ' חתמתי על הנייר', at(80, 12)),
    }),
  ],
});

export const SUBTITLES = result({
  copy: 'talk.vtt',
  verdict: 'repunctuated',
  pass: false,
  words: { sealed: 300, matched: 300, around: 0 },
  findings: [
    finding('punctuation-changed', {
      speaker: 'Mira',
      passage: 2,
      sealed: reading('.', 'I stayed', ' Nobody came', { by: 'paragraph', paragraph: 14 }),
      copy: reading(',', 'I stayed', ' nobody came', { by: 'time', milliseconds: 753_250, line: 57, column: 9 }),
    }),
  ],
});

/** Names and words that mean harm. */
export const HOSTILE = result({
  copy: 'a\n::error file=x::b\u001b[2J.html',
  transcript: 'sealed ##[error] <b>@mira</b> | x.txt',
  verdict: 'altered',
  pass: false,
  words: { sealed: 10, matched: 8, around: 0 },
  findings: [
    finding('word-substituted', {
      speaker: '\u202Emira\u202C',
      passage: 0,
      sealed: reading('afraid', '::warning::I was ', ' of ##[group]them', at(1, 1)),
      copy: reading('\u001b]0;owned\u0007', '</script><script>x ', ' ]]> @everyone #1', at(2, 1)),
    }),
    finding('block-interpolated', {
      copy: reading('::add-mask::x ![y](https://example.org/z.png) | a | b |', '', '', at(3, 1)),
      data: { selector: 'p[title="</style><script>"]' },
    }),
  ],
});
