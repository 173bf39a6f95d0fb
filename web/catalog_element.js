// <lamplight-catalog>: a curated list as an atlas.
//
//     <script type="module" src="lamplight.js"></script>
//     <lamplight-catalog src="README.md" profile="profile.json" height="640">
//       <p>Shown until the atlas is ready, and if it cannot run.</p>
//     </lamplight-catalog>
//
// Attributes (and properties of the same names): src, the list's Markdown; snapshots, "DATE=FILE
// DATE=FILE", the newest first; profile: each may change at any time, and what was shown stays until
// the other list can be. theme ("auto", "light", "dark"); height in CSS px; atlas, the address of the
// atlas itself, which a guest's links lead to; page, to fill the window and keep the state in the
// address (taken for granted where the element is alone in the body). Keys of the address, too
// (query, in, year, has, venue, sort, view, work, since, at, ids of the profile's facets), as plain
// text: they hold where the address says nothing, and whenever the page changes them; what the
// reader does changes them.
// The attribute blocks says that beside each list.md lies list.block, as “lamplight site” writes
// them: read in place of the Markdown, and passed over where it is missing or of another version.
// Methods, all of which give promises: load(textOrUrl), save(), restore(token), search(query),
// export(format), destroy(). Events, bubbling and composed: lamplight-ready, lamplight-change,
// lamplight-select, lamplight-open (cancelable), lamplight-error. README.md has them in full.
//
// A guest is an element on somebody else's page, or a page in a frame (?embed=1): it has no header,
// takes the wheel only while the focus is inside, and its address is NAME:STATE in the fragment of
// the page's, where NAME is the element's id, or "lamplight".

import { isMemoryFull, messageOf } from './atlas.js';
import { clock } from './clock.js';
import { adoptStyle } from './element_style.js';
import { EmbeddedAddress, addressOfPage, isEmbedded, nameOf } from './embedded_address.js';
import * as environment from './page_environment.js';
import { THEME_KEY, plainKey } from './kept_keys.js';
import { PageProgress } from './page_progress.js';
import { ReflectedElement, takeAttributesAsGiven } from './reflected_element.js';
import { pageLinks, plainAddress, readFragment } from './served_page.js';
import { ShownList } from './shown_list.js';
import { mark } from './timeline.js';
import { UrlState } from './url_state.js';

/** @typedef {import('./shown_list.js').GivenText} GivenText */

export class LamplightCatalog extends ReflectedElement {
  static observedAttributes = ['theme', 'height', 'src', 'snapshots', 'profile'];

  #root = this.attachShadow({ mode: 'open' });
  #slot = document.createElement('slot');
  #progress;
  /** What is seen, or about to be while there is nothing else. @type {ShownList | undefined} */
  #list;
  /** Another list that is to come in its place. @type {ShownList | undefined} */
  #next;
  /** @type {UrlState | EmbeddedAddress | undefined} */
  #url;
  /** Ends everything that is under way. */
  #life = new AbortController();
  /** Ends what lasts as long as the element is in the document. */
  #stay = new AbortController();
  /** @type {Promise<void> | undefined} */
  #opening;
  /** @type {GivenText | null} */
  #given = null;
  #isAtWork = false;
  /** Attributes that name what is shown, and have changed. @type {string[]} */
  #changed = [];
  /** Of the window, as the page had it. */
  #title = '';

  constructor() {
    super();
    adoptStyle(this.#root);
    this.#root.append(this.#slot);
    this.#progress = new PageProgress(this.#root, () => this.#cancel());
  }

  connectedCallback() {
    if (this.#isAtWork) {
      this.#list?.atlas.resume(); // it was moved in the document
      return;
    }
    this.#isAtWork = true;
    this.#applyHeight();
    const isPage = environment.isWholePage(this);
    this.toggleAttribute('data-page', isPage);
    this.toggleAttribute('data-guest', !isPage || isEmbedded());
    this.#title = document.title;
    this.#stay = new AbortController();
    if (isPage && isEmbedded()) this.#talkToFrame();
    if (this.#ownsWindow && 'address' in readFragment(this, location.hash.slice(1))) {
      // The reader came for what the canvas does not show.
      import('./later_plain_page.js')
        .then((page) => page.offerAtlas(plainKey(), THEME_KEY))
        .catch(() => {});
    } else if (this.src || this.snapshots || this.#given) {
      void this.#start().catch(() => {});
    }
  }

  /** Whether the window is its own: its title, and the served page with all that is on it. */
  get #ownsWindow() {
    return this.hasAttribute('data-page') && !this.hasAttribute('data-guest');
  }

  #talkToFrame() {
    const origin = new URLSearchParams(location.search).get('origin');
    import('./later_frame.js')
      .then(({ talkToFrame }) => talkToFrame(this, origin, this.#stay.signal))
      .catch((error) => console.warn(`The page around this one is not told: ${error}`));
  }

  disconnectedCallback() {
    clock.after(() => {
      if (this.isConnected) return;
      this.#stay.abort();
      this.#end();
    }, 0);
  }

  /** Moved by moveBefore(): nothing was lost. */
  connectedMoveCallback() {}

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    if (before === now || !this.#isAtWork) return;
    if (name === 'height') this.#applyHeight();
    else if (name === 'theme') this.#list?.atlas.setTheme(this.#themeNumber());
    // Behind all that is changed at once.
    else if (this.#changed.push(name) === 1) queueMicrotask(() => this.#follow());
  }

  /** The attributes name another list, or the same with another profile. */
  #follow() {
    const changed = this.#changed.splice(0);
    if (changed.length === 0 || !this.isConnected || !(this.src || this.snapshots)) return;
    this.#given = null;
    void this.#start(!changed.includes('src')).catch(() => {});
  }

  /**
   * Shows another list. Resolves when it can be used; rejects with what is wrong, and what was shown
   * stays.
   * @param {string} textOrUrl Markdown (more than one line), or where it is
   * @returns {Promise<void>}
   */
  async load(textOrUrl) {
    if (!this.isConnected) throw new Error('The element is not on a page.');
    const isText = /[\r\n]/.test(textOrUrl);
    this.#given = isText ? { date: '', text: textOrUrl } : null;
    this.removeAttribute('snapshots');
    this.src = isText ? null : textOrUrl;
    this.#changed = [];
    return this.#start();
  }

  /**
   * Stops, and shows again what was there before. Nothing is left behind.
   * @returns {Promise<void>}
   */
  async destroy() {
    this.#end();
  }

  /**
   * What is shown and how, as a text for restore().
   * @returns {Promise<string>}
   */
  async save() {
    return (await this.#calls()).save();
  }

  /**
   * Shows again what save() told of. Rejects what is no text of it.
   * @param {string} token
   * @returns {Promise<void>}
   */
  async restore(token) {
    (await this.#calls()).restore(token);
  }

  /**
   * The works that a query finds in the whole list; what is shown stays as it is.
   * @param {string} query
   * @returns {Promise<import('./later_calls.js').FoundWork[]>}
   */
  async search(query) {
    return (await this.#calls()).search(query);
  }

  /**
   * The works that are shown, in another format: json, csv, bibtex, ris, markdown, html.
   * @param {string} format
   * @returns {Promise<string>}
   */
  async export(format) {
    return (await this.#calls()).export(format);
  }

  /** How many frames were drawn: none while nothing happens. */
  get framesDrawn() {
    return this.#list?.atlas.framesDrawn ?? 0;
  }

  /** Whether a frame is about to be drawn. */
  get isFrameRequested() {
    return this.#list?.atlas.isFrameRequested ?? false;
  }

  async #calls() {
    const { ElementCalls } = await import('./later_calls.js');
    // Where it failed, what was shown before still is.
    await this.#opening?.catch(() => {});
    if (!this.#list?.isReady) throw new Error('No list is shown.');
    return new ElementCalls(this.#list);
  }

  /** The reader does not want to wait: the static list is all there is, until it is asked for. */
  #cancel() {
    if (this.#next) {
      this.#next.stop();
      this.#next = undefined;
      this.#progress.hide();
      return;
    }
    this.#end();
    this.#isAtWork = true;
    this.#progress.say(
      'Loading the interactive view was stopped. You are reading the list without it.',
      { title: 'Load it', run: () => void this.#start().catch(() => {}) },
    );
  }

  /** @param {boolean} [keepsState] of what is shown */
  #start(keepsState = false) {
    this.#progress.unsay();
    this.#next?.stop();
    this.#next = undefined;
    const former = this.#list?.isReady ? this.#list : undefined;
    if (!former) {
      this.#end();
      this.#isAtWork = true;
      takeAttributesAsGiven(this);
      this.#life = new AbortController();
    }
    const opening = former ? this.#change(former, keepsState) : this.#open();
    this.#opening = opening;
    return opening;
  }

  #end() {
    this.#isAtWork = false;
    this.#life.abort();
    this.#url?.stop();
    this.#url = undefined;
    if (this.#list && this.#ownsWindow) document.title = this.#title;
    for (const list of [this.#list, this.#next]) list?.stop();
    this.#list = this.#next = undefined;
    this.#progress.hide();
    this.#progress.unsay();
    this.#slot.classList.remove('away');
    this.removeAttribute('data-ready');
    this.removeAttribute('data-blind');
  }

  async #open() {
    const { signal } = this.#life;
    try {
      mark('start');
      // Before the canvas comes, the served page has the reader's colours, too.
      this.#themeNumber();
      await environment.firstPaint(signal);
      mark('painted');
      this.#progress.show(0);
      const list = this.#makeList();
      this.#list = list;
      this.#url = this.#makeAddress();
      const url = this.#url;
      await list.open({
        ...this.#options(),
        fragment: () => this.#stateFragment(url.start()),
        isExact: false,
        isStrict: false,
        needsRest:
          this.hasAttribute('data-guest') || this.#stateFragment(location.hash.slice(1)) !== '',
      });
      await environment.untilIdle(this, signal, (proceed) => {
        this.#progress.hide();
        this.#progress.say('The interactive view is ready.', { title: 'Open it', run: proceed });
      });
      signal.throwIfAborted();
      this.#takeOver(list);
      await list.complete();
      void list.fetchOlder();
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
      throw error;
    }
  }

  /**
   * Another list in the place of one that is shown, which stays where that fails.
   * @param {ShownList} former
   * @param {boolean} keepsState
   */
  async #change(former, keepsState) {
    /** @type {ShownList | undefined} */
    let list;
    try {
      this.#progress.show(null);
      list = this.#makeList();
      this.#next = list;
      await list.open({
        ...this.#options(),
        fragment: () => (keepsState ? former.atlas.url : ''),
        isExact: keepsState,
        isStrict: true,
        needsRest: true,
      });
      list.signal.throwIfAborted();
      this.#next = undefined;
      this.#list = list;
      former.stop();
      this.#takeOver(list);
      this.#url?.write(list.atlas.url, false);
      void list.fetchOlder();
    } catch (error) {
      // Stopped: by the reader, or for yet another list.
      if (list?.signal.aborted) throw error;
      list?.stop();
      this.#next = undefined;
      this.#progress.hide();
      const message = messageOf(error);
      this.#progress.say(`The other list is not shown: ${message} You see the one before.`, {
        title: 'Retry',
        run: () => void this.#start(keepsState).catch(() => {}),
      });
      this.#tellError(error);
      throw error;
    }
  }

  #makeList() {
    /** @type {ShownList} */
    const list = new ShownList(this, this.#root, this.#given, {
      events: this.#atlasEvents(() => list),
      progress: (part) => this.#progress.show(part),
      warn: (message, action) => this.#warn(message, action),
    });
    return list;
  }

  #options() {
    const isGuest = this.hasAttribute('data-guest');
    const isFramed = isGuest && this.hasAttribute('data-page');
    const own = this.atlas ? new URL(this.atlas, document.baseURI).href : addressOfPage();
    const prefix = isGuest && !isFramed && !this.atlas ? `${nameOf(this)}:` : '';
    return {
      theme: this.#themeNumber(),
      ownsPage: this.hasAttribute('data-page'),
      pageLinks: this.#ownsWindow ? pageLinks(this) : [],
      place: !isGuest ? 0 : this.atlas || isFramed ? 2 : 1,
      linkBase: isGuest ? `${own}#${prefix}` : '#',
    };
  }

  #makeAddress() {
    const opened = (/** @type {string} */ fragment) => this.#openFragment(fragment);
    if (!this.hasAttribute('data-page')) return new EmbeddedAddress(this, opened);
    return new UrlState(opened, this.hasAttribute('data-guest'));
  }

  /** The canvas has been drawn: it comes in the place of the static list. @param {ShownList} list */
  #takeOver(list) {
    // Who has asked for something, and not scrolled, sees it from its beginning.
    const isFirst = !this.hasAttribute('data-ready');
    const isAsked = !this.hasAttribute('data-page') || list.atlas.url !== '';
    const keepsPlace = isFirst && (!isAsked || environment.isScrolled(this));
    list.takeOver((top) => (keepsPlace ? environment.firstVisibleRow(this, top) : null));
    this.#progress.hide();
    this.setAttribute('data-ready', '');
    this.removeAttribute('data-blind');
    this.#slot.classList.add('away');
    this.scrollTop = 0;
    mark('ready');
    this.#dispatch('lamplight-ready', { url: list.atlas.url });
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

  /** @param {ShownList} list @param {string} fragment */
  #tellChange(list, fragment) {
    list.reflect();
    const state = Object.fromEntries(new URLSearchParams(fragment));
    this.#dispatch('lamplight-change', { url: fragment, ...state });
  }

  /**
   * @param {() => ShownList} own the list that they are of
   * @returns {import("./shown_list.js").ListOwner["events"]}
   */
  #atlasEvents(own) {
    return {
      changed: (fragment, isStep) => {
        this.#url?.write(fragment, isStep);
        this.#tellChange(own(), fragment);
      },
      takenBack: (fragment) => {
        this.#url?.takeBack(fragment);
        this.#tellChange(own(), fragment);
      },
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
        if (this.#ownsWindow) document.title = title;
      },
      themed: (theme) => {
        const name = environment.THEMES[theme];
        if (this.hasAttribute('data-page')) {
          environment.storeTheme(name);
          showTheme(name);
        }
      },
      failed: (error) => {
        // One that is not seen yet fails where it is opened.
        if (own() === this.#list) this.#fail(error);
      },
      blinded: (isBlind) => {
        if (own() === this.#list) this.#showList(isBlind);
      },
    };
  }

  /** @param {unknown} error */
  #fail(error) {
    const wasReady = this.hasAttribute('data-ready');
    this.#end();
    this.#isAtWork = true;
    const message = messageOf(error);
    if (error instanceof Error && error.name === 'GraphicsError') {
      this.#progress.say(message);
    } else {
      const advice = isMemoryFull(error) ? '; close other tabs or programs first' : '';
      this.#progress.say(
        `The interactive view ${wasReady ? 'had to stop' : 'could not start'}: ${message} You are ` +
          `reading the full list without it${advice}.`,
        { title: 'Retry', run: () => void this.#start().catch(() => {}) },
      );
    }
    this.#tellError(error);
  }

  /** @param {unknown} error */
  #tellError(error) {
    const name = error instanceof Error ? error.name : 'Error';
    this.#dispatch('lamplight-error', { name, message: messageOf(error) });
  }

  /**
   * @param {string} message
   * @param {{ title: string, run: () => void }} [action]
   */
  #warn(message, action) {
    this.#progress.say(message, action);
    this.#dispatch('lamplight-error', { name: 'Warning', message });
  }

  /** @param {string} fragment */
  #openFragment(fragment) {
    const meant = readFragment(this, fragment);
    // In the place of this entry of the history: Back would lead here again.
    if ('address' in meant) return location.replace(meant.address);
    this.#list?.atlas.openUrl(meant.state);
    this.#list?.reflect();
  }

  /** @param {string} fragment */
  #stateFragment(fragment) {
    const meant = readFragment(this, fragment);
    return 'state' in meant ? meant.state : '';
  }

  /** Whether a link leads to the whole of it, and not only to a heading. @param {string} url */
  #isPlainPage(url) {
    if (!this.#ownsWindow || url.split('#')[0] !== plainAddress()) return false;
    const [, ...headings] = pageLinks(this);
    return !headings.some(([, address]) => address === url);
  }

  #themeNumber() {
    const isGuest = this.hasAttribute('data-guest');
    const stored = isGuest ? null : environment.storedTheme();
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
