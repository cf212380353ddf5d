/** Judges one copy against the sealed texts. A copy that cannot be read gets its row too, and a line on standard error. */
import { extname } from 'node:path';
import { tokenise } from '../core/canon/tokenise.ts';
import { allWords, isPlain } from '../core/judge/identical.ts';
import type { CopyResult } from '../core/judge/judgement.ts';
import type { Document } from '../core/read/document.ts';
import { read } from '../core/read/index.ts';
import { joinPages } from '../core/read/join.ts';
import { Refusal } from '../core/refusal.ts';
import { structure } from '../core/structure/structure.ts';
import type { VerifiedSideBySide } from '../core/verify.ts';
import type { Renderer } from '../render/renderer.ts';
import type { FileBytes } from '../repository/read-file.ts';
import { RunError } from '../repository/run-error.ts';
import { refusedLine, refusedResult } from './refused.ts';
import { type Session, say } from './session.ts';
import type { Settings } from './settings.ts';
import type { SealedText, Shelf } from './shelf.ts';

/** A copy: its name in reports, and how to get its bytes. */
export interface Copy {
  readonly shown: string;
  /** Throws `Refusal`. */
  readonly bytes: () => Promise<FileBytes>;
  /** The folder it lies in, for what a browser may have saved beside it. */
  readonly folder?: string;
}

/** A row of the report, which can show its texts where the settings ask for them. Its findings keep the texts in memory. */
export interface JudgedCopy extends CopyResult, Partial<Pick<VerifiedSideBySide, 'sideBySide'>> {}

/** Judges `copy` against the texts of `shelf`; a web page also as `renderer` shows it, where there is one. */
export async function judgeCopy(
  copy: Copy,
  shelf: Shelf,
  settings: Settings,
  session: Session,
  renderer: Renderer | null = null,
): Promise<JudgedCopy> {
  try {
    const file = await copy.bytes();
    const asRead = () => judgeBytes(copy.shown, file, shelf, settings);
    if (renderer === null) return await asRead();
    const { judgeDrawn, pageFormat } = await import('./judge-drawn.ts');
    const format = pageFormat(copy.shown, file);
    if (format !== null) {
      const bench = { format, shelf, settings, renderer, ...confirmation(shelf) };
      return await judgeDrawn(copy, file.bytes, asRead, bench);
    }
    say(session, `${copy.shown}: --render shows web pages only; this was judged as it is`);
    return await asRead();
  } catch (error) {
    const refusal = error instanceof Refusal ? error : faultOf(error);
    say(session, refusedLine(copy.shown, refusal));
    return refusedResult(copy.shown, refusal);
  }
}

/** Judges several files as one copy, in the order given: a transcript spread over pages. */
export async function judgeJoined(
  copies: readonly Copy[],
  shelf: Shelf,
  settings: Settings,
  session: Session,
): Promise<JudgedCopy> {
  const shown = copies.map((copy) => copy.shown).join(' + ');
  const pages: { document: Document; name: string }[] = [];
  for (const copy of copies) {
    try {
      pages.push({ document: await readCopy(copy.shown, await copy.bytes(), shelf, settings), name: copy.shown });
    } catch (error) {
      const refusal = error instanceof Refusal ? error : faultOf(error);
      say(session, refusedLine(copy.shown, refusal));
      return refusedResult(shown, refusal);
    }
  }
  const document = joinPages(pages);
  return judgeAgainst(shown, document, await shelf.candidates(document), settings);
}

/** A copy that trips verbatim up must not take the others' rows with it. Its message could hold a path, so it is not shown. */
function faultOf(error: unknown): Refusal {
  if (error instanceof RunError) throw error;
  return new Refusal('damaged', `a fault of verbatim itself: ${error instanceof Error ? error.name : 'unknown'}`);
}

/** A copy with the bytes of a sealed file is held against that text, whatever else is sealed. */
async function judgeBytes(shown: string, file: FileBytes, shelf: Shelf, settings: Settings): Promise<JudgedCopy> {
  const twin = await shelf.twin(file);
  const namesake = twin !== null && extname(twin.shown) === extname(shown) ? twin : null;
  const document = namesake?.document ?? (await readCopy(shown, file, shelf, settings));
  if (twin === null) return judgeAgainst(shown, document, await shelf.candidates(document), settings);
  if (namesake !== null && settings.shows === undefined && isPlain(document))
    return identicalTo(twin, shown, document, settings);
  return { ...(await judgeAgainst(shown, document, [atHand(twin, document, settings)], settings)), identical: true };
}

/** Its words are counted when the report gives their number: until then the transcript need not be structured. */
function identicalTo(twin: SealedText, shown: string, document: Document, settings: Settings): JudgedCopy {
  return {
    copy: shown,
    transcript: twin.shown,
    verdict: 'verbatim',
    pass: true,
    identical: true,
    get words() {
      return allWords(twin.transcript ?? structure(document, settings.conventions));
    },
    findings: [],
  };
}

function readCopy(shown: string, file: FileBytes, shelf: Shelf, { furniture }: Settings): Promise<Document> {
  return read(file.bytes, { name: shown, furniture, ...confirmation(shelf) });
}

/** What judging takes is loaded when there is something to judge. */
async function judgeAgainst(
  shown: string,
  document: Document,
  texts: readonly SealedText[],
  { policy, conventions, shows }: Settings,
): Promise<JudgedCopy> {
  const { verifyOnDemand, verifySideBySide } = await import('../core/verify.ts');
  const judged = shows === 'texts' ? verifySideBySide : verifyOnDemand;
  const { candidate, ...judgement } = judged(document, texts, { policy, conventions });
  const text = candidate === null ? undefined : texts[candidate];
  return { ...judgement, copy: shown, transcript: text?.shown ?? null };
}

/** A copy with the sealed bytes is the transcript, also where the sealed file itself is gone. */
function atHand(twin: SealedText, copy: Document, { conventions }: Settings): SealedText {
  return twin.transcript === null ? { ...twin, transcript: structure(copy, conventions) } : twin;
}

/** How many words of a text stand in the transcripts at hand: the right encoding gives the most. */
function confirmation({ known }: Shelf): { readonly confirm: (text: string) => number } {
  let words: ReadonlySet<string> | null = null;
  return {
    confirm: (text) => {
      words ??= new Set(known().flatMap(({ witness }) => witness.tokens));
      let count = 0;
      for (const token of tokenise(text).text) if (words.has(token)) count++;
      return count;
    },
  };
}
