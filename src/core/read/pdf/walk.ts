/**
 * Walks through a page's drawing operators and notes what is drawn where, in which ink and in which order.
 *
 * Text extraction alone would not do: it gives white, clipped, covered and switched-off words like any others. Here each
 * glyph keeps its ink and its turn, so that it can be told afterwards whether a reader sees it.
 */
import type { Area, Colour, Drawn, Ink } from './drawn.ts';
import { type Font, fontOf, type OperatorNames } from './font.ts';
import { around, type Box, corners, extent, intersection, type Matrix, multiply, type Point } from './geometry.ts';
import type { MarkedContent } from './layers.ts';
import type { PDFPageProxy } from './open.ts';
import { type Shape, shapeOf, strokeOf } from './path.ts';
import { initialState, type State } from './state.ts';

/** Nested saved states; what is deeper is drawn in the state it is in. */
const MAX_SAVED = 10_000;
/** Painted areas kept of one page; beyond, `Walk.overflow` says so. */
const MAX_AREAS = 50_000;
/** Strokes thinner than this, in points, are rules and underlines: they cover nothing. */
const THICK = 2.5;
/** Areas lower or narrower than this are rules too. */
const FLAT = 1;
/** Paint less opaque than this lets the words show through. */
const OPAQUE = 0.9;
const UNIT: Box = { x0: 0, y0: 0, x1: 1, y1: 1 };

export class Walk {
  readonly drawn: Drawn = { glyphs: [], areas: [], annotations: [], picture: 0 };
  readonly marks: MarkedContent;
  /** The visible page in device space. */
  readonly page: Box;
  state: State;
  /** The rule of a clip waiting for its path, if any. */
  pendingClip: Shape['rule'] | null = null;
  /** More was painted than is kept. */
  overflow = false;
  readonly #proxy: PDFPageProxy;
  readonly #operators: OperatorNames;
  readonly #saved: State[] = [];
  readonly #fonts = new Map<string, Font>();
  readonly #base: Matrix;
  #order = 0;
  #annotation = -1;
  #forms = 0;

  constructor(proxy: PDFPageProxy, marks: MarkedContent, operators: OperatorNames) {
    this.#operators = operators;
    const { width, height, transform } = proxy.getViewport({ scale: 1 });
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[] = transform;
    this.#proxy = proxy;
    this.#base = [a, b, c, d, e, f];
    this.page = { x0: 0, y0: 0, x1: width, y1: height };
    this.marks = marks;
    this.state = initialState(this.#base);
  }

  /** The next turn in the drawing order. */
  next(): number {
    this.#order += 1;
    return this.#order;
  }

  save(): void {
    if (this.#saved.length < MAX_SAVED) this.#saved.push({ ...this.state });
  }

  restore(): void {
    this.state = this.#saved.pop() ?? this.state;
  }

  concat(matrix: Matrix): void {
    this.state.ctm = multiply(matrix, this.state.ctm);
  }

  setFont(id: string, size: number): void {
    let font = this.#fonts.get(id);
    if (font === undefined) {
      font = fontOf(this.#proxy, id, this.#operators);
      this.#fonts.set(id, font);
    }
    this.state.font = font;
    this.state.size = size;
  }

  /** The ink of the text shown now. */
  ink(): Ink {
    const { state, marks } = this;
    const stroked = state.mode % 4 === 1;
    const alpha = stroked ? state.strokeAlpha : state.fillAlpha;
    return {
      colour: stroked ? state.stroke : state.fill,
      alpha: alpha * state.groupAlpha,
      clip: state.clip,
      mode: state.inMask ? 3 : state.mode,
      masked: state.masked,
      off: marks.current.off,
      artifact: marks.current.artifact,
      mark: marks.current.turn,
      annotation: this.#annotation,
    };
  }

  /** Narrows the clip to a box in user space, transformed by `matrix` first. */
  clipBox(box: Box, matrix: Matrix): void {
    const ring = corners(multiply(matrix, this.state.ctm), box);
    this.#clip({ rings: [ring], box: around(ring), rule: 'winding' });
  }

  /** Paints a path by the operator's ways, and lets a waiting clip take effect. */
  path(path: ArrayLike<number>, ways: { readonly fill: Shape['rule'] | null; readonly stroke: boolean }): void {
    const { state } = this;
    if (ways.fill !== null) this.#area(shapeOf(path, state.ctm, ways.fill), state.fill, state.fillAlpha, 'yes');
    if (ways.stroke) this.#stroke(path);
    if (this.pendingClip !== null) {
      this.#clip(shapeOf(path, state.ctm, this.pendingClip));
      this.pendingClip = null;
    }
  }

  /** A picture in the unit square of the user space. */
  picture(opaque: Area['opaque']): void {
    const ring = corners(this.state.ctm, UNIT);
    const box = around(ring);
    const share = extent(intersection(box, this.page)) / Math.max(1, extent(this.page));
    this.drawn.picture = Math.max(this.drawn.picture, share);
    this.#area(
      { rings: [ring], box, rule: 'winding' },
      null,
      this.state.fillAlpha,
      this.state.maskedPicture ? 'maybe' : opaque,
    );
  }

  /** A stencil drawn in the fill colour; where it is open is not known. */
  stencil(opaque: Area['opaque']): void {
    const ring = corners(this.state.ctm, UNIT);
    const colour = opaque === 'yes' ? this.state.fill : null;
    this.#area({ rings: [ring], box: around(ring), rule: 'winding' }, colour, this.state.fillAlpha, opaque);
  }

  /** A shading fills all that the clip leaves. */
  shading(): void {
    const { x0, y0, x1, y1 } = this.state.clip?.box ?? this.page;
    const ring: Point[] = [
      { x: x0, y: y0 },
      { x: x1, y: y0 },
      { x: x1, y: y1 },
      { x: x0, y: y1 },
    ];
    this.#area({ rings: [ring], box: { x0, y0, x1, y1 }, rule: 'winding' }, null, this.state.fillAlpha, 'yes');
  }

  /** Whose content is drawn now. */
  get owner(): 'page' | 'form' {
    return this.#forms === 0 && this.#annotation < 0 ? 'page' : 'form';
  }

  beginForm(): void {
    this.#forms += 1;
    this.save();
  }

  endForm(): void {
    this.#forms -= 1;
    this.restore();
  }

  beginAnnotation(id: string): void {
    this.#annotation = this.drawn.annotations.length;
    this.drawn.annotations.push(id);
    this.save();
    this.state = initialState(this.#base);
  }

  endAnnotation(): void {
    this.restore();
    this.#annotation = -1;
  }

  #clip(shape: Shape): void {
    const outer = this.state.clip;
    const box = outer === null ? shape.box : intersection(outer.box, shape.box);
    this.state.clip = { shape, box, outer, depth: (outer?.depth ?? 0) + 1 };
  }

  #stroke(path: ArrayLike<number>): void {
    const { ctm, lineWidth, stroke, strokeAlpha } = this.state;
    const width = lineWidth * Math.sqrt(Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]));
    if (width >= THICK) this.#area(strokeOf(path, ctm, width), stroke, strokeAlpha, 'yes');
  }

  #area(shape: Shape, colour: Colour, alpha: number, opaque: Area['opaque']): void {
    const { box } = shape;
    const { state } = this;
    if (box.x1 - box.x0 < FLAT || box.y1 - box.y0 < FLAT) return;
    if (this.marks.current.off || state.inMask || alpha * state.groupAlpha < OPAQUE || !covers(state.blend, colour))
      return;
    if (this.drawn.areas.length >= MAX_AREAS) {
      this.overflow = true;
      return;
    }
    this.drawn.areas.push({
      shape,
      colour,
      opaque: state.masked ? 'maybe' : opaque,
      clip: state.clip,
      order: this.next(),
      annotation: this.#annotation,
    });
  }
}

/** Whether paint in this blend mode hides what is beneath: a highlighter's yellow does not, black does in any darkening mode. */
function covers(blend: string, colour: Colour): boolean {
  if (blend === 'source-over' || blend === 'normal') return true;
  const light = colour === null ? 0.5 : (0.3 * colour[0] + 0.6 * colour[1] + 0.1 * colour[2]) / 255;
  if (blend === 'multiply' || blend === 'darken') return light < 0.2;
  return blend === 'screen' || blend === 'lighten' ? light > 0.8 : false;
}
