/** Looks at a page that a browser has opened, from a world that the page's scripts cannot reach. */
import type { CDPSession, Page } from 'playwright-core';
import { Refusal } from '../core/refusal.ts';
import { type Layout, layoutOf } from './layout.ts';
import { limited } from './limited.ts';
import { PAPER_SIZE } from './views.ts';

/** The page has come to rest when nothing in it has changed for so many milliseconds, or when it has had its time. */
const QUIET = { screen: 400, paper: 150 } as const;
const SETTLE_TIMEOUT = 5_000;
const LOOK_TIMEOUT = 45_000;

/** What is seen in one view. */
export interface Look extends Pick<Layout, 'canvases' | 'left'> {
  /** Plain markup of what is shown, words out of sight marked. */
  readonly html: string;
}

/** Looks at one page. */
export class Looker {
  readonly #page: Page;
  readonly #session: CDPSession;
  readonly #world: number;

  private constructor(page: Page, session: CDPSession, world: number) {
    this.#page = page;
    this.#session = session;
    this.#world = world;
  }

  /** Goes to `page` with `script`, which writes down what is shown. Throws `Refusal('not-shown')`, as all that follows. */
  static async at(page: Page, script: string): Promise<Looker> {
    const session = await limited(page.context().newCDPSession(page), SETTLE_TIMEOUT);
    const looker = new Looker(page, session, await limited(ownWorld(session), SETTLE_TIMEOUT));
    await limited(looker.#evaluate(script), SETTLE_TIMEOUT);
    return looker;
  }

  /** What is shown when the page was scrolled through and has come to rest. */
  async look(): Promise<Look> {
    await limited(this.#evaluate(scrolled(), 'await'), SETTLE_TIMEOUT);
    return this.#atRest(QUIET.screen);
  }

  /** What is printed. */
  async lookAtPaper(): Promise<Look> {
    await this.#turnToPaper();
    return this.#atRest(QUIET.paper);
  }

  async #atRest(quiet: number): Promise<Look> {
    await limited(this.#evaluate(settled(quiet), 'await'), SETTLE_TIMEOUT + SETTLE_TIMEOUT);
    return limited(this.#seen(), LOOK_TIMEOUT);
  }

  /** Lays the page out as it would be printed. */
  async #turnToPaper(): Promise<void> {
    const turn = async (): Promise<void> => {
      await this.#page.setViewportSize(PAPER_SIZE);
      await this.#page.emulateMedia({ media: 'print' });
      await this.#evaluate("void dispatchEvent(new Event('beforeprint'))");
    };
    await limited(turn(), SETTLE_TIMEOUT);
  }

  async #seen(): Promise<Look> {
    const { words, closed, canvases, left } = await layoutOf(this.#session);
    await this.#give([...words.map(({ element }) => element), ...closed], words);
    const html = await this.#evaluate('verbatimSnapshot.snapshot()');
    if (typeof html !== 'string') throw notShown();
    return { html, canvases, left };
  }

  /** Hands nodes of the page over to the script that looks at it. */
  async #give(nodes: readonly number[], words: Layout['words']): Promise<void> {
    const objects = await Promise.all(nodes.map((node) => this.#resolve(node)));
    const given = words.map(({ side, text }) => ({ side, text }));
    await this.#session.send('Runtime.callFunctionOn', {
      functionDeclaration: 'function(...given){verbatimSnapshot.give(...given)}',
      executionContextId: this.#world,
      arguments: [{ value: given }, ...objects],
    });
  }

  /** A node as an argument; nothing when it is gone by now. */
  async #resolve(backendNodeId: number): Promise<{ readonly objectId?: string }> {
    try {
      const known = { backendNodeId, executionContextId: this.#world };
      const { object } = await this.#session.send('DOM.resolveNode', known);
      return object.objectId === undefined ? {} : { objectId: object.objectId };
    } catch {
      return {};
    }
  }

  async #evaluate(expression: string, when: 'now' | 'await' = 'now'): Promise<unknown> {
    const { result, exceptionDetails } = await this.#session.send('Runtime.evaluate', {
      expression,
      contextId: this.#world,
      awaitPromise: when === 'await',
      returnByValue: true,
      timeout: LOOK_TIMEOUT,
    });
    if (exceptionDetails !== undefined) throw notShown();
    return result.value;
  }
}

function notShown(): Refusal {
  return new Refusal('not-shown', 'the page could not be looked at');
}

/** A world with the page's document and none of its scripts' doings. */
async function ownWorld(session: CDPSession): Promise<number> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  return executionContextId;
}

/** Steps in which a page is scrolled through, so that what waits to come into view comes. */
const STEPS = 40;

/** Resolves when the page was scrolled to its end and back. */
function scrolled(): string {
  return `(async () => {
    const page = document.documentElement;
    const step = Math.max(innerHeight, page.scrollHeight / ${STEPS});
    for (let y = 0; y < page.scrollHeight && y < ${STEPS} * step; y += step) {
      scrollTo({ left: 0, top: y, behavior: 'instant' });
      await new Promise((done) => setTimeout(done, 20));
    }
    scrollTo({ left: 0, top: 0, behavior: 'instant' });
  })()`;
}

/** Resolves when nothing has changed for `quiet` milliseconds, with the page's transitions at their end. */
function settled(quiet: number): string {
  return `(async () => {
    await new Promise((end) => {
      let timer = setTimeout(end, ${quiet});
      setTimeout(end, ${SETTLE_TIMEOUT});
      new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(end, ${quiet}); })
        .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    for (const one of document.getAnimations())
      if (one.effect?.getComputedTiming().endTime !== Infinity) one.finish();
  })()`;
}
