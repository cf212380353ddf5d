/**
 * Recognises the lines of a manifest that are as nearly all are: the first of a text, written as the format says, no string
 * in need of an escape. Such a line has one shape, which a pattern proves at the speed of searching; its hundred passages
 * are then taken apart when somebody asks for them, which `check` does for no text whose bytes are the sealed ones.
 * Recognising a line costs a tenth of reading it.
 *
 * A line that is not recognised proves nothing: it is read strictly, and what is wrong with it is told there.
 */
import type { ManifestEntry, SealedPassage } from './entry.ts';
import { isDay } from './manifest-fields.ts';
import { ROLE_OF } from './manifest-record.ts';
import { pathProblem } from './path.ts';

const STRING = '"[^"\\\\\\u0000-\\u001f\\ud800-\\udfff]*"';
/** As JSON writes numbers that every program counts alike. */
const COUNT = '(?:0|[1-9]\\d{0,14})';
const DIGEST = '[0-9a-f]{64}';

/** Code units of a line above which the pattern could need more memory than it is given. */
const MOST = 1_000_000;

function rows(row: string): string {
  return `\\[((?:${row}(?:,${row})*)?)\\]`;
}

/** All of a line but its passages. */
const HEAD = new RegExp(
  `^\\{"kind":"sealed","path":(${STRING}),"size":(${COUNT}),"sha256":"(${DIGEST})","title":(null|${STRING}),` +
    `"form":"verbatim-text/1","digest":"(${DIGEST})","words":(${COUNT})(?:,"sealed":"([-0-9]{10})")?,` +
    `"speakers":${rows(`\\[${STRING},(?:true|false)\\]`)},"marks":${rows(`\\[${STRING},${COUNT},${COUNT}\\]`)},"passages":`,
);

/** The passages of a text with as many speakers as the index says; texts with more of them are read strictly. */
const PASSAGES = ['null', '(?:null|0)', ...Array.from({ length: 9 }, (_, i) => `(?:null|[0-${i + 1}])`)].map(
  (speaker) => new RegExp(`${rows(`\\["[mnqst]",${speaker},${COUNT},"[0-9a-f]{32}"\\]`)}\\}$`, 'y'),
);

/** The record on `line`, or `null` where the line must be read strictly to tell. */
export function plainLine(line: string): ManifestEntry | null {
  const head = line.length > MOST ? null : HEAD.exec(line);
  if (head === null) return null;
  const path = head[1]!.slice(1, -1);
  const title = head[4]!;
  const sealed = head[7];
  const named: readonly (readonly [string, boolean])[] = JSON.parse(`[${head[8]!}]`);
  const marks: readonly (readonly [string, number, number])[] = JSON.parse(`[${head[9]!}]`);
  const tuples = passagesAt(line, head[0].length, named.length);
  if (tuples === null || !areInside(marks, tuples)) return null;
  if (pathProblem(path) !== null || (sealed !== undefined && !isDay(sealed))) return null;
  let passages: readonly SealedPassage[] | null = null;
  return {
    kind: 'sealed',
    path,
    size: Number(head[2]),
    sha256: head[3]!,
    title: title === 'null' ? null : title.slice(1, -1),
    form: 'verbatim-text/1',
    digest: head[5]!,
    words: Number(head[6]),
    speakers: named.map(([name, labelled]) => ({ name, labelled })),
    get passages() {
      passages ??= passagesOf(tuples);
      return passages;
    },
    marks: marks.map(([mark, passage, token]) => ({ mark, passage, token })),
    ...(sealed === undefined ? {} : { sealed }),
  };
}

/** The rows of the passages from `at` to the end of the line, as they are written. */
function passagesAt(line: string, at: number, speakers: number): string | null {
  const pattern = PASSAGES[speakers];
  if (pattern === undefined) return null;
  pattern.lastIndex = at;
  return pattern.exec(line)?.[1] ?? null;
}

function passagesOf(tuples: string): readonly SealedPassage[] {
  const all: readonly (readonly [keyof typeof ROLE_OF, number | null, number, string])[] = JSON.parse(`[${tuples}]`);
  return all.map(([letter, speaker, tokens, digest]) => ({
    role: ROLE_OF[letter],
    speaker,
    tokens,
    digest,
  }));
}

/** Whether every mark stands in a passage, and in it. Passages are taken apart for this only where there is a mark. */
function areInside(marks: readonly (readonly [string, number, number])[], tuples: string): boolean {
  if (marks.length === 0) return true;
  const passages = passagesOf(tuples);
  return marks.every(([, passage, token]) => token < (passages[passage]?.tokens ?? 0));
}
