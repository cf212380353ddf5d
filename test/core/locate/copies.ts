/** Copies made of blocks, to search in. */
import { digestTokens } from '../../../src/core/canon/digest.ts';
import type { Block, Document } from '../../../src/core/read/document.ts';
import { plainBlock } from '../../../src/core/read/plain-block.ts';
import type { ManifestEntry } from '../../../src/core/seal/entry.ts';
import type { Witness } from '../../../src/core/structure/transcript.ts';
import { witnessOf } from '../../../src/core/structure/witness.ts';
import { sample } from '../seal/sample.ts';

/** A block of this text, a paragraph in the flow but for what is said otherwise. */
export function block(text: string, otherwise: Partial<Block> = {}): Block {
  return { ...plainBlock(text), ...otherwise };
}

/** A block set off from the flow. */
export function aside(text: string): Block {
  return block(text, { setOff: { by: 'aside' } });
}

/** A block whose line ends may each have broken a word: behind a hyphen, or without one. */
export function broken(text: string): Block {
  return block(text, { breaks: breaksOf(text) });
}

function breaksOf(text: string): Block['breaks'] {
  return Array.from(text.matchAll(/-?\n/g), (found) => ({
    kind: found[0] === '\n' ? 'bare' : 'hyphen',
    start: found.index,
    end: found.index + found[0].length,
  }));
}

export function documentOf(...blocks: readonly (Block | string)[]): Document {
  return {
    format: 'text',
    blocks: blocks.map((one) => (typeof one === 'string' ? block(one) : one)),
    hidden: [],
    caveats: [],
    lines: new Uint32Array(),
    metadata: new Map(),
  };
}

/** The witness of a copy of these blocks; a string is a paragraph. */
export function copyOf(...blocks: readonly (Block | string)[]): Witness {
  return witnessOf(documentOf(...blocks));
}

/** What is sealed of a text of these passages, each written as its tokens. */
export function entryOf(passages: readonly string[]): ManifestEntry {
  return {
    ...sample('a.txt'),
    passages: passages.map((text) => {
      const tokens = text.split(' ');
      return { role: 'speech', speaker: null, tokens: tokens.length, digest: digestTokens(tokens).slice(0, 32) };
    }),
    marks: [],
  };
}
