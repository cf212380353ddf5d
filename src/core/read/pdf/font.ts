/** What is known of a font of the page: how its glyphs are measured, and what it says its codes mean. */
import type { PDFPageProxy } from './open.ts';

export interface Font {
  readonly name: string;
  readonly bold: boolean;
  readonly vertical: boolean;
  /** From glyph widths to ems: 0.001 but in Type 3 fonts. */
  readonly unit: number;
  /** The em in text space for a font size of 1: 1 but in Type 3 fonts. */
  readonly em: number;
  readonly type3: boolean;
  /** Names of glyphs by code where the file says them; empty where the names would be guessed. */
  readonly names: readonly unknown[];
  /** Whether a glyph, as pdf.js shows it, leaves ink; `null` where the file does not say. */
  readonly isInked: (glyph: object) => boolean | null;
  /** It could not be loaded: nobody can say what its codes mean. */
  readonly unknown: boolean;
}

const UNKNOWN: Font = {
  name: '',
  bold: false,
  vertical: false,
  unit: 0.001,
  em: 1,
  type3: false,
  names: [],
  isInked: () => null,
  unknown: true,
};

/** The names of pdf.js's operators by their numbers. */
export type OperatorNames = ReadonlyMap<unknown, string>;

const BOLD = /bold|black|heavy|semibold|demi/iu;

/** The font's facts as pdf.js has loaded them for this page; an unknown font when it could not be loaded. */
export function fontOf(page: PDFPageProxy, id: string, operators: OperatorNames): Font {
  if (!page.commonObjs.has(id)) return UNKNOWN;
  const face: unknown = page.commonObjs.get(id);
  if (typeof face !== 'object' || face === null) return UNKNOWN;
  const name = text(Reflect.get(face, 'name'));
  const type3 = Reflect.get(face, 'isType3Font') === true;
  const matrix = list(Reflect.get(face, 'fontMatrix'));
  return {
    name,
    type3,
    bold: BOLD.test(name) || Reflect.get(face, 'bold') === true || Reflect.get(face, 'black') === true,
    vertical: Reflect.get(face, 'vertical') === true,
    unit: type3 ? Math.abs(Number(matrix[0] ?? 0.001)) : 0.001,
    em: type3 ? type3Em(list(Reflect.get(face, 'bbox')), matrix) : 1,
    names: namesOf(face),
    isInked: type3 ? inkedProcedure(face, operators) : inkedOutline(page, id),
    unknown: false,
  };
}

/** Operators that leave ink, by their names in pdf.js. */
const INK = /^(?:constructPath|rawFillPath|showText|shadingFill|paint)/u;

/** A Type 3 font draws its glyphs by operators: one that paints nothing is blank. */
function inkedProcedure(face: object, operators: OperatorNames): Font['isInked'] {
  const procedures: unknown = Reflect.get(face, 'charProcOperatorList');
  return (glyph) => {
    if (typeof procedures !== 'object' || procedures === null) return null;
    const procedure: unknown = Reflect.get(procedures, String(Reflect.get(glyph, 'operatorListId')));
    if (typeof procedure !== 'object' || procedure === null) return null;
    const codes = list(Reflect.get(procedure, 'fnArray'));
    return codes.some((code) => INK.test(operators.get(code) ?? ''));
  };
}

/** Other embedded fonts have outlines, which pdf.js makes ready for the glyphs that are shown. */
function inkedOutline(page: PDFPageProxy, id: string): Font['isInked'] {
  return (glyph) => {
    const name = `${id}_path_${String(Reflect.get(glyph, 'fontChar'))}`;
    if (Reflect.get(glyph, 'isInFont') !== true || !page.commonObjs.has(name)) return null;
    const outline: unknown = page.commonObjs.get(name);
    const path: unknown = typeof outline === 'object' && outline !== null ? Reflect.get(outline, 'path') : null;
    return ArrayBuffer.isView(path) ? drawsLines(path) : null;
  };
}

/** The numbers that the steps of an outline take in pdf.js: move, line, curve, quadratic curve, close. */
const STEPS: readonly number[] = [3, 3, 7, 5, 1];

/** Whether an outline does more than move and close. */
function drawsLines(path: object): boolean {
  const length = Number(Reflect.get(path, 'length'));
  for (let i = 0; i < length; ) {
    const step = Number(Reflect.get(path, i));
    if (step >= 1 && step <= 3) return true;
    i += STEPS[step] ?? length;
  }
  return false;
}

/**
 * The glyph names of a simple font: its `Differences`, over its encoding. An embedded symbolic font has an encoding of its own
 * inside, so there only `Differences` count.
 */
function namesOf(face: object): readonly unknown[] {
  if (Reflect.get(face, 'composite') === true) return [];
  const differences = list(Reflect.get(face, 'differences'));
  const inside = Reflect.get(face, 'isSymbolicFont') === true && Reflect.get(face, 'missingFile') !== true;
  if (inside) return differences;
  return list(Reflect.get(face, 'defaultEncoding')).map((inherited, code) => differences[code] ?? inherited);
}

/** A Type 3 font has no em: the height of its box stands for it, or a thousand units. */
function type3Em(bbox: readonly unknown[], matrix: readonly unknown[]): number {
  const scale = Math.abs(Number(matrix[3] ?? 0.001));
  const height = Math.abs(Number(bbox[3] ?? 0) - Number(bbox[1] ?? 0));
  return height > 0 ? Math.min(height * scale, 4) : 1_000 * scale;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
