/** The formatting of a run that decides whether and how its words are seen (ECMA-376, part 1, 17.3.2). */
import type { Colour } from '../office/unseen.ts';
import { BLACK, hexColour, WHITE } from '../office/unseen.ts';
import type { Attributes } from '../xml-events/index.ts';
import { colourOf, FILL_COLOUR, LETTER_COLOUR, type Theme, themeColour } from './theme.ts';
import { attribute, isOn } from './vocabulary.ts';

/** What a run, a style or the defaults say; what they leave open is absent. A colour or ground of `null` is the automatic one. */
export interface RunProperties {
  style?: string;
  vanish?: boolean;
  specVanish?: boolean;
  strike?: boolean;
  dstrike?: boolean;
  bold?: boolean;
  rightToLeft?: boolean;
  colour?: Colour | null;
  shading?: Colour | null;
  highlight?: Colour | null;
  /** How Word 2010 paints the letters instead of with `colour`; `none` is not at all. */
  paint?: Colour | 'none';
  points?: number;
  raised?: boolean;
  /** Width of the letters in percent. */
  scale?: number;
  font?: string;
  /** Space between letters, and how far they are raised, in points. */
  spacing?: number;
  shift?: number;
}

const HIGHLIGHTS: ReadonlyMap<string, Colour> = new Map([
  ['black', BLACK],
  ['blue', 0x0000ff],
  ['cyan', 0x00ffff],
  ['darkBlue', 0x000080],
  ['darkCyan', 0x008080],
  ['darkGray', 0x808080],
  ['darkGreen', 0x008000],
  ['darkMagenta', 0x800080],
  ['darkRed', 0x800000],
  ['darkYellow', 0x808000],
  ['green', 0x00ff00],
  ['lightGray', 0xc0c0c0],
  ['magenta', 0xff00ff],
  ['red', 0xff0000],
  ['white', WHITE],
  ['yellow', 0xffff00],
]);

/** Above this transparency, in thousandths of a percent, letters are as good as not painted. */
const CLEAR = 95_000;

type PropertyReader = (attributes: Attributes, theme: Theme) => RunProperties;

const READERS: ReadonlyMap<string, PropertyReader> = new Map<string, PropertyReader>([
  ['w:rStyle', (a) => ({ style: attribute(a, 'w:val') })],
  ['w:vanish', (a) => ({ vanish: isOn(a) })],
  ['w:specVanish', (a) => ({ specVanish: isOn(a) })],
  ['w:strike', (a) => ({ strike: isOn(a) })],
  ['w:dstrike', (a) => ({ dstrike: isOn(a) })],
  ['w:b', (a) => ({ bold: isOn(a) })],
  ['w:rtl', (a) => ({ rightToLeft: isOn(a) })],
  ['w:color', (a, theme) => ({ colour: colourOf(a, LETTER_COLOUR, theme) })],
  ['w:shd', (a, theme) => ({ shading: shadingOf(a, theme) })],
  ['w:highlight', (a) => ({ highlight: HIGHLIGHTS.get(attribute(a, 'w:val')) ?? null })],
  ['w:vertAlign', (a) => ({ raised: a['w:val'] === 'superscript' })],
  ['w:rFonts', fontOf],
  ['w:sz', (a) => numberOf(a, (halves) => ({ points: halves / 2 }))],
  ['w:w', (a) => numberOf(a, (scale) => ({ scale }))],
  ['w:spacing', (a) => numberOf(a, (twentieths) => ({ spacing: twentieths / 20 }))],
  ['w:position', (a) => numberOf(a, (halves) => ({ shift: halves / 2 }))],
]);

/** Takes the property element `name`, the last of `path` and a descendant of `w:rPr`, into `properties`. */
export function applyRunProperty(
  properties: RunProperties,
  name: string,
  path: readonly string[],
  attributes: Attributes,
  theme: Theme,
): void {
  const parent = path.at(-2);
  if (parent === 'w:rPr') Object.assign(properties, READERS.get(name)?.(attributes, theme));
  else if (name.startsWith('w14:') && path.includes('w14:textFill'))
    applyPaint(properties, name, parent, attributes, theme);
}

/** What fills the letters. Their outlines, shadows and glows are painted in the same words, and hide nothing. */
function applyPaint(
  properties: RunProperties,
  name: string,
  parent: string | undefined,
  attributes: Attributes,
  theme: Theme,
): void {
  const value = attribute(attributes, 'w14:val');
  if (name === 'w14:noFill') properties.paint = 'none';
  if (name === 'w14:alpha' && Number(value) >= CLEAR) properties.paint = 'none';
  if (parent !== 'w14:solidFill') return;
  const colour = name === 'w14:srgbClr' ? hexColour(value) : themeColour(theme, value);
  if (colour != null) properties.paint = colour;
}

/** The font of letters. */
export function fontOf(attributes: Attributes): RunProperties {
  const font = attributes['w:ascii'] ?? attributes['w:hAnsi'];
  return font === undefined ? {} : { font };
}

function numberOf(attributes: Attributes, take: (value: number) => RunProperties): RunProperties {
  const value = Number.parseFloat(attribute(attributes, 'w:val'));
  return Number.isFinite(value) ? take(value) : {};
}

/** The ground that a `w:shd` paints; `null` for none. A solid pattern shows its own colour and not the fill behind it. */
export function shadingOf(attributes: Attributes, theme: Theme): Colour | null {
  const pattern = attributes['w:val'];
  if (pattern === 'nil') return null;
  if (pattern === 'solid') return hexColour(attributes['w:color']) ?? BLACK;
  return colourOf(attributes, FILL_COLOUR, theme);
}
