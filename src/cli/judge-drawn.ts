/** Judges a page as a browser shows it, beside the judgement of its file. */
import { declaredEncoding, decode } from '../core/decode/index.ts';
import type { CopyResult } from '../core/judge/judgement.ts';
import type { Document } from '../core/read/document.ts';
import { detectFormat } from '../core/read/index.ts';
import { Refusal } from '../core/refusal.ts';
import { verify } from '../core/verify.ts';
import { compareDrawn } from '../render/compare.ts';
import { drawnDocument } from '../render/drawn-document.ts';
import type { Renderer } from '../render/renderer.ts';
import type { FileBytes } from '../repository/read-file.ts';
import { fileFinding } from './findings.ts';
import type { Settings } from './settings.ts';
import type { Shelf } from './shelf.ts';

/** What a page is judged with. */
export interface PageBench {
  readonly shelf: Shelf;
  readonly settings: Settings;
  readonly renderer: Renderer;
  /** How well a reading of its bytes fits the transcripts at hand. */
  readonly confirm?: (text: string) => number;
}

/** Whether a file is something that a browser shows as a page of text. */
export function isPage(shown: string, { bytes }: FileBytes): boolean {
  return detectFormat(bytes, shown).format === 'html';
}

/** The judgement of both. Throws `Refusal` where the file cannot be read or the browser cannot show it. */
export async function judgeDrawn(
  shown: string,
  { bytes }: FileBytes,
  judgeRead: () => Promise<CopyResult>,
  bench: PageBench,
): Promise<CopyResult> {
  const asRead: CopyResult = await judgeRead().catch((error: unknown) => wordless(shown, error));
  const { settings, shelf, renderer, ...hint } = bench;
  const { text } = await decode(bytes, { ...hint, declared: declaredEncoding(bytes) });
  const document = await drawnDocument(await renderer.show(text), settings.furniture);
  const { transcript, ...asDrawn } = await judgeShown(document, asRead.transcript, shelf, settings);
  return { ...compareDrawn(asRead, asDrawn, settings.policy), transcript };
}

/** What is shown, against the text that was recognised in the file, or whichever is recognised now. */
async function judgeShown(document: Document, transcript: string | null, shelf: Shelf, settings: Settings) {
  const all = await shelf.candidates(document);
  const same = all.filter(({ shown }) => shown === transcript);
  const known = same.length > 0 ? same : all;
  const { candidate, ...judgement } = verify(document, known, settings);
  return { ...judgement, transcript: transcript ?? (candidate === null ? null : known[candidate]!.shown) };
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
