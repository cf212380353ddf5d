/** Colours as far as telling whether text can be seen on its background needs them. */
import { NAMED_COLOURS } from './named-colours.ts';

/** Red, green and blue 0–255, alpha 0–1. */
export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

export const WHITE: Colour = { red: 255, green: 255, blue: 255, alpha: 1 };
export const BLACK: Colour = { red: 0, green: 0, blue: 0, alpha: 1 };
export const TRANSPARENT: Colour = { red: 0, green: 0, blue: 0, alpha: 0 };

const FUNCTION = /^(rgba?|hsla?)\(([^()]*)\)$/;

/**
 * Parses a colour, lower case; `null` where it is none of hex, named, `rgb()`, `hsl()` and `transparent`.
 */
export function parseColour(text: string): Colour | null {
  if (text === 'transparent') return TRANSPARENT;
  const named = NAMED_COLOURS.get(text);
  if (named !== undefined) return fromNumber(named);
  if (text.startsWith('#')) return parseHex(text.slice(1));
  const [, name = '', inside = ''] = FUNCTION.exec(text) ?? [];
  const parts = inside.split(/[\s,/]+/).filter((part) => part !== '');
  if (parts.length < 3 || parts.length > 4) return null;
  return name.startsWith('rgb') ? parseRgb(parts) : parseHsl(parts);
}

function fromNumber(value: number): Colour {
  return { red: (value >> 16) & 255, green: (value >> 8) & 255, blue: value & 255, alpha: 1 };
}

function parseHex(digits: string): Colour | null {
  if (!/^(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.test(digits)) return null;
  const full = digits.length <= 4 ? [...digits].map((digit) => digit + digit).join('') : digits;
  const alpha = full.length === 8 ? Number.parseInt(full.slice(6), 16) / 255 : 1;
  return { ...fromNumber(Number.parseInt(full.slice(0, 6), 16)), alpha };
}

function parseRgb(parts: readonly string[]): Colour | null {
  const [red, green, blue] = parts.slice(0, 3).map((part) => amount(part, 255));
  const alpha = parts[3] === undefined ? 1 : amount(parts[3], 1);
  if (red == null || green == null || blue == null || alpha === null) return null;
  return { red: clamp(red, 255), green: clamp(green, 255), blue: clamp(blue, 255), alpha: clamp(alpha, 1) };
}

/** A number, or a percentage of `whole`. */
function amount(text: string, whole: number): number | null {
  if (text === 'none') return 0;
  const match = /^([-+]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[-+]?\d+)?)(%?)$/.exec(text);
  if (match === null) return null;
  return match[2] === '%' ? (Number(match[1]) / 100) * whole : Number(match[1]);
}

function parseHsl(parts: readonly string[]): Colour | null {
  const hue = hueOf(parts[0]!);
  const saturation = amount(parts[1]!, 100);
  const lightness = amount(parts[2]!, 100);
  const alpha = parts[3] === undefined ? 1 : amount(parts[3], 1);
  if (hue === null || saturation === null || lightness === null || alpha === null) return null;
  const s = clamp(saturation, 100) / 100;
  const l = clamp(lightness, 100) / 100;
  const channel = (n: number): number => {
    const k = (((n + hue / 30) % 12) + 12) % 12;
    return Math.round(255 * (l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return { red: channel(0), green: channel(8), blue: channel(4), alpha: clamp(alpha, 1) };
}

/** A hue in degrees. */
function hueOf(text: string): number | null {
  const [, digits, unit = 'deg'] = /^([-+]?(?:\d+(?:\.\d+)?|\.\d+))(deg|rad|turn|grad)?$/.exec(text) ?? [];
  if (digits === undefined) return text === 'none' ? 0 : null;
  return Number(digits) * (unit === 'rad' ? 180 / Math.PI : unit === 'turn' ? 360 : unit === 'grad' ? 0.9 : 1);
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}

/** `colour` painted over an opaque `ground`. */
export function over(colour: Colour, ground: Colour): Colour {
  const mix = (top: number, bottom: number): number => top * colour.alpha + bottom * (1 - colour.alpha);
  return {
    red: mix(colour.red, ground.red),
    green: mix(colour.green, ground.green),
    blue: mix(colour.blue, ground.blue),
    alpha: 1,
  };
}

/** The contrast ratio of two opaque colours (WCAG 2): 1 for the same luminance, 21 for black on white. */
export function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance({ red, green, blue }: Colour): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Below this contrast words in nearly the same hue cannot be told from their background. */
const LEAST_CONTRAST = 1.2;
/** Two colours further apart than this in a channel differ in hue, and can be told apart at equal luminance. */
const SAME_HUE = 64;

/** Whether text of `colour` cannot be seen on an opaque `ground`. */
export function blendsIn(colour: Colour, ground: Colour): boolean {
  const shown = over(colour, ground);
  const apart = Math.max(
    Math.abs(shown.red - ground.red),
    Math.abs(shown.green - ground.green),
    Math.abs(shown.blue - ground.blue),
  );
  return apart <= SAME_HUE && contrast(shown, ground) < LEAST_CONTRAST;
}
