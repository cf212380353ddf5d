/** What each drawing operator of pdf.js does to the walk; operators that move no text and paint nothing are left out. */
import type { Colour } from './drawn.ts';
import { IDENTITY, type Matrix } from './geometry.ts';
import { field, list } from './given.ts';
import type { Shape } from './path.ts';
import { colourOfShading } from './pictures.ts';
import { showText } from './show.ts';
import { colourOf, NORMAL, type Pattern } from './state.ts';
import type { Walk } from './walk.ts';

type Arguments = readonly unknown[];
/** What an operator does, given its arguments. */
export type Handler = (walk: Walk, args: Arguments) => void;

/** How an operator paints its path. */
interface Ways {
  readonly fill: Shape['rule'] | null;
  readonly stroke: boolean;
}

const PAINTS: Readonly<Record<string, Ways>> = {
  stroke: { fill: null, stroke: true },
  closeStroke: { fill: null, stroke: true },
  fill: { fill: 'winding', stroke: false },
  eoFill: { fill: 'even-odd', stroke: false },
  fillStroke: { fill: 'winding', stroke: true },
  eoFillStroke: { fill: 'even-odd', stroke: true },
  closeFillStroke: { fill: 'winding', stroke: true },
  closeEOFillStroke: { fill: 'even-odd', stroke: true },
};
const PAINTS_NOTHING: Ways = { fill: null, stroke: false };

const TEXT: Readonly<Record<string, Handler>> = {
  beginText: ({ state }) => {
    state.text = IDENTITY;
    state.line = state.text;
  },
  endText: (walk) => walk.endText(),
  setFont: (walk, [id, size]) => walk.setFont(String(id), number(size)),
  setCharSpacing: ({ state }, [value]) => {
    state.charSpacing = number(value);
  },
  setWordSpacing: ({ state }, [value]) => {
    state.wordSpacing = number(value);
  },
  setHScale: ({ state }, [percent]) => {
    state.scale = number(percent) / 100;
  },
  setLeading: ({ state }, [value]) => {
    state.leading = number(value);
  },
  setTextRise: ({ state }, [value]) => {
    state.rise = number(value);
  },
  setTextRenderingMode: ({ state }, [value]) => {
    state.mode = number(value);
  },
  setTextMatrix: ({ state }, [matrix]) => {
    state.text = matrixOf(matrix);
    state.line = state.text;
  },
  moveText: (walk, [x, y]) => moveText(walk, number(x), number(y)),
  setLeadingMoveText: (walk, [x, y]) => {
    walk.state.leading = -number(y);
    moveText(walk, number(x), number(y));
  },
  nextLine: (walk) => moveText(walk, 0, -walk.state.leading),
  showText: (walk, [glyphs]) => showText(walk, list(glyphs)),
};

const GRAPHICS: Readonly<Record<string, Handler>> = {
  save: (walk) => walk.save(),
  restore: (walk) => walk.restore(),
  transform: (walk, args) => walk.concat(matrixOf(args)),
  setLineWidth: ({ state }, [value]) => {
    state.lineWidth = number(value);
  },
  setFillRGBColor: ({ state }, [value]) => {
    state.fill = colourOf(value);
    state.fillPattern = null;
  },
  setStrokeRGBColor: ({ state }, [value]) => {
    state.stroke = colourOf(value);
    state.strokePattern = null;
  },
  setFillColorN: (walk, args) => {
    [walk.state.fill, walk.state.fillPattern] = patternOf(walk, args);
  },
  setStrokeColorN: (walk, args) => {
    [walk.state.stroke, walk.state.strokePattern] = patternOf(walk, args);
  },
  setFillTransparent: (walk) => {
    [walk.state.fill, walk.state.fillPattern] = [null, 'paint'];
  },
  setStrokeTransparent: (walk) => {
    [walk.state.stroke, walk.state.strokePattern] = [null, 'paint'];
  },
  setGState: (walk, [entries]) => setGraphicsState(walk, list(entries)),
  clip: (walk) => {
    walk.pendingClip = 'winding';
  },
  eoClip: (walk) => {
    walk.pendingClip = 'even-odd';
  },
};

const PICTURES: Readonly<Record<string, Handler>> = {
  shadingFill: (walk, [id]) => walk.shading(id),
  paintImageXObject: (walk, [id]) => walk.picture(id),
  paintInlineImageXObject: (walk, [pixels]) => walk.picture(pixels),
  paintInlineImageXObjectGroup: (walk) => walk.picture(null),
  paintImageXObjectRepeat: (walk) => walk.picture(null),
  paintImageMaskXObject: (walk) => walk.stencil('maybe'),
  paintImageMaskXObjectGroup: (walk) => walk.stencil('maybe'),
  paintImageMaskXObjectRepeat: (walk) => walk.stencil('maybe'),
  paintSolidColorImageMask: (walk) => walk.stencil('yes'),
};

const CONTAINERS: Readonly<Record<string, Handler>> = {
  beginMarkedContent: (walk, [tag]) => walk.marks.begin(tag, null, walk.owner),
  beginMarkedContentProps: (walk, [tag, group]) => walk.marks.begin(tag, group, walk.owner),
  endMarkedContent: ({ marks }) => marks.end(),
  paintFormXObjectBegin: (walk, [matrix, box]) => {
    walk.beginForm();
    walk.concat(matrixOf(matrix));
    clipTo(walk, box, IDENTITY);
  },
  paintFormXObjectEnd: (walk) => walk.endForm(),
  beginGroup: (walk, [group]) => beginGroup(walk, group),
  endGroup: (walk) => walk.restore(),
  beginAnnotation: (walk, [id, rect, place, matrix]) => {
    walk.beginAnnotation(String(id));
    clipTo(walk, rect, IDENTITY);
    walk.concat(matrixOf(place));
    walk.concat(matrixOf(matrix));
  },
  endAnnotation: (walk) => walk.endAnnotation(),
};

/** The handlers, by the numbers that pdf.js gives its operators. */
export function handlersByNumber(numbers: Readonly<Record<string, number>>): ReadonlyMap<unknown, Handler> {
  const handlers = new Map<unknown, Handler>();
  for (const [name, handler] of Object.entries({ ...TEXT, ...GRAPHICS, ...PICTURES, ...CONTAINERS })) {
    handlers.set(numbers[name], handler);
  }
  handlers.set(numbers['constructPath'], pathHandler(numbers));
  return handlers;
}

/** `constructPath` carries the operator that paints the path, and the path. */
function pathHandler(numbers: Readonly<Record<string, number>>): Handler {
  const paints = new Map<unknown, Ways>(Object.entries(PAINTS).map(([name, ways]) => [numbers[name], ways]));
  return (walk, [operator, data]) => walk.path(numbersOf(list(data)[0]), paints.get(operator) ?? PAINTS_NOTHING);
}

function moveText({ state }: Walk, x: number, y: number): void {
  const [a, b, c, d, e, f] = state.line;
  state.line = [a, b, c, d, a * x + c * y + e, b * x + d * y + f];
  state.text = state.line;
}

/**
 * Takes over the entries of a graphics state. pdf.js announces a picture with a mask of its own by a state that does nothing
 * but end the soft mask; whether such a picture covers anything is not known.
 */
function setGraphicsState(walk: Walk, entries: readonly unknown[]): void {
  for (const entry of entries) {
    const [key, value] = list(entry);
    if (key === 'ca') walk.state.fillAlpha = number(value);
    else if (key === 'CA') walk.state.strokeAlpha = number(value);
    else if (key === 'BM') walk.state.blend = String(value);
    else if (key === 'LW') walk.state.lineWidth = number(value);
    else if (key === 'SMask') {
      walk.state.masked = value !== false && value !== null;
      walk.state.maskedPicture = entries.length === 1;
    } else if (key === 'Font') walk.setFont(String(list(value)[0]), number(list(value)[1]));
  }
}

/** The colour of a pattern that is one colour all over; else what the pattern shows. */
function patternOf(walk: Walk, [kind, what, operators]: Arguments): [Colour, Pattern | null] {
  if (kind === 'Shading') {
    const colour = colourOfShading(walk.object(what));
    return [colour, colour === null ? 'paint' : null];
  }
  return [null, walk.showsWords(operators) ? 'words' : 'paint'];
}

/** A transparency group is composed on its own, then laid down with the alpha in force when it begins. */
function beginGroup(walk: Walk, group: unknown): void {
  walk.save();
  const { state } = walk;
  state.groupAlpha *= state.fillAlpha;
  if (state.blend !== NORMAL) state.groupBlend = state.blend;
  state.fillAlpha = 1;
  state.strokeAlpha = 1;
  state.blend = NORMAL;
  if (field(group, 'smask')) state.inMask = true;
  clipTo(walk, field(group, 'bbox'), matrixOf(field(group, 'matrix')));
}

function clipTo(walk: Walk, box: unknown, matrix: Matrix): void {
  const [x0, y0, x1, y1] = numbersOf(box);
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return;
  walk.clipBox({ x0: Math.min(x0, x1), y0: Math.min(y0, y1), x1: Math.max(x0, x1), y1: Math.max(y0, y1) }, matrix);
}

function number(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

function numbersOf(value: unknown): number[] {
  if (Array.isArray(value)) return value.map(number);
  return value instanceof Float32Array ? Array.from(value) : [];
}

function matrixOf(value: unknown): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersOf(value);
  return [a, b, c, d, e, f];
}
