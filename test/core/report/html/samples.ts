/** Two texts side by side, as the HTML report takes them; the interview is invented. */
import type { Change, SideBySide, SideBySideRow, SideText } from '../../../../src/core/report/html/side-by-side.ts';
import type { Role } from '../../../../src/core/structure/transcript.ts';
import { at } from '../samples.ts';

export function side(text: string, speaker: string | null, line: number, changes: readonly Change[] = []): SideText {
  const mark = text.indexOf('(*)');
  const marks = mark < 0 ? [] : [{ start: mark, end: mark + 3 }];
  return { text, speaker, place: at(line, 1), changes, marks };
}

export function same(text: string, role: Role, speaker: string | null, line: number): SideBySideRow {
  const copy = side(text, speaker, line + 100);
  return { relation: { by: 'same' }, role, sealed: side(text, speaker, line), copy: [copy], findings: [] };
}

function change(text: string, words: string, kind: Change['kind'], finding: number): Change {
  const start = text.indexOf(words);
  return { start, end: start + words.length, kind, finding };
}

function around(text: string, line: number): SideBySideRow {
  return { relation: { by: 'around' }, role: null, sealed: null, copy: [side(text, null, line)], findings: [] };
}

const AFRAID = 'When the harbour closed I was afraid of the men who came at night. My family (*) stayed inside.';
const ANGRY = 'When the harbour closed I was angry at the men who came at night. My family (*) stayed inside.';
const DID_NOT = 'They put a paper on the table, and no, I did not sign the paper they had written.';
const DID = 'They put a paper on the table, and no, I did sign the paper they had written.';
const AGAIN = 'I would do it again.';
const GLADLY = 'I would gladly do it again.';

const CHANGED: readonly SideBySideRow[] = [
  {
    relation: { by: 'changed' },
    role: 'speech',
    sealed: side(AFRAID, 'Mira', 11, [change(AFRAID, 'afraid of', 'replaced', 0)]),
    copy: [side(ANGRY, 'Mira', 120, [change(ANGRY, 'angry at', 'replaced', 0)])],
    findings: [],
  },
  {
    relation: { by: 'changed' },
    role: 'speech',
    sealed: side(DID_NOT, 'Mira', 17, [change(DID_NOT, 'not', 'left-out', 1)]),
    copy: [
      side(DID, 'Mira', 131, [{ start: DID.indexOf('sign'), end: DID.indexOf('sign'), kind: 'left-out', finding: 1 }]),
    ],
    findings: [],
  },
  {
    relation: { by: 'interpolated', selector: 'h3.teaser' },
    role: null,
    sealed: null,
    copy: [side('A city under water', null, 140)],
    findings: [2],
  },
  {
    relation: { by: 'changed' },
    role: 'speech',
    sealed: side(AGAIN, 'Mira', 29, [{ start: 8, end: 8, kind: 'added', finding: 3 }]),
    copy: [side(GLADLY, 'Mira', 160, [change(GLADLY, 'gladly', 'added', 3)])],
    findings: [],
  },
];

/** Goes with `DOCTORED` of the shared samples: its four findings are 0 to 3. */
export const ALIGNED: SideBySide = {
  rows: [
    around('The Harbour Weekly', 1),
    around('Home · Archive · Subscribe', 2),
    same('A conversation at the harbour', 'matter', null, 1),
    same('What did you see that night?', 'question', 'Q', 3),
    ...CHANGED.slice(0, 1),
    ...Array.from({ length: 9 }, (_, i) =>
      same(`We walked back along the quay, evening ${i + 1}.`, 'speech', 'Mira', 20 + i),
    ),
    ...CHANGED.slice(1),
    same('לא חתמתי על הנייר הזה.', 'speech', 'מירה', 40),
    {
      relation: { by: 'moved', row: 19 },
      role: 'speech',
      sealed: side('I never asked for money.', 'Mira', 44),
      copy: [],
      findings: [],
    },
    {
      relation: { by: 'moved', row: 18 },
      role: 'speech',
      sealed: null,
      copy: [side('I never asked for money.', 'Mira', 180)],
      findings: [],
    },
    {
      relation: { by: 'omitted' },
      role: 'notice',
      sealed: side('This conversation may be published whole and unchanged.', null, 60),
      copy: [],
      findings: [],
    },
  ],
  transcript: 'at-hand',
  marks: { sealed: 1, kept: 1 },
  notice: 'removed',
};
