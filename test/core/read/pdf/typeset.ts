/**
 * Sets paragraphs in type as programs do: words on lines, lines in columns, columns on pages, in the kinds of font that
 * there are. Every letter is half an em wide, so a place on the page can be counted.
 */
import { buildPdf, FIRST_FONT, type Parts } from './build.ts';
import { type Face, type FontKind, faceOf } from './face.ts';

/** How a document is set. */
export interface Layout {
  readonly columns: 1 | 2;
  readonly font: FontKind;
  /** `drawn`: a space is a glyph. `moved`: it is a step. `justified`: a step as wide as the line needs. */
  readonly spaces: 'drawn' | 'moved' | 'justified';
  readonly with: ReadonlySet<'hyphens' | 'ligatures' | 'heads' | 'indents'>;
}

/** A word drawn by itself. */
export interface Apart {
  /** Operators that show it, with the text position set. */
  readonly show: string;
  /** Its codes in the font, as a string of PDF. */
  readonly codes: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Makes a form XObject of content and more entries of its dictionary, and gives the operators that draw it. */
export type MakeForm = (content: string, entries?: string) => string;

/** A word of a paragraph; `draw` makes operators of one that is drawn in its own way. */
export interface Word {
  readonly text: string;
  readonly draw?: (word: Apart, form: MakeForm) => string;
}

/** What words drawn in their own way may name: resources besides fonts and forms, and forms and pictures by their objects' numbers. */
export interface Means extends Omit<Parts, 'pages'> {
  readonly xobjects?: Readonly<Record<string, number>>;
}

/** A document, and on which page each word of each paragraph begins. */
export interface Typeset {
  readonly bytes: Uint8Array;
  readonly pageOf: (paragraph: number, word: number) => number;
}

export const SIZE = 10;
const WIDTH = SIZE / 2;
const LEADING = 13;
const MARGIN = 20;
const TOP = 360;
/** The height between two paragraphs, and the depth of an indentation. */
const APART = 9;
const INDENT = 4;
const LINES = 18;
/** The numbers of forms' objects. */
const FIRST_FORM = 200;
/** Words longer than this are broken where hyphens are. */
const LONG = 5;

/** A piece of a word on a line. */
interface Piece extends Word {
  readonly index: number;
}

interface Line {
  readonly paragraph: number;
  readonly pieces: readonly Piece[];
  readonly place: 'first' | 'inner' | 'last';
}

/** The paragraphs as a PDF; `means` are what the words' own ways of drawing need. */
export function typeset(paragraphs: readonly (readonly Word[])[], layout: Layout, means: Means = {}): Typeset {
  const measure = layout.columns === 1 ? 70 : 33;
  const lines = paragraphs.flatMap((words, i) => linesOf(words, i, measure, layout));
  const sheets = chunks(lines, LINES * layout.columns);
  const face = faceOf(layout.font, paragraphs.flat(), layout.with.has('ligatures'));
  const forms = new Forms();
  const pages = sheets.map((sheet, i) => drawSheet(sheet, i + 1, { layout, measure, face, form: forms.make }));
  const starts = new Map<string, number>();
  sheets.forEach((sheet, i) => {
    for (const { paragraph, pieces } of sheet)
      for (const { index } of pieces) {
        const key = `${paragraph} ${index}`;
        if (!starts.has(key)) starts.set(key, i + 1);
      }
  });
  return {
    bytes: buildPdf(partsOf(pages, face, forms, means)),
    pageOf: (paragraph, word) => starts.get(`${paragraph} ${word}`) ?? 0,
  };
}

/** The forms that words were drawn as. */
class Forms {
  readonly contents = new Map<number, readonly [string, string]>();

  readonly make: MakeForm = (content, entries = '/BBox[0 0 400 400]') => {
    const number = FIRST_FORM + this.contents.size;
    this.contents.set(number, [entries, content]);
    return `/Form${number} Do`;
  };
}

/** Pages and forms with the same resources, so that whatever a page may draw, a form may draw too. */
function partsOf(pages: readonly string[], face: Face, { contents }: Forms, means: Means): Parts {
  const fonts = { T: face.font, ...means.fonts };
  const made = [...contents.keys()].map((number) => [`Form${number}`, number] as const);
  const xobjects = [...made, ...Object.entries(means.xobjects ?? {})].map(([name, n]) => `/${name} ${n} 0 R`).join('');
  const resources = `/XObject<<${xobjects}>>${means.resources ?? ''}`;
  const fontList = Object.keys(fonts)
    .map((name, i) => `/${name} ${FIRST_FONT + i} 0 R`)
    .join('');
  const shared = `/Resources<</Font<</F1 3 0 R${fontList}>>${resources}>>`;
  const forms = [...contents].map(
    ([number, [entries, content]]) => [number, [`/Type/XObject/Subtype/Form${shared}${entries}`, content]] as const,
  );
  const objects = { ...face.objects, ...means.objects, ...Object.fromEntries(forms) };
  return { ...means, pages, fonts, resources, objects };
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}

/** The lines of a paragraph, filled one after the other. */
function linesOf(words: readonly Word[], paragraph: number, measure: number, layout: Layout): Line[] {
  const lines: Piece[][] = [[]];
  let left = layout.with.has('indents') ? measure - INDENT : measure;
  words.forEach((word, index) => {
    let rest: Piece = { ...word, index };
    for (;;) {
      const space = lines.at(-1)!.length > 0 ? 1 : 0;
      const length = rest.text.length;
      if (length + space <= left) {
        lines.at(-1)!.push(rest);
        left -= length + space;
        return;
      }
      const cut = layout.with.has('hyphens') ? breakOf(rest.text, left - space) : 0;
      if (cut > 0) lines.at(-1)!.push({ ...rest, text: broken(rest.text, cut) });
      rest = { ...rest, text: rest.text.slice(cut) };
      lines.push([]);
      left = measure;
    }
  });
  return lines.map((pieces, i) => ({
    paragraph,
    pieces,
    place: i === 0 ? 'first' : i === lines.length - 1 ? 'last' : 'inner',
  }));
}

/** Where a word may be broken so that its beginning has room; 0 for nowhere. */
function breakOf(text: string, room: number): number {
  const hyphen = text.lastIndexOf('-', room - 1) + 1;
  if (hyphen > 1) return hyphen;
  const cut = Math.min(room - 1, text.length - 3);
  return /^\p{L}+[.,?!]?$/u.test(text) && text.length > LONG && cut >= 2 ? cut : 0;
}

function broken(text: string, cut: number): string {
  return text[cut - 1] === '-' ? text.slice(0, cut) : `${text.slice(0, cut)}-`;
}

interface Setting {
  readonly layout: Layout;
  readonly measure: number;
  readonly face: Face;
  readonly form: MakeForm;
}

function drawSheet(lines: readonly Line[], page: number, setting: Setting): string {
  const { layout, measure } = setting;
  const drawn: string[] = [];
  const put = (text: string, x: number, y: number): number => drawn.push(`BT /F1 8 Tf ${x} ${y} Td (${text}) Tj ET`);
  if (layout.with.has('heads')) put('The Gazette', MARGIN, 385);
  let y = TOP;
  lines.forEach((line, i) => {
    if (i % LINES === 0) y = TOP;
    else if (line.place === 'first' && !layout.with.has('indents')) y -= APART;
    const column = Math.floor(i / LINES);
    const indent = line.place === 'first' && layout.with.has('indents') ? INDENT : 0;
    const x = MARGIN + (column * (measure + 4) + indent) * WIDTH;
    drawn.push(drawLine(line, x, y, { ...setting, measure: measure - indent }));
    y -= LEADING;
  });
  if (layout.with.has('heads')) put(`${page}`, 195, 12);
  return drawn.join('\n');
}

/** A line as runs of plain words, and the words drawn apart between them. */
function drawLine({ pieces, place }: Line, x: number, y: number, { layout, measure, face, form }: Setting): string {
  const letters = pieces.reduce((sum, { text }) => sum + face.lengthOf(text), 0);
  const even = layout.spaces === 'justified' && place === 'inner' && pieces.length > 1;
  const gap = even ? Math.min(4, (measure - letters) / (pieces.length - 1)) : 1;
  const drawn: string[] = [];
  let run: Piece[] = [];
  let at = x;
  let begin = x;
  const flush = (): void => {
    if (run.length > 0) drawn.push(showRun(run, begin, y, { gap, layout, face }));
    run = [];
  };
  for (const piece of pieces) {
    if (run.length === 0) begin = at;
    const width = face.lengthOf(piece.text) * WIDTH;
    if (piece.draw === undefined) run.push(piece);
    else {
      flush();
      const codes = `<${face.codesOf(piece.text)}>`;
      drawn.push(piece.draw({ show: show(`${codes} Tj`, at, y), codes, x: at, y, width }, form));
    }
    at += width + gap * WIDTH;
  }
  flush();
  return drawn.join('\n');
}

function showRun(
  run: readonly Piece[],
  x: number,
  y: number,
  { gap, layout, face }: { gap: number; layout: Layout; face: Face },
): string {
  const words = run.map(({ text }) => face.codesOf(text));
  if (layout.spaces === 'drawn') return show(`<${words.join(face.codesOf(' '))}> Tj`, x, y);
  return show(`[${words.map((codes) => `<${codes}>`).join(String(-500 * gap))}] TJ`, x, y);
}

function show(operation: string, x: number, y: number): string {
  return `BT /T ${SIZE} Tf 1 0 0 1 ${x} ${y} Tm ${operation} ET`;
}
