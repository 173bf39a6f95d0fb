// The harness of the browser tests: what a *.test.mjs file imports.
//
//     import assert from 'node:assert/strict';
//     import { test } from './harness.mjs';
//
//     test('typing narrows the list', async (t) => {
//       const page = await t.open();            // the flagship, in a fresh browser context
//       await page.keyboard.press('/');
//       ...
//       await t.screenshot(page, 'search');     // build/screenshots/search.png
//     });
//
// Every test has a context (cookies, cache, storage) of its own. Whatever goes wrong in the page
// fails the test, asked for or not: an uncaught error, an error on the console, a request to
// another host. A link that is followed to another host is answered with an empty page and noted
// in `t.visited`. What a test provokes on purpose it names in `expects`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';

import { startServer } from '../../web/serve.mjs';

export const projectFolder = fileURLToPath(new URL('../../', import.meta.url));
export const buildFolder = join(projectFolder, 'build');
const screenshotFolder = join(buildFolder, 'screenshots');

/** Software drawing, and nothing that a browser does on its own account. */
const commonFlags = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // What slips past the eyes of a test still reaches nobody.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
];
const graphicsFlags = {
  webgl: ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  none: ['--disable-gpu', '--disable-3d-apis'],
};

/**
 * @typedef {object} TestOptions
 * @property {'webgl' | 'none'} [graphics]  which browser; `none` has no WebGL at all
 * @property {number} [screenDensity]  of the screen itself, instead of the context's made-up one
 * @property {string | (() => string)} [site]  folder of the site; the flagship's by default
 * @property {number} [delayMs]  the server waits this long before each answer
 * @property {import('playwright-core').BrowserContextOptions} [context]
 * @property {RegExp[]} [expects]  errors of the page that the test provokes on purpose
 *
 * @typedef {{name: string, options: TestOptions, body: (t: Fixture) => Promise<void>}} TestCase
 */

/** @type {TestCase[]} */
export const registeredTests = [];

/**
 * @param {string} name  a claim
 * @param {TestOptions | ((t: Fixture) => Promise<void>)} options
 * @param {(t: Fixture) => Promise<void>} [body]
 */
export function test(name, options, body) {
  if (typeof options === 'function') registeredTests.push({ name, options: {}, body: options });
  else if (body) registeredTests.push({ name, options, body });
  else throw new Error(`the test “${name}” has no body`);
}

/** @type {Map<string, Promise<import('playwright-core').Browser>>} */
const browsers = new Map();

/**
 * @param {'webgl' | 'none'} graphics
 * @param {number} [screenDensity]
 * @param {NodeJS.ProcessEnv} [windowed] the environment with a display: the browser has a window
 */
export function launchBrowser(graphics = 'webgl', screenDensity, windowed) {
  const screenFlags = screenDensity ? [`--force-device-scale-factor=${screenDensity}`] : [];
  if (windowed) screenFlags.push('--window-position=0,0', '--window-size=1440,1000');
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: windowed === undefined,
    env: windowed ?? process.env,
    args: [...commonFlags, ...graphicsFlags[graphics], ...screenFlags],
    // What is asked of the browser is what a reader's browser does.
    ignoreDefaultArgs: ['--hide-scrollbars', '--disable-back-forward-cache'],
  });
}

/** @param {TestOptions} options */
async function browserFor({ graphics = 'webgl', screenDensity }) {
  const kind = `${graphics} ${screenDensity}`;
  const running = await browsers.get(kind);
  // One that has died has failed its test; the next one gets another.
  if (running?.isConnected()) return running;
  const browser = launchBrowser(graphics, screenDensity);
  browsers.set(kind, browser);
  return browser;
}

export async function closeBrowsers() {
  for (const browser of browsers.values()) await (await browser).close();
  browsers.clear();
}

/** @param {import('playwright-core').Request} request */
function isMainFrame(request) {
  try {
    return request.frame().parentFrame() === null;
  } catch {
    return true; // a tab so new that it has no frame yet
  }
}

/** What a test gets: a server, a browser context, and eyes on everything that goes wrong. */
export class Fixture {
  /** @type {string[]} */ problems = [];
  /** @type {string[]} addresses of other hosts that links led to */ visited = [];
  /** @type {string[]} paths asked of the server, in order */ requested = [];
  /** @type {(() => Promise<void>)[]} */ #cleanups = [];
  /** As when the network is pulled. @type {() => Promise<void>} */ stopServer = async () => {};
  #expects;

  /**
   * @param {import('playwright-core').BrowserContext} context
   * @param {string} url
   * @param {TestOptions} options
   */
  constructor(context, url, options) {
    this.context = context;
    this.url = url;
    this.#expects = options.expects ?? [];
  }

  /** @param {TestOptions} options */
  static async create(options) {
    const site = options.site ?? join(buildFolder, 'site');
    const root = typeof site === 'function' ? site() : site;
    const server = await startServer({ root, delayMs: options.delayMs });
    const browser = await browserFor(options);
    const context = await browser.newContext({
      viewport: options.screenDensity ? null : { width: 1440, height: 900 },
      permissions: ['clipboard-read', 'clipboard-write'],
      // What it fetches for later is no part of what a test watches, unless it asks for that.
      serviceWorkers: 'block',
      ...options.context,
    });
    // Above the time that a busy machine with two cores and software drawing needs for anything.
    context.setDefaultTimeout(90_000);
    const fixture = new Fixture(context, server.url, options);
    fixture.#cleanups.push(() => context.close(), server.close);
    fixture.stopServer = server.close;
    await context.addInitScript(replaceClock);
    await fixture.#watch();
    return fixture;
  }

  async #watch() {
    const ours = new URL(this.url).host;
    const isOurs = (/** @type {URL} */ url) =>
      url.host === ours || !['http:', 'https:', 'ws:', 'wss:', 'ftp:'].includes(url.protocol);
    this.context.on('request', (request) => {
      const url = new URL(request.url());
      if (url.host === ours) this.requested.push(url.pathname);
    });
    await this.context.route(
      (url) => !isOurs(url),
      async (route) => {
        const request = route.request();
        if (request.isNavigationRequest() && isMainFrame(request)) {
          this.visited.push(request.url());
          await route.fulfill({ contentType: 'text/html', body: '<title>elsewhere</title>' });
        } else {
          this.#complain(`asked another host: ${request.url()}`);
          await route.abort();
        }
      },
    );
    this.context.on('page', (page) => this.#watchPage(page));
  }

  /** @param {import('playwright-core').Page} page */
  #watchPage(page) {
    page.on('pageerror', (error) => this.#complain(`error in the page: ${error.stack ?? error}`));
    page.on('crash', () => this.#complain('the page crashed'));
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      this.#complain(`console: ${message.text()} (${message.location().url})`);
    });
  }

  /** @param {string} problem */
  #complain(problem) {
    if (!this.#expects.some((expected) => expected.test(problem))) this.problems.push(problem);
  }

  /**
   * A new page at `path` of the site, loaded; whether the canvas is there is another question.
   * @param {string} [path]
   * @param {{waitUntil?: 'load' | 'domcontentloaded' | 'commit'}} [options]
   */
  async goto(path = '', { waitUntil = 'load' } = {}) {
    const page = await this.context.newPage();
    await page.goto(new URL(path, this.url).href, { waitUntil });
    return page;
  }

  /**
   * A new page at `path`, with the canvas drawn and its semantic layer in place.
   * @param {string} [path]
   */
  async open(path = '') {
    const page = await this.context.newPage();
    await watchForReady(page);
    await page.goto(new URL(path, this.url).href);
    await untilReady(page);
    return page;
  }

  /**
   * @param {import('playwright-core').Page} page
   * @param {string} state  names the file
   * @param {import('playwright-core').PageScreenshotOptions} [options]
   */
  async screenshot(page, state, options = {}) {
    mkdirSync(screenshotFolder, { recursive: true });
    return page.screenshot({
      path: join(screenshotFolder, `${state}.png`),
      animations: 'allow',
      caret: 'initial',
      ...options,
    });
  }

  /**
   * A picture of the page as its own session sees it, where playwright would undo an emulation.
   * @param {import('playwright-core').CDPSession} session
   * @param {string} state
   */
  async screenshotBySession(session, state) {
    const { data } = await session.send('Page.captureScreenshot');
    mkdirSync(screenshotFolder, { recursive: true });
    writeFileSync(join(screenshotFolder, `${state}.png`), Buffer.from(data, 'base64'));
  }

  async close() {
    for (const cleanup of this.#cleanups.splice(0)) await cleanup();
  }
}

/**
 * Notes the element's events from the very start of the page, as a host page would hear them.
 * @param {import('playwright-core').Page} page
 */
export async function watchForReady(page) {
  await page.addInitScript(() => {
    const heard = /** @type {{type: string, detail: unknown}[]} */ ([]);
    Object.assign(window, { heardEvents: heard });
    for (const type of ['ready', 'change', 'select', 'open', 'error']) {
      document.addEventListener(`lamplight-${type}`, (event) => {
        heard.push({ type, detail: /** @type {CustomEvent} */ (event).detail });
      });
    }
  });
}

/**
 * Waits until `count` elements have said lamplight-ready.
 * @param {import('playwright-core').Page} page
 * @param {number} [count]
 */
export async function heardReady(page, count = 1) {
  await page.waitForFunction(
    (wanted) =>
      /** @type {any} */ (window).heardEvents.filter(
        (/** @type {{type: string}} */ event) => event.type === 'ready',
      ).length >= wanted,
    count,
  );
}

/**
 * Waits until `count` elements have said lamplight-ready, and what they drew is on the screen.
 * @param {import('playwright-core').Page} page
 * @param {number} [count]
 */
export async function untilReady(page, count = 1) {
  await heardReady(page, count);
  await settled(page);
}

/**
 * Puts a clock in the place of the product's own (web/clock.js), whose timeouts pass as ever, or at
 * once for settled(). Runs in the page, before its scripts.
 */
export function replaceClock() {
  /** @type {Map<number, {then: () => void, ms: number}>} */
  const waiting = new Map();
  let isHeld = false;
  let lastHeld = 0;
  const take = (/** @type {number} */ handle) => {
    const timeout = waiting.get(handle);
    waiting.delete(handle);
    clearTimeout(handle);
    timeout?.then();
  };
  const clock = {
    after(/** @type {() => void} */ then, /** @type {number} */ ms) {
      const handle = isHeld ? --lastHeld : Number(setTimeout(() => take(handle), ms));
      waiting.set(handle, { then, ms });
      return handle;
    },
    cancel(/** @type {number} */ handle) {
      clearTimeout(handle);
      waiting.delete(handle);
    },
    /** Lets timeouts pass that are waited for, up to so long ones. True: there were some. */
    pass(atMostMs = Infinity) {
      const due = [...waiting].filter(([, { ms }]) => ms <= atMostMs);
      for (const [handle] of due) take(handle);
      return due.length > 0;
    },
    /** From now on timeouts pass by pass() alone. */
    hold() {
      isHeld = true;
    },
    /** What is waited for, in ms. */
    due() {
      return [...waiting.values()].map(({ ms }) => ms);
    },
  };
  Object.assign(globalThis, {
    [Symbol.for('lamplight-clock')]: clock,
    // Tests replace this one to count what the product asks for.
    nextScreen: window.requestAnimationFrame.bind(window),
  });
}

/**
 * Waits until nothing of the page moves: no element has a frame to draw, no region or page scrolls,
 * and no timeout of the product is waited for (those pass at once). What a browser does on its own
 * account, as scrolling by the wheel, shows in the next frames of the screen; so some without any
 * change make sure.
 * @param {import('playwright-core').Page} page
 */
export async function settled(page) {
  await page.evaluate(async () => {
    const { nextScreen, [Symbol.for('lamplight-clock')]: clock } = /** @type {any} */ (globalThis);
    const elements = () =>
      /** @type {any[]} */ ([...document.querySelectorAll('lamplight-catalog')]);
    const look = () =>
      [
        scrollX,
        scrollY,
        innerWidth,
        innerHeight,
        ...elements().flatMap((element) => [
          element.framesDrawn,
          element.scrollTop,
          ...[...(element.shadowRoot?.querySelectorAll('.scroller') ?? [])].map(
            (region) => region.scrollTop,
          ),
        ]),
      ].join();
    let before = '';
    for (let calm = 0; calm < 5; ++calm) {
      await new Promise(nextScreen);
      // A download under way is none that hangs.
      const isWaiting =
        clock.pass(10_000) || elements().some((element) => element.isFrameRequested);
      const now = look();
      if (isWaiting || now !== before) calm = 0;
      before = now;
    }
  });
}

/**
 * Waits for the next frames of the screen, for what only shows there.
 * @param {import('playwright-core').Page} page
 */
export async function nextFrames(page, count = 2) {
  await page.evaluate(async (wanted) => {
    const { nextScreen } = /** @type {any} */ (globalThis);
    for (let i = 0; i < wanted; ++i) await new Promise(nextScreen);
  }, count);
}

/**
 * Lets time pass. Only for claims about time itself: that in so many seconds nothing happens.
 * @param {number} seconds
 */
export function letTimePass(seconds) {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

/**
 * The address that a tab was opened with. Where a link opens a tab of its own, the answer cannot
 * be made up, and the address is only in the tab's history.
 * @param {import('playwright-core').Page} tab
 */
export async function addressOf(tab) {
  // Each question has a session of its own: with the address the tab gets another process, and
  // a session with the former one ends then.
  while (true) {
    try {
      const session = await tab.context().newCDPSession(tab);
      const { currentIndex, entries } = await session.send('Page.getNavigationHistory');
      await session.detach();
      const { url } = entries[currentIndex];
      if (url !== '' && url !== 'about:blank') return url;
    } catch (error) {
      if (!/Not attached|closed|detached/i.test(String(error)) || tab.isClosed()) throw error;
    }
  }
}

/** The events that the page's elements sent so far. @param {import('playwright-core').Page} page */
export function heardEvents(page) {
  return page.evaluate(
    () => /** @type {{type: string, detail: any}[]} */ (/** @type {any} */ (window).heardEvents),
  );
}
