/**
 * Markdown as it is shown: CommonMark with GFM, front matter as metadata.
 *
 * Raw HTML is honoured, not skipped: `<span hidden>not</span>` shows no word. A document without any (comments apart) is
 * read from the Markdown tree.
 */
import type { Document } from '../document.ts';
import { lineStarts } from '../place.ts';
import { readFlow } from './flow.ts';
import { readFrontMatter } from './front-matter.ts';
import { parse } from './parse.ts';

/** Reads Markdown; throws `Refusal('too-deep')` for nesting no text has. */
export async function readMarkdown(source: string): Promise<Document> {
  const parsed = await parse(source);
  const first = parsed.tree.children[0];
  const metadata = first?.type === 'yaml' ? await readFrontMatter(first.value) : new Map<string, string>();
  const { blocks, hidden, caveats } = readFlow(parsed);
  return { format: 'markdown', blocks, hidden, caveats, lines: lineStarts(source), metadata };
}
