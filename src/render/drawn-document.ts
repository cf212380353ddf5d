/** What a browser shows of a page, as a document like any other. */
import type { Caveat, CaveatKind, Document } from '../core/read/document.ts';
import { readHtml } from '../core/read/html/index.ts';
import type { Look } from './looker.ts';
import type { Missing } from './renderer.ts';
import type { View } from './views.ts';

/** What is missing when the browser does not get something, where it can change words. */
const CAVEATS: Readonly<Record<string, { readonly kind: CaveatKind; readonly what: readonly [string, string] }>> = {
  stylesheet: { kind: 'stylesheet', what: ['external style sheet', 'external style sheets'] },
  script: { kind: 'script', what: ['external script', 'external scripts'] },
  xhr: { kind: 'script', what: ['request of a script', 'requests of a script'] },
  fetch: { kind: 'script', what: ['request of a script', 'requests of a script'] },
  font: { kind: 'font', what: ['external font', 'external fonts'] },
  document: { kind: 'frame', what: ['frame', 'frames'] },
};

/** What a reader finds a place by. */
const PARTS = {
  wide: 'what a browser shows',
  narrow: 'what a narrow screen shows',
  paper: 'what a browser prints',
} as const satisfies Record<View, string>;

/** The document of one look at a page. Its places are paragraphs: the browser knows nothing of the file's lines. */
export async function drawnDocument(
  look: Look,
  view: View,
  missing: Missing,
  furniture: readonly string[],
): Promise<Document> {
  const document = await readHtml(look.html, { furniture });
  const blocks = document.blocks.map((block, i) => ({
    ...block,
    origin: null,
    place: { by: 'paragraph', paragraph: i + 1, part: PARTS[view] } as const,
  }));
  const caveats = [...document.caveats, ...notGot(missing), ...notRead(look)];
  return { ...document, blocks, lines: new Uint32Array(), caveats };
}

function notGot(missing: Missing): readonly Caveat[] {
  const caveats: Caveat[] = [];
  for (const [resource, { size }] of missing) {
    const known = CAVEATS[resource];
    if (known === undefined) continue;
    const detail = `${size} ${known.what[size === 1 ? 0 : 1]} that the browser did not get`;
    caveats.push({ kind: known.kind, at: null, detail });
  }
  return caveats;
}

/** What is drawn without being text. */
function notRead({ canvases, left }: Look): readonly Caveat[] {
  const of = (count: number, thing: string): readonly Caveat[] =>
    count === 0
      ? []
      : [{ kind: 'embedded', at: null, detail: `${count} ${thing}${count === 1 ? '' : 's'} that can show words` }];
  return [...of(canvases, 'canvas element'), ...of(left, 'counter or list marker')];
}
