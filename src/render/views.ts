/** The ways in which a page is looked at: style sheets and scripts can show each of them other words. */
import type { BrowserContextOptions } from 'playwright-core';

/** On a wide screen, on one as narrow as a telephone's, and printed. */
export type View = 'wide' | 'narrow' | 'paper';

/** All of them, in the order of reports. */
export const VIEWS = ['wide', 'narrow', 'paper'] as const satisfies readonly View[];

/** The screens on which a page is opened; paper is the wide screen's page, laid out anew. */
export type Screen = Exclude<View, 'paper'>;

/** A4 without the margins that browsers leave, in pixels. */
export const PAPER_SIZE = { width: 718, height: 1046 } as const;

/** How each screen is set up, in a browser of the version `major`. */
export function screenOf(screen: Screen, major: string): BrowserContextOptions {
  if (screen === 'wide') return { viewport: { width: 1280, height: 900 } };
  return {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    deviceScaleFactor: 2,
    userAgent: `Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${major}.0.0.0 Mobile Safari/537.36`,
  };
}
