/**
 * Shows a page in the user's browser, on a wide screen, on a narrow one and on paper, and brings back what a reader sees.
 *
 * The page is somebody else's program: it may fetch, ask, open windows, redefine what we call, or never come to rest. So it
 * gets an address of its own that no server answers, no network, no storage, no permission and a limit of time, and it
 * is looked at from a world its scripts cannot reach.
 */
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { Refusal } from '../core/refusal.ts';
import { startBrowser } from './chromium.ts';
import { limited } from './limited.ts';
import { type Look, Looker } from './looker.ts';
import { ADDRESS, type SavedPage } from './saved-page.ts';
import { type Screen, screenOf, type View } from './views.ts';

/** Addresses that a page asked for and did not get, by what it wanted: `stylesheet`, `script`, `font`, `document`. */
export type Missing = ReadonlyMap<string, ReadonlySet<string>>;

/** What a page shows. */
export interface Drawn {
  /** What is seen in each view. */
  readonly looks: ReadonlyMap<View, Look>;
  readonly missing: Missing;
}

const LOAD_TIMEOUT = 8_000;
const SHOW_TIMEOUT = 90_000;
const CLOSE_TIMEOUT = 5_000;
/** A page can ask for ever; so many addresses of a kind are kept. */
const MOST_MISSING = 1_000;

/** One browser for a whole run. */
export class Renderer {
  readonly #browser: Browser;
  readonly #script: string;

  private constructor(browser: Browser) {
    this.#browser = browser;
    this.#script = readFileSync(new URL('../render/snapshot.js', import.meta.url), 'utf8');
  }

  /** Starts the browser. Throws `RunError`. */
  static async start(env: Readonly<Record<string, string | undefined>>): Promise<Renderer> {
    return new Renderer(await startBrowser(env));
  }

  /** What `source` shows. Throws `Refusal('not-shown')` for a page that does not come to rest. */
  async show(source: SavedPage): Promise<Drawn> {
    const missing = new Map<string, Set<string>>();
    const screens = [this.#showOn('wide', source, missing), this.#showOn('narrow', source, missing)];
    // When one fails the other is waited for, or it would go on working beside the next page.
    await Promise.allSettled(screens);
    const looks = new Map((await Promise.all(screens)).flat());
    return { looks, missing };
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }

  async #showOn(
    screen: Screen,
    source: SavedPage,
    missing: Map<string, Set<string>>,
  ): Promise<readonly [View, Look][]> {
    const context = await this.#browser.newContext({
      ...screenOf(screen, this.#browser.version().replace(/\..*/s, '')),
      serviceWorkers: 'block',
      acceptDownloads: false,
      permissions: [],
    });
    try {
      return await limited(this.#look(context, screen, source, missing), SHOW_TIMEOUT);
    } catch (error) {
      throw error instanceof Refusal ? error : new Refusal('not-shown', 'the browser gave it up');
    } finally {
      await limited(context.close(), CLOSE_TIMEOUT).catch(() => undefined);
    }
  }

  async #look(
    context: BrowserContext,
    screen: Screen,
    source: SavedPage,
    missing: Map<string, Set<string>>,
  ): Promise<readonly [View, Look][]> {
    const page = await context.newPage();
    context.on('page', (other) => void other.close().catch(() => undefined));
    await context.route('**/*', (route) => answer(route, page, source, missing));
    await context.routeWebSocket(/.*/u, (socket) => void socket.close());
    // A page that at once wants to go elsewhere never says that it has loaded.
    await page.goto(ADDRESS, { waitUntil: 'load', timeout: LOAD_TIMEOUT }).catch(() => undefined);
    const looker = await Looker.at(page, this.#script);
    const look = await looker.look();
    if (screen === 'narrow') return [['narrow', look]];
    return [
      ['wide', look],
      ['paper', await looker.lookAtPaper()],
    ];
  }
}

/** Hands over the page at its own address and what was saved with it, and nothing else ever. */
async function answer(route: Route, page: Page, source: SavedPage, missing: Map<string, Set<string>>): Promise<void> {
  const request = route.request();
  const isPage = request.url() === ADDRESS && request.isNavigationRequest() && request.frame() === page.mainFrame();
  if (isPage) return route.fulfill({ headers: headersOf(source), body: source.html });
  const kind = request.resourceType();
  const file = request.method() === 'GET' ? source.fileAt(request.url(), kind) : null;
  if (file !== null) return route.fulfill({ contentType: file.type, body: bodyOf(file.body) });
  const known = missing.get(kind) ?? new Set();
  if (known.size < MOST_MISSING) missing.set(kind, known.add(request.url()));
  // A page that sends the reader elsewhere is looked at where it is.
  return route.abort('aborted');
}

function bodyOf(body: Uint8Array | string): Buffer | string {
  return typeof body === 'string' ? body : Buffer.from(body);
}

function headersOf({ scripts }: SavedPage): Record<string, string> {
  const type = { 'content-type': 'text/html; charset=utf-8' };
  return scripts === 'on' ? type : { ...type, 'content-security-policy': "script-src 'none'" };
}
