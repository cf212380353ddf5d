/** How a box is moved, scaled and turned: `transform`, and the properties `translate`, `scale` and `rotate`. */
import { parseLength } from './length.ts';
import { type Call, callsOf, spaced } from './syntax.ts';
import { type Values, WIDE } from './values.ts';

/** Kinds of arguments, and how many of them a function takes at least and at most. */
const FUNCTIONS: ReadonlyMap<string, readonly [kind: 'length' | 'number' | 'angle', least: number, most: number]> =
  new Map([
    ['translate', ['length', 1, 2]],
    ['translatex', ['length', 1, 1]],
    ['translatey', ['length', 1, 1]],
    ['translatez', ['length', 1, 1]],
    ['translate3d', ['length', 3, 3]],
    ['scale', ['number', 1, 2]],
    ['scalex', ['number', 1, 1]],
    ['scaley', ['number', 1, 1]],
    ['scalez', ['number', 1, 1]],
    ['scale3d', ['number', 3, 3]],
    ['rotate', ['angle', 1, 1]],
    ['rotatex', ['angle', 1, 1]],
    ['rotatey', ['angle', 1, 1]],
    ['rotatez', ['angle', 1, 1]],
    ['skew', ['angle', 1, 2]],
    ['skewx', ['angle', 1, 1]],
    ['skewy', ['angle', 1, 1]],
    ['matrix', ['number', 6, 6]],
    ['matrix3d', ['number', 16, 16]],
    ['perspective', ['length', 1, 1]],
  ]);

/** Everything that transforms a box. */
export function stepsOf(values: Values): readonly Call[] {
  const own = ['translate', 'scale', 'rotate'].flatMap((name) => {
    const value = values.get(name);
    return value === undefined || value === 'none' || WIDE.has(value) ? [] : [ownStep(name, spaced(value))];
  });
  return [...own, ...callsOf(values.get('transform') ?? '')];
}

/** `rotate: x 90deg` is `rotatex(90deg)`. */
function ownStep(name: string, parts: readonly string[]): Call {
  const [axis = '', ...angle] = parts;
  return /^[xyz]$/.test(axis) ? { name: name + axis, args: angle } : { name, args: parts };
}

/** Whether every browser takes the value of `transform`. */
export function isTransform(value: string): boolean {
  return value === 'none' || callsOf(value).every(isKnown);
}

function isKnown({ name, args }: Call): boolean {
  const [kind = 'number', least = 1, most = 0] = FUNCTIONS.get(name) ?? [];
  return args.length >= least && args.length <= most && args.every((arg) => isArgument(arg, kind));
}

function isArgument(arg: string, kind: 'length' | 'number' | 'angle'): boolean {
  if (kind === 'angle') return degrees(arg) !== null;
  return parseLength(arg, UNIT) !== null && (kind === 'length' || !/\d[a-z]/.test(arg));
}

const UNIT = { em: 16, percent: 100 };
const DEGREES: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['deg', 1],
  ['grad', 0.9],
  ['rad', 180 / Math.PI],
  ['turn', 360],
]);

/** An angle in degrees. */
function degrees(text: string): number | null {
  const [, number = '', unit = ''] = /^([-+]?(?:\d+(?:\.\d+)?|\.\d+))([a-z]*)$/.exec(text) ?? [];
  const factor = DEGREES.get(unit);
  return number === '' || factor === undefined || (unit === '' && Number(number) !== 0)
    ? null
    : Number(number) * factor;
}

/** Scaled below this, letters of any ordinary size are a dot. */
const LEAST_SCALE = 1 / 16;

/** Whether a step leaves nothing of the box: scaled to a dot, or turned edge on. */
export function shrinksToNothing({ name, args }: Call): boolean {
  if (name.startsWith('scale')) return numbers(args).some((factor) => Math.abs(factor) <= LEAST_SCALE);
  if (name === 'matrix') {
    const [a = 1, b = 0, c = 0, d = 1] = numbers(args);
    return Math.abs(a * d - b * c) <= LEAST_SCALE ** 2;
  }
  return /^rotate[xy]$/.test(name) && args.some((arg) => Math.abs(Math.cos(turn(arg))) <= LEAST_SCALE);
}

function numbers(args: readonly string[]): number[] {
  return args.map((arg) => parseLength(arg, { em: 1, percent: 1 }) ?? 1);
}

function turn(arg: string): number {
  return ((degrees(arg) ?? 0) / 180) * Math.PI;
}

const IDENTITY: ReadonlyMap<string, readonly number[]> = new Map([
  ['matrix', [1, 0, 0, 1]],
  ['matrix3d', [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0]],
]);

/** Whether a step turns, mirrors or shears the letters. */
export function redraws({ name, args }: Call): boolean {
  const identity = IDENTITY.get(name);
  if (identity !== undefined) return identity.some((entry, i) => numbers(args)[i] !== entry);
  if (name.startsWith('scale')) return numbers(args).some((factor) => factor < 0);
  return /^(?:rotate|skew|perspective)/.test(name) && args.some((arg) => degrees(arg) !== 0);
}
