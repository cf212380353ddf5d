/**
 * Shows a page in the user's browser and brings back what a reader sees of it.
 *
 * The page is somebody else's program: it may fetch, ask, open windows, redefine what we call, or never come to rest. So it
 * gets an address of its own that no server answers, no network, no storage, no permission and a limit of time, and it
 * is looked at from a world its scripts cannot reach.
 */
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, CDPSession, Page, Route } from 'playwright-core';
import { Refusal } from '../core/refusal.ts';
import { startBrowser } from './chromium.ts';

/** What a page shows. */
export interface Drawn {
  /** Plain markup of what is shown, words out of sight marked. */
  readonly html: string;
  /** How many things of each kind the page asked for and did not get: `stylesheet`, `script`, `font`, `document`. */
  readonly missing: ReadonlyMap<string, number>;
  /** Whether parts of the page cannot be looked into. */
  readonly closed: 'none' | 'some';
}

/** An address that cannot exist (RFC 2606). */
const ADDRESS = 'http://copy.invalid/';
const VIEWPORT = { width: 1280, height: 900 } as const;
const LOAD_TIMEOUT = 8_000;
/** The page has come to rest when nothing in it has changed for so long, or when it has had its time. */
const QUIET = 400;
const SETTLE_TIMEOUT = 5_000;
const LOOK_TIMEOUT = 45_000;

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

  /** What `source`, a page already decoded, shows. Throws `Refusal('not-shown')` for a page that does not come to rest. */
  async show(source: string): Promise<Drawn> {
    const context = await this.#browser.newContext({
      viewport: VIEWPORT,
      serviceWorkers: 'block',
      acceptDownloads: false,
      permissions: [],
    });
    try {
      return await limited(this.#look(context, source), LOAD_TIMEOUT + SETTLE_TIMEOUT + LOOK_TIMEOUT);
    } catch (error) {
      throw error instanceof Refusal ? error : new Refusal('not-shown', 'the browser gave it up');
    } finally {
      await limited(context.close(), SETTLE_TIMEOUT).catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }

  async #look(context: BrowserContext, source: string): Promise<Drawn> {
    const missing = new Map<string, number>();
    const page = await context.newPage();
    context.on('page', (other) => void other.close().catch(() => undefined));
    await context.route('**/*', (route) => answer(route, page, source, missing));
    await context.routeWebSocket(/.*/u, (socket) => void socket.close());
    // A page that at once wants to go elsewhere never says that it has loaded.
    await page.goto(ADDRESS, { waitUntil: 'load', timeout: LOAD_TIMEOUT }).catch(() => undefined);
    const session = await limited(context.newCDPSession(page), SETTLE_TIMEOUT);
    const world = await limited(ownWorld(session), SETTLE_TIMEOUT);
    await limited(evaluate(session, world, settled(), 'await'), SETTLE_TIMEOUT + SETTLE_TIMEOUT);
    const html = await evaluate(session, world, `${this.#script};verbatimSnapshot.snapshot()`, 'now');
    return { html, missing, closed: await closedRoots(session) };
  }
}

/** Hands over the page at its own address, once, and nothing else ever. */
async function answer(route: Route, page: Page, source: string, missing: Map<string, number>): Promise<void> {
  const request = route.request();
  const isPage = request.url() === ADDRESS && request.isNavigationRequest() && request.frame() === page.mainFrame();
  if (isPage) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: source });
  const kind = request.resourceType();
  missing.set(kind, (missing.get(kind) ?? 0) + 1);
  // A page that sends the reader elsewhere is looked at where it is.
  return route.abort('aborted');
}

/** A world with the page's document and none of its scripts' doings. */
async function ownWorld(session: CDPSession): Promise<number> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  return executionContextId;
}

async function evaluate(
  session: CDPSession,
  world: number,
  expression: string,
  when: 'now' | 'await',
): Promise<string> {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    contextId: world,
    awaitPromise: when === 'await',
    returnByValue: true,
    timeout: LOOK_TIMEOUT,
  });
  if (exceptionDetails !== undefined || typeof result.value !== 'string') {
    throw new Refusal('not-shown', 'the page could not be looked at');
  }
  return result.value;
}

/** Resolves when the page has come to rest. */
function settled(): string {
  return `new Promise((done) => {
    const end = () => done('');
    let timer = setTimeout(end, ${QUIET});
    setTimeout(end, ${SETTLE_TIMEOUT});
    new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(end, ${QUIET}); })
      .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  })`;
}

/** Whether the page has shadow roots that no script can look into. */
async function closedRoots(session: CDPSession): Promise<Drawn['closed']> {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.shadowRoots?.some(({ shadowRootType }) => shadowRootType === 'closed')) return 'some';
    open.push(...(node.shadowRoots ?? []), ...(node.children ?? []));
  }
  return 'none';
}

/** `work`, or a refusal when it takes longer than `milliseconds`. */
async function limited<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, failed) => {
    timer = setTimeout(() => failed(new Refusal('not-shown', 'it does not come to rest')), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
