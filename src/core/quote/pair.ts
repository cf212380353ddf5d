/**
 * Pairs the quotation marks of one block.
 *
 * The problem: one sign opens here and closes there, is an apostrophe elsewhere, and may be missing altogether. A
 * quotation that is never closed must not swallow the article. So each block is paired by itself, with a stack; what is
 * left open at its end is handed on, and is a quotation only if the next paragraph opens again.
 *
 * `“A,” she says, “B and ‘C’.”` gives the pairs A and B; C lies inside B. `“A, she says. “B.”` gives B, and one mark unpaired.
 */
import { elides, isPossessive, sureClosersAhead } from './apostrophe.ts';
import { CLOSERS, isSingle, type Mark, marksOf, onlyCloses } from './marks.ts';

/** An opening mark with its closing one, and the marks between them that only open again at a line's start. */
export interface Pair {
  readonly open: Mark;
  readonly close: Mark;
  readonly reopened: readonly Mark[];
}

export interface PairedBlock {
  /** Outermost pairs, in order. */
  readonly pairs: readonly Pair[];
  /** Marks left open at the end, outermost first. */
  readonly open: readonly Mark[];
  /** Where the outermost of these opens again, at the starts of lines. */
  readonly reopened: readonly Mark[];
  /** Marks that were still open when one around them was closed. */
  readonly lost: readonly Mark[];
  /** Closing marks that close nothing. */
  readonly stray: readonly Mark[];
}

interface Opened {
  readonly mark: Mark;
  readonly reopened: Mark[];
}

class Pairing {
  readonly pairs: Pair[] = [];
  readonly stack: Opened[] = [];
  readonly stray: Mark[] = [];
  readonly lost: Mark[] = [];
  readonly #text: string;
  /** How many marks of each sign are open: no search of a deep stack is begun in vain. */
  readonly #opened = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  get top(): string {
    return this.stack.at(-1)?.mark.sign ?? '';
  }

  isOpen(sign: string): boolean {
    return (this.#opened.get(sign) ?? 0) > 0;
  }

  /** Whether some open mark can be closed by `sign`. */
  closable(sign: string): boolean {
    for (const [opener, count] of this.#opened) if (count > 0 && closes(sign, opener)) return true;
    return false;
  }

  open(mark: Mark): void {
    const top = this.stack.at(-1);
    if (mark.lineStart && top?.mark.sign === mark.sign) {
      top.reopened.push(mark);
      return;
    }
    this.stack.push({ mark, reopened: [] });
    this.#count(mark.sign, 1);
  }

  close(mark: Mark): void {
    if (!this.closable(mark.sign)) {
      this.stray.push(mark);
      return;
    }
    const at = this.stack.findLastIndex((one) => closes(mark.sign, one.mark.sign));
    const { mark: open, reopened } = this.stack[at]!;
    this.pairs.push({ open, close: mark, reopened });
    for (const { mark: ended } of this.stack.splice(at)) {
      this.#count(ended.sign, -1);
      if (ended !== open && !isSingle(ended.sign)) this.lost.push(ended);
    }
  }

  #count(sign: string, by: 1 | -1): void {
    this.#opened.set(sign, (this.#opened.get(sign) ?? 0) + by);
  }

  /** What a sign does here. */
  take(mark: Mark, sureAhead: boolean): void {
    if (isSingle(mark.sign)) this.#takeSingle(mark, sureAhead);
    else if (onlyCloses(mark.sign)) this.close(mark);
    else if (STRAIGHT.has(mark.sign)) this.#takeStraight(mark);
    else if (LEFT_ANGLES.includes(mark.sign)) this.#takeLeftAngle(mark);
    else if (RIGHT.includes(mark.sign)) this.#takeRight(mark);
    else this.#takeLeft(mark);
  }

  #takeSingle(mark: Mark, sureAhead: boolean): void {
    if (mark.closish && closes(mark.sign, this.top) && !(mark.openish && mark.sign === '‘')) {
      if (!isPossessive(this.#text, mark, sureAhead)) this.close(mark);
    } else if (mark.openish && !onlyCloses(mark.sign) && !elides(this.#text, mark.end)) this.open(mark);
  }

  #takeStraight(mark: Mark): void {
    if (mark.inside) return;
    const closable = this.closable(mark.sign);
    if (mark.openish && !(mark.closish && closable)) this.open(mark);
    else if (closable) this.close(mark);
    else if (mark.closish && !/\d/.test(this.#text.charAt(mark.start - 1))) this.stray.push(mark);
  }

  /** French sets spaces inside (`« mot »`); Danish and German books turn the marks round (`»Wort«`). */
  #takeLeftAngle(mark: Mark): void {
    if (this.closable(mark.sign) && (mark.closish || !mark.openish)) this.close(mark);
    else this.open(mark);
  }

  /** Swedish and Finnish use one sign for both (`”ord”`, `»sana»`); French sets `»` at each line of a long quotation. */
  #takeRight(mark: Mark): void {
    const closable = this.closable(mark.sign);
    if (mark.openish && !mark.closish && !closable) this.open(mark);
    else if (mark.openish && mark.lineStart && closable && mark.sign !== '”') this.open({ ...mark, sign: this.top });
    else this.close(mark);
  }

  /** `“` closes what `„` opened, also before a letter. */
  #takeLeft(mark: Mark): void {
    const german = mark.sign === '“' && (this.isOpen('„') || this.isOpen(',,'));
    if (this.closable(mark.sign) && mark.closish && (german || !mark.openish)) this.close(mark);
    else this.open(mark);
  }
}

const STRAIGHT: ReadonlySet<string> = new Set(['"', '＂', "''"]);
const LEFT_ANGLES = '«‹';
const RIGHT = '”»›';

function closes(sign: string, opener: string): boolean {
  return CLOSERS.get(opener)?.includes(sign) ?? false;
}

/** Pairs the marks of one block's text. Linear in its length. */
export function pairMarks(text: string): PairedBlock {
  const marks = marksOf(text);
  const ahead = sureClosersAhead(text, marks);
  const pairing = new Pairing(text);
  for (const [i, mark] of marks.entries()) pairing.take(mark, ahead[i] === 1);
  const left = pairing.stack.filter(({ mark }) => mark.sign !== "'");
  const open = left.map(({ mark }) => mark);
  return {
    pairs: outermost(pairing.pairs),
    open,
    reopened: left[0]?.reopened ?? [],
    lost: pairing.lost,
    stray: pairing.stray,
  };
}

/** The pairs that lie in no other. A stack gives pairs that nest or follow, never cross. */
function outermost(pairs: readonly Pair[]): Pair[] {
  const kept: Pair[] = [];
  for (const pair of pairs.toSorted((a, b) => a.open.start - b.open.start)) {
    const last = kept.at(-1);
    if (last === undefined || pair.open.start >= last.close.end) kept.push(pair);
  }
  return kept;
}
