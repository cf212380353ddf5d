/** What is known of a font of the page: how its glyphs are measured, and what it says its codes mean. */
import { field, kept, list, text } from './given.ts';
import type { PDFPageProxy } from './open.ts';
import { OPERANDS } from './path.ts';

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
  readonly isInked: (glyph: unknown) => boolean | null;
  /** It could not be loaded: nobody can say what its codes mean. */
  readonly unknown: boolean;
}

/** The names of pdf.js's operators by their numbers. */
export type OperatorNames = ReadonlyMap<unknown, string>;

const BOLD = /bold|black|heavy|semibold|demi/iu;

/** The font's facts as pdf.js has loaded them for this page; in place of a font that it could not load it keeps a message. */
export function fontOf(page: PDFPageProxy, id: string, operators: OperatorNames): Font {
  const face = kept(page, id);
  const name = text(field(face, 'name'));
  const type3 = field(face, 'isType3Font') === true;
  const matrix = list(field(face, 'fontMatrix'));
  return {
    name,
    type3,
    bold: BOLD.test(name) || field(face, 'bold') === true || field(face, 'black') === true,
    vertical: field(face, 'vertical') === true,
    unit: type3 ? Math.abs(Number(matrix[0])) : 0.001,
    em: type3 ? type3Em(list(field(face, 'bbox')), matrix) : 1,
    names: namesOf(face),
    isInked: type3 ? inkedProcedure(face, operators) : inkedOutline(page, id),
    unknown: typeof face === 'string',
  };
}

/** Operators that leave ink, by their names in pdf.js. */
const INK = /^(?:constructPath|rawFillPath|showText|shadingFill|paint)/u;

/** A Type 3 font draws its glyphs by operators: one that has none, or paints nothing by them, is blank. */
function inkedProcedure(face: unknown, operators: OperatorNames): Font['isInked'] {
  const procedures = field(face, 'charProcOperatorList');
  return (glyph) => {
    const procedure = field(procedures, String(field(glyph, 'operatorListId')));
    return list(field(procedure, 'fnArray')).some((code) => INK.test(String(operators.get(code))));
  };
}

/** Other embedded fonts have outlines, which pdf.js makes ready for the glyphs that are shown. */
function inkedOutline(page: PDFPageProxy, id: string): Font['isInked'] {
  return (glyph) => {
    if (field(glyph, 'isInFont') !== true) return null;
    const path = field(kept(page, `${id}_path_${String(field(glyph, 'fontChar'))}`), 'path');
    return ArrayBuffer.isView(path) ? drawsLines(path) : null;
  };
}

/** Whether an outline does more than move and close. */
function drawsLines(path: object): boolean {
  const length = Number(Reflect.get(path, 'length'));
  for (let i = 0; i < length; ) {
    const step = Number(Reflect.get(path, i));
    if (step >= 1 && step <= 3) return true;
    i += OPERANDS[step]! + 1;
  }
  return false;
}

/**
 * The glyph names of a simple font: its `Differences`, over its encoding. An embedded symbolic font has an encoding of its own
 * inside, so there only `Differences` count.
 */
function namesOf(face: unknown): readonly unknown[] {
  if (field(face, 'composite') === true) return [];
  const differences = list(field(face, 'differences'));
  const inside = field(face, 'isSymbolicFont') === true && field(face, 'missingFile') !== true;
  if (inside) return differences;
  return list(field(face, 'defaultEncoding')).map((inherited, code) => differences[code] ?? inherited);
}

/** A Type 3 font has no em: the height of its box stands for it, or a thousand units. */
function type3Em(bbox: readonly unknown[], matrix: readonly unknown[]): number {
  const scale = Math.abs(Number(matrix[3]));
  const height = Math.abs(Number(bbox[3]) - Number(bbox[1]));
  return height > 0 ? Math.min(height * scale, 4) : 1_000 * scale;
}
