// The JavaScript side of src/platform/web_exports.h: calls, answers, and the bytes of the tree.
//
//     const boundary = new Boundary(module, (error) => stop(error));
//     boundary.openUrl("q=protein");
//     const flags = boundary.drawFrame(seconds);
//
// A status other than Ok becomes a LamplightError. Nothing is kept here but the module.

/** @typedef {import("./lamplight_web.js").LamplightModule} LamplightModule */

/** The statuses of web_exports.h, in order. */
export const STATUSES = [
  'Ok',
  'InvalidArgument',
  'NotText',
  'TooLarge',
  'Syntax',
  'Unreadable',
  'OutOfMemory',
];

/** The roles of src/ui/semantic.h, in order. */
export const ROLES = /** @type {const} */ ([
  'Group',
  'Banner',
  'Search',
  'Navigation',
  'Main',
  'Complementary',
  'ContentInfo',
  'Scroller',
  'List',
  'ListItem',
  'Heading',
  'Text',
  'Link',
  'Button',
  'Checkbox',
  'Tab',
  'TabList',
  'Select',
  'SearchBox',
  'Slider',
  'Status',
  'Image',
  'ListBox',
  'Option',
  'ProgressBar',
  'TabPanel',
  'Grid',
  'Row',
  'ColumnHeader',
  'GridCell',
  'Dialog',
  'Menu',
  'MenuItem',
  'Meter',
  'Separator',
]);

/** The keys of src/ui/ui.h without a sign, by the browser's names, in order. */
export const KEYS = [
  'ArrowUp',
  'ArrowDown',
  'PageUp',
  'PageDown',
  'Home',
  'End',
  'Enter',
  'Escape',
  'ArrowLeft',
  'ArrowRight',
];

/**
 * The code of a key: of its name, or its sign. -1: none that the module could use.
 * @param {string} name
 */
export function keyCode(name) {
  if (name.length !== 1) return KEYS.indexOf(name);
  return name >= ' ' && name <= '~' ? name.charCodeAt(0) : -1;
}

/**
 * What is held beside a key or a button, as bits.
 * @param {MouseEvent | KeyboardEvent} event
 */
export function modifiersOf(event) {
  // The key that writes a third sign is no modifier of it.
  if (event.getModifierState('AltGraph')) return 0;
  return (
    Number(event.shiftKey) + 2 * Number(event.ctrlKey || event.metaKey) + 4 * Number(event.altKey)
  );
}

/** Bits of lamplight_frame_draw's answer. */
export const FRAME = {
  wantsAnother: 1,
  treeChanged: 2,
  urlChanged: 4,
  urlIsStep: 8,
  hasEffects: 16,
  themeChanged: 32,
  selectionChanged: 64,
  ownChanged: 128,
  hasPicture: 256,
  worksChanged: 512,
  titleChanged: 1024,
};

/** Bits of a node's flags. */
export const FLAG = {
  selected: 1,
  checked: 2,
  expanded: 4,
  collapsed: 8,
  disabled: 16,
  current: 32,
  decorative: 64,
  activates: 128,
  inPage: 256,
  tabStop: 512,
  unchecked: 1024,
  many: 2048,
  fromLeft: 4096,
  fromRight: 8192,
};

/** @typedef {(typeof ROLES)[number]} Role */

/**
 * One node of the semantic tree (src/ui/semantic.h).
 * @typedef {object} SemanticNode
 * @property {number} id
 * @property {number} parent position in the same array, -1: the root
 * @property {Role} role
 * @property {number} face
 * @property {number} level
 * @property {number} flags
 * @property {number} x
 * @property {number} y
 * @property {number} w
 * @property {number} h
 * @property {number} fontSize
 * @property {number} setSize
 * @property {number} position
 * @property {number} contentHeight
 * @property {number} scrollY
 * @property {number} contentWidth
 * @property {number} scrollX
 * @property {string} label
 * @property {string} value
 * @property {string} url
 * @property {string} options
 */

/** @typedef {{ kind: string, first: string, second: string }} Effect */

/**
 * A work of the result as text; links are pairs of label and URL.
 * @typedef {{ id: string, title: string, description: string, meta: string,
 *   links: [string, string][] }} ListedWork
 */

/** A call that could not be done; `status` is one of STATUSES. */
export class LamplightError extends Error {
  /**
   * @param {string} status
   * @param {string} message
   */
  constructor(status, message) {
    super(message);
    this.name = 'LamplightError';
    this.status = status;
  }
}

/**
 * Whether a module threw it where memory ended (src/platform/web_memory.cpp).
 * @param {unknown} error
 */
export const isMemoryEnd = (error) => error instanceof Error && error.message === 'OutOfMemory';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Boundary {
  #module;
  #ended;

  /**
   * @param {LamplightModule} module
   * @param {(error: unknown) => void} ended a call could not be done, and threw this, too: the
   *   module is of no more use
   */
  constructor(module, ended) {
    this.#module = module;
    this.#ended = ended;
  }

  /** @param {string} json */
  loadProfile(json) {
    this.#callWithTexts('profile_load', [json]);
  }

  /**
   * The module takes the block over. Failure: InvalidArgument (a block of another version), Syntax,
   * OutOfMemory; what was loaded stays.
   * @param {string} date
   * @param {Uint8Array} block
   */
  loadBlock(date, block) {
    const { pointer } = this.#call('buffer_allocate', block.length);
    this.#module.HEAPU8.set(block, pointer);
    this.#callWithTexts('block_load', [date], pointer, block.length);
  }

  /** @param {string[]} dates of all lists there are */
  expectSnapshots(dates) {
    this.#callWithTexts('snapshots_expect', [dates.join('\n')]);
  }

  /** The date of a snapshot that is asked for and not loaded, or "". */
  missingSnapshot() {
    return this.#text(this.#call('snapshot_missing'));
  }

  /** @param {string} fragment without "#" */
  openUrl(fragment) {
    this.#callWithTexts('url_open', [fragment]);
  }

  url() {
    return this.#text(this.#call('url_get'));
  }

  /** The names of what setState sets. */
  stateKeys() {
    return this.#text(this.#call('state_keys')).split('\n');
  }

  /**
   * @param {string} key
   * @param {string} text empty: as if it were not there
   */
  setState(key, text) {
    this.#callWithTexts('state_set', [key, text]);
  }

  /** The selected work, or null. */
  selection() {
    const text = this.#text(this.#call('selection_get'));
    if (text === '') return null;
    const [id, heading, subtitle, meta] = text.split('\0');
    return { id, heading, subtitle, meta };
  }

  /** @param {number} theme 0 system, 1 light, 2 dark */
  setTheme(theme) {
    this.#call('theme_set', theme);
  }

  theme() {
    return this.#bytes(this.#call('theme_get'))[0];
  }

  /** @param {string} lines what is the reader's own, as own() gave it */
  setOwn(lines) {
    this.#callWithTexts('own_set', [lines]);
  }

  own() {
    return this.#text(this.#call('own_get'));
  }

  /** The drawing context is gone, or another. */
  forgetTextures() {
    this.#call('textures_forget');
  }

  forgetGlyphs() {
    this.#call('glyphs_forget');
  }

  /**
   * @param {number} width
   * @param {number} height
   * @param {number} density
   */
  resize(width, height, density) {
    this.#call('view_resize', width, height, density);
  }

  /**
   * @param {boolean} isDark
   * @param {boolean} hasReducedMotion
   * @param {boolean} hasHover
   * @param {number} place of a ui::Place
   */
  setEnvironment(isDark, hasReducedMotion, hasHover, place) {
    const flags = [isDark, hasReducedMotion, hasHover].map(Number);
    this.#call('environment_set', ...flags, place);
  }

  /**
   * What the page wants of the look; gives what is made of it.
   * @param {{ isDark: boolean, colors: number[], radius: number }} wanted
   */
  setPalette({ isDark, colors, radius }) {
    const answer = this.#call('palette_set', Number(isDark), ...colors, radius);
    const view = this.#view(answer);
    const [panel, ink, ink3, accent] = [0, 4, 8, 12].map(
      (at) => `rgb(${[0, 1, 2].map((part) => view.getUint8(at + part)).join(' ')})`,
    );
    return { panel, ink, ink3, accent, isDark: view.getUint32(16, true) === 1 };
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  movePointer(x, y) {
    this.#call('pointer_move', x, y);
  }

  leavePointer() {
    this.#call('pointer_leave');
  }

  /**
   * @param {number} button
   * @param {boolean} isDown
   */
  pressPointer(button, isDown) {
    this.#call('pointer_press', button, Number(isDown));
  }

  /**
   * False: the node is gone.
   * @param {number} node
   * @param {number} modifiers
   */
  activate(node, modifiers) {
    return this.#status('node_activate', node, modifiers) === 0;
  }

  /**
   * @param {number} node
   * @param {string} value
   */
  setValue(node, value) {
    this.#callWithTexts('node_value_set', [value], node);
  }

  /** The browser follows a link to another page. */
  followLink() {
    this.#call('link_follow');
  }

  /** @param {number} node 0: none @param {boolean} [isShown] with a ring */
  focus(node, isShown = false) {
    this.#call('node_focus', node, Number(isShown));
  }

  /**
   * @param {number} node
   * @param {number} y
   * @param {number} x
   */
  scroll(node, y, x) {
    this.#call('region_scroll', node, y, x);
  }

  /**
   * True: the key was used.
   * @param {number} key
   * @param {number} modifiers
   */
  pressKey(key, modifiers) {
    return this.#bytes(this.#call('key_press', key, modifiers))[0] === 1;
  }

  /** @param {string} work @param {number} [y] where its row begins then, of the canvas */
  reveal(work, y = 0) {
    this.#callWithTexts('work_reveal', [work], y);
  }

  /** @param {string[][]} links title and address: of the plain page, then of its headings */
  setPageLinks(links) {
    this.#callWithTexts('page_links_set', [links.map((link) => link.join('\t')).join('\n')]);
  }

  /** What the title of the window says. */
  title() {
    return this.#text(this.#call('title_get'));
  }

  /**
   * The result as text, and what it is the result of.
   * @param {number} first position
   * @param {number} count of works, at most
   */
  listWorks(first, count) {
    return readWorks(this.#text(this.#call('works_get', first, count)));
  }

  /**
   * What a query finds in all of the shown list.
   * @param {string} query
   * @param {number} count of works, at most
   */
  findWorks(query, count) {
    return readWorks(this.#text(this.#callWithTexts('works_find', [query], count))).works;
  }

  /** The block of the shown list: a copy. */
  block() {
    const { pointer, length } = this.#call('block_get');
    const { buffer } = this.#module.HEAPU8;
    return /** @type {ArrayBuffer} */ (buffer.slice(pointer, pointer + length));
  }

  /**
   * Makes a frame. With FRAME.hasPicture among the flags it is to be rendered, before the next call.
   * `waitMs`: after how long another one shows something new though nothing happens (0: never).
   * @param {number} seconds
   */
  drawFrame(seconds) {
    const answer = this.#call('frame_draw', seconds);
    const view = this.#view(answer);
    return {
      flags: view.getUint32(0, true),
      waitMs: view.getFloat32(56, true) * 1000,
      picture: { memory: this.memory, pointer: answer.pointer },
    };
  }

  /** @returns {SemanticNode[]} */
  tree() {
    const answer = this.#call('tree_get');
    return readTree(this.#view(answer), this.#bytes(answer));
  }

  /** @returns {Effect[]} */
  takeEffects() {
    const fields = this.#text(this.#call('effects_take')).split('\0');
    const effects = [];
    for (let i = 0; i + 2 < fields.length; i += 3) {
      effects.push({ kind: fields[i], first: fields[i + 1], second: fields[i + 2] });
    }
    return effects;
  }

  /** The module's own table, to be compared with STATUSES. */
  statuses() {
    return this.#text(this.#call('status_list')).split('\n');
  }

  /** The module's memory, as it is now: it moves when it grows. */
  get memory() {
    return this.#module.HEAPU8;
  }

  /** @typedef {{ pointer: number, length: number }} Answer */

  /**
   * @param {string} name
   * @param {...number} values
   */
  #status(name, ...values) {
    return this.#respond(name, values).getUint32(0, true);
  }

  /**
   * @param {string} name
   * @param {number[]} values
   */
  #respond(name, values) {
    try {
      const place = this.#module[`_lamplight_${name}`](...values) >>> 0;
      return new DataView(this.#module.HEAPU8.buffer, place, 12);
    } catch (thrown) {
      const error = isMemoryEnd(thrown)
        ? new LamplightError('OutOfMemory', 'There is not enough memory.')
        : thrown;
      throw this.#end(error);
    }
  }

  /** @param {unknown} error */
  #end(error) {
    this.#ended(error);
    return error;
  }

  /**
   * @param {string} name
   * @param {...number} values
   * @returns {Answer}
   */
  #call(name, ...values) {
    const response = this.#respond(name, values);
    const answer = { pointer: response.getUint32(4, true), length: response.getUint32(8, true) };
    const status = response.getUint32(0, true);
    if (status === 0) return answer;
    throw new LamplightError(STATUSES[status] ?? `status ${status}`, this.#text(answer));
  }

  /**
   * Calls with numbers first, then each text as pointer and length.
   * @param {string} name
   * @param {(string | Uint8Array)[]} texts
   * @param {...number} values
   */
  #callWithTexts(name, texts, ...values) {
    /** @type {number[]} */
    const lent = [];
    try {
      for (const text of texts) {
        const bytes = typeof text === 'string' ? encoder.encode(text) : text;
        const { pointer } = this.#allocate(bytes.length);
        this.#module.HEAPU8.set(bytes, pointer);
        lent.push(pointer);
        values.push(pointer, bytes.length);
      }
      return this.#call(name, ...values);
    } finally {
      for (const pointer of lent) this.#respond('buffer_free', [pointer]);
    }
  }

  /** Room for a text: without it nothing more can be done. @param {number} length */
  #allocate(length) {
    try {
      return this.#call('buffer_allocate', length);
    } catch (error) {
      throw this.#end(error);
    }
  }

  /** @param {Answer} answer */
  #bytes({ pointer, length }) {
    return this.#module.HEAPU8.subarray(pointer, pointer + length);
  }

  /** @param {Answer} answer */
  #view({ pointer, length }) {
    return new DataView(this.#module.HEAPU8.buffer, pointer, length);
  }

  /** @param {Answer} answer */
  #text(answer) {
    return decoder.decode(this.#bytes(answer));
  }
}

/**
 * Reads the picture of bytes at lamplight_tree_get.
 * @param {DataView} view
 * @param {Uint8Array} bytes the same bytes
 * @returns {SemanticNode[]}
 */
export function readTree(view, bytes) {
  const count = view.getUint32(0, true);
  const size = view.getUint32(4, true);
  const strings = view.getUint32(8, true);
  /** @param {number} at */
  const text = (at) => {
    const length = view.getUint32(at + 4, true);
    if (length === 0) return '';
    const begin = strings + view.getUint32(at, true);
    return decoder.decode(bytes.subarray(begin, begin + length));
  };
  const nodes = [];
  for (let i = 0, at = 16; i < count; ++i, at += size) {
    nodes.push({
      id: view.getUint32(at, true),
      parent: view.getInt32(at + 4, true),
      role: ROLES[view.getUint8(at + 8)],
      face: view.getUint8(at + 9),
      level: view.getUint8(at + 10),
      flags: view.getUint32(at + 12, true),
      x: view.getFloat32(at + 16, true),
      y: view.getFloat32(at + 20, true),
      w: view.getFloat32(at + 24, true),
      h: view.getFloat32(at + 28, true),
      fontSize: view.getFloat32(at + 32, true),
      setSize: view.getInt32(at + 36, true),
      position: view.getInt32(at + 40, true),
      contentHeight: view.getFloat32(at + 44, true),
      scrollY: view.getFloat32(at + 48, true),
      contentWidth: view.getFloat32(at + 52, true),
      scrollX: view.getFloat32(at + 56, true),
      label: text(at + 60),
      value: text(at + 68),
      url: text(at + 76),
      options: text(at + 84),
    });
  }
  return nodes;
}

/**
 * Reads the picture of bytes at lamplight_works_get.
 * @param {string} text
 */
function readWorks(text) {
  const fields = text.split('\0');
  let at = 4;
  const take = () => fields[at++];
  /** @type {ListedWork[]} */
  const works = [];
  // Behind the last "\0" there is nothing.
  while (at < fields.length - 1) {
    const id = take();
    const title = [take(), take()].filter(Boolean).join(': ');
    const [description, meta] = [take(), take()];
    /** @type {[string, string][]} */
    const links = [];
    for (let label; (label = take());) links.push([label, take()]);
    works.push({ id, title, description, meta, links });
  }
  const [title, date, counted, asked] = fields;
  return { title, date, counted, asked, works };
}
