/** From a document to its tokens in a row. */
import { TokenRow } from '../canon/token-row.ts';
import type { Document } from '../read/document.ts';
import type { Witness } from './transcript.ts';

/** The tokens of all blocks of `document`, each with its block and span. */
export function witnessOf(document: Document): Witness {
  const { blocks } = document;
  const row = new TokenRow(blocks.reduce((sum, block) => sum + block.text.length, 0));
  const firstToken = new Uint32Array(blocks.length + 1);
  for (let i = 0; i < blocks.length; i++) firstToken[i + 1] = row.append(blocks[i]!.text);
  const { lexicon, numbers, start, end } = row.build();
  const tokens = new Array<string>(numbers.length);
  for (let i = 0; i < numbers.length; i++) tokens[i] = lexicon.words[numbers[i]!]!;
  return { document, tokens, lexicon, numbers, start, end, block: blockOfEach(firstToken), firstToken };
}

/** For each token, the index of its block. */
function blockOfEach(firstToken: Uint32Array): Uint32Array {
  const block = new Uint32Array(firstToken[firstToken.length - 1]!);
  for (let i = 0; i + 1 < firstToken.length; i++) block.fill(i, firstToken[i], firstToken[i + 1]);
  return block;
}
