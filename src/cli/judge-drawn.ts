/** Judges a page as a browser shows it, beside the judgement of its file. */
import { declaredEncoding, decode } from '../core/decode/index.ts';
import type { CopyResult } from '../core/judge/judgement.ts';
import type { Document } from '../core/read/document.ts';
import { detectFormat } from '../core/read/index.ts';
import { Refusal } from '../core/refusal.ts';
import { verify } from '../core/verify.ts';
import { pageOfArchive } from '../render/archive-page.ts';
import { pageInFolder } from '../render/beside.ts';
import { compareDrawn, type DrawnJudgement } from '../render/compare.ts';
import { drawnDocument } from '../render/drawn-document.ts';
import type { Look } from '../render/looker.ts';
import type { Drawn, Renderer } from '../render/renderer.ts';
import { VIEWS, type View } from '../render/views.ts';
import type { FileBytes } from '../repository/read-file.ts';
import { fileFinding } from './findings.ts';
import type { Copy } from './judge-copy.ts';
import type { Settings } from './settings.ts';
import type { Shelf } from './shelf.ts';

/** What a page is judged with. */
export interface PageBench {
  readonly format: 'html' | 'mhtml';
  readonly shelf: Shelf;
  readonly settings: Settings;
  readonly renderer: Renderer;
  /** How well a reading of its bytes fits the transcripts at hand. */
  readonly confirm?: (text: string) => number;
}

/** What a browser can show of a file: a page, or an archive with a page in it; `null` for everything else. */
export function pageFormat(shown: string, { bytes }: FileBytes): 'html' | 'mhtml' | null {
  const { format } = detectFormat(bytes, shown);
  return format === 'html' || format === 'mhtml' ? format : null;
}

/** The judgement of both. Throws `Refusal` where the file cannot be read or the browser cannot show it. */
export async function judgeDrawn(
  { shown, folder }: Copy,
  bytes: Uint8Array,
  judgeRead: () => Promise<CopyResult>,
  bench: PageBench,
): Promise<CopyResult> {
  const asRead: CopyResult = await judgeRead().catch((error: unknown) => wordless(shown, error));
  const { settings, shelf, renderer, format, ...hint } = bench;
  const drawn = await renderer.show(
    format === 'mhtml' ? await pageOfArchive(bytes) : pageInFolder(await pageText(bytes, hint), folder ?? null),
  );
  const judgements: DrawnJudgement[] = [];
  let { transcript } = asRead;
  for (const { look, views } of alike(drawn)) {
    const document = await drawnDocument(look, views[0], drawn.missing, settings.furniture);
    const { transcript: found, ...judgement } = await judgeShown(document, transcript, shelf, settings);
    judgements.push({ views, judgement });
    transcript ??= found;
  }
  return { ...compareDrawn(asRead, judgements, settings.policy), transcript };
}

async function pageText(bytes: Uint8Array, hint: Pick<PageBench, 'confirm'>): Promise<string> {
  return (await decode(bytes, { ...hint, declared: declaredEncoding(bytes) })).text;
}

/** The looks at a page, those that are alike as one. */
function alike({ looks }: Drawn): readonly { readonly look: Look; readonly views: readonly [View, ...View[]] }[] {
  const found = new Map<string, { readonly look: Look; views: readonly [View, ...View[]] }>();
  for (const view of VIEWS) {
    const look = looks.get(view);
    if (look === undefined) continue;
    const known = found.get(look.html);
    if (known === undefined) found.set(look.html, { look, views: [view] });
    else known.views = [...known.views, view];
  }
  return [...found.values()];
}

/** What is shown, against the text that was recognised already, or whichever is recognised now. */
async function judgeShown(document: Document, transcript: string | null, shelf: Shelf, settings: Settings) {
  const all = await shelf.candidates(document);
  const same = all.filter(({ shown }) => shown === transcript);
  const known = same.length > 0 ? same : all;
  const { candidate, ...judgement } = verify(document, known, settings);
  return { ...judgement, transcript: candidate === null ? null : known[candidate]!.shown };
}

/** The row of a page whose file has not a single word, because its scripts write them. */
function wordless(copy: string, error: unknown): CopyResult {
  if (!(error instanceof Refusal) || error.reason !== 'no-text') throw error;
  return {
    copy,
    transcript: null,
    verdict: 'unmatched',
    pass: false,
    identical: false,
    words: { sealed: 0, matched: 0, around: 0 },
    findings: [fileFinding('unmatched')],
  };
}
