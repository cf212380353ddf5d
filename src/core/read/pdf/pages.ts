/** Reads the pages one after the other, and lets go of each before the next. */

import { Refusal } from '../../refusal.ts';
import type { Caveat } from '../document.ts';
import { actualTexts, doubtActualTexts } from './actual-text.ts';
import { annotationCover } from './annotations.ts';
import { markBeside } from './beside.ts';
import { MAX_DRAWN_IN_ALL, takeOperators } from './bounded.ts';
import { contentOf } from './content.ts';
import { markDoubts } from './doubts.ts';
import type { Drawn } from './drawn.ts';
import type { FileObjects } from './file-objects.ts';
import { losesWords } from './inline-images.ts';
import { MarkedContent } from './layers.ts';
import type { Line } from './line.ts';
import { linesOf } from './lines.ts';
import type { Opened, PDFPageProxy } from './open.ts';
import { handlersByNumber } from './operators.ts';
import { markCovered, markHidden } from './seen.ts';
import { Unfolding } from './unfolded.ts';
import { Values } from './values.ts';
import { Walk } from './walk.ts';

/** Lines of one document. */
const MAX_LINES = 2_000_000;
/** Fills of one page with patterns that show words. */
const MAX_FOREIGN = 50;
/** A picture taking up this share of a page without text is the page. */
const WHOLE_PAGE = 0.3;

type Handlers = ReturnType<typeof handlersByNumber>;

/** The lines of each page, and what is to be said about the pages. */
export interface PagesRead {
  readonly pages: Line[][];
  readonly caveats: Caveat[];
}

export async function readPages(opened: Opened, objects: FileObjects): Promise<PagesRead> {
  const { pdf } = opened;
  const handlers = handlersByNumber(opened.operators);
  const names = new Map(Object.entries(opened.operators).map(([name, code]) => [code, name]));
  const visibility = await pdf.getOptionalContentConfig();
  const read: PagesRead = { pages: [], caveats: [] };
  const values = new Values(objects);
  const unfolding = new Unfolding(objects, values);
  let lines = 0;
  let drawn = 0;
  /** Some letters are in fonts that do not name them. */
  let shapes = false;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pageOf(pdf, number);
    const dictionary = values.dictionary({ object: numberOf(page) });
    await unfolding.weigh(dictionary);
    const walk = new Walk(page, new MarkedContent(visibility), names);
    drawn += await drawPage(page, walk, opened, handlers);
    if (drawn > MAX_DRAWN_IN_ALL) throw new Refusal('too-large', 'too much is drawn on the pages together');
    const content = await contentOf(objects, values, dictionary);
    if (losesWords(content, walk.texts)) throw new Refusal('damaged', `page ${number} hides words behind a picture`);
    doubtActualTexts(walk.drawn.glyphs, actualTexts(values, dictionary, content), walk.marks.outer);
    const found = await readPage(page, walk, read.caveats);
    read.pages.push(found);
    shapes ||= walk.drawn.glyphs.some(({ font, text }) => font.names.length === 0 && text.trim() !== '');
    lines += found.length;
    if (lines > MAX_LINES) throw new Refusal('too-large', 'too many lines of text');
    page.cleanup();
  }
  if (shapes) read.caveats.push(note('font', 'the shapes of letters were not compared'));
  return read;
}

async function pageOf(pdf: Opened['pdf'], number: number): Promise<PDFPageProxy> {
  try {
    return await pdf.getPage(number);
  } catch {
    throw new Refusal('damaged', `page ${number} cannot be read`);
  }
}

/** The number of the page's object. A page that is none cannot be weighed; no program writes one. */
function numberOf({ ref, pageNumber }: PDFPageProxy): number {
  if (ref === null) throw new Refusal('damaged', `page ${pageNumber} is no object`);
  return ref.num;
}

/** The lines of a page that has been drawn. */
async function readPage(page: PDFPageProxy, walk: Walk, caveats: Caveat[]): Promise<Line[]> {
  const number = page.pageNumber;
  const { drawn } = walk;
  const weighed = markHidden(drawn, walk.page);
  const cover = await annotationCover(page, drawn);
  for (const { box, by } of drawn.foreign.slice(0, MAX_FOREIGN)) markBeside(drawn.glyphs, box, by);
  const compared = markCovered(drawn, walk.page, cover.over);
  if (!weighed || !compared || walk.overflow || drawn.foreign.length > MAX_FOREIGN)
    caveats.push(note('covered', `page ${number}: too many shapes to weigh them all`));
  caveats.push(...cover.undrawn.map((kind) => note('covered', `${kind} on page ${number}`)));
  markDoubts(drawn.glyphs);
  const sheet = { page: number, height: walk.page.y1 };
  const of = (shown: (annotation: number) => boolean): Line[] =>
    linesOf(
      drawn.glyphs.filter(({ ink }) => shown(ink.annotation)),
      sheet,
    );
  const lines = [...of((annotation) => annotation < 0), ...of((annotation) => cover.loose.has(annotation))];
  if (isPicture(drawn, lines)) caveats.push(note('embedded', `page ${number} is a picture without text`));
  return lines;
}

async function drawPage(page: PDFPageProxy, walk: Walk, opened: Opened, handlers: Handlers): Promise<number> {
  return takeOperators(page, opened, ({ codes, args }) => {
    codes.forEach((code, i) => {
      const given = args[i];
      handlers.get(code)?.(walk, Array.isArray(given) ? given : []);
    });
  });
}

function isPicture({ picture }: Drawn, lines: readonly Line[]): boolean {
  return picture > WHOLE_PAGE && lines.every(({ text }) => text === '');
}

function note(kind: Caveat['kind'], detail: string): Caveat {
  return { kind, at: null, detail };
}
