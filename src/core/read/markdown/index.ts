/**
 * Markdown as it is shown: CommonMark with GFM, front matter as metadata.
 *
 * Raw HTML is honoured, not skipped: `<span hidden>not</span>` shows no word. A document without any (comments apart) is
 * read from the Markdown tree; any other is rendered and read as HTML.
 */
import type { Document } from '../document.ts';
import { lineStarts } from '../place.ts';
import { readFlow } from './flow.ts';
import { readFrontMatter } from './front-matter.ts';
import { parse } from './parse.ts';
import { hasRawHtml } from './raw-html.ts';

/** How to read Markdown. */
export interface MarkdownOptions {
  /** Selectors of boxes in raw HTML that the user declared to be furniture. */
  readonly furniture?: readonly string[];
}

/** Reads Markdown; throws `Refusal('too-deep')` for nesting no text has, and what the reader of HTML refuses. */
export async function readMarkdown(source: string, options: MarkdownOptions = {}): Promise<Document> {
  const parsed = await parse(source);
  const first = parsed.tree.children[0];
  const metadata =
    first?.type === 'yaml' ? await readFrontMatter(parsed.restore(first.value)) : new Map<string, string>();
  if (hasRawHtml(parsed)) {
    const { readViaHtml } = await import('./via-html.ts');
    return { ...(await readViaHtml(parsed, source, options.furniture ?? [])), metadata };
  }
  const { blocks, hidden, caveats } = readFlow(parsed);
  return { format: 'markdown', blocks, hidden, caveats, lines: lineStarts(source), metadata };
}
