// The state in the page's address: `#q=...`. Typing replaces the entry in the history, a step
// (a click) adds one; Back, Forward and a typed address are told to the owner.

import { clock } from './clock.js';

// Browsers limit how often the address may change; typing is faster than that.
const REPLACE_AFTER_MS = 250;

export class UrlState {
  #opened;
  #isEmbedded;
  #fragment = '';
  #pending = 0;

  /**
   * @param {(fragment: string) => void} opened the reader moved to another state
   * @param {boolean} isEmbedded in a page whose history is not ours: no step makes an entry in it
   */
  constructor(opened, isEmbedded) {
    this.#opened = opened;
    this.#isEmbedded = isEmbedded;
  }

  /** Starts to listen; gives the fragment that the page was opened with. */
  start() {
    addEventListener('popstate', this.#moved);
    addEventListener('hashchange', this.#moved);
    addEventListener('pagehide', this.#flush);
    this.#fragment = currentFragment();
    return this.#fragment;
  }

  stop() {
    this.#flush();
    removeEventListener('popstate', this.#moved);
    removeEventListener('hashchange', this.#moved);
    removeEventListener('pagehide', this.#flush);
  }

  /**
   * @param {string} fragment
   * @param {boolean} isStep deserves an entry of its own
   */
  write(fragment, isStep) {
    if (isStep && !this.#isEmbedded) {
      this.#flush();
      this.#fragment = fragment;
      this.#put(true);
      return;
    }
    this.#fragment = fragment;
    this.#pending ||= clock.after(this.#flush, REPLACE_AFTER_MS);
  }

  /** The last step was none: the one before is here again. @param {string} fragment */
  takeBack(fragment) {
    if (fragment === this.#fragment) return;
    this.#flush();
    this.#fragment = fragment;
    history.back();
  }

  #flush = () => {
    if (!this.#pending) return;
    clock.cancel(this.#pending);
    this.#pending = 0;
    this.#put(false);
  };

  /** @param {boolean} isStep */
  #put(isStep) {
    const address = this.#fragment ? `#${this.#fragment}` : location.pathname + location.search;
    try {
      if (isStep) history.pushState(null, '', address);
      else history.replaceState(null, '', address);
    } catch {
      // Too many changes in a short time: the next one carries the state.
    }
  }

  #moved = () => {
    const fragment = currentFragment();
    // Both events come for one move.
    if (fragment === this.#fragment) return;
    if (this.#pending) {
      clock.cancel(this.#pending);
      this.#pending = 0;
    }
    this.#fragment = fragment;
    this.#opened(fragment);
  };
}

function currentFragment() {
  // location.hash gives the fragment as it is written, percent signs and all.
  return location.hash.slice(1);
}
