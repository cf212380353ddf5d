/** From a document to its tokens in a row. */
import { type Tokens, tokenise } from '../canon/tokenise.ts';
import type { Document } from '../read/document.ts';
import type { Witness } from './transcript.ts';

/** The tokens of all blocks of `document`, each with its block and span. */
export function witnessOf(document: Document): Witness {
  const parts = document.blocks.map((block) => tokenise(block.text));
  return joinTokens(document, parts);
}

function joinTokens(document: Document, parts: readonly Tokens[]): Witness {
  const firstToken = new Uint32Array(parts.length + 1);
  for (const [i, part] of parts.entries()) firstToken[i + 1] = firstToken[i]! + part.text.length;
  const total = firstToken[parts.length]!;
  const tokens = new Array<string>(total);
  const start = new Uint32Array(total);
  const end = new Uint32Array(total);
  const block = new Uint32Array(total);
  for (const [i, part] of parts.entries()) {
    const first = firstToken[i]!;
    start.set(part.start, first);
    end.set(part.end, first);
    block.fill(i, first, firstToken[i + 1]);
    for (let t = 0; t < part.text.length; t++) tokens[first + t] = part.text[t]!;
  }
  return { document, tokens, start, end, block, firstToken };
}
