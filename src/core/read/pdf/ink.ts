/**
 * What letters are inked with: one coat or two, how they mix with what is beneath, and whether all of that can be known.
 *
 * Black is not always seen: in the blend mode `Screen` it leaves white paper white, and a broad white outline drawn over
 * black letters leaves nothing of them.
 */
import type { Coat, Colour } from './drawn.ts';
import type { Matrix } from './geometry.ts';
import type { State } from './state.ts';

/** Outlines from this many ems on leave nothing of the letter within. */
const BROAD = 0.1;
/** Ink that lets nothing through. */
const OPAQUE = 0.9;

/** The coats of letters in this state. */
export function coatsOf(state: State): readonly Coat[] {
  const fill = { colour: state.fill, alpha: state.fillAlpha * state.groupAlpha };
  const stroke = { colour: state.stroke, alpha: state.strokeAlpha * state.groupAlpha };
  const way = state.mode % 4;
  if (way === 1) return [stroke];
  if (way !== 2) return [fill];
  const broad = state.lineWidth >= BROAD * Math.abs(state.size) * scaleOf(state.text);
  return broad && stroke.alpha >= OPAQUE ? [stroke] : [fill, stroke];
}

/** Why it is not known how letters in this state show; `null` when it is. */
export function unsureOf(state: State): string | null {
  if (state.masked) return 'soft mask';
  const way = state.mode % 4;
  const isPattern = way === 1 ? state.strokePattern !== null : state.fillPattern !== null;
  return isPattern ? 'pattern' : null;
}

function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}

type Mix = (ground: number, ink: number) => number;

/** The blend modes that do not put ink over the ground as it is (ISO 32000-1, 11.3.5); channels from 0 to 1. */
const MIXES: Readonly<Record<string, Mix>> = {
  multiply: (ground, ink) => ground * ink,
  screen: (ground, ink) => ground + ink - ground * ink,
  overlay: (ground, ink) => hardLight(ink, ground),
  'hard-light': hardLight,
  'soft-light': softLight,
  darken: Math.min,
  lighten: Math.max,
  'color-dodge': (ground, ink) => (ground === 0 ? 0 : ink >= 1 ? 1 : Math.min(1, ground / (1 - ink))),
  'color-burn': (ground, ink) => (ground === 1 ? 1 : ink <= 0 ? 0 : 1 - Math.min(1, (1 - ground) / ink)),
  difference: (ground, ink) => Math.abs(ground - ink),
  exclusion: (ground, ink) => ground + ink - 2 * ground * ink,
  hue: (ground) => ground,
  saturation: (ground) => ground,
  color: (ground) => ground,
};

function hardLight(ground: number, ink: number): number {
  return ink <= 0.5 ? 2 * ground * ink : 1 - 2 * (1 - ground) * (1 - ink);
}

function softLight(ground: number, ink: number): number {
  if (ink <= 0.5) return ground - (1 - 2 * ink) * ground * (1 - ground);
  const lit = ground <= 0.25 ? ((16 * ground - 12) * ground + 4) * ground : Math.sqrt(ground);
  return ground + (2 * ink - 1) * (lit - ground);
}

/** The colour that opaque ink has on a ground. */
export function mixed(blend: string, ground: NonNullable<Colour>, ink: NonNullable<Colour>): NonNullable<Colour> {
  const mix = Object.hasOwn(MIXES, blend) ? MIXES[blend] : undefined;
  if (mix === undefined) return ink;
  const channel = (i: 0 | 1 | 2): number => 255 * mix(ground[i] / 255, ink[i] / 255);
  return [channel(0), channel(1), channel(2)];
}
