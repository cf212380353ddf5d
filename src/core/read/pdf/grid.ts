/**
 * Finds the painted areas over or under a place of the page without looking at all of them: the page is cut into bands, and
 * each band knows the areas that touch it. The work is counted, so that a page full of crossing shapes cannot take for ever.
 */
import type { Area } from './drawn.ts';
import { type Box, type Point, within } from './geometry.ts';

const BANDS = 128;
/** Looks at an area, for all glyphs of one page together. */
const MAX_LOOKS = 20_000_000;
/** Entries of areas in bands. */
const MAX_ENTRIES = 2_000_000;

export class Grid {
  readonly #bands: Area[][] = Array.from({ length: BANDS }, () => []);
  readonly #top: number;
  readonly #height: number;
  #looks = 0;
  #entries = 0;

  constructor(areas: readonly Area[], page: Box) {
    this.#top = page.y0;
    this.#height = Math.max(1, (page.y1 - page.y0) / BANDS);
    for (const area of areas) this.#add(area);
  }

  /** Not everything was looked at. */
  get exhausted(): boolean {
    return this.#looks >= MAX_LOOKS || this.#entries >= MAX_ENTRIES;
  }

  /** The last area painted after `order` that holds at least `enough` of the points. */
  above(order: number, points: readonly Point[], enough: number): Area | null {
    const band = this.#bandAt(points);
    for (let i = band.length - 1; i >= 0 && band[i]!.order > order; i--) {
      if (this.#holds(band[i]!, points) >= enough) return band[i]!;
    }
    return null;
  }

  /** The last area painted before `order` that holds at least half of the points. */
  below(order: number, points: readonly Point[]): Area | null {
    const band = this.#bandAt(points);
    for (let i = band.length - 1; i >= 0; i--) {
      if (band[i]!.order < order && this.#holds(band[i]!, points) >= points.length / 2) return band[i]!;
    }
    return null;
  }

  #add(area: Area): void {
    const last = this.#index(area.shape.box.y1);
    for (let i = this.#index(area.shape.box.y0); i <= last && this.#entries < MAX_ENTRIES; i++) {
      this.#bands[i]!.push(area);
      this.#entries += 1;
    }
  }

  #index(y: number): number {
    return Math.min(BANDS - 1, Math.max(0, Math.floor((y - this.#top) / this.#height)));
  }

  /** The areas of the band in which the points' middle lies. */
  #bandAt(points: readonly Point[]): readonly Area[] {
    const middle = points.reduce((sum, { y }) => sum + y, 0) / points.length;
    return this.#bands[this.#index(middle)]!;
  }

  /** How many of the points the area paints. */
  #holds({ shape, clip }: Area, points: readonly Point[]): number {
    this.#looks += 1;
    if (this.#looks >= MAX_LOOKS) return 0;
    const { box } = shape;
    return points.filter(
      ({ x, y }) =>
        x >= box.x0 &&
        x <= box.x1 &&
        y >= box.y0 &&
        y <= box.y1 &&
        (clip === null || (x >= clip.box.x0 && x <= clip.box.x1 && y >= clip.box.y0 && y <= clip.box.y1)) &&
        within(shape.rings, shape.rule, x, y),
    ).length;
  }
}
