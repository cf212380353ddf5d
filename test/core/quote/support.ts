/** What the tests of quotations share: our interviews as sources, and articles from a few lines. */
import { readFileSync } from 'node:fs';
import { STRICT } from '../../../src/core/judge/policy.ts';
import { judgeArticle } from '../../../src/core/quote/index.ts';
import type { ArticleResult, QuotationResult } from '../../../src/core/quote/quotes-report.ts';
import type { QuoteSource } from '../../../src/core/quote/stream.ts';
import type { Block, Document } from '../../../src/core/read/document.ts';
import { readText } from '../../../src/core/read/text/index.ts';
import { structure } from '../../../src/core/structure/structure.ts';

const FIXTURES = new URL('../../../fixtures/quotes/', import.meta.url);

export function fixture(name: string): string {
  return readFileSync(new URL(name, FIXTURES), 'utf8');
}

export function sourceOf(name: string, text: string): QuoteSource {
  return { name, transcript: structure(readText(text)) };
}

export const INTERVIEWS: readonly QuoteSource[] = [
  'pilot.en.txt',
  'baecker.de.txt',
  'apicultora.es.txt',
  'chapelier.fr.txt',
  'zaliznychnyk.uk.txt',
].map((name) => sourceOf(name, fixture(name)));

/** Judges a plain-text article against `sources`. */
export function against(article: string, sources: readonly QuoteSource[] = INTERVIEWS): ArticleResult {
  return judgeArticle(readText(article), 'article', sources, { policy: STRICT, mode: 'against' });
}

/** The only quotation of an article. */
export function only({ quotations }: ArticleResult): QuotationResult {
  const [first, ...rest] = quotations;
  if (first === undefined || rest.length > 0) throw new Error(`${quotations.length} quotations, not one`);
  return first;
}

/** A document of blocks that differ from paragraphs as told. */
export function documentOf(...blocks: readonly (string | (Partial<Block> & { readonly text: string }))[]): Document {
  return {
    format: 'html',
    blocks: blocks.map((one, i) => ({ ...plain(i), ...(typeof one === 'string' ? { text: one } : one) })),
    hidden: [],
    caveats: [],
    lines: new Uint32Array(),
    metadata: new Map(),
  };
}

function plain(index: number): Block {
  return {
    kind: 'paragraph',
    text: '',
    origin: null,
    place: { by: 'paragraph', paragraph: index + 1 },
    container: 'body',
    selector: '',
    setOff: null,
    strong: [],
    lineStarts: [],
    breaks: [],
    speaker: null,
  };
}
