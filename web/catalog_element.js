// <lamplight-catalog>: a curated list as an atlas.
//
//     <script type="module" src="lamplight.js"></script>
//     <lamplight-catalog src="README.md" profile="profile.json" height="640">
//       <p>Shown until the atlas is ready, and if it cannot run.</p>
//     </lamplight-catalog>
//
// Attributes (and properties of the same names): src, the list's Markdown; snapshots, "DATE=FILE
// DATE=FILE", the newest first; profile; theme ("auto", "light", "dark"); height in CSS px; page, to
// fill the window and keep the state in the address (taken for granted where the element is alone in
// the body). Keys of the address, too (query, in, year, has, venue, sort, view, work, since, at, ids
// of the profile's facets), as plain text: they hold where the address says nothing, and whenever
// they change.
// The attribute blocks says that beside each list.md lies list.block, as “lamplight site” writes
// them: read in place of the Markdown, and passed over where it is missing or of another version.
// Methods: load(textOrUrl), destroy(). Events, bubbling and composed: lamplight-ready,
// lamplight-change, lamplight-select, lamplight-open (cancelable), lamplight-error.

import { Atlas, isMemoryFull, messageOf } from './atlas.js';
import { adoptStyle } from './element_style.js';
import * as environment from './page_environment.js';
import { THEME_KEY, plainKey } from './kept_keys.js';
import { baseOfLinks, placeOfList, snapshotList } from './list_files.js';
import * as loader from './module_loader.js';
import { OwnStore } from './own_store.js';
import { PageProgress } from './page_progress.js';
import { readList } from './reader.js';
import { ReflectedElement, namesState, watchState } from './reflected_element.js';
import { pageLinks, plainAddress, readFragment } from './served_page.js';
import { mark, measure } from './timeline.js';
import { UrlState } from './url_state.js';

/** @typedef {import('./list_files.js').Snapshot} Snapshot */
/** @typedef {{ date: string, text: string }} GivenText */

/** @type {Snapshot} */
const NO_LIST = { date: '', file: '' };

export class LamplightCatalog extends ReflectedElement {
  static observedAttributes = ['theme', 'height'];

  #root = this.attachShadow({ mode: 'open' });
  #slot = document.createElement('slot');
  #progress;
  /** @type {Atlas | undefined} */
  #atlas;
  /** @type {UrlState | undefined} */
  #url;
  /** @type {OwnStore | undefined} */
  #own;
  /** Ends everything that is under way. */
  #life = new AbortController();
  /** @type {Promise<void> | undefined} */
  #opening;
  /** @type {GivenText | null} */
  #given = null;
  /** @type {import("./module_loader.js").Downloads | undefined} */
  #downloads;
  /** @type {Promise<string | null>} */
  #profileText = Promise.resolve(null);
  /** @type {Map<string, Promise<void>>} */
  #fetchedSnapshots = new Map();
  /** Of the window, as the page had it. */
  #title = '';

  constructor() {
    super();
    adoptStyle(this.#root);
    this.#root.append(this.#slot);
    this.#progress = new PageProgress(this.#root, () => this.#cancel());
  }

  connectedCallback() {
    this.#applyHeight();
    const isPage = environment.isWholePage(this);
    this.toggleAttribute('data-page', isPage);
    this.#title = document.title;
    if (isPage && 'address' in readFragment(this, location.hash.slice(1))) {
      // The reader came for what the canvas does not show.
      import('./later_plain_page.js')
        .then((page) => page.offerAtlas(plainKey(), THEME_KEY))
        .catch(() => {});
    } else if (this.src || this.snapshots) {
      void this.#start(null).catch(() => {});
    }
  }

  disconnectedCallback() {
    this.#end();
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (name === 'height') this.#applyHeight();
    if (name === 'theme') this.#atlas?.setTheme(this.#themeNumber());
  }

  /**
   * Shows another list. Resolves when it can be used; rejects with what is wrong.
   * @param {string} textOrUrl Markdown (more than one line), or where it is
   * @returns {Promise<void>}
   */
  async load(textOrUrl) {
    if (!this.isConnected) throw new Error('The element is not on a page.');
    this.#end();
    if (/[\r\n]/.test(textOrUrl)) return this.#start({ date: '', text: textOrUrl });
    this.removeAttribute('snapshots');
    this.src = textOrUrl;
    return this.#start(null);
  }

  /**
   * Stops, and shows again what was there before. Nothing is left behind.
   * @returns {Promise<void>}
   */
  async destroy() {
    this.#end();
  }

  /** How many frames were drawn: none while nothing happens. */
  get framesDrawn() {
    return this.#atlas?.framesDrawn ?? 0;
  }

  /** Whether a frame is about to be drawn. */
  get isFrameRequested() {
    return this.#atlas?.isFrameRequested ?? false;
  }

  /** The reader does not want to wait: the static list is all there is, until it is asked for. */
  #cancel() {
    const given = this.#given;
    this.#end();
    this.#progress.say(
      'Loading the interactive view was stopped. You are reading the list without it.',
      { title: 'Load it', run: () => void this.#start(given).catch(() => {}) },
    );
  }

  /** @param {GivenText | null} given instead of the attributes' addresses */
  #start(given) {
    this.#given = given;
    this.#progress.unsay();
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.#opening = this.#open(given, signal).catch((error) => {
      if (!signal.aborted) this.#fail(error);
      throw error;
    });
    return this.#opening;
  }

  #end() {
    this.#life.abort();
    this.#url?.stop();
    this.#url = undefined;
    this.#own?.stop();
    this.#own = undefined;
    if (this.#atlas && this.hasAttribute('data-page')) document.title = this.#title;
    this.#atlas?.stop();
    this.#atlas = undefined;
    this.#fetchedSnapshots.clear();
    this.#progress.hide();
    this.#progress.unsay();
    this.#slot.classList.remove('away');
    this.removeAttribute('data-ready');
    this.removeAttribute('data-blind');
  }

  /**
   * @param {GivenText | null} given
   * @param {AbortSignal} signal
   */
  async #open(given, signal) {
    mark('start');
    // Before the canvas comes, the served page has the reader's colours, too.
    this.#themeNumber();
    await environment.firstPaint(signal);
    mark('painted');
    this.#progress.show(0);
    // Drawing is tried first: without it, nothing needs to be fetched.
    this.#atlas = new Atlas(this, this.#root, this.#atlasEvents());
    signal.throwIfAborted();
    const downloads = new loader.Downloads((part) => {
      // Older snapshots come behind the atlas.
      if (!this.hasAttribute('data-ready')) this.#progress.show(part);
    });
    this.#downloads = downloads;
    this.#profileText = this.#fetchProfile(downloads, signal);
    const [newest, ...older] = given ? [null] : snapshotList(this);
    const ownsPage = this.hasAttribute('data-page');
    // Who asks for more than the list needs all of the module at once.
    const asked = ownsPage ? this.#stateFragment(location.hash.slice(1)) : '';
    const needsRest = asked !== '' || namesState(this);
    const [compiled, rest, profile, list] = await Promise.all([
      loader.compileViewer(downloads),
      needsRest ? loader.compileRest(downloads) : undefined,
      this.#profileText,
      given ? this.#readGiven(given, signal) : this.#fetchList(newest ?? NO_LIST, signal),
    ]);
    signal.throwIfAborted();
    if (ownsPage) this.#url = new UrlState((fragment) => this.#openFragment(fragment));
    if (!given) this.#own = new OwnStore(placeOfList(this), (own) => this.#atlas?.setOwn(own));
    await this.#atlas.open(compiled, {
      profile,
      newest: list,
      older: older.filter((one) => one !== null).map((one) => one.date),
      watchState: (keys, wanted) => watchState(this, keys, wanted, signal),
      fragment: this.#stateFragment(this.#url?.start() ?? ''),
      rest,
      pageLinks: ownsPage ? pageLinks(this) : [],
      theme: this.#themeNumber(),
      own: this.#own?.read() ?? '',
      ownsPage,
      warn: (message) => this.#warn(message),
    });
    await environment.untilIdle(this, signal, (proceed) => {
      this.#progress.hide();
      this.#progress.say('The interactive view is ready.', { title: 'Open it', run: proceed });
    });
    signal.throwIfAborted();
    this.#takeOver();
    await this.#atlas.complete(rest ?? (await loader.compileRest(downloads)));
    for (const one of older) if (one) await this.#fetchSnapshot(one, signal);
  }

  /** The canvas has been drawn: it comes in the place of the static list. */
  #takeOver() {
    // Who has asked for something, and not scrolled, sees it from its beginning.
    const isAsked = !this.hasAttribute('data-page') || this.#atlas?.url !== '';
    const keepsPlace = !isAsked || environment.isScrolled(this);
    this.#atlas?.takeOver((top) => (keepsPlace ? environment.firstVisibleRow(this, top) : null));
    this.#progress.hide();
    this.setAttribute('data-ready', '');
    this.#slot.classList.add('away');
    this.scrollTop = 0;
    mark('ready');
    this.#dispatch('lamplight-ready', { url: this.#atlas?.url ?? '' });
  }

  /** There is nothing to draw on for now: the list is shown in its place. @param {boolean} isBlind */
  #showList(isBlind) {
    const isReady = this.hasAttribute(isBlind ? 'data-ready' : 'data-blind');
    if (!isReady) return;
    this.toggleAttribute('data-blind', isBlind);
    this.toggleAttribute('data-ready', !isBlind);
    this.#slot.classList.toggle('away', !isBlind);
    if (isBlind) {
      this.#progress.say(
        'The browser took back what the interactive view is drawn on. You are reading the list ' +
          'without it until it is there again.',
      );
    } else {
      this.#progress.unsay();
    }
  }

  /** @returns {import("./atlas.js").AtlasEvents} */
  #atlasEvents() {
    return {
      changed: (fragment, isStep) => {
        this.#url?.write(fragment, isStep);
        const state = Object.fromEntries(new URLSearchParams(fragment));
        this.#dispatch('lamplight-change', { url: fragment, ...state });
      },
      takenBack: (fragment) => this.#url?.takeBack(fragment),
      selected: (work) => this.#dispatch('lamplight-select', { work }),
      opening: (url) => {
        const isWanted = this.#dispatch('lamplight-open', { url }, true);
        if (isWanted && this.#isPlainPage(url)) {
          try {
            localStorage.setItem(plainKey(), '');
          } catch {
            // It holds for this visit.
          }
        }
        return isWanted;
      },
      titled: (title) => {
        if (this.hasAttribute('data-page')) document.title = title;
      },
      owned: (lines) => this.#own?.write(lines),
      themed: (theme) => {
        const name = environment.THEMES[theme];
        if (this.hasAttribute('data-page')) {
          environment.storeTheme(name);
          showTheme(name);
        }
      },
      failed: (error) => this.#fail(error),
      blinded: (isBlind) => this.#showList(isBlind),
      missing: (date) => {
        const found = snapshotList(this).find((one) => one.date === date);
        if (found) void this.#fetchSnapshot(found, this.#life.signal);
      },
    };
  }

  /** @param {unknown} error */
  #fail(error) {
    const wasReady = this.hasAttribute('data-ready');
    this.#end();
    const message = messageOf(error);
    if (error instanceof Error && error.name === 'GraphicsError') {
      this.#progress.say(message);
    } else {
      const given = this.#given;
      const advice = isMemoryFull(error) ? '; close other tabs or programs first' : '';
      this.#progress.say(
        `The interactive view ${wasReady ? 'had to stop' : 'could not start'}: ${message} You are ` +
          `reading the full list without it${advice}.`,
        { title: 'Retry', run: () => void this.#start(given).catch(() => {}) },
      );
    }
    const name = error instanceof Error ? error.name : 'Error';
    this.#dispatch('lamplight-error', { name, message });
  }

  /**
   * @param {string} message
   * @param {{ title: string, run: () => void }} [action]
   */
  #warn(message, action) {
    this.#progress.say(message, action);
    this.#dispatch('lamplight-error', { name: 'Warning', message });
  }

  /**
   * @param {import("./module_loader.js").Downloads} downloads
   * @param {AbortSignal} signal
   */
  async #fetchProfile(downloads, signal) {
    if (!this.profile) return null;
    try {
      return await (await downloads.fetch("The list's profile", this.profile, signal)).text();
    } catch (error) {
      signal.throwIfAborted();
      this.#warn(messageOf(error));
      return null;
    }
  }

  /**
   * A list by its block where there is one, else by its Markdown.
   * @param {Snapshot} snapshot
   * @param {AbortSignal} signal
   * @returns {Promise<import("./atlas.js").List>}
   */
  async #fetchList({ date, file }, signal) {
    const readAgain = async () => this.#read(await this.#fetchBytes(file, signal), file, signal);
    if (this.hasAttribute('blocks') && file.endsWith('.md')) {
      const block = await this.#fetchBytes(file.replace(/md$/, 'block'), signal).catch((error) => {
        signal.throwIfAborted();
        console.info(`${messageOf(error)} The list itself is read.`);
      });
      if (block) return { date, block: new Uint8Array(block), readAgain };
    }
    return { date, block: await readAgain(), readAgain: null };
  }

  /**
   * @param {GivenText} given
   * @param {AbortSignal} signal
   * @returns {Promise<import("./atlas.js").List>}
   */
  async #readGiven({ date, text }, signal) {
    const { buffer } = new TextEncoder().encode(text);
    return { date, block: await this.#read(buffer, '', signal), readAgain: null };
  }

  /**
   * @param {string} file
   * @param {AbortSignal} signal
   */
  async #fetchBytes(file, signal) {
    const downloads = this.#downloads;
    if (!downloads) throw new Error('There is nothing to load.');
    return (await downloads.fetch('The list', file, signal)).arrayBuffer();
  }

  /**
   * @param {ArrayBuffer} markdown
   * @param {string} file where it came from; empty: from nowhere
   * @param {AbortSignal} signal
   */
  async #read(markdown, file, signal) {
    const downloads = this.#downloads;
    if (!downloads) throw new Error('There is nothing to load.');
    const compiled = await loader.compileReader(downloads);
    const address = baseOfLinks(this, await this.#profileText, file);
    signal.throwIfAborted();
    // How long it will take cannot be told.
    if (!this.hasAttribute('data-ready')) this.#progress.show(null);
    const begun = performance.now();
    const block = await readList(compiled, markdown, address, signal);
    measure('read', begun);
    return block;
  }

  /**
   * Loads an older snapshot, once.
   * @param {Snapshot} snapshot
   * @param {AbortSignal} signal
   */
  #fetchSnapshot(snapshot, signal) {
    const known = this.#fetchedSnapshots.get(snapshot.date);
    if (known) return known;
    const coming = this.#fetchList(snapshot, signal)
      .then(async (list) => {
        if (!signal.aborted) await this.#atlas?.addSnapshot(list);
      })
      .catch((error) => {
        if (signal.aborted) return;
        const advice = isMemoryFull(error) ? ' Close other tabs or programs first.' : '';
        const retry = () => {
          this.#fetchedSnapshots.delete(snapshot.date);
          void this.#fetchSnapshot(snapshot, signal);
        };
        this.#warn(`The list of ${snapshot.date} is not shown: ${messageOf(error)}${advice}`, {
          title: 'Retry',
          run: retry,
        });
      });
    this.#fetchedSnapshots.set(snapshot.date, coming);
    return coming;
  }

  /** @param {string} fragment */
  #openFragment(fragment) {
    const meant = readFragment(this, fragment);
    // In the place of this entry of the history: Back would lead here again.
    if ('address' in meant) location.replace(meant.address);
    else this.#atlas?.openUrl(meant.state);
  }

  /** @param {string} fragment */
  #stateFragment(fragment) {
    const meant = readFragment(this, fragment);
    return 'state' in meant ? meant.state : '';
  }

  /** Whether a link leads to the whole of it, and not only to a heading. @param {string} url */
  #isPlainPage(url) {
    if (!this.hasAttribute('data-page') || url.split('#')[0] !== plainAddress()) return false;
    const [, ...headings] = pageLinks(this);
    return !headings.some(([, address]) => address === url);
  }

  #themeNumber() {
    const stored = this.hasAttribute('data-page') ? environment.storedTheme() : null;
    const name = stored ?? this.theme ?? 'auto';
    if (stored) showTheme(stored);
    return Math.max(0, /** @type {readonly string[]} */ (environment.THEMES).indexOf(name));
  }

  #applyHeight() {
    const height = Number(this.height);
    this.style.height = height > 0 ? `${height}px` : '';
  }

  /**
   * False: it was cancelled.
   * @param {string} name
   * @param {object} detail
   * @param {boolean} cancelable
   */
  #dispatch(name, detail, cancelable = false) {
    return this.dispatchEvent(
      new CustomEvent(name, { detail, cancelable, bubbles: true, composed: true }),
    );
  }
}

/** @param {string} name the reader's choice, for the page around the element */
function showTheme(name) {
  if (name === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = name;
}

if (!customElements.get('lamplight-catalog')) {
  customElements.define('lamplight-catalog', LamplightCatalog);
}
