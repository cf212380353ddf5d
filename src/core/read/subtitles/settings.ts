/**
 * Where the settings of a WebVTT cue put its box (W3C WebVTT, 7.2 "Processing cue settings" and 6.3 "WebVTT region settings").
 *
 * `position:100%,line-left` leaves the box no width, and `line:100%` puts it under the picture. Positions are in percent of the
 * picture; what is given in lines is moved into the picture by players and needs no judging.
 */
import type { HiddenBy } from '../document.ts';

/** What keeps the box of a cue with these settings from being seen; `regions` are by their ids. */
export function unseenCue(settings: string, regions: ReadonlyMap<string, Settings>): HiddenBy | null {
  const found = settingsIn(settings);
  const region = regions.get(found.get('region') ?? '');
  return unseenBox(found) ?? (region === undefined ? null : unseenRegion(region));
}

/** The id of the region that a cue names, or `null`. */
export function regionOf(settings: string): string | null {
  return settingsIn(settings).get('region') ?? null;
}

export type Settings = ReadonlyMap<string, string>;

/** The settings of a cue or region: `name:value`, parted by white space. The last of a name counts. */
export function settingsIn(text: string): Settings {
  const settings = new Map<string, string>();
  for (const part of text.split(/\s+/)) {
    const colon = part.indexOf(':');
    if (colon > 0) settings.set(part.slice(0, colon), part.slice(colon + 1));
  }
  return settings;
}

/** A box of this share of the picture, in percent, and less shows nothing. */
const NOTHING = 1;

function unseenBox(settings: Settings): HiddenBy | null {
  if (widthOf(settings) <= NOTHING) return 'clip';
  const [line = '', alignment = 'start'] = (settings.get('line') ?? '').split(',');
  const at = percent(line);
  if (at === null) return null;
  const below = alignment === 'start' && at >= 100 - NOTHING;
  return below || (alignment === 'end' && at <= NOTHING) ? 'position' : null;
}

/** The width the box is given, or less where it would reach over the picture's edge. */
function widthOf(settings: Settings): number {
  const align = settings.get('align') ?? 'center';
  const start = /^(?:start|left)$/.test(align);
  const end = /^(?:end|right)$/.test(align);
  const [written = '', side] = (settings.get('position') ?? '').split(',');
  const at = percent(written) ?? (start ? 0 : end ? 100 : 50);
  const anchor = side ?? (start ? 'line-left' : end ? 'line-right' : 'center');
  const room = anchor === 'line-left' ? 100 - at : anchor === 'line-right' ? at : 2 * Math.min(at, 100 - at);
  return Math.min(percent(settings.get('size') ?? '') ?? 100, room);
}

/** Height of a region's line, in percent of the picture. */
const LINE = 5.33;

function unseenRegion(region: Settings): HiddenBy | null {
  const width = percent(region.get('width') ?? '') ?? 100;
  const height = (Number.parseInt(region.get('lines') ?? '3', 10) || 0) * LINE;
  if (width <= NOTHING || height === 0) return 'clip';
  const [anchorX, anchorY] = pair(region.get('regionanchor'));
  const [viewX, viewY] = pair(region.get('viewportanchor'));
  const left = viewX - (anchorX * width) / 100;
  const top = viewY - (anchorY * height) / 100;
  const beside = left >= 100 - NOTHING || left + width <= NOTHING;
  return beside || top >= 100 - NOTHING || top + height <= NOTHING ? 'position' : null;
}

/** An anchor, both parts in percent; the left end of the lower edge unless told. */
function pair(anchor: string | undefined): readonly [number, number] {
  const [x = '', y = ''] = (anchor ?? '').split(',');
  return [percent(x) ?? 0, percent(y) ?? 100];
}

/** A percentage between 0 and 100; `null` for anything else, which players pass over. */
function percent(text: string): number | null {
  const digits = /^(\d{1,9}(?:\.\d{1,9})?)%$/.exec(text)?.[1];
  const value = Number(digits);
  return digits === undefined || value > 100 ? null : value;
}
