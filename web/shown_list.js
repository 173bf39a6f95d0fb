// One list that an element shows: from its files, as the attributes name them, to the atlas.
//
//     const list = new ShownList(element, root, given, owner);
//     await list.open(options);   // drawn, and not seen yet
//     list.takeOver(() => null);
//     list.stop();
//
// Another list is another one of these beside it, so that nothing is lost where that cannot be
// shown.

import { Atlas, isMemoryFull, messageOf } from './atlas.js';
import { baseOfLinks, placeOfList, snapshotList } from './list_files.js';
import * as loader from './module_loader.js';
import { OwnStore } from './own_store.js';
import { askReader, readList } from './reader.js';
import { StateAttributes, namesState } from './reflected_element.js';
import { measure } from './timeline.js';

/** @typedef {import('./list_files.js').Snapshot} Snapshot */
/** @typedef {import('./reflected_element.js').ReflectedElement} ReflectedElement */
/** @typedef {{ date: string, text: string }} GivenText */

/** @type {Snapshot} */
const NO_LIST = { date: '', file: '' };

/**
 * @typedef {object} ListOwner
 * @property {Omit<import('./atlas.js').AtlasEvents, 'owned' | 'missing'>} events
 * @property {(part: number | null) => void} progress 0 to 1; null: not known
 * @property {(message: string, action?: { title: string, run: () => void }) => void} warn
 */

/**
 * @typedef {object} ListOptions
 * @property {() => string} fragment the state to begin with, asked when it is needed
 * @property {boolean} isExact the fragment says all of the state
 * @property {number} theme
 * @property {boolean} ownsPage keys count while nothing on the page has the focus
 * @property {number} place of a ui::Place: 0 alone, 1 a guest, 2 a guest that links to the atlas
 * @property {string} linkBase what stands before the state in links to it
 * @property {string[][]} pageLinks places of the served page, with their addresses
 * @property {boolean} isStrict without its profile it is not shown
 * @property {boolean} needsRest of the module, at once
 */

export class ShownList {
  #element;
  #given;
  #owner;
  /** Ends everything that is under way. */
  #life = new AbortController();
  /** @type {OwnStore | undefined} */
  #own;
  /** @type {import("./module_loader.js").Downloads | undefined} */
  #downloads;
  /** @type {Promise<string | null>} */
  #profileText = Promise.resolve(null);
  /** @type {Map<string, Promise<void>>} */
  #fetchedSnapshots = new Map();
  /** @type {StateAttributes | undefined} */
  #attributes;
  /** @type {WebAssembly.Module | undefined} */
  #rest;
  atlas;
  isReady = false;

  /**
   * Failure: GraphicsError.
   * @param {ReflectedElement} element
   * @param {ShadowRoot} root
   * @param {GivenText | null} given instead of the attributes' addresses
   * @param {ListOwner} owner
   */
  constructor(element, root, given, owner) {
    this.#element = element;
    this.#given = given;
    this.#owner = owner;
    // Drawing is tried first: without it, nothing needs to be fetched.
    this.atlas = new Atlas(root, {
      ...owner.events,
      owned: (lines) => this.#own?.write(lines),
      missing: (date) => {
        const found = snapshotList(element).find((one) => one.date === date);
        if (found) void this.#fetchSnapshot(found);
      },
    });
  }

  get signal() {
    return this.#life.signal;
  }

  /** @param {ListOptions} options */
  async open({ fragment, isStrict, needsRest, ...options }) {
    const { signal } = this;
    const downloads = new loader.Downloads((part) => {
      // Older snapshots come behind the atlas.
      if (!this.isReady) this.#owner.progress(part);
    });
    this.#downloads = downloads;
    this.#profileText = this.#fetchProfile(downloads, isStrict);
    const [newest, ...older] = this.#given ? [null] : snapshotList(this.#element);
    // Who asks for more than the list needs all of the module at once.
    const isMore = needsRest || namesState(this.#element) || this.atlas.hasLook;
    const [compiled, rest, profile, list] = await Promise.all([
      loader.compileViewer(downloads),
      isMore ? loader.compileRest(downloads) : undefined,
      this.#profileText,
      this.#given ? this.#readGiven(this.#given) : this.#fetchList(newest ?? NO_LIST),
    ]);
    signal.throwIfAborted();
    this.#rest = rest;
    if (!this.#given) {
      this.#own = new OwnStore(placeOfList(this.#element), (own) => this.atlas.setOwn(own));
    }
    await this.atlas.open(compiled, {
      ...options,
      profile,
      newest: list,
      older: older.filter((one) => one !== null).map((one) => one.date),
      watchState: (keys, wanted) => {
        this.#attributes = new StateAttributes(this.#element, keys, wanted, signal);
      },
      fragment: fragment(),
      rest,
      own: this.#own?.read() ?? '',
      warn: (message) => {
        if (isStrict) throw new Error(message);
        this.#owner.warn(message);
      },
    });
  }

  /** The attributes say what the state is. */
  reflect() {
    this.#attributes?.reflect(this.atlas.url);
  }

  /**
   * The canvas has been drawn: it is seen from now on.
   * @param {Parameters<Atlas["takeOver"]>[0]} firstRow
   */
  takeOver(firstRow) {
    this.isReady = true;
    this.atlas.takeOver(firstRow);
    this.reflect();
  }

  /** All of the module is there. Failure: FetchError. */
  async complete() {
    const downloads = this.#downloads;
    if (downloads) await this.atlas.complete(this.#rest ?? (await loader.compileRest(downloads)));
  }

  /** Loads what comes behind the newest list. */
  async fetchOlder() {
    const [, ...older] = this.#given ? [null] : snapshotList(this.#element);
    for (const one of older) if (one) await this.#fetchSnapshot(one);
  }

  /**
   * The list, or works of it, in another format. Failure: LamplightError, FetchError.
   * @param {string} format
   * @param {string[]} ids none: all of the list
   */
  async export(format, ids) {
    const downloads = this.#downloads;
    if (!downloads) throw new Error('No list is shown.');
    const compiled = await loader.compileReader(downloads);
    const block = this.atlas.block();
    const { text } = await askReader({ compiled, block, format, ids }, block, this.signal);
    return text;
  }

  stop() {
    this.#life.abort();
    this.#own?.stop();
    this.atlas.stop();
  }

  /**
   * @param {import("./module_loader.js").Downloads} downloads
   * @param {boolean} isStrict
   */
  async #fetchProfile(downloads, isStrict) {
    if (!this.#element.profile) return null;
    try {
      const file = this.#element.profile;
      return await (await downloads.fetch("The list's profile", file, this.signal)).text();
    } catch (error) {
      this.signal.throwIfAborted();
      if (isStrict) throw error;
      this.#owner.warn(messageOf(error));
      return null;
    }
  }

  /**
   * A list by its block where there is one, else by its Markdown.
   * @param {Snapshot} snapshot
   * @returns {Promise<import("./atlas.js").List>}
   */
  async #fetchList({ date, file }) {
    const readAgain = async () => this.#read(await this.#fetchBytes(file), file);
    if (this.#element.hasAttribute('blocks') && file.endsWith('.md')) {
      const block = await this.#fetchBytes(file.replace(/md$/, 'block')).catch((error) => {
        this.signal.throwIfAborted();
        console.info(`${messageOf(error)} The list itself is read.`);
      });
      if (block) return { date, block: new Uint8Array(block), readAgain };
    }
    return { date, block: await readAgain(), readAgain: null };
  }

  /**
   * @param {GivenText} given
   * @returns {Promise<import("./atlas.js").List>}
   */
  async #readGiven({ date, text }) {
    const { buffer } = new TextEncoder().encode(text);
    return { date, block: await this.#read(buffer, ''), readAgain: null };
  }

  /** @param {string} file */
  async #fetchBytes(file) {
    const downloads = this.#downloads;
    if (!downloads) throw new Error('There is nothing to load.');
    return (await downloads.fetch('The list', file, this.signal)).arrayBuffer();
  }

  /**
   * @param {ArrayBuffer} markdown
   * @param {string} file where it came from; empty: from nowhere
   */
  async #read(markdown, file) {
    const downloads = this.#downloads;
    if (!downloads) throw new Error('There is nothing to load.');
    const compiled = await loader.compileReader(downloads);
    const address = baseOfLinks(this.#element, await this.#profileText, file);
    this.signal.throwIfAborted();
    // How long it will take cannot be told.
    if (!this.isReady) this.#owner.progress(null);
    const begun = performance.now();
    const block = await readList(compiled, markdown, address, this.signal);
    measure('read', begun);
    return block;
  }

  /**
   * Loads an older snapshot, once.
   * @param {Snapshot} snapshot
   */
  #fetchSnapshot(snapshot) {
    const known = this.#fetchedSnapshots.get(snapshot.date);
    if (known) return known;
    const coming = this.#fetchList(snapshot)
      .then(async (list) => {
        if (!this.signal.aborted) await this.atlas.addSnapshot(list);
      })
      .catch((error) => {
        if (this.signal.aborted) return;
        const advice = isMemoryFull(error) ? ' Close other tabs or programs first.' : '';
        const retry = () => {
          this.#fetchedSnapshots.delete(snapshot.date);
          void this.#fetchSnapshot(snapshot);
        };
        this.#owner.warn(
          `The list of ${snapshot.date} is not shown: ${messageOf(error)}${advice}`,
          {
            title: 'Retry',
            run: retry,
          },
        );
      });
    this.#fetchedSnapshots.set(snapshot.date, coming);
    return coming;
  }
}
