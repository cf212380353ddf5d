/**
 * Puts lines together to blocks: paragraphs as the page shows them by space, indentation, size and weight.
 *
 * A paragraph that runs over the end of a column or page stays one block where its sentence goes on; running heads and
 * footnotes in between become blocks of their own behind it.
 */
import type { Line } from './line.ts';
import type { Role } from './roles.ts';

/** A block in the making. */
export interface Draft {
  readonly role: Role;
  readonly page: number;
  readonly lines: Line[];
  /** Lines of hidden words and the number of the draft's lines they come behind; `apart` when they stand behind its end. */
  readonly hidden: { readonly line: Line; readonly behind: number; apart: boolean }[];
}

/** A step between lines that is this much larger than usual begins a paragraph. */
const LOOSE = 1.22;
/** Sizes differing by more than this share are different. */
const OTHER_SIZE = 0.08;
/** Indentation, in ems. */
const INDENT = 0.8;
/** A line ending this many ems before its neighbour is short. */
const SHORT = 3;
/** Steps this common, compared with the commonest, may be the usual one. */
const COMMON = 0.2;
/** Lines beginning within as many points of each other are in one column. */
const COLUMN = 40;
/** A generous width of a letter, in ems. */
const WIDE = 0.7;
/** A speaker's name before a turn. */
const LABEL = /^\p{Lu}[\p{L}\p{M}.’' -]{0,40}:/u;
const SENTENCE_END = /[.!?…:;。！？؟][\p{Pf}\p{Pe}"'”’»\])*]*$/u;

/** What is usual in the document. */
interface Layout {
  /** The step from line to line, in ems. */
  readonly leading: number;
  readonly columnEnd: (line: Line) => number;
}

/** The drafts of the document in order; hidden words before the first are in a draft without lines. */
export function draftsOf(roles: ReadonlyMap<Line, Role>): Draft[] {
  const lines = [...roles.keys()];
  const layout: Layout = { leading: usualLeading(lines), columnEnd: columnEnds(lines) };
  const drafts: Draft[] = [];
  const open = new Map<Role, Draft>();
  for (const [line, role] of roles) {
    if (role === 'hidden') {
      holdHidden(drafts, open.get('body'), line);
      continue;
    }
    const draft = open.get(role);
    const last = draft?.lines.at(-1);
    if (draft !== undefined && last !== undefined && goesOn(role, last, line, layout)) draft.lines.push(line);
    else {
      for (const held of draft?.hidden ?? []) if (held.behind === draft?.lines.length) held.apart = true;
      const next: Draft = { role, page: line.page, lines: [line], hidden: [] };
      drafts.push(next);
      open.set(role, next);
    }
  }
  for (const { lines: held, hidden } of drafts)
    for (const item of hidden) if (item.behind >= held.length) item.apart = true;
  return drafts;
}

function holdHidden(drafts: Draft[], body: Draft | undefined, line: Line): void {
  let draft = body;
  if (draft === undefined) {
    draft = { role: 'hidden', page: line.page, lines: [], hidden: [] };
    drafts.push(draft);
  }
  draft.hidden.push({ line, behind: draft.lines.length, apart: false });
}

/**
 * The usual step from line to line, in ems: the smallest that is common. The commonest would be the step from paragraph to
 * paragraph where most of them have one line.
 */
function usualLeading(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  lines.forEach((line, i) => {
    const previous = lines[i - 1];
    if (previous === undefined || previous.page !== line.page || line.size === 0) return;
    const step = Math.round(((line.baseline - previous.baseline) / line.size) * 50) / 50;
    if (step > 0.8 && step < 3) counts.set(step, (counts.get(step) ?? 0) + 1);
  });
  const most = Math.max(0, ...counts.values());
  const common = [...counts].filter(([, count]) => count >= 2 && count >= COMMON * most).map(([step]) => step);
  return common.length > 0 ? Math.min(...common) : 1.2;
}

/** Where the column of each line ends: the furthest end of the lines on its page that begin about where it does. */
function columnEnds(lines: readonly Line[]): (line: Line) => number {
  const ends = new Map<string, number>();
  const keys = (line: Line): string[] => {
    const column = Math.floor(line.start / COLUMN);
    return [column, column + 1].map((place) => `${line.page} ${place}`);
  };
  for (const line of lines) for (const key of keys(line)) ends.set(key, Math.max(ends.get(key) ?? 0, line.end));
  return (line) => Math.max(...keys(line).map((key) => ends.get(key) ?? 0));
}

function goesOn(role: Role, last: Line, line: Line, page: Layout): boolean {
  if (role === 'running') return false;
  if (last.ux * line.ux + last.uy * line.uy < 0.99) return false;
  if (Math.abs(last.size - line.size) > OTHER_SIZE * Math.max(last.size, line.size)) return false;
  if (isBold(last) !== isBold(line)) return false;
  if (role === 'note' && (line.raised || line.page !== last.page)) return false;
  const ended = SENTENCE_END.test(last.text);
  const step = line.baseline - last.baseline;
  if (line.page !== last.page || step <= 0 || line.start > last.end) return !ended;
  if (step > LOOSE * page.leading * line.size || isIndented(last, line)) return false;
  return !(ended && (LABEL.test(line.text) || hasRoom(last, line, page)));
}

/** Whether the next line's first word would have had room on the line before: then it was ended on purpose. */
function hasRoom(last: Line, line: Line, page: Layout): boolean {
  const word = line.text.split(' ', 1)[0]!.length * WIDE;
  return page.columnEnd(last) - last.end > (word + 1) * last.size;
}

/** The first line of a paragraph set off by its indentation: the line before ends its sentence or stops short. */
function isIndented(last: Line, line: Line): boolean {
  const indented = line.start - last.start > INDENT * line.size;
  const outdented = last.start - line.start > INDENT * line.size;
  const short = line.end - last.end > SHORT * line.size;
  return (indented && (short || SENTENCE_END.test(last.text))) || (outdented && short && SENTENCE_END.test(last.text));
}

function isBold(line: Line): boolean {
  const bold = line.strong.reduce((sum, { start, end }) => sum + end - start, 0);
  return bold >= 0.9 * line.text.length;
}
