/**
 * Reads the ambiguous line ends of a copy.
 *
 * `co-⏎operation` may be `co-operation`, `cooperation` or, as in `Vor- und Nachteil`, two words. The reader only marks the
 * break. Here each break takes the reading whose neighbours are the sealed text's, so that one wrong guess cannot spoil a
 * faithful copy; a reading is only ever one of the three, and the digest has the last word.
 */
import { numbered } from '../canon/lexicon.ts';
import { tokenise } from '../canon/tokenise.ts';
import type { Block } from '../read/document.ts';
import { wordBefore } from '../structure/broken-word.ts';
import type { Witness } from '../structure/transcript.ts';
import type { SealedText } from './sealed-text.ts';

/** What the sealed text has, for looking a reading up: its tokens and its pairs of neighbours. */
interface Neighbours {
  readonly words: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
}

interface Reading {
  readonly tokens: readonly string[];
  readonly start: readonly number[];
  readonly end: readonly number[];
}

/** `copy` with every ambiguous line end read as the sealed tokens suggest; itself when it has none. */
export function readBreaks(copy: Witness, sealed: Pick<SealedText, 'tokens'>): Witness {
  if (copy.document.blocks.every((block) => block.breaks.length === 0)) return copy;
  const neighbours = neighboursOf(sealed.tokens);
  const parts = copy.document.blocks.map((block, i) => blockReading(copy, block, i, neighbours));
  return join(copy, parts);
}

function neighboursOf(sealed: readonly string[]): Neighbours {
  const pairs = new Set<string>();
  for (let i = 1; i < sealed.length; i++) pairs.add(`${sealed[i - 1]} ${sealed[i]}`);
  return { words: new Set(sealed), pairs };
}

/** The block with each break read in turn, from the left, so that a break's neighbour to the left is settled. */
function blockReading(copy: Witness, block: Block, index: number, neighbours: Neighbours): Reading {
  const from = copy.firstToken[index]!;
  const to = copy.firstToken[index + 1]!;
  const tokens: string[] = [];
  const start: number[] = [];
  const end: number[] = [];
  let at = from;
  const keep = (until: number): void => {
    for (; at < until; at++) {
      tokens.push(copy.tokens[at]!);
      start.push(copy.start[at]!);
      end.push(copy.end[at]!);
    }
  };
  for (const one of block.breaks) {
    let left = at;
    while (left < to && copy.end[left]! < one.start) left++;
    let right = left;
    while (right < to && copy.start[right]! < one.end) right++;
    if (right >= to) continue;
    left = wordBefore(copy, left, at);
    keep(left);
    const before = tokens.at(-1) ?? '';
    const after = copy.tokens[right + 1] ?? '';
    const plain = copy.tokens.slice(left, right + 1);
    const chosen = choose(readings(block, one, copy.start[left]!, copy.end[right]!, plain), before, after, neighbours);
    if (chosen === plain) continue;
    for (const token of chosen) {
      tokens.push(token);
      start.push(copy.start[left]!);
      end.push(copy.end[right]!);
    }
    at = right + 1;
  }
  keep(to);
  return { tokens, start, end };
}

/** The readings: as it stands, as one word and, at a hyphen, as one word with it. */
function readings(
  block: Block,
  one: Block['breaks'][number],
  from: number,
  to: number,
  plain: readonly string[],
): readonly (readonly string[])[] {
  const left = block.text.slice(from, one.start);
  const right = block.text.slice(one.end, to);
  const joined = tokenise(left + right).text;
  return one.kind === 'bare' ? [plain, joined] : [plain, joined, tokenise(`${left}-${right}`).text];
}

/** The reading that fits best. Where none does, it is a foreign word: at a hyphen one word, elsewhere as it stands. */
function choose(
  options: readonly (readonly string[])[],
  before: string,
  after: string,
  { words, pairs }: Neighbours,
): readonly string[] {
  let best = options.length > 2 ? options[1]! : options[0]!;
  let bestScore = -1;
  for (const tokens of options) {
    const inner = tokens.every((token, i) => i === 0 || pairs.has(`${tokens[i - 1]} ${token}`));
    const known = tokens.every((token) => words.has(token));
    const score =
      (pairs.has(`${before} ${tokens[0]}`) ? 2 : 0) +
      (pairs.has(`${tokens.at(-1)} ${after}`) ? 2 : 0) +
      (inner ? 1 : -4) +
      (known ? 1 : -4);
    if (score > bestScore) [best, bestScore] = [tokens, score];
  }
  return best;
}

function join(copy: Witness, parts: readonly Reading[]): Witness {
  const firstToken = new Uint32Array(parts.length + 1);
  for (const [i, part] of parts.entries()) firstToken[i + 1] = firstToken[i]! + part.tokens.length;
  const total = firstToken[parts.length]!;
  const joined = {
    document: copy.document,
    tokens: new Array<string>(total),
    start: new Uint32Array(total),
    end: new Uint32Array(total),
    block: new Uint32Array(total),
    firstToken,
  };
  for (const [i, part] of parts.entries()) {
    const first = firstToken[i]!;
    joined.start.set(part.start, first);
    joined.end.set(part.end, first);
    joined.block.fill(i, first, firstToken[i + 1]);
    for (const [k, token] of part.tokens.entries()) joined.tokens[first + k] = token;
  }
  return { ...joined, ...numbered(joined.tokens) };
}
