/** A place as a person reads it: `12:40`, `page 3`, `paragraph 14`, `00:12:33`. */
import type { Place } from '../read/document.ts';

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** Milliseconds as `00:12:33`; hours grow beyond two digits where they must. */
export function clock(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** Milliseconds as WebVTT writes them: `00:12:33.250`. */
export function preciseClock(milliseconds: number): string {
  const rest = Math.max(0, Math.floor(milliseconds)) % 1000;
  return `${clock(milliseconds)}.${String(rest).padStart(3, '0')}`;
}

/** The place alone: `12:40`, `page 3`, `paragraph 14 of footnotes`, `00:12:33`. */
export function placeText(place: Place): string {
  switch (place.by) {
    case 'line':
      return `${place.line}:${place.column}`;
    case 'page':
      return `page ${place.page}`;
    case 'paragraph':
      return place.part === undefined
        ? `paragraph ${place.paragraph}`
        : `paragraph ${place.paragraph} of ${place.part}`;
    case 'time':
      return clock(place.milliseconds);
  }
}

/**
 * The place in a file: `page.html:12:40`, which editors and terminals open, or `report.pdf, page 3`. A cue of a subtitle
 * file has both: `talk.vtt:57:1 (00:12:33)`. `null` gives the name alone.
 */
export function placeIn(name: string, place: Place | null): string {
  if (place === null) return name;
  if (place.by === 'line') return `${name}:${placeText(place)}`;
  if (place.by === 'time' && place.line !== undefined) {
    return `${name}:${place.line}:${place.column ?? 1} (${placeText(place)})`;
  }
  return `${name}, ${placeText(place)}`;
}

/** Line and column, counted from 1, where the place has them. */
export function lineOf(place: Place | null): { readonly line: number; readonly column: number } | null {
  if (place === null || place.by === 'page' || place.by === 'paragraph') return null;
  if (place.line === undefined) return null;
  return { line: place.line, column: place.column ?? 1 };
}
