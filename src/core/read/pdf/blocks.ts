/** Makes the blocks of the document out of drafts, with their hidden words and doubts at their offsets. */
import type { Block, BlockKind, Break, Caveat, HiddenText, PageTurn, SetOff } from '../document.ts';
import { breakAt } from './breaks.ts';
import type { Remark } from './line.ts';
import type { Draft } from './paragraphs.ts';
import type { Role } from './roles.ts';

/** Headings are larger than the text by this factor. */
const LARGER = 1.15;

/** What drafts become. */
export interface Laid {
  readonly blocks: Block[];
  readonly hidden: HiddenText[];
  readonly caveats: Caveat[];
}

const SET_OFF: Readonly<Record<Role, SetOff | null>> = {
  body: null,
  hidden: null,
  running: { by: 'running head' },
  note: { by: 'footnote' },
  annotation: { by: 'annotation' },
};

export function layOut(drafts: readonly Draft[], bodySize: number): Laid {
  const laid: Laid = { blocks: [], hidden: [], caveats: [] };
  for (const draft of drafts) {
    const starts = startsOf(draft);
    if (draft.lines.length > 0) laid.blocks.push(blockOf(draft, starts, bodySize));
    const block = laid.blocks.length - 1;
    laid.hidden.push(...hiddenOf(draft, starts, block));
    for (const [kind, remarks] of [
      ['drawn-otherwise', shifted(draft, starts, ({ doubts }) => doubts)],
      ['covered', shifted(draft, starts, ({ covered }) => covered)],
    ] as const) {
      laid.caveats.push(...remarks.map(({ start, end, detail }) => ({ kind, at: { block, start, end }, detail })));
    }
  }
  return laid;
}

/** The offset of each line in the block's text, and behind the last one its end. */
function startsOf({ lines }: Draft): number[] {
  const starts: number[] = [];
  let at = 0;
  for (const { text } of lines) {
    starts.push(at);
    at += text.length + 1;
  }
  return [...starts, Math.max(0, at - 1)];
}

function blockOf(draft: Draft, starts: readonly number[], bodySize: number): Block {
  const { lines, role, page } = draft;
  const text = lines.map((line) => line.text).join('\n');
  return {
    kind: kindOf(draft, bodySize),
    text,
    origin: null,
    place: { by: 'page', page, ...turnsOf(lines, starts) },
    container: SET_OFF[role] === null ? '' : role,
    selector: '',
    setOff: SET_OFF[role],
    strong: shifted(draft, starts, ({ strong }) => strong).map(({ start, end }) => ({ start, end })),
    lineStarts: starts.slice(1, -1),
    breaks: starts.slice(1, -1).flatMap((start): Break[] => {
      const found = breakAt(text, start - 1);
      return found === null ? [] : [found];
    }),
    speaker: null,
  };
}

/** Where the block's lines go over to another page. */
function turnsOf(lines: Draft['lines'], starts: readonly number[]): { turns?: readonly PageTurn[] } {
  const turns = lines.flatMap(({ page }, i) =>
    i > 0 && page !== lines[i - 1]!.page ? [{ start: starts[i]!, page }] : [],
  );
  return turns.length > 0 ? { turns } : {};
}

function kindOf({ role, lines }: Draft, bodySize: number): BlockKind {
  if (role === 'running' || role === 'note') return role;
  if (role === 'annotation') return 'note';
  return lines.every(({ size }) => size > LARGER * bodySize) ? 'heading' : 'paragraph';
}

function hiddenOf(draft: Draft, starts: readonly number[], block: number): HiddenText[] {
  const entry = (words: { text: string; by: HiddenText['by'] }, offset: number | null): HiddenText => ({
    text: words.text,
    by: words.by,
    block,
    offset,
    source: null,
    hint: false,
  });
  const inLines = draft.lines.flatMap((line, i) => line.hidden.map((words) => entry(words, starts[i]! + words.offset)));
  const between = draft.hidden.flatMap(({ line, behind, apart }) =>
    line.hidden.map((words) => entry(words, apart ? null : Math.max(0, starts[behind]! - 1))),
  );
  return [...inLines, ...between];
}

/** The remarks of the lines as ranges of the block, run together over line ends where they say the same. */
function shifted(
  { lines }: Draft,
  starts: readonly number[],
  remarksOf: (line: Draft['lines'][number]) => readonly Remark[],
): Remark[] {
  const result: Remark[] = [];
  lines.forEach((line, i) => {
    for (const { start, end, detail } of remarksOf(line)) {
      const last = result.at(-1);
      const at = starts[i]!;
      if (last !== undefined && last.detail === detail && last.end + 1 === at + start) {
        result[result.length - 1] = { ...last, end: at + end };
      } else result.push({ start: at + start, end: at + end, detail });
    }
  });
  return result;
}
