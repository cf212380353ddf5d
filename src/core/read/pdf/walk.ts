/**
 * Walks through a page's drawing operators and notes what is drawn where, in which ink and in which order.
 *
 * Text extraction alone would not do: it gives white, clipped, covered and switched-off words like any others. Here each
 * glyph keeps its ink and its turn, so that it can be told afterwards whether a reader sees it.
 */
import { Refusal } from '../../refusal.ts';
import type { Area, Colour, Drawn, Ink } from './drawn.ts';
import { type Font, fontOf, type OperatorNames } from './font.ts';
import { around, type Box, corners, extent, IDENTITY, intersection, type Matrix, multiply } from './geometry.ts';
import { field, kept, list } from './given.ts';
import { coatsOf, unsureOf } from './ink.ts';
import type { MarkedContent } from './layers.ts';
import type { PDFPageProxy } from './open.ts';
import { ringShape, type Shape, shapeOf, strokeOf } from './path.ts';
import { colourOfShading, lookOfPicture } from './pictures.ts';
import { initialState, NORMAL, type State } from './state.ts';

/** Nested saved states. */
const MAX_SAVED = 10_000;
/** Painted areas kept of one page; beyond, `Walk.overflow` says so. */
const MAX_AREAS = 50_000;
/** Letters of one text object that clip. */
const MAX_LETTERS = 500;
/** Strokes thinner than this, in points, are rules and underlines: they cover nothing. */
const THICK = 2.5;
/** Areas lower or narrower than this are rules too. */
const FLAT = 1;
/** Paint less opaque than this lets the words show through. */
const OPAQUE = 0.9;
/** Operators of a pattern that show words, or may: a pattern within it. */
const WITH_WORDS: ReadonlySet<string | undefined> = new Set(['showText', 'setFillColorN', 'setStrokeColorN']);
const UNIT: Box = { x0: 0, y0: 0, x1: 1, y1: 1 };

/** What an area is painted with. */
interface Paint extends Pick<Area, 'colour' | 'opaque'> {
  readonly look?: Area['look'];
  readonly alpha: number;
}

export class Walk {
  readonly drawn: Drawn = { glyphs: [], areas: [], annotations: [], foreign: [], picture: 0 };
  readonly marks: MarkedContent;
  /** The visible page in device space. */
  readonly page: Box;
  state: State;
  /** Places of letters that clip, until their text object ends (ISO 32000-1, 9.3.6). */
  #letters: Box[] = [];
  /** The rule of a clip waiting for its path, if any. */
  pendingClip: Shape['rule'] | null = null;
  /** How often the page itself showed text. */
  texts = 0;
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

  /** @throws Refusal `too-deep` */
  save(): void {
    if (this.#saved.length >= MAX_SAVED) throw new Refusal('too-deep', 'states saved within states');
    this.#saved.push({ ...this.state });
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
    return {
      coats: coatsOf(state),
      blend: state.blend === NORMAL ? state.groupBlend : state.blend,
      unsure: unsureOf(state),
      clip: state.clip,
      mode: state.inMask ? 3 : state.mode,
      off: marks.current.off,
      artifact: marks.current.artifact,
      mark: marks.current.turn,
      annotation: this.#annotation,
    };
  }

  /** A letter that clips what is drawn behind its text object. */
  clipLetter(box: Box): void {
    if (this.#letters.length < MAX_LETTERS) this.#letters.push(box);
  }

  /** At the end of a text object its clipping letters take effect. */
  endText(): void {
    if (this.#letters.length === 0) return;
    const rings = this.#letters.map((box) => corners(IDENTITY, box));
    this.#letters = [];
    this.#clip({ rings, box: around(rings.flat()), rule: 'winding', cut: false });
  }

  /** Narrows the clip to a box in user space, transformed by `matrix` first. */
  clipBox(box: Box, matrix: Matrix): void {
    this.#clip(ringShape(corners(multiply(matrix, this.state.ctm), box)));
  }

  /** Paints a path by the operator's ways, and lets a waiting clip take effect. */
  path(path: ArrayLike<number>, ways: { readonly fill: Shape['rule'] | null; readonly stroke: boolean }): void {
    const { state } = this;
    if (ways.fill !== null) {
      const shape = shapeOf(path, state.ctm, ways.fill);
      this.#area(shape, { colour: state.fill, alpha: state.fillAlpha, opaque: 'yes' });
      if (state.fillPattern === 'words') this.drawn.foreign.push({ box: shape.box, by: 'pattern' });
    }
    if (ways.stroke) this.#stroke(path);
    if (this.pendingClip !== null) {
      this.#clip(shapeOf(path, state.ctm, this.pendingClip));
      this.pendingClip = null;
    }
  }

  /** A picture in the unit square of the user space: its pixels, or the name under which the page keeps them. */
  picture(pixels: unknown): void {
    const look = lookOfPicture(this.object(pixels), this.state.ctm);
    const shape = ringShape(corners(this.state.ctm, UNIT));
    const share = extent(intersection(shape.box, this.page)) / Math.max(1, extent(this.page));
    this.drawn.picture = Math.max(this.drawn.picture, share);
    const opaque = this.state.maskedPicture ? 'maybe' : 'yes';
    this.#area(shape, { colour: null, look, alpha: this.state.fillAlpha, opaque });
  }

  /** A stencil drawn in the fill colour; where it is open is not known. */
  stencil(opaque: Area['opaque']): void {
    const colour = opaque === 'yes' ? this.state.fill : null;
    this.#area(ringShape(corners(this.state.ctm, UNIT)), { colour, alpha: this.state.fillAlpha, opaque });
  }

  /** A shading fills all that the clip leaves. */
  shading(id: unknown): void {
    const shape = ringShape(corners(IDENTITY, this.state.clip?.box ?? this.page));
    this.#area(shape, { colour: colourOfShading(this.object(id)), alpha: this.state.fillAlpha, opaque: 'yes' });
  }

  /** Whether operators of a pattern show text, in it or in patterns within. */
  showsWords(operators: unknown): boolean {
    return list(field(operators, 'fnArray')).some((code) => WITH_WORDS.has(this.#operators.get(code)));
  }

  /** What the page keeps under a name; anything else as it is. */
  object(id: unknown): unknown {
    return typeof id === 'string' ? kept(this.#proxy, id) : id;
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
    this.overflow ||= shape.cut;
    const box = outer === null ? shape.box : intersection(outer.box, shape.box);
    this.state.clip = { shape, box, outer };
  }

  #stroke(path: ArrayLike<number>): void {
    const { ctm, lineWidth, stroke, strokeAlpha } = this.state;
    const width = lineWidth * Math.sqrt(Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]));
    if (width >= THICK) this.#area(strokeOf(path, ctm, width), { colour: stroke, alpha: strokeAlpha, opaque: 'yes' });
  }

  #area(shape: Shape, { colour, look = null, alpha, opaque }: Paint): void {
    const { box } = shape;
    const { state } = this;
    if (!(box.x1 - box.x0 >= FLAT && box.y1 - box.y0 >= FLAT)) return;
    if (this.marks.current.off || state.inMask || alpha * state.groupAlpha < OPAQUE || !covers(state.blend, colour))
      return;
    this.overflow ||= shape.cut || this.drawn.areas.length >= MAX_AREAS;
    if (this.drawn.areas.length >= MAX_AREAS) return;
    this.drawn.areas.push({
      shape,
      colour,
      look,
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
