// Pointer and keys of one element: what the DOM does not do itself goes to the module.
//
// Wheel, touch scrolling, context menus, middle clicks and Ctrl-F stay the browser's. Keys are
// taken only while the focus is inside (or, on a page of its own, nowhere), without modifiers.

import { FLAG, keyCode, modifiersOf } from './boundary.js';

/** @typedef {import("./boundary.js").SemanticNode} SemanticNode */

/**
 * @typedef {object} InputOwner
 * @property {import("./boundary.js").Boundary} boundary
 * @property {import("./semantic_layer.js").SemanticLayer} layer
 * @property {() => void} requestFrame
 * @property {() => void} runEffects what only the page can do
 * @property {(fragment: string) => void} takeBack shows again what was there before
 * @property {(url: string, node: SemanticNode) => boolean} openLink false: it was cancelled
 */

const PRESSABLE = new Set([
  'Link',
  'Button',
  'Tab',
  'Checkbox',
  'Select',
  'SearchBox',
  'Option',
  'MenuItem',
]);

/** What is dragged by the pointer, and never clicked. */
const DRAGGED = new Set(['Slider', 'Separator']);

/** Where keys with Control and Alt are the view's own, and Shift and Control choose rows. */
const IN_VIEW = new Set(['GridCell', 'ColumnHeader', 'MenuItem']);

export class Input {
  #owner;
  #pageKeys;
  #abort = new AbortController();
  #isPressed = false;
  /** What was shown before the last click, where that changed it. @type {string | null} */
  #before = null;

  /**
   * @param {InputOwner} owner
   * @param {boolean} ownsPage keys count while nothing on the page has the focus
   */
  constructor(owner, ownsPage) {
    this.#owner = owner;
    this.#pageKeys = ownsPage;
    const { element } = owner.layer;
    const { signal } = this.#abort;
    element.addEventListener('pointermove', this.#onPointerMove, { signal, passive: true });
    element.addEventListener('pointerleave', this.#onPointerLeave, { signal });
    element.addEventListener('pointerdown', this.#onPointerDown, { signal });
    addEventListener('pointerup', this.#onPointerUp, { signal });
    addEventListener('pointercancel', this.#onPointerUp, { signal });
    element.addEventListener('mousedown', this.#onMouseDown, { signal });
    element.addEventListener('click', this.#onClick, { signal });
    element.addEventListener('auxclick', this.#onAuxClick, { signal });
    element.addEventListener('change', this.#onChange, { signal });
    element.addEventListener('input', this.#onInput, { signal });
    element.addEventListener('focusin', this.#onFocusIn, { signal });
    element.addEventListener('focusout', this.#onFocusOut, { signal });
    const keyTarget = ownsPage ? document : element;
    keyTarget.addEventListener('keydown', this.#onKeyDown, { signal });
  }

  stop() {
    this.#abort.abort();
  }

  /** @param {PointerEvent} event */
  #movePointer(event) {
    const box = this.#owner.layer.element.getBoundingClientRect();
    this.#owner.boundary.movePointer(event.clientX - box.left, event.clientY - box.top);
    this.#owner.requestFrame();
  }

  #onPointerMove = (/** @type {PointerEvent} */ event) => {
    // A finger has no hover; where it presses is told when it does.
    if (event.pointerType === 'touch' && !this.#isPressed) return;
    this.#movePointer(event);
  };

  #onPointerLeave = () => {
    if (this.#isPressed) return;
    this.#owner.boundary.leavePointer();
    this.#owner.requestFrame();
  };

  #onPointerDown = (/** @type {PointerEvent} */ event) => {
    if (event.button !== 0) return;
    const node = this.#owner.layer.nodeOf(event.target);
    if (this.#pressedNode(node)) return;
    if (node && DRAGGED.has(node.role)) {
      // A drag over it is no selection of text.
      /** @type {Element} */ (event.target).setPointerCapture(event.pointerId);
    } else if (event.pointerType === 'touch') {
      return;
    }
    this.#isPressed = true;
    this.#movePointer(event);
    this.#owner.boundary.pressPointer(0, true);
  };

  #onPointerUp = (/** @type {PointerEvent} */ event) => {
    if (!this.#isPressed) return;
    this.#isPressed = false;
    this.#movePointer(event);
    this.#owner.boundary.pressPointer(0, false);
    if (event.pointerType === 'touch') this.#owner.boundary.leavePointer();
    this.#owner.requestFrame();
  };

  /**
   * The node that a click here is for: a control, or what stands around it and takes clicks.
   * @param {SemanticNode | null} node
   */
  #pressedNode(node) {
    for (let at = node; at; at = this.#owner.layer.parentOf(at)) {
      if (DRAGGED.has(at.role)) return null;
      if (PRESSABLE.has(at.role) || at.flags & FLAG.activates) return at;
    }
    return null;
  }

  #onMouseDown = (/** @type {MouseEvent} */ event) => {
    if (event.detail < 2) this.#before = null;
    // The focus stays in the field that the list belongs to.
    const node = this.#owner.layer.nodeOf(event.target);
    const pressed = this.#pressedNode(node);
    if (pressed?.role === 'Option' || pressed?.role === 'ListBox') event.preventDefault();
    // Shift chooses rows here, and no text; nor does what is dragged.
    const isInCell = pressed && (IN_VIEW.has(pressed.role) || choosesRows(this.#cellOf(pressed)));
    if (node?.role === 'Separator' || (event.shiftKey && isInCell)) event.preventDefault();
  };

  /** The last click was the first of two: it marks text, and has opened nothing. */
  takeBack() {
    if (this.#before !== null) this.#owner.takeBack(this.#before);
    this.#before = null;
  }

  #onAuxClick = (/** @type {MouseEvent} */ event) => {
    const node = this.#pressedNode(this.#owner.layer.nodeOf(event.target));
    if (event.button === 1 && node?.role === 'Link' && !(node.flags & FLAG.inPage)) this.#follow();
  };

  #onClick = (/** @type {MouseEvent} */ event) => {
    const node = this.#pressedNode(this.#owner.layer.nodeOf(event.target));
    if (!node || node.flags & FLAG.disabled) return;
    if (node.role === 'Checkbox' || node.role === 'Select' || node.role === 'SearchBox') return;
    // A drag over text that ends in a row or link has selected text, and is no click on it.
    const isControl = ['Button', 'Tab', 'Option', 'MenuItem'].includes(node.role);
    const isOfMany = event.detail > 1 && isTextOf(event.target);
    if (!isControl && event.detail > 0 && (isOfMany || this.#owner.layer.hasSelection())) {
      event.preventDefault();
      return;
    }
    const before = isControl ? null : this.#owner.boundary.url();
    if (node.role === 'Link') this.#clickLink(event, node);
    else this.#activate(node, modifiersOf(event));
    if (before !== null && this.#owner.boundary.url() !== before) this.#before = before;
  };

  /**
   * @param {MouseEvent} event
   * @param {SemanticNode} node
   */
  #clickLink(event, node) {
    // New tab, new window, download: the browser's.
    const isBrowsers = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (node.flags & FLAG.inPage) {
      const cell = this.#cellOf(node);
      if (isBrowsers && !choosesRows(cell)) return;
      event.preventDefault();
      this.#activate(node, modifiersOf(event));
      // Without a pointer: the focus goes where the link leads.
      if (event.detail === 0 && cell) this.#owner.boundary.pressKey(keyCode('Enter'), 0);
    } else if (isBrowsers || this.#owner.openLink(node.url, node)) {
      this.#follow();
    } else {
      event.preventDefault();
    }
  }

  /** The cell of a grid that a link stands in. @param {SemanticNode | null} node */
  #cellOf(node) {
    const parent = node && this.#owner.layer.parentOf(node);
    return parent?.role === 'GridCell' ? parent : null;
  }

  /** A link to another page: the browser's, but what led there is worth remembering. */
  #follow() {
    this.#owner.boundary.followLink();
    this.#owner.requestFrame();
  }

  /**
   * @param {SemanticNode} node
   * @param {number} [modifiers]
   */
  #activate(node, modifiers = 0) {
    this.#owner.boundary.activate(node.id, modifiers);
    this.#owner.requestFrame();
  }

  #onChange = (/** @type {Event} */ event) => {
    const node = this.#owner.layer.nodeOf(event.target);
    if (node?.role === 'Checkbox') this.#activate(node);
    if (node?.role === 'Select') {
      this.#owner.boundary.setValue(node.id, /** @type {HTMLSelectElement} */ (event.target).value);
      this.#owner.requestFrame();
    }
  };

  #onInput = (/** @type {Event} */ event) => {
    const node = this.#owner.layer.nodeOf(event.target);
    if (node?.role !== 'SearchBox') return;
    const field = /** @type {HTMLInputElement} */ (event.target);
    this.#owner.boundary.setValue(node.id, field.value);
    this.#owner.requestFrame();
  };

  #onFocusIn = (/** @type {FocusEvent} */ event) => {
    const node = this.#owner.layer.nodeOf(event.target);
    // As style sheets do: a click on a button draws no ring. A cell is where the keys go on from.
    const isSeen =
      node?.role === 'GridCell' || /** @type {Element} */ (event.target).matches(':focus-visible');
    this.#owner.boundary.focus(node?.id ?? 0, isSeen);
    this.#owner.requestFrame();
  };

  #onFocusOut = () => {
    this.#owner.boundary.focus(0);
    this.#owner.requestFrame();
  };

  #onKeyDown = (/** @type {Event} */ event) => {
    const press = /** @type {KeyboardEvent} */ (event);
    if (press.defaultPrevented || press.isComposing) return;
    const modifiers = modifiersOf(press);
    const target = press.composedPath()[0];
    const { element } = this.#owner.layer;
    const isInside = target instanceof Node && element.contains(target);
    const isNowhere = target === document.body || target === document.documentElement;
    if (!isInside && !(this.#pageKeys && isNowhere)) return;
    const node = isInside ? this.#owner.layer.nodeOf(target) : null;
    const key = keyCode(press.key);
    // What the arrows came to may not have the focus yet.
    const isEnter = press.key === 'Enter' && this.#cellOf(node) !== null;
    if (key < 0 || !(isEnter || isForCanvas(press.key, node))) return;
    const isSign = press.key.length === 1;
    if (node && IN_VIEW.has(node.role)) {
      // What is marked is copied as anywhere.
      if (modifiers & 2 && isSign && this.#owner.layer.hasSelection()) return;
    } else if (modifiers & 6 || (modifiers & 1 && !isSign)) {
      return;
    }
    // The sign says it already when Shift was held for it.
    const held = isSign && press.key !== ' ' ? modifiers & 6 : modifiers;
    if (this.#owner.boundary.pressKey(key, held)) press.preventDefault();
    // At once: what is typed after "/" is meant for the search field.
    this.#owner.runEffects();
    this.#owner.requestFrame();
  };
}

/** @param {EventTarget | null} target */
const isTextOf = (target) => target instanceof Element && target.classList.contains('run');

/** A table's cells take clicks of their own, and choose rows by them. @param {SemanticNode | null} cell */
const choosesRows = (cell) => cell !== null && (cell.flags & FLAG.activates) !== 0;

/**
 * Whether a key is for the list, or for the control that has the focus.
 * @param {string} key
 * @param {SemanticNode | null} node
 */
function isForCanvas(key, node) {
  if (key === 'Escape') return true;
  switch (node?.role) {
    case 'SearchBox':
      return key === 'ArrowDown' || key === 'ArrowUp' || key === 'Enter';
    case 'Select':
      return key === '/';
    case 'Link':
    case 'Button':
    case 'Tab':
    case 'Checkbox':
    case 'MenuItem':
      return key !== 'Enter' && key !== ' ';
    default:
      return true;
  }
}
