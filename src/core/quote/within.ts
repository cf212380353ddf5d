/**
 * `--within`: headline, pull quotes and captions against the quotations of the article's own body. No transcript is needed.
 *
 * The body's quotations are made into a transcript: each one a turn, parts that an attribution interrupts one turn
 * together. So a pull quote that quietly drops words is judged by the same rules as any quotation.
 */

import type { Policy } from '../judge/policy.ts';
import type { Block, Document, Origin } from '../read/document.ts';
import { lastAtMost, sourceOffset } from '../read/place.ts';
import type { Passage } from '../structure/transcript.ts';
import { witnessOf } from '../structure/witness.ts';
import { judgeOne, quoteIndexOf, resultOf } from './judge.ts';
import type { Quotation } from './quotation.ts';
import { quotedText } from './quoted-text.ts';
import type { QuotationResult } from './quotes-report.ts';
import type { QuoteSource } from './stream.ts';
import { unchecked } from './unchecked.ts';

/** Judges what repeats the body (headline, pull quotes, captions) by the body; the body itself is not checked. */
export function judgeWithin(
  document: Document,
  name: string,
  quotations: readonly Quotation[],
  policy: Policy,
): readonly QuotationResult[] {
  const hasBody = quotations.some(({ role }) => role === 'body');
  const index = quoteIndexOf(hasBody ? [bodyOf(document, name, quotations)] : []);
  return quotations.map((quotation) => {
    const judged =
      quotation.role === 'body'
        ? unchecked(
            'no-transcript',
            quotedText(document, quotation, () => false),
          )
        : judgeOne(document, quotation, index);
    return resultOf(document, quotation, judged, policy);
  });
}

/** The body's quotations as a transcript. */
function bodyOf(document: Document, name: string, quotations: readonly Quotation[]): QuoteSource {
  const blocks: Block[] = [];
  const turns: number[] = [];
  let turn = -1;
  for (const { role, continues, stretches } of quotations) {
    if (role !== 'body') continue;
    if (!continues) turn++;
    for (const { block, start, end } of stretches) {
      blocks.push(cut(document.blocks[block]!, start, end));
      turns.push(turn);
    }
  }
  const witness = witnessOf({ ...document, blocks });
  const passages = blocks.map((_, block): Passage => {
    const range = { from: witness.firstToken[block]!, to: witness.firstToken[block + 1]! };
    return { role: 'speech', speaker: null, turn: turns[block]!, block, ...range, label: null };
  });
  return { name, transcript: { witness, title: null, speakers: [], passages, marks: [] } };
}

/** A stretch of a block as a block of its own. */
function cut(block: Block, start: number, end: number): Block {
  const origin = block.origin === null ? null : cutOrigin(block.origin, start, end);
  return { ...block, text: block.text.slice(start, end), origin, strong: [], lineStarts: [], breaks: [] };
}

function cutOrigin(origin: Origin, start: number, end: number): Origin {
  const [from, to] = [lastAtMost(origin.text, start), lastAtMost(origin.text, end) + 1];
  const text = origin.text.slice(from, to).map((at) => Math.max(at, start) - start);
  const source = origin.source.slice(from, to);
  source[0] = sourceOffset(origin, start);
  return { text, source };
}
