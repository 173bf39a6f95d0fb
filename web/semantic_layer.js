// The semantic layer: real DOM laid exactly over the canvas, kept equal to the semantic tree.
//
//     layer.update(boundary.tree());   // only when it changed
//
// Elements are keyed by the nodes' ids and stay as long as the node does, so that focus, caret
// and selection survive. Order in the DOM is order in the tree: reading and focus order.

import { FLAG } from './boundary.js';
import { LayerMotion } from './layer_motion.js';
import { describe, kindOf, makeElement } from './semantic_elements.js';
import { selectedRange } from './copied_text.js';

/** @typedef {import("./boundary.js").SemanticNode} SemanticNode */

/**
 * @typedef {object} Shown
 * @property {import("./semantic_elements.js").Made} made
 * @property {SemanticNode} node as of the last update
 * @property {string} kind
 * @property {string | null | undefined} text of the nodes below, as last told; null: never,
 *   undefined: there are none
 * @property {string} place left, top, width, height as last set
 * @property {number} toldScroll where a scroller was when the canvas was last told
 * @property {number} toldScrollX the same sideways
 * @property {number} update number of the last update it was in
 */

const WEIGHTS = [400, 500, 600, 400];

export class SemanticLayer {
  element = document.createElement('div');
  #told = document.createElement('div');
  #root;
  #scrolled;
  /** @type {Map<number, Shown>} */
  #shown = new Map();
  /** @type {WeakMap<Element, number>} */
  #ids = new WeakMap();
  #update = 0;
  #motion = new LayerMotion(
    this.element,
    () => this.hasSelection(),
    () => this.#fit(),
  );
  /** Runs of text that are not yet as wide as they are drawn. @type {Set<Shown>} */
  #unfitted = new Set();
  #linkBase = '#';

  /**
   * @param {ShadowRoot} root where it stands, for selections
   * @param {(node: number, y: number, x: number) => void} scrolled
   */
  constructor(root, scrolled) {
    this.#root = root;
    this.#scrolled = scrolled;
    this.element.className = 'layer';
    this.element.setAttribute('part', 'layer');
    this.#told.className = 'told';
    this.#told.setAttribute('role', 'status');
    this.element.addEventListener('scroll', this.#onScroll, { capture: true, passive: true });
  }

  /** The live region for what is said once ("Copied"). It stands beside the layer. */
  get toldElement() {
    return this.#told;
  }

  /** @param {{ sans: string, mono: string }} families */
  setFamilies({ sans, mono }) {
    this.element.style.fontFamily = sans;
    this.element.style.setProperty('--mono', mono);
  }

  /** What the browser draws itself, in the canvas's colours. @param {Record<string, unknown>} inks */
  setInks({ panel, ink, ink3, accent }) {
    for (const [name, color] of Object.entries({ panel, ink, ink3, accent })) {
      this.element.style.setProperty(`--${name}`, String(color));
    }
  }

  /**
   * @param {string} base what stands before the state in links to it: "#", or an address
   * @param {boolean} isGuest a click anywhere gives the layer the focus
   */
  setLinkBase(base, isGuest) {
    this.#linkBase = base;
    if (isGuest) this.element.tabIndex = -1;
  }

  /** Where a link leads, or any other text as it is: "#..." is a state. @param {string} text */
  addressOf(text) {
    const address = text.startsWith('#') ? this.#linkBase + text.slice(1) : text;
    return address.startsWith('#') ? location.href.split('#')[0] + address : address;
  }

  /** Where the browser forgot how far regions are scrolled. */
  scrollAgain() {
    for (const { made, toldScroll, toldScrollX } of this.#shown.values()) {
      if (toldScroll > 0) made.outer.scrollTop = toldScroll;
      if (toldScrollX > 0) made.outer.scrollLeft = toldScrollX;
    }
  }

  /** @param {string} text */
  tell(text) {
    // The same again is said again.
    this.#told.textContent = this.#told.textContent === text ? `${text}\u00a0` : text;
  }

  /** @param {SemanticNode[]} nodes */
  update(nodes) {
    const update = ++this.#update;
    this.#motion.moved();
    const focused = this.#root.activeElement;
    const texts = textsBelow(nodes);
    for (const node of nodes) this.#prepare(node, update);
    for (const [id, shown] of this.#shown) {
      if (shown.update === update) continue;
      this.#remove(id, shown);
    }
    /** @type {Map<Element, ChildNode | null>} */
    const next = new Map();
    for (let i = 0; i < nodes.length; ++i) {
      const node = nodes[i];
      const shown = /** @type {Shown} */ (this.#shown.get(node.id));
      const parent = nodes[node.parent];
      const holder = parent ? this.#innerOf(parent) : this.element;
      const expected = next.has(holder) ? next.get(holder) : firstOf(holder);
      const { outer } = shown.made;
      if (expected === outer) {
        next.set(holder, outer.nextSibling);
      } else {
        holder.insertBefore(outer, expected ?? null);
        next.set(holder, expected ?? null);
      }
      const isNew = this.#place(shown, node, parent);
      if (isNew && node.role === 'Text') this.#unfitted.add(shown);
      if (node.url.startsWith('#')) node.url = this.#linkBase + node.url.slice(1);
      const text = texts.get(i);
      if (isBeforeBlank(node, nodes[i + 1])) node.options = ' ';
      if (!isTold(shown, node, text)) {
        describe(shown.made, node, text !== undefined, text ?? '', parent?.role === 'GridCell');
      }
      shown.text = text;
      shown.node = node;
    }
    // In motion, nobody sees or marks how wide they are.
    if (!this.#motion.isMoving) this.#fit();
    for (const node of nodes) if (node.role === 'Scroller') this.#scrollTo(node);
    // Moving an element takes the focus from it.
    if (focused instanceof HTMLElement && focused.isConnected) {
      if (this.#root.activeElement !== focused) focused.focus({ preventScroll: true });
    }
  }

  #fit() {
    fitRuns([...this.#unfitted]);
    this.#unfitted.clear();
  }

  /**
   * @param {number} id
   * @param {Shown} shown
   */
  #remove(id, shown) {
    shown.made.outer.remove();
    this.#shown.delete(id);
    this.#unfitted.delete(shown);
  }

  /** Takes everything away. */
  clear() {
    this.#motion.stop();
    this.#shown.clear();
    this.element.replaceChildren();
    this.#told.textContent = '';
    this.element.removeEventListener('scroll', this.#onScroll, { capture: true });
  }

  /**
   * The innermost node that an event came from.
   * @param {EventTarget | null | undefined} target
   */
  nodeOf(target) {
    for (let at = target; at instanceof Element && at !== this.element; at = at.parentElement) {
      const id = this.#ids.get(at);
      const shown = id === undefined ? undefined : this.#shown.get(id);
      if (shown) return shown.node;
    }
    return null;
  }

  /** @param {SemanticNode} node */
  parentOf(node) {
    return this.nodeOf(this.#shown.get(node.id)?.made.outer.parentElement);
  }

  /** @param {number} id */
  focus(id) {
    const control = this.#shown.get(id)?.made.control;
    // A heading takes the focus when it is given it, and is no stop of the Tab key.
    if (control && control.tabIndex < 0) control.tabIndex = -1;
    control?.focus({ preventScroll: true });
  }

  /** @param {number} id */
  elementOf(id) {
    return this.#shown.get(id)?.made.outer;
  }

  /**
   * Something was found in the page, and what it is was drawn for it: until the browser has marked
   * it, nothing else can be found.
   * @param {Element[]} elements
   * @param {() => void} done
   */
  markFound(elements, done) {
    const { classList } = /** @type {HTMLElement} */ (this.element.parentElement);
    for (const each of this.element.querySelectorAll('.found')) each.classList.remove('found');
    for (const each of elements) each.classList.add('found');
    classList.add('finding');
    requestAnimationFrame(() => {
      classList.remove('finding');
      done();
    });
  }

  /** What is selected in it, in reading order of its runs, or null. */
  selection() {
    const range = selectedRange(this.#root);
    if (!range) return null;
    const runs = /** @type {NodeListOf<HTMLElement>} */ (this.element.querySelectorAll('.run'));
    return { range, runs };
  }

  hasSelection() {
    return selectedRange(this.#root) !== null;
  }

  /**
   * @param {SemanticNode} node
   * @param {number} update
   */
  #prepare(node, update) {
    const kind = kindOf(node);
    let shown = this.#shown.get(node.id);
    if (shown && shown.kind !== kind) {
      this.#remove(node.id, shown);
      shown = undefined;
    }
    if (!shown) {
      const made = makeElement(node);
      this.#ids.set(made.outer, node.id);
      this.#ids.set(made.control, node.id);
      shown = { made, node, kind, text: null, place: '', toldScroll: 0, toldScrollX: 0, update };
      this.#shown.set(node.id, shown);
    }
    shown.update = update;
  }

  /** @param {SemanticNode} node */
  #innerOf(node) {
    return /** @type {Shown} */ (this.#shown.get(node.id)).made.inner;
  }

  /**
   * True: it is new, or has another size or text than before.
   * @param {Shown} shown
   * @param {SemanticNode} node
   * @param {SemanticNode | undefined} parent
   */
  #place(shown, node, parent) {
    // In a scroller, rectangles are those of the content; elsewhere they nest in the parent's.
    const isContent = parent?.role === 'Scroller';
    const x = node.x - (parent && !isContent ? parent.x : 0);
    const y = node.y - (parent && !isContent ? parent.y : 0);
    const place = `${x} ${y} ${node.w} ${node.h} ${node.fontSize} ${node.face} ${node.contentHeight} ${node.contentWidth}`;
    if (place === shown.place) return node.label !== shown.node.label;
    shown.place = place;
    const { style } = shown.made.outer;
    style.left = `${x}px`;
    style.top = `${y}px`;
    // A run has the width of its letters; fitRuns makes that the drawn one.
    if (node.role === 'Text') style.marginRight = `${-node.w}px`;
    else style.width = `${node.w}px`;
    style.height = `${node.h}px`;
    style.lineHeight = `${node.h}px`;
    if (node.fontSize > 0) {
      style.fontSize = `${node.fontSize}px`;
      style.fontWeight = String(WEIGHTS[node.face]);
      if (node.face === 3) style.fontFamily = 'var(--mono)';
    }
    if (node.role === 'Scroller') {
      const { inner, outer } = shown.made;
      inner.style.height = `${node.contentHeight}px`;
      inner.style.width = node.contentWidth > 0 ? `${node.contentWidth}px` : '';
      outer.classList.toggle('wide', node.contentWidth > 0);
      outer.classList.toggle('strip', node.contentHeight <= node.h);
    }
    return true;
  }

  /** @param {SemanticNode} node */
  #scrollTo(node) {
    const shown = /** @type {Shown} */ (this.#shown.get(node.id));
    // Only what the canvas decided itself; what the reader scrolls since is newer.
    const { outer } = shown.made;
    if (Math.abs(node.scrollX - shown.toldScrollX) >= 1) {
      shown.toldScrollX = node.scrollX;
      outer.scrollLeft = node.scrollX;
    }
    if (Math.abs(node.scrollY - shown.toldScroll) < 1) return;
    shown.toldScroll = node.scrollY;
    outer.scrollTop = node.scrollY;
  }

  #onScroll = (/** @type {Event} */ event) => {
    const node = this.nodeOf(event.target);
    if (!node || node.role !== 'Scroller') return;
    const shown = /** @type {Shown} */ (this.#shown.get(node.id));
    const { scrollTop: y, scrollLeft: x } = shown.made.outer;
    if (y === shown.toldScroll && x === shown.toldScrollX) return;
    shown.toldScroll = y;
    shown.toldScrollX = x;
    this.#scrolled(node.id, y, x);
  };
}

/**
 * The first place for a node's element: after what the holder has of its own.
 * @param {Element} holder
 */
function firstOf(holder) {
  return holder instanceof HTMLLabelElement ? (holder.childNodes[1] ?? null) : holder.firstChild;
}

/**
 * Whether the element says all of the node already. What a reader changes by hand is set anew.
 * @param {Shown} shown
 * @param {SemanticNode} node
 * @param {string | undefined} text of the nodes below
 */
function isTold({ made, node: before, text: textBefore }, node, text) {
  return (
    text === textBefore &&
    node.label === before.label &&
    node.flags === before.flags &&
    node.value === before.value &&
    node.url === before.url &&
    node.options === before.options &&
    node.setSize === before.setSize &&
    node.position === before.position &&
    !(made.control instanceof HTMLInputElement || made.control instanceof HTMLSelectElement)
  );
}

/**
 * For every node with children: the text that stands below it.
 * @param {SemanticNode[]} nodes
 */
function textsBelow(nodes) {
  /** @type {Map<number, string>} */
  const texts = new Map();
  for (const node of nodes) {
    const isText = node.role === 'Text' && !(node.flags & FLAG.decorative);
    for (let at = node.parent; at >= 0; at = nodes[at].parent) {
      const before = texts.get(at) ?? '';
      texts.set(at, isText ? `${before}${before && ' '}${node.label}` : before);
    }
  }
  return texts;
}

/**
 * Whether a run is parted from the next by a blank that is not drawn: a search has to find one.
 * @param {SemanticNode} run
 * @param {SemanticNode | undefined} next
 */
function isBeforeBlank({ role, parent, label, x, y, w }, next) {
  if (role !== 'Text' || next?.role !== role || next.parent !== parent) return false;
  const gap = Math.max(next.x - x - w, x - next.x - next.w);
  return !label.endsWith(' ') && (next.y !== y || gap > 1);
}

/**
 * Gives each run the width that was drawn: all are measured first, then all are set. Runs that
 * stand in one line for the browser begin at its start, each (element_style.js).
 * @param {Shown[]} shown
 */
function fitRuns(shown) {
  for (const { made } of shown) made.outer.style.letterSpacing = '';
  const widths = shown.map(({ made }) => made.outer.getBoundingClientRect().width);
  shown.forEach(({ made, node }, i) => {
    const { style } = made.outer;
    let width = widths[i];
    // Less than a pixel is no difference.
    if (width > 0 && Math.abs(width - node.w) > 1) {
      style.letterSpacing = `${(node.w - width) / node.label.length}px`;
      width = node.w;
    }
    style.marginRight = `${-width}px`;
  });
}
