// One atlas at work: module instance, canvas, overlay and input, tied together.
//
//     const atlas = new Atlas(root, events);
//     await atlas.open(compiled, { profile, snapshots, fragment, theme });
//     atlas.stop();
//
// Ready-made state lives in the module; this passes on what changed.

import { Boundary, FLAG, FRAME, LamplightError } from './boundary.js';
import { CanvasSurface } from './canvas_surface.js';
import { resultText, selectionText } from './copied_text.js';
import { clock } from './clock.js';
import { FarText } from './far_text.js';
import { Glyphs } from './glyphs.js';
import { HostLook } from './host_look.js';
import { Input } from './input.js';
import { instantiate } from './module_loader.js';
import { copyText } from './page_environment.js';
import { printResult } from './printed_result.js';
import { Renderer } from './renderer.js';
import { SemanticLayer } from './semantic_layer.js';
import { TextMarking } from './text_marking.js';
import { measure } from './timeline.js';

/**
 * @typedef {object} AtlasEvents
 * @property {(fragment: string, isStep: boolean) => void} changed
 * @property {(fragment: string) => void} takenBack the last change was none
 * @property {(work: { id: string, heading: string, subtitle: string, meta: string } | null) => void} selected
 * @property {(url: string) => boolean} opening false: cancelled
 * @property {(lines: string) => void} owned what is the reader's own has changed
 * @property {(theme: number) => void} themed 0 system, 1 light, 2 dark
 * @property {(error: unknown) => void} failed at work: the atlas is to be stopped
 * @property {(isBlind: boolean) => void} blinded there is nothing to draw on, or again
 * @property {(date: string) => void} missing a snapshot that is asked for and not loaded
 * @property {(title: string) => void} titled what the title of the window is to say
 */

/**
 * @typedef {object} List
 * @property {string} date
 * @property {Uint8Array} block
 * @property {(() => Promise<Uint8Array>) | null} readAgain its block anew, from the Markdown: where
 *     the block is none that this module can read
 */

export class Atlas {
  #root;
  #events;
  #stage = document.createElement('div');
  #printed = document.createElement('div');
  #glyphs = new Glyphs();
  #look = new HostLook(() => this.#setEnvironment());
  #layer;
  #far;
  #surface;
  /** @type {Boundary | undefined} */
  #boundary;
  /** @type {Input | undefined} */
  #input;
  /** @type {import('./module_parts.js').Parts | undefined} */
  #parts;
  /** @type {TextMarking | undefined} */
  #marking;
  /** @type {Renderer | undefined} */
  #renderer;
  #abort = new AbortController();
  #place = 0;
  #dark = matchMedia('(prefers-color-scheme: dark)');
  #calm = matchMedia('(prefers-reduced-motion: reduce)');
  #hover = matchMedia('(hover: hover)');
  framesDrawn = 0;
  /** Until something is shown though nothing happens. */
  #waiting = 0;
  /** The tree has changed since the layer was made equal to it. */
  #isLayerBehind = false;

  /**
   * Failure: GraphicsError.
   * @param {ShadowRoot} root
   * @param {AtlasEvents} events
   */
  constructor(root, events) {
    this.#root = root;
    this.#events = events;
    this.#layer = new SemanticLayer(root, (node, y, x) => {
      this.#boundary?.scroll(node, y, x);
      this.requestFrame();
    });
    this.#far = new FarText(this.#layer, {
      works: (first, count) => this.#boundary?.listWorks(first, count).works ?? [],
      reveal: (work) => this.#reveal(work),
      unfold: (node) => {
        this.#boundary?.activate(node, 0);
        this.#drawAll();
      },
    });
    this.#surface = new CanvasSurface({
      resized: (width, height, density) => {
        this.#glyphs.setDensity(density);
        this.#boundary?.resize(width, height, density);
      },
      draw: (seconds) => this.#draw(seconds),
      contextRestored: (context) => {
        this.#renderer = new Renderer(context);
        this.#boundary?.forgetTextures();
      },
      blinded: (isBlind) => events.blinded(isBlind),
    });
    this.#stage.className = 'stage coming';
    this.#stage.setAttribute('part', 'stage');
    const { before, after } = this.#far;
    const { element, toldElement } = this.#layer;
    this.#stage.append(this.#look.element, this.#surface.canvas);
    this.#stage.append(before, element, after, toldElement);
    this.#printed.className = 'printed';
    root.append(this.#stage, this.#printed);
  }

  /**
   * Failure: LamplightError, or what the browser says about the module.
   * @param {WebAssembly.Module} compiled
   * @param {object} content
   * @param {string | null} content.profile
   * @param {List} content.newest
   * @param {string[]} content.older dates that come later
   * @param {(keys: string[], wanted: (key: string, text: string) => void) => void} content.watchState
   *   tells what the page wants of the state, by its keys, now and whenever that changes
   * @param {string} content.fragment
   * @param {WebAssembly.Module | undefined} content.rest what complete() takes, where it is there
   * @param {boolean} content.isExact
   * @param {number} content.place of a ui::Place
   * @param {string} content.linkBase what stands before the state in links to it
   * @param {number} content.theme
   * @param {string} content.own what is the reader's own
   * @param {boolean} content.ownsPage
   * @param {string[][]} content.pageLinks to the page without the canvas, with their titles
   * @param {(message: string) => void} content.warn something is odd, the list shows all the same
   */
  async open(compiled, content) {
    const begun = performance.now();
    const { module, parts } = await instantiate(compiled, this.#glyphs);
    this.#parts = parts;
    if (content.rest) await parts.join(content.rest);
    measure('instantiate', begun);
    this.#abort.signal.throwIfAborted();
    const boundary = new Boundary(module, (error) => this.#fail(error));
    this.#boundary = boundary;
    this.#glyphs.attach(() => boundary.memory);
    const reading = performance.now();
    if (content.profile !== null) {
      try {
        boundary.loadProfile(content.profile);
      } catch (error) {
        content.warn(`The list's profile cannot be used: ${messageOf(error)}`);
      }
    }
    boundary.expectSnapshots([content.newest.date, ...content.older]);
    await this.#load(boundary, content.newest);
    measure('load-and-index', reading);
    content.watchState(boundary.stateKeys(), (key, text) => {
      boundary.setState(key, text);
      this.#askForMissing();
      this.requestFrame();
    });
    this.openUrl(content.fragment, content.isExact);
    boundary.setTheme(content.theme);
    boundary.setPageLinks(content.pageLinks);
    this.#place = content.place;
    this.#layer.setLinkBase(content.linkBase, content.place > 0);
    if (content.own !== '') boundary.setOwn(content.own);
    const preparing = performance.now();
    if (!this.#surface.isLost) this.#renderer = new Renderer(this.#surface.context);
    measure('graphics', preparing);
    this.#setEnvironment();
    this.#surface.start();
    this.#input = new Input(
      {
        boundary,
        layer: this.#layer,
        requestFrame: () => this.requestFrame(),
        runEffects: () => this.#runEffects(boundary),
        takeBack: (fragment) => this.#takeBack(fragment),
        openLink: (url) => this.#events.opening(this.#layer.addressOf(url)),
      },
      content.ownsPage,
    );
    const { signal } = this.#abort;
    this.#markText(boundary, this.#input, content.ownsPage);
    printResult(this.#printed, (first, count) => boundary.listWorks(first, count), signal);
    for (const query of [this.#dark, this.#calm, this.#hover]) {
      query.addEventListener('change', this.#setEnvironment, { signal });
    }
    document.fonts.addEventListener('loadingdone', this.#forgetGlyphs, { signal });
    // Two frames: the first one lays out, the second answers it.
    const drawing = performance.now();
    this.#surface.drawNow();
    this.#drawAll();
    measure('first-frames', drawing);
    measure('glyphs-in-first-frames', drawing, this.#glyphs.spentMs);
  }

  /** Whether the page wants another look than the design's. */
  get hasLook() {
    const { colors, radius } = this.#look.read(this.#dark.matches);
    return radius >= 0 || colors.some((color) => color !== 0);
  }

  /** What the first frame did not need has come. @param {WebAssembly.Module} rest */
  async complete(rest) {
    await this.#parts?.join(rest);
  }

  /** Leaves nothing behind. */
  stop() {
    this.#abort.abort();
    clock.cancel(this.#waiting);
    this.#input?.stop();
    this.#surface.stop();
    this.#far.stop();
    this.#layer.clear();
    this.#stage.remove();
    this.#printed.remove();
    this.#boundary = undefined;
  }

  requestFrame() {
    this.#surface.requestFrame();
  }

  get isFrameRequested() {
    return this.#surface.isFrameRequested;
  }

  /** The state as a fragment of a URL. */
  get url() {
    return this.#boundary?.url() ?? '';
  }

  get theme() {
    return this.#boundary?.theme() ?? 0;
  }

  /**
   * @param {string} fragment
   * @param {boolean} [isExact] it says all of the state: what the page wants besides does not count
   */
  openUrl(fragment, isExact = false) {
    const boundary = this.#boundary;
    if (!boundary) return;
    let all = fragment;
    if (isExact) {
      const named = new URLSearchParams(fragment);
      // A key that is named wins, whatever its text.
      for (const key of boundary.stateKeys()) {
        if (!named.has(key)) all += `&${encodeURIComponent(key)}=`;
      }
    }
    boundary.openUrl(all);
    this.#askForMissing();
    this.requestFrame();
  }

  /**
   * The works that are shown.
   * @param {number} first position
   * @param {number} count at most
   */
  listWorks(first, count) {
    return this.#use().listWorks(first, count);
  }

  /** @param {string} query @param {number} count of works, at most */
  findWorks(query, count) {
    return this.#use().findWorks(query, count);
  }

  /** The block of the shown list: a copy. */
  block() {
    return this.#use().block();
  }

  /** Failure: it was stopped. */
  #use() {
    if (!this.#boundary) throw new Error('No list is shown.');
    return this.#boundary;
  }

  /** It was taken out of the document and put in again: regions scroll where they did. */
  resume() {
    this.#layer.scrollAgain();
    this.requestFrame();
  }

  /** @param {number} theme */
  setTheme(theme) {
    this.#boundary?.setTheme(theme);
    this.#setEnvironment();
  }

  /** @param {string} lines */
  setOwn(lines) {
    this.#boundary?.setOwn(lines);
    this.requestFrame();
  }

  /** @param {List} list */
  async addSnapshot(list) {
    if (this.#boundary) await this.#load(this.#boundary, list);
    this.requestFrame();
  }

  /**
   * @param {Boundary} boundary
   * @param {List} list
   */
  async #load(boundary, { date, block, readAgain }) {
    try {
      boundary.loadBlock(date, block);
    } catch (error) {
      if (!readAgain || isMemoryFull(error)) throw error;
      const fresh = await readAgain();
      this.#abort.signal.throwIfAborted();
      boundary.loadBlock(date, fresh);
    }
  }

  /**
   * The canvas is seen from now on.
   * @param {(top: number) => { work: string, y: number } | null} firstRow what the reader sees first
   *   where the list of the canvas begins, and where
   */
  takeOver(firstRow) {
    this.#stage.classList.remove('coming');
    const list = this.#layer.element.querySelector('[role="grid"]');
    const top = list ? list.getBoundingClientRect().top : 0;
    const row = firstRow(top - this.#stage.getBoundingClientRect().top);
    if (row) this.#reveal(row.work, row.y);
    this.#far.start();
  }

  /** @param {string} work @param {number} [y] */
  #reveal(work, y) {
    this.#boundary?.reveal(work, y);
    this.#drawAll();
  }

  #drawAll() {
    this.#surface.drawNow();
    this.#mirror();
  }

  /**
   * @param {Boundary} boundary
   * @param {Input} input
   * @param {boolean} ownsPage
   */
  #markText(boundary, input, ownsPage) {
    const { signal } = this.#abort;
    const layer = this.#layer;
    /** @param {Element} run */
    const isLink = (run) => {
      const link = layer.nodeOf(run.closest('a'));
      return link !== null && !(link.flags & FLAG.inPage);
    };
    const owner = { isLink, takeBack: () => input.takeBack(), ownsPage };
    const marking = new TextMarking(layer.element, this.#root, owner, signal);
    this.#marking = marking;
    /** @type {import("./copied_text.js").ListWorks} */
    const list = (first, count) => boundary.listWorks(first, count);
    const copy = (/** @type {ClipboardEvent} */ event) => {
      if (event.defaultPrevented || !event.clipboardData) return;
      const selected = layer.selection();
      if (marking.isAll) {
        const { text, taken } = resultText(list);
        event.clipboardData.setData('text/plain', text);
        layer.tell(`Copied: ${taken}.`);
      } else if (selected) {
        const text = selectionText(selected.range, selected.runs, list);
        event.clipboardData.setData('text/plain', text);
      } else {
        return;
      }
      event.preventDefault();
    };
    layer.element.addEventListener('copy', copy, { signal });
    if (ownsPage) document.addEventListener('copy', copy, { signal });
  }

  /** @param {string} fragment */
  #takeBack(fragment) {
    this.#boundary?.openUrl(fragment);
    this.#events.takenBack(fragment);
    this.#surface.drawNow();
    this.#drawAll();
  }

  /** The reader's fonts or colours may have changed. */
  #setEnvironment = () => {
    const boundary = this.#boundary;
    if (!boundary) return;
    const { matches: isDark } = this.#dark;
    boundary.setEnvironment(isDark, this.#calm.matches, this.#hover.matches, this.#place);
    const theme = boundary.theme();
    const { families, ...wanted } = this.#look.read(theme === 2 || (theme === 0 && isDark));
    const palette = boundary.setPalette(wanted);
    this.#stage.dataset.theme = palette.isDark ? 'dark' : 'light';
    this.#layer.setInks(palette);
    this.#layer.setFamilies(families);
    if (this.#glyphs.setStyle(families, palette.isDark)) boundary.forgetGlyphs();
    this.requestFrame();
  };

  #forgetGlyphs = () => {
    this.#glyphs.forget();
    this.#boundary?.forgetGlyphs();
    this.requestFrame();
  };

  /** @param {number} seconds */
  #draw(seconds) {
    const boundary = this.#boundary;
    if (!boundary) return;
    try {
      const wasBehind = this.#isLayerBehind;
      const { flags, picture, waitMs } = boundary.drawFrame(seconds);
      clock.cancel(this.#waiting);
      if (waitMs > 0) this.#waiting = clock.after(() => this.requestFrame(), waitMs);
      if (flags & FRAME.hasPicture) this.#renderer?.draw(picture);
      ++this.framesDrawn;
      if (flags & FRAME.treeChanged) this.#isLayerBehind = true;
      // What is seen comes first. The layer takes the browser longer than all else: it follows in
      // the next frame, and in every second one while each brings something new.
      if (wasBehind) this.#mirror();
      else if (this.#isLayerBehind) this.requestFrame();
      if (flags & FRAME.themeChanged) {
        this.#setEnvironment();
        this.#events.themed(boundary.theme());
      }
      if (flags & FRAME.ownChanged) this.#events.owned(boundary.own());
      if (flags & FRAME.hasEffects) this.#runEffects(boundary);
      if (flags & FRAME.urlChanged) {
        this.#events.changed(boundary.url(), (flags & FRAME.urlIsStep) !== 0);
        this.#askForMissing();
      }
      // Behind the address: the title is that of the new entry in the history.
      if (flags & FRAME.titleChanged) this.#events.titled(boundary.title());
      if (flags & FRAME.worksChanged) this.#far.renew();
      if (flags & FRAME.selectionChanged) this.#events.selected(boundary.selection());
      if (flags & FRAME.wantsAnother) this.requestFrame();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** @param {unknown} error told once, also where it is heard of twice */
  #fail(error) {
    if (!this.#abort.signal.aborted) this.#events.failed(error);
  }

  /** Makes the layer equal to what was drawn. */
  #mirror() {
    if (!this.#boundary || !this.#isLayerBehind) return;
    this.#isLayerBehind = false;
    const nodes = this.#boundary.tree();
    this.#layer.update(nodes);
    this.#far.follow(nodes);
    this.#marking?.renew();
  }

  #askForMissing() {
    const date = this.#boundary?.missingSnapshot();
    if (date) this.#events.missing(date);
  }

  /** @param {Boundary} boundary */
  #runEffects(boundary) {
    for (const { kind, first, second } of boundary.takeEffects()) {
      if (kind === 'open' && this.#events.opening(first)) window.open(first, '_blank', 'noopener');
      if (kind === 'focus') {
        this.#mirror(); // the node may just have been drawn for the first time
        this.#layer.focus(Number(first));
      }
      if (kind === 'say') this.#layer.tell(first);
      if (kind === 'copy') void this.#copy(first, second);
    }
  }

  /**
   * @param {string} text
   * @param {string} said
   */
  async #copy(text, said) {
    const isDone = await copyText(this.#layer.addressOf(text));
    this.#layer.tell(isDone ? said : 'The browser did not allow copying.');
  }
}

/** @param {unknown} error */
export function isMemoryFull(error) {
  return error instanceof LamplightError && error.status === 'OutOfMemory';
}

const OWN_ERRORS = ['LamplightError', 'FetchError', 'GraphicsError'];

/** In plain words; what the browser says comes behind them. @param {unknown} error */
export function messageOf(error) {
  const isOwn = error instanceof Error && OWN_ERRORS.includes(error.name);
  return isOwn ? error.message : `something in it failed (${error}).`;
}
