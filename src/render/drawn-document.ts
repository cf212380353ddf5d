/** What a browser shows of a page, as a document like any other. */
import type { Caveat, CaveatKind, Document } from '../core/read/document.ts';
import { readHtml } from '../core/read/html/index.ts';
import type { Drawn } from './renderer.ts';

/** What is missing when the browser does not get something, where it can change words. */
const CAVEATS: Readonly<Record<string, { readonly kind: CaveatKind; readonly what: readonly [string, string] }>> = {
  stylesheet: { kind: 'stylesheet', what: ['external style sheet', 'external style sheets'] },
  script: { kind: 'script', what: ['external script', 'external scripts'] },
  xhr: { kind: 'script', what: ['request of a script', 'requests of a script'] },
  fetch: { kind: 'script', what: ['request of a script', 'requests of a script'] },
  font: { kind: 'font', what: ['external font', 'external fonts'] },
  document: { kind: 'frame', what: ['frame', 'frames'] },
};

/** The document of what is shown. Its places are paragraphs: the browser knows nothing of the file's lines. */
export async function drawnDocument(drawn: Drawn, furniture: readonly string[]): Promise<Document> {
  const document = await readHtml(drawn.html, { furniture });
  const blocks = document.blocks.map((block, i) => ({
    ...block,
    origin: null,
    place: { by: 'paragraph', paragraph: i + 1, part: 'what a browser shows' } as const,
  }));
  return { ...document, blocks, lines: new Uint32Array(), caveats: [...document.caveats, ...missing(drawn)] };
}

function missing(drawn: Drawn): readonly Caveat[] {
  const caveats: Caveat[] = [];
  for (const [resource, count] of drawn.missing) {
    const known = CAVEATS[resource];
    if (known === undefined) continue;
    const detail = `${count} ${known.what[count === 1 ? 0 : 1]} that the browser did not get`;
    caveats.push({ kind: known.kind, at: null, detail });
  }
  if (drawn.closed === 'some') caveats.push({ kind: 'embedded', at: null, detail: 'closed shadow root' });
  return caveats;
}
