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
  /** How many marks of each sign are open, so that a hopeless search of the stack is never begun. */
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
    if (top !== undefined && top.mark.sign === mark.sign && mark.lineStart && mark.start > 0) {
      top.reopened.push(mark);
      return;
    }
    this.stack.push({ mark, reopened: [] });
    this.#opened.set(mark.sign, (this.#opened.get(mark.sign) ?? 0) + 1);
  }

  close(mark: Mark): void {
    if (!this.closable(mark.sign)) {
      this.stray.push(mark);
      return;
    }
    for (let top = this.#pop(); top !== null; top = this.#pop()) {
      if (closes(mark.sign, top.mark.sign)) {
        this.pairs.push({ open: top.mark, close: mark, reopened: top.reopened });
        return;
      }
      if (!isSingle(top.mark.sign)) this.lost.push(top.mark);
    }
  }

  #pop(): Opened | null {
    const top = this.stack.pop();
    if (top === undefined) return null;
    this.#opened.set(top.mark.sign, (this.#opened.get(top.mark.sign) ?? 0) - 1);
    return top;
  }

  /** What a sign does here. */
  take(mark: Mark, sureAhead: boolean): void {
    if (isSingle(mark.sign)) this.#takeSingle(mark, sureAhead);
    else if (onlyCloses(mark.sign)) this.close(mark);
    else if (mark.sign === '"' || mark.sign === '＂' || mark.sign === "''") this.#takeStraight(mark);
    else if ('«»‹›'.includes(mark.sign)) this.#takeAngle(mark);
    else this.#takeCurly(mark);
  }

  #takeSingle(mark: Mark, sureAhead: boolean): void {
    if (mark.inside) return;
    if (isSingle(this.top) && closes(mark.sign, this.top) && mark.closish) {
      if (!(mark.openish && mark.sign === '‘') && !isPossessive(this.#text, mark, sureAhead)) this.close(mark);
      return;
    }
    if (!mark.openish || elides(this.#text, mark.end)) return;
    if (mark.sign === '’' && this.top !== '”' && this.top !== '»') return;
    this.open(mark);
  }

  #takeStraight(mark: Mark): void {
    if (mark.inside) return;
    const closable = this.closable(mark.sign);
    if (mark.openish && !(mark.closish && closable)) this.open(mark);
    else if (closable && (mark.closish || !mark.openish)) this.close(mark);
    else if (mark.closish && !/\d/.test(this.#text.charAt(mark.start - 1))) this.stray.push(mark);
  }

  /** French sets spaces inside (`« mot »`); Danish and German books turn the marks round (`»Wort«`); Finnish uses one (`»sana»`). */
  #takeAngle(mark: Mark): void {
    const points = mark.sign === '«' || mark.sign === '‹' ? 'left' : 'right';
    const reversed = mark.sign === '«' ? '»' : mark.sign === '‹' ? '›' : '';
    if (points === 'left') {
      if (this.isOpen(reversed) && (mark.closish || !mark.openish)) this.close(mark);
      else this.open(mark);
      return;
    }
    if (mark.openish && !mark.closish && !this.closable(mark.sign)) this.open(mark);
    else if (mark.lineStart && this.closable(mark.sign) && mark.openish) this.open({ ...mark, sign: this.top });
    else this.close(mark);
  }

  #takeCurly(mark: Mark): void {
    const { sign } = mark;
    if (sign === '“') {
      const german = this.isOpen('„') || this.isOpen(',,');
      if (this.closable(sign) && mark.closish && (german || !mark.openish)) this.close(mark);
      else this.open(mark);
    } else if (sign === '”') {
      if (mark.openish && !mark.closish && !this.closable(sign)) this.open(mark);
      else this.close(mark);
    } else if (sign === '„' && mark.closish && !mark.openish && this.isOpen('„')) this.close(mark);
    else this.open(mark);
  }
}

function closes(sign: string, opener: string): boolean {
  return CLOSERS.get(opener)?.includes(sign) ?? false;
}

/** Pairs the marks of one block's text. Linear in its length. */
export function pairMarks(text: string): PairedBlock {
  const marks = marksOf(text);
  const ahead = sureClosersAhead(text, marks);
  const pairing = new Pairing(text);
  for (const [i, mark] of marks.entries()) pairing.take(mark, ahead[i] === 1);
  const left = pairing.stack.filter(({ mark }) => mark.sign !== "'" && mark.sign !== '’');
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
