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
  /** Glyph names by code, from `Differences` and the base encoding; empty for composite fonts. */
  readonly names: readonly unknown[];
  /** The glyph names are the file's own `Differences`, not a built-in encoding. */
  readonly named: boolean;
  /** There is an own `Differences` name for these codes. */
  readonly differences: readonly unknown[];
  /** No text can be had from it with certainty. */
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
  named: false,
  differences: [],
  unknown: true,
};

const BOLD = /bold|black|heavy|semibold|demi/iu;

/** The font's facts as pdf.js has loaded them for this page; an unknown font when it could not be loaded. */
export function fontOf(page: PDFPageProxy, id: string): Font {
  if (!page.commonObjs.has(id)) return UNKNOWN;
  const face: unknown = page.commonObjs.get(id);
  if (typeof face !== 'object' || face === null) return UNKNOWN;
  const name = text(Reflect.get(face, 'name'));
  const type3 = Reflect.get(face, 'isType3Font') === true;
  const matrix = list(Reflect.get(face, 'fontMatrix'));
  const differences = list(Reflect.get(face, 'differences'));
  const base = list(Reflect.get(face, 'defaultEncoding'));
  return {
    name,
    type3,
    bold: BOLD.test(name) || Reflect.get(face, 'bold') === true || Reflect.get(face, 'black') === true,
    vertical: Reflect.get(face, 'vertical') === true,
    unit: type3 ? Math.abs(Number(matrix[0] ?? 0.001)) : 0.001,
    em: type3 ? type3Em(list(Reflect.get(face, 'bbox')), matrix) : 1,
    names: Reflect.get(face, 'composite') === true ? [] : base.map((inherited, code) => differences[code] ?? inherited),
    named: Reflect.get(face, 'composite') !== true && differences.length > 0,
    differences: Reflect.get(face, 'composite') === true ? [] : differences,
    unknown: false,
  };
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
