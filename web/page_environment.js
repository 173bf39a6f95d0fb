// What the element asks of the page around it: is it painted, is the reader in the middle of
// something, which theme, where the reader was in the static list.

import { clock } from './clock.js';
import { THEME_KEY } from './kept_keys.js';

const FIRST_PAINT_AT_MOST_MS = 2000;

/** @typedef {"auto" | "light" | "dark"} ThemeName */

export const THEMES = /** @type {const} */ (['auto', 'light', 'dark']);

/**
 * Waits until the page has been painted: nothing of ours may come before that.
 * @param {AbortSignal} signal
 */
export async function firstPaint(signal) {
  const isPainted = () => performance.getEntriesByName('first-contentful-paint').length > 0;
  if (!isPainted() && document.visibilityState === 'visible') {
    await new Promise((resolve) => {
      const done = () => {
        observer?.disconnect();
        clock.cancel(timer);
        resolve(undefined);
      };
      /** @type {PerformanceObserver | undefined} */
      let observer;
      // Where paints are not told, or nothing is painted: after a while.
      const timer = clock.after(done, FIRST_PAINT_AT_MOST_MS);
      signal.addEventListener('abort', done, { once: true });
      try {
        observer = new PerformanceObserver(() => isPainted() && done());
        observer.observe({ type: 'paint', buffered: true });
      } catch {
        requestAnimationFrame(() => requestAnimationFrame(done));
      }
    });
  }
  signal.throwIfAborted();
}

/**
 * Whether the reader is busy with the static list: has selected text in it, or moves in it by
 * keyboard.
 * @param {HTMLElement} host
 */
function isBusy(host) {
  const selection = document.getSelection();
  const isSelecting =
    selection !== null && !selection.isCollapsed && host.contains(selection.anchorNode);
  const focused = document.activeElement;
  const isMoving =
    focused !== null &&
    focused !== host &&
    host.contains(focused) &&
    focused.matches(':focus-visible');
  return isSelecting || isMoving;
}

/**
 * Waits until the reader is not busy with the static list.
 * @param {HTMLElement} host
 * @param {AbortSignal} signal
 * @param {(proceed: () => void) => void} offer called when there is something to wait for
 */
export async function untilIdle(host, signal, offer) {
  if (!isBusy(host)) return;
  await new Promise((resolve) => {
    const waiting = new AbortController();
    const done = () => {
      waiting.abort();
      resolve(undefined);
    };
    const look = () => isBusy(host) || done();
    document.addEventListener('selectionchange', look, { signal: waiting.signal });
    document.addEventListener('focusin', look, { signal: waiting.signal });
    document.addEventListener('focusout', () => queueMicrotask(look), { signal: waiting.signal });
    signal.addEventListener('abort', done, { signal: waiting.signal });
    offer(done);
  });
  signal.throwIfAborted();
}

/** Whether the reader is further down than the beginning. @param {HTMLElement} host */
export function isScrolled(host) {
  return host.scrollTop >= 1 || (document.scrollingElement?.scrollTop ?? 0) >= 1;
}

/**
 * The first row of the static list that begins at `top` or further down, and where it begins; where
 * there is none in sight, the row at `top`. Px from the top of the host as it will be: of the window
 * where it is the whole page.
 * @param {HTMLElement} host
 * @param {number} top
 */
export function firstVisibleRow(host, top) {
  const box = host.getBoundingClientRect();
  const [above, height] = host.hasAttribute('data-page') ? [0, innerHeight] : [box.top, box.height];
  let found = null;
  for (const row of host.querySelectorAll('[data-work]')) {
    const { top: begin, bottom } = row.getBoundingClientRect();
    if (begin - above > height) break;
    if (bottom - above > top)
      found = { work: row.getAttribute('data-work') ?? '', y: begin - above };
    // Half a px is drawn as the whole one.
    if (begin - above > top - 0.5) break;
  }
  return found;
}

/** @returns {ThemeName | null} */
export function storedTheme() {
  try {
    const stored = localStorage.getItem(THEME_KEY);
    return THEMES.find((name) => name === stored) ?? null;
  } catch {
    return null; // storage may be forbidden
  }
}

/** @param {ThemeName} theme */
export function storeTheme(theme) {
  try {
    if (theme === 'auto') localStorage.removeItem(THEME_KEY);
    else localStorage.setItem(THEME_KEY, theme);
  } catch {
    // The choice holds until the page is left.
  }
}

/**
 * Puts text on the clipboard. False: the browser does not allow it.
 * @param {string} text
 */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether the element is all there is on its page.
 * @param {HTMLElement} host
 */
export function isWholePage(host) {
  if (host.hasAttribute('page')) return true;
  if (host.hasAttribute('height') || host.parentElement !== document.body) return false;
  const unseen = new Set(['SCRIPT', 'NOSCRIPT', 'STYLE', 'LINK', 'TEMPLATE']);
  return [...document.body.children].every((el) => el === host || unseen.has(el.tagName));
}
