/**
 * Sets transcript and copy side by side, passage by passage, with what the findings say marked on the words.
 *
 * Rows stand in the order of the copy. A passage that is not where it was has a second row at its sealed place, and one
 * that is nowhere has its only row there, so that reading down the left side alone gives the transcript:
 *
 *     sealed  1 2 3 4      copy  1 4 2      rows  1|1  4|4 (moved)  2|2  3|–  4|– (moved)
 */
import type { Collation } from '../../align/collation.ts';
import { type Stands, standsOf } from '../../classify/stands.ts';
import type { Finding } from '../../judge/finding.ts';
import type { Range } from '../../read/document.ts';
import { placeOf } from '../../read/place.ts';
import type { Witness } from '../../structure/transcript.ts';
import type { Change, Relation, SideBySide, SideBySideRow, SideText } from '../html/side-by-side.ts';
import { type Located, located } from './changes.ts';
import { type Piece, piecesOf, rangeWithin, textOf } from './pieces.ts';

/** A row while it is put together. */
interface Draft {
  /** `null` for words that are not sealed. */
  readonly passage: number | null;
  readonly pieces: Piece[];
  /** The row that the copy gives the passage in, or the one at its sealed place. */
  readonly at: 'copy' | 'sealed';
}

interface Table {
  readonly collation: Collation;
  readonly stands: Stands;
  readonly drafts: readonly Draft[];
  readonly bySealed: ReadonlyMap<number, readonly Located[]>;
  readonly byCopy: readonly (readonly Located[])[];
  readonly labels: ReadonlyMap<number, string>;
  readonly closed: ReadonlySet<number> | null;
}

/**
 * The two texts of `collation`. `findings` are those of the report; of them only `known` speak of these two texts.
 * `closed` are the passages whose words are not known; `null` where the transcript itself is at hand.
 */
export function sideBySideOf(
  collation: Collation,
  findings: readonly Finding[],
  known: ReadonlySet<Finding> = new Set(findings),
  closed: ReadonlySet<number> | null = null,
): SideBySide {
  const told = located(findings, known);
  const stands = standsOf(collation);
  const drafts = withSealedPlaces(collation, stands, copyDrafts(collation, told));
  const table: Table = {
    collation,
    stands,
    drafts,
    bySealed: byPassage(told),
    byCopy: byDraft(collation, drafts, told),
    labels: new Map(collation.labels.map(({ before, name }) => [before, name])),
    closed,
  };
  const rows = drafts.map((draft, i) => rowOf(table, draft, i));
  const transcript = closed === null ? 'at-hand' : 'digests';
  return { rows, transcript, marks: keptMarks(collation), notice: noticeOf(collation, findings) };
}

/** The rows that the copy has, in its order. Foreign words that stand in for a passage are in that passage's row. */
function copyDrafts(collation: Collation, told: readonly Located[]): readonly Draft[] {
  const standIns = new Map<number, number>();
  for (const { finding, copy } of told) {
    if (
      finding.passage !== null &&
      copy !== null &&
      copy.from < copy.to &&
      /^(?:word-substituted|notice-changed|passage-differs)$/.test(finding.code)
    ) {
      standIns.set(copy.from, finding.passage);
    }
  }
  const drafts: Draft[] = [];
  for (const piece of piecesOf(collation)) {
    const passage = piece.passage ?? standIns.get(piece.from) ?? null;
    const last = drafts.at(-1);
    if (last !== undefined && passage !== null && last.passage === passage) last.pieces.push(piece);
    else drafts.push({ passage, pieces: [piece], at: 'copy' });
  }
  return drafts;
}

/** Adds a row for each passage that moved or is left out, behind the passage that it is sealed behind. */
function withSealedPlaces({ transcript }: Collation, { moved }: Stands, drafts: readonly Draft[]): readonly Draft[] {
  const firstRow = new Map<number, Draft>();
  for (const draft of drafts) {
    if (draft.passage !== null && !firstRow.has(draft.passage)) firstRow.set(draft.passage, draft);
  }
  const behind = new Map<Draft | null, Draft[]>();
  let anchor: Draft | null = null;
  for (let passage = 0; passage < transcript.passages.length; passage++) {
    const own = firstRow.get(passage);
    if (own !== undefined && !moved.has(passage)) {
      anchor = own;
      continue;
    }
    const here: Draft = { passage, pieces: [], at: 'sealed' };
    const known = behind.get(anchor);
    if (known === undefined) behind.set(anchor, [here]);
    else known.push(here);
  }
  const first = drafts.findIndex(({ passage }) => passage !== null);
  return drafts.flatMap((draft, i) => [
    ...(i === Math.max(0, first) ? (behind.get(null) ?? []) : []),
    draft,
    ...(behind.get(draft) ?? []),
  ]);
}

function byPassage(told: readonly Located[]): ReadonlyMap<number, readonly Located[]> {
  const found = new Map<number, Located[]>();
  for (const one of told) {
    const { passage } = one.finding;
    if (passage === null) continue;
    const list = found.get(passage);
    if (list === undefined) found.set(passage, [one]);
    else list.push(one);
  }
  return found;
}

/** For each row, the findings whose words in the copy begin in it. */
function byDraft(
  { kind }: Collation,
  drafts: readonly Draft[],
  told: readonly Located[],
): readonly (readonly Located[])[] {
  const rowOfToken = new Int32Array(kind.length + 1).fill(-1);
  for (const [i, { pieces }] of drafts.entries()) {
    for (const { from, to } of pieces) rowOfToken.fill(i, from, to);
  }
  // A label belongs to the words behind it, and the end of the copy to the last words.
  for (let c = kind.length - 1; c >= 0; c--) if (rowOfToken[c] === -1) rowOfToken[c] = rowOfToken[c + 1]!;
  for (let c = 1; c <= kind.length; c++) if (rowOfToken[c] === -1) rowOfToken[c] = rowOfToken[c - 1]!;
  const found = drafts.map((): Located[] => []);
  for (const one of told) {
    if (one.copy === null) continue;
    const row = rowOfToken[Math.min(one.copy.from, kind.length)]!;
    const near = one.copy.from === one.copy.to && one.copy.from > 0 ? rowOfToken[one.copy.from - 1]! : row;
    const fits =
      drafts[row]?.passage === one.finding.passage ? row : drafts[near]?.passage === one.finding.passage ? near : row;
    found[fits]?.push(one);
  }
  return found;
}

function rowOf(table: Table, draft: Draft, index: number): SideBySideRow {
  const { collation, bySealed, byCopy } = table;
  const { passage, pieces } = draft;
  const onCopy = byCopy[index]!.filter((one) => isOf(one, passage));
  const onSealed = (passage === null ? null : bySealed.get(passage)) ?? [];
  const sealed = passage === null ? null : sealedSide(table, passage, onSealed);
  const copy = pieces.map((piece) => copySide(table, piece, onCopy));
  const marked = new Set(
    [...copy, ...(sealed === null ? [] : [sealed])].flatMap(({ changes }) => changes.map(({ finding }) => finding)),
  );
  const own = [...onCopy, ...(draft.at === 'sealed' ? onSealed : [])];
  const whole = own.filter((one) => !marked.has(one.index) && isOfRow(one, draft));
  const changes = marked.size > 0 || whole.some(({ finding }) => finding.level === 'fail');
  return {
    relation: relationOf(table, draft, index, changes),
    role: passage === null ? null : collation.transcript.passages[passage]!.role,
    sealed,
    copy,
    findings: [...new Set(whole.map((one) => one.index))],
  };
}

/** Where words are left out, the spot they are missing at may lie in another passage, which has nothing to do with it. */
function isOf({ finding, copy }: Located, passage: number | null): boolean {
  return finding.passage === null || finding.passage === passage || (copy !== null && copy.from < copy.to);
}

/** At the sealed place of a passage only what is said of its being elsewhere stands. */
function isOfRow({ finding }: Located, { at }: Draft): boolean {
  return at === 'copy' || /omitted|removed|moved|differs/.test(finding.code);
}

function sealedSide({ collation, closed }: Table, passage: number, told: readonly Located[]): SideText {
  const { witness, passages } = collation.transcript;
  const { from, to, label, block } = passages[passage]!;
  const speaker = label?.name ?? null;
  if (closed !== null) {
    const known = closed.has(passage) ? { withheld: to - from } : {};
    return { text: '', speaker, place: null, changes: [], marks: [], ...known };
  }
  const stretch = { from, to };
  const changes = told.flatMap((one) => changeOf(witness, stretch, one, one.sealed));
  const marks = collation.transcript.marks
    .filter((mark) => mark.passage === passage)
    .flatMap((mark) => rangeWithin(witness, stretch, mark) ?? []);
  const { text } = textOf(witness, from, to);
  const place =
    collation.sealed.tokens.length === 0
      ? null
      : placeOf(witness.document, witness.document.blocks[block]!, witness.start[from] ?? 0);
  return { text, speaker, place, changes: inOrder(changes), marks };
}

function copySide({ collation, labels }: Table, piece: Piece, told: readonly Located[]): SideText {
  const { copy } = collation;
  const block = copy.document.blocks[piece.block]!;
  const changes = told.flatMap((one) => changeOf(copy, piece, one, one.copy));
  return {
    text: textOf(copy, piece.from, piece.to).text,
    speaker: labels.get(piece.from) ?? null,
    place: placeOf(copy.document, block, copy.start[piece.from]!),
    changes: inOrder(changes),
    marks: piece.passage === null ? [] : marksIn(collation, piece),
  };
}

function changeOf(
  witness: Witness,
  stretch: { from: number; to: number },
  one: Located,
  spot: Located['copy'],
): readonly Change[] {
  if (one.kind === null || spot === null) return [];
  const range = rangeWithin(witness, stretch, spot);
  return range === null ? [] : [{ ...range, kind: one.kind, finding: one.index }];
}

function inOrder(changes: readonly Change[]): readonly Change[] {
  return [...changes].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The sealed marks that a piece of the copy keeps. */
function marksIn({ toSealed, transcript, sealed, copy }: Collation, piece: Piece): readonly Range[] {
  const marks = transcript.marks.filter(({ passage }) => passage === piece.passage);
  return marks.flatMap(({ from, to }) => {
    let first = -1;
    let last = -1;
    for (let c = piece.from; c < piece.to; c++) {
      const token = toSealed[c] === -1 ? -1 : sealed.inWitness[toSealed[c]!]!;
      if (token < from || token >= to) continue;
      if (first === -1) first = c;
      last = c + 1;
    }
    return first === -1 ? [] : (rangeWithin(copy, piece, { from: first, to: last }) ?? []);
  });
}

function relationOf(table: Table, { passage, pieces, at }: Draft, index: number, isChanged: boolean): Relation {
  if (passage === null) return foreignRelation(table, pieces[0]!, table.byCopy[index]!);
  if (table.stands.moved.has(passage)) {
    const row = table.drafts.findIndex((other) => other.passage === passage && other.at !== at);
    if (row !== -1) return { by: 'moved', row };
  }
  if (at === 'sealed') return { by: 'omitted' };
  return { by: isChanged ? 'changed' : 'same' };
}

function foreignRelation({ collation }: Table, piece: Piece, told: readonly Located[]): Relation {
  const { setOff, selector } = collation.copy.document.blocks[piece.block]!;
  const codes = new Set(told.map(({ finding }) => finding.code));
  if (codes.has('passage-added') || codes.has('repeated-altered')) return { by: 'added' };
  if (codes.has('block-interpolated')) return { by: 'interpolated', selector };
  if (codes.has('pull-quote')) return { by: 'set-off', what: 'pull quote' };
  return codes.has('block-set-off') ? { by: 'set-off', what: setOff?.by ?? '' } : { by: 'around' };
}

/** How many marks are sealed, and how many are whole in the copy. */
function keptMarks({ transcript, sealed, toCopy }: Collation): SideBySide['marks'] {
  const at = new Map<number, number>();
  for (let s = 0; s < sealed.inWitness.length; s++) at.set(sealed.inWitness[s]!, s);
  // The legend shows the sign too, and withholds nothing.
  const marks = transcript.marks.filter(({ passage }) => transcript.passages[passage]!.role !== 'notice');
  const kept = marks.filter(({ from, to }) => {
    for (let token = from; token < to; token++) {
      const s = at.get(token);
      if (s === undefined || toCopy[s] === -1) return false;
    }
    return true;
  });
  return { sealed: marks.length, kept: kept.length };
}

function noticeOf({ transcript }: Collation, findings: readonly Finding[]): SideBySide['notice'] {
  if (!transcript.passages.some(({ role }) => role === 'notice')) return 'none';
  const codes = new Set(findings.map(({ code }) => code));
  if (codes.has('notice-removed')) return 'removed';
  return codes.has('notice-changed') ? 'changed' : 'kept';
}
