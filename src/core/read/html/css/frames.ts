/** Animations: what a box looks like when its keyframes have run, or while they run for ever. */
import { type Declaration, parseDeclarations } from './declarations.ts';
import { statements } from './syntax.ts';

/** The declarations an animation leaves its box with, by the name of its keyframes. */
export type Keyframes = ReadonlyMap<string, { readonly first: Frame; readonly last: Frame }>;
type Frame = readonly Declaration[];

/** The first and last frame of a `@keyframes` block. */
export function parseFrames(body: string): { readonly first: Frame; readonly last: Frame } {
  const first: Declaration[] = [];
  const last: Declaration[] = [];
  for (const { prelude, body: frame } of statements(body)) {
    const at = prelude
      .toLowerCase()
      .split(',')
      .map((part) => part.trim());
    const { declarations } = parseDeclarations(frame ?? '');
    if (at.some((part) => part === 'from' || Number.parseFloat(part) === 0)) first.push(...declarations);
    if (at.some((part) => part === 'to' || Number.parseFloat(part) === 100)) last.push(...declarations);
  }
  return { first, last };
}

/**
 * The declarations in force under a value of `animation` (its longhands joined): those of the last frame where the
 * animation keeps them or never ends, of the first where it stands still; none where the box returns to its own style.
 */
export function framesOf(value: string, keyframes: Keyframes): Frame {
  const parts = value.split(/[\s,]+/);
  const found = parts.map((part) => keyframes.get(part)).find((frames) => frames !== undefined);
  if (found === undefined) return [];
  if (parts.includes('paused')) return found.first;
  return parts.some((part) => part === 'forwards' || part === 'both' || part === 'infinite') ? found.last : [];
}
