/**
 * Which values of a property a browser takes, and which of them every browser takes.
 *
 * A browser drops a declaration it cannot parse and keeps the one before: under `font-size:0;font-size:16foo` nothing is
 * seen. What is surely wrong is dropped here too. What may be wrong (a function that is not worked out, a bare number that
 * only old pages may give for a length) is taken and called doubtful, so that words are only taken for seen where they are
 * seen without it as well.
 */
import { parseColour } from './colour.ts';
import { parseLength } from './length.ts';
import { isTransform } from './transform.ts';
import { WIDE, words } from './values.ts';

const FUNCTION = /^[-a-z0-9]+\(.*\)$/s;
const UNIT = { em: 16, percent: 100 };

/** Whether a value is a length, a percentage or a number, or a function that may give one. */
export function isLength(value: string): boolean {
  return parseLength(value, UNIT) !== null || FUNCTION.test(value);
}

/** Whether a value is a number or a percentage, or a function that may give one. */
export function isNumber(value: string): boolean {
  return /^[-+.\d][-+.\de]*%?$/.test(value) ? parseLength(value, UNIT) !== null : FUNCTION.test(value);
}

const COLOUR_FUNCTION = /^(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark|device-cmyk)\(/;
const SYSTEM_COLOURS = words(
  'currentcolor canvas canvastext linktext visitedtext activetext buttonface buttontext buttonborder field fieldtext highlight ' +
    'highlighttext mark marktext graytext accentcolor accentcolortext selecteditem selecteditemtext window windowtext',
);

/** Whether a value is a colour, or a function that may give one. */
export function isColour(value: string): boolean {
  return parseColour(value) !== null || SYSTEM_COLOURS.has(value) || COLOUR_FUNCTION.test(value);
}

/** Longhands whose doubtful values are looked at: those that can keep words from sight. */
const COLOURS = words('color text-fill background-color');
const NUMBERS = words('opacity zoom');
const LENGTHS = words(
  'font-size text-indent left right top bottom margin-top margin-left width height max-width max-height letter-spacing',
);
const SHAPES = words('clip clip-path filter');

/** Whether every browser takes `value` for the longhand. */
export function isSure(longhand: string, value: string): boolean {
  if (WIDE.has(value)) return true;
  if (COLOURS.has(longhand)) return !value.includes('(') || parseColour(value) !== null;
  if (NUMBERS.has(longhand)) return !value.includes('(') || parseLength(value, UNIT) !== null;
  if (LENGTHS.has(longhand)) return isSureLength(value);
  if (longhand === 'transform') return isTransform(value);
  return !SHAPES.has(longhand) || isSureShape(value);
}

/** Whether every browser takes a length: a number other than nought needs a unit, but on old pages. */
export function isSureLength(value: string): boolean {
  const length = parseLength(value, UNIT);
  return length === null ? !value.includes('(') : length === 0 || /\d(?:[a-z]|%)/.test(value);
}

const SHAPE =
  /^(?:(?:rect|inset|circle|ellipse|polygon|xywh|blur|brightness|contrast|grayscale|invert|opacity|saturate|sepia)\([^()]+\) ?)+$/;
const SHAPE_WORDS = words('at round auto center left right top bottom closest-side farthest-side evenodd nonzero');

/** `none`, and functions whose arguments are lengths and the words that go with them. */
function isSureShape(value: string): boolean {
  if (value === 'none' || value === 'auto') return true;
  if (!SHAPE.test(value)) return false;
  const parts = value.replaceAll(/[a-z]+\(|\)/g, ' ').split(/[\s,]+/);
  return parts.every((part) => part === '' || SHAPE_WORDS.has(part) || parseLength(part, UNIT) !== null);
}
