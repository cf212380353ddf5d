/** The formatting that decides whether and how words are seen (ODF 1.3, part 3, 16.29.29 `style:text-properties`). */
import type { HiddenBy } from '../document.ts';
import { type Colour, hexColour, unseenBy } from '../office/unseen.ts';
import type { Attributes } from '../xml-events/index.ts';

/** What a style says; what it leaves open is absent. A colour or ground of `null` is the automatic one or none. */
export interface TextProperties {
  vanished?: boolean;
  colour?: Colour | null;
  /** Letters of a colour that lets all show through. */
  clear?: boolean;
  ground?: Colour | null;
  points?: number;
  /** Size as a share of the size around. */
  share?: number;
  struck?: boolean;
  raised?: boolean;
  bold?: boolean;
  font?: string;
  /** Width of the letters in percent. */
  scale?: number;
  /** Space between the letters in points. */
  spacing?: number;
}

const POINTS: ReadonlyMap<string, number> = new Map([
  ['pt', 1],
  ['in', 72],
  ['cm', 72 / 2.54],
  ['mm', 72 / 25.4],
  ['pc', 12],
  ['px', 0.75],
]);

/** A length with its unit, in points; `undefined` when it is none. */
export function lengthOf(text: string | undefined): number | undefined {
  const [, number, unit] = /^\s*(-?[\d.]+)\s*([a-z]{2})\s*$/.exec(text ?? '') ?? [];
  const points = POINTS.get(unit ?? '');
  const value = Number(number) * (points ?? Number.NaN);
  return Number.isFinite(value) ? value : undefined;
}

/** Below this opacity and width, in percent, letters are as good as not there. */
const LEAST_PERCENT = 5;
/** Raised or lowered by this share of its size, in percent, a word stands on another line. */
const FAR_PERCENT = 300;

/** What the attributes of a `style:text-properties` say. */
export function textProperties(attributes: Attributes): TextProperties {
  return {
    ...visibility(attributes),
    ...colours(attributes),
    ...size(attributes),
    ...lines(attributes),
    ...face(attributes),
  };
}

/** The formatting of words that `inner` says something about inside of `outer`. */
export function inside(outer: TextProperties, inner: TextProperties): TextProperties {
  const merged = { ...outer, ...inner };
  if (inner.share !== undefined && inner.points === undefined) merged.points = (outer.points ?? 12) * inner.share;
  delete merged.share;
  return merged;
}

/** What keeps words of this formatting from being seen over `ground`. */
export function unseen(properties: TextProperties, ground: Colour): HiddenBy | null {
  if (properties.clear === true) return 'colour';
  return unseenBy({
    vanished: properties.vanished === true,
    colour: properties.colour ?? null,
    ground: properties.ground ?? ground,
    points: properties.points ?? null,
    scale: properties.scale,
    spacing: properties.spacing,
  });
}

/** A ground as `fo:background-color` gives it; `null` for none. */
export function groundOf(value: string | undefined): Colour | null | undefined {
  return value === undefined ? undefined : hexColour(value);
}

function visibility(attributes: Attributes): TextProperties {
  const display = attributes['text:display'];
  return display === undefined ? {} : { vanished: display === 'none' };
}

function colours(attributes: Attributes): TextProperties {
  const found: TextProperties = {};
  const colour = attributes['fo:color'];
  if (colour !== undefined) {
    found.colour = hexColour(colour);
    found.clear = (percent(attributes['loext:opacity']) ?? 100) <= LEAST_PERCENT;
  }
  if (attributes['style:use-window-font-color'] === 'true') {
    found.colour = null;
    found.clear = false;
  }
  const ground = groundOf(attributes['fo:background-color']);
  if (ground !== undefined) found.ground = ground;
  return found;
}

function size(attributes: Attributes): TextProperties {
  const found: TextProperties = {};
  const scale = percent(attributes['style:text-scale']);
  if (scale !== null) found.scale = scale;
  const spacing = lengthOf(attributes['fo:letter-spacing']);
  if (spacing !== undefined) found.spacing = spacing;
  const text = attributes['fo:font-size'];
  const share = percent(text);
  if (share !== null) return { ...found, share: share / 100 };
  const points = lengthOf(text);
  return points === undefined ? found : { ...found, points };
}

function lines(attributes: Attributes): TextProperties {
  const found: TextProperties = {};
  const through = attributes['style:text-line-through-style'] ?? attributes['style:text-line-through-type'];
  if (through !== undefined) found.struck = through !== 'none';
  const position = attributes['style:text-position'];
  if (position !== undefined) Object.assign(found, positioned(position));
  const weight = attributes['fo:font-weight'];
  if (weight !== undefined) found.bold = weight === 'bold' || Number(weight) >= 600;
  return found;
}

/** `style:text-position`: how far above the line, and how much smaller, both in percent. */
function positioned(position: string): TextProperties {
  const [height = '', size] = position.trim().split(/\s+/);
  const off = Math.abs(percentOf(height) ?? 0) >= FAR_PERCENT;
  const gone = (percentOf(size) ?? 100) <= LEAST_PERCENT;
  return { raised: /^(?:super|[1-9])/.test(height), ...(off || gone ? { scale: 0 } : {}) };
}

function percentOf(text: string | undefined): number | null {
  return text?.startsWith('-') ? percent(text.slice(1)) : percent(text);
}

function face(attributes: Attributes): TextProperties {
  const font = attributes['style:font-name'] ?? attributes['fo:font-family'];
  return font === undefined ? {} : { font: unquoted(font) };
}

/** A name of a font without the quotation marks around it. */
export function unquoted(font: string): string {
  return font.replace(/^['"]|['"]$/g, '');
}

/** A share in percent; `null` when it is none. */
export function percent(text: string | undefined): number | null {
  const digits = /^\s*([\d.]+)%\s*$/.exec(text ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}
