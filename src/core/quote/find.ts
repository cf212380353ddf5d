/**
 * Finds every direct quotation of an article: between marks of any style, in block quotes, in dashed dialogue.
 *
 * Only outermost quotations are listed; what is quoted inside one belongs to its words.
 */
import { isWord } from '../canon/classes.ts';
import { tokenise } from '../canon/tokenise.ts';
import type { Document } from '../read/document.ts';
import { closedAsides } from './asides.ts';
import { type Naming, NO_NAMING, namingAfter, namingBefore, REACH } from './attribution.ts';
import { blockQuotations } from './block-quotes.ts';
import { cueBefore } from './cues.ts';
import { dialogueQuotations } from './dialogue.ts';
import { echoes } from './echoes.ts';
import { type MarkedQuotation, markedQuotations } from './paragraphs.ts';
import type { Attribution, FoundQuotations, Quotation } from './quotation.ts';
import type { QuotationRole } from './quotes-report.ts';
import { blockRoles, roleOf, standsAlone } from './roles.ts';

/** Behind a full stop, a capital begins another sentence, which names somebody for another quotation. */
const NEW_SENTENCE = /^\s+\p{Lu}/u;
/** The longest attribution that interrupts a quotation, in words. */
const INTERRUPTION_WORDS = 14;

/** Every quotation of `document`, in its order, each once, and the marks that have no partner. Linear in the text. */
export function findQuotations(document: Document): FoundQuotations {
  const { marked, unpaired } = markedQuotations(document);
  const blocks = blockQuotations(document, marked);
  const spoken = dialogueQuotations(document);
  const whole = withoutNested([...marked, ...blocks, ...spoken]);
  const all = whole.flatMap((one) => withoutAsides(document, one)).filter((one) => isWordy(document, one));
  return { quotations: dress(document, all), unpaired };
}

/** In order, without what lies inside another one (marks inside a block quote or a line of dialogue). */
function withoutNested(all: readonly MarkedQuotation[]): MarkedQuotation[] {
  const sorted = all.toSorted((a, b) => a.block - b.block || a.offset - b.offset || lengthOf(b) - lengthOf(a));
  const kept: MarkedQuotation[] = [];
  let longest: MarkedQuotation | undefined;
  for (const one of sorted) {
    if (isInside(longest, one) || isInside(kept.at(-1), one)) continue;
    kept.push(one);
    if (longest === undefined || one.endBlock >= longest.endBlock) longest = one;
  }
  return kept;
}

/** Whether `outer`, which begins first, holds the beginning of `one`. A box between its paragraphs is not inside it. */
function isInside(outer: MarkedQuotation | undefined, one: MarkedQuotation): boolean {
  return outer?.stretches.some(({ block, end }) => block === one.block && one.offset < end) ?? false;
}

/** Russian and its neighbours set the attribution inside the marks: `«A, — сказал он. — B»` is A and B. */
function withoutAsides(document: Document, marked: MarkedQuotation): MarkedQuotation[] {
  if (marked.stretches.length > 1) return [marked];
  const only = marked.stretches[0]!;
  const asides = closedAsides(document.blocks[only.block]!.text.slice(only.start, only.end));
  const starts = [marked.offset, ...asides.map(({ end }) => only.start + end)];
  const ends = [...asides.map(({ start }) => only.start + start), marked.endOffset];
  return starts.map((offset, i) => {
    const start = i === 0 ? only.start : offset;
    const end = i === asides.length ? only.end : ends[i]!;
    return { ...marked, offset, endOffset: ends[i]!, stretches: [{ block: only.block, start, end }] };
  });
}

const lengthOf = ({ stretches }: MarkedQuotation): number =>
  stretches.reduce((sum, { start, end }) => sum + end - start, 0);

function isWordy(document: Document, marked: MarkedQuotation): boolean {
  return tokenise(textOf(document, marked)).text.some(isWord);
}

function textOf(document: Document, marked: MarkedQuotation): string {
  return marked.stretches
    .map(({ block, start, end }) => document.blocks[block]!.text.slice(start, end).trim())
    .join('\n');
}

function dress(document: Document, all: readonly MarkedQuotation[]): Quotation[] {
  const texts = all.map((marked) => textOf(document, marked));
  const kinds = blockRoles(document);
  const alone = all.map((marked) => standsAlone(document, marked));
  const pulled = echoes(texts, new Set([...all.keys()].filter((i) => alone[i] && kinds[all[i]!.block] === 'body')));
  const carrier = new Carrier();
  const captions = new Set<string>();
  const quotations: Quotation[] = [];
  for (const [i, marked] of all.entries()) {
    const role = pulled.has(i) ? 'pull-quote' : roleOf(kinds[marked.block]!, alone[i]!);
    const text = texts[i]!;
    if (role === 'caption' && captions.has(text)) continue;
    if (role === 'caption') captions.add(text);
    const around = narrative(document, all, i);
    const previous = quotations.at(-1);
    const continues = previous !== undefined && interrupts(previous.text, around.between);
    const attribution = carrier.attribute(text, role, around, continues ? previous.attribution : null);
    const cue = cueBefore(around.before);
    const { stretches, block, offset } = marked;
    quotations.push({ stretches, text, role, block, offset, continues, attribution, cue });
  }
  return quotations;
}

interface Narrative {
  readonly before: string;
  readonly after: string;
  /** The words between this quotation and the one before it, if both stand in one block. */
  readonly between: string | null;
}

function narrative(document: Document, all: readonly MarkedQuotation[], index: number): Narrative {
  const marked = all[index]!;
  const previous = all[index - 1];
  const next = all[index + 1];
  const { text } = document.blocks[marked.block]!;
  const last = document.blocks[marked.endBlock]!.text;
  const joined = previous?.endBlock === marked.block;
  const from = Math.max(joined ? previous.endOffset : 0, marked.offset - REACH);
  const to = Math.min(next?.block === marked.endBlock ? next.offset : last.length, marked.endOffset + REACH);
  const before = text.slice(from, marked.offset);
  const whole = joined && from === previous.endOffset;
  return { before, after: last.slice(marked.endOffset, to), between: whole ? before : null };
}

/** Whether the words between two quotations are nothing but an attribution, with a sign at its end: `,” she says, “`. */
function interrupts(previous: string, between: string | null): boolean {
  if (between === null || (NEW_SENTENCE.test(between) && previous.endsWith('.'))) return false;
  const count = between.split(/\s/).filter((word) => /\p{L}/u.test(word)).length;
  return count <= INTERRUPTION_WORDS && /[,.;—–-]\s*$/.test(between) && namingAfter(between).says;
}

/** Carries the last name over to "he said", and to a quotation that names nobody. */
class Carrier {
  #name: string | null = null;

  /** `first` is that of the part before, if this goes on with it. Later sentences refer back to the body's only. */
  attribute(text: string, role: QuotationRole, { before, after }: Narrative, first: Attribution | null): Attribution {
    const behind = NEW_SENTENCE.test(after) && text.endsWith('.') ? NO_NAMING : namingAfter(after);
    if (first !== null && !behind.says) return first;
    const attribution = this.#resolve(behind.says ? behind : namingBefore(before));
    if (role === 'body' && attribution.by === 'named' && !attribution.asked) this.#name = attribution.name;
    return attribution;
  }

  #resolve({ name, pronoun, asked, says }: Naming): Attribution {
    if (name !== null) return { name, by: 'named', asked };
    if (pronoun) return { name: this.#name, by: 'carried', asked };
    return { name: null, by: says ? 'carried' : 'nobody', asked };
  }
}
