// Pointer and keys of one element: what the DOM does not do itself goes to the module.
//
// Wheel, touch scrolling, context menus, middle clicks and Ctrl-F stay the browser's. Keys are
// taken only while the focus is inside (or, on a page of its own, nowhere), without modifiers.

import { FLAG, KEYS } from './boundary.js';

/** @typedef {import("./boundary.js").SemanticNode} SemanticNode */

/**
 * @typedef {object} InputOwner
 * @property {import("./boundary.js").Boundary} boundary
 * @property {import("./semantic_layer.js").SemanticLayer} layer
 * @property {() => void} requestFrame
 * @property {() => void} runEffects what only the page can do
 * @property {(url: string, node: SemanticNode) => boolean} openLink false: it was cancelled
 */

const PRESSABLE = new Set(['Link', 'Button', 'Tab', 'Checkbox', 'Select', 'SearchBox', 'Option']);

export class Input {
  #owner;
  #pageKeys;
  #abort = new AbortController();
  #isPressed = false;

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
    if (node?.role === 'Slider') {
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
      if (PRESSABLE.has(at.role) || at.flags & FLAG.activates) return at;
      if (at.role === 'Slider') return null;
    }
    return null;
  }

  #onMouseDown = (/** @type {MouseEvent} */ event) => {
    // The focus stays in the field that the list belongs to.
    const role = this.#pressedNode(this.#owner.layer.nodeOf(event.target))?.role;
    if (role === 'Option' || role === 'ListBox') event.preventDefault();
  };

  #onAuxClick = (/** @type {MouseEvent} */ event) => {
    const node = this.#pressedNode(this.#owner.layer.nodeOf(event.target));
    if (event.button === 1 && node?.role === 'Link' && !(node.flags & FLAG.inPage)) this.#follow();
  };

  #onClick = (/** @type {MouseEvent} */ event) => {
    const node = this.#pressedNode(this.#owner.layer.nodeOf(event.target));
    if (!node || node.flags & FLAG.disabled) return;
    if (node.role === 'Checkbox' || node.role === 'Select' || node.role === 'SearchBox') return;
    // A drag over text that ends in a row or link has selected text, and is no click on it.
    const isControl = ['Button', 'Tab', 'Option'].includes(node.role);
    if (!isControl && event.detail > 0 && this.#owner.layer.hasSelection()) {
      event.preventDefault();
    } else if (node.role === 'Link') {
      this.#clickLink(event, node);
    } else {
      this.#activate(node);
    }
  };

  /**
   * @param {MouseEvent} event
   * @param {SemanticNode} node
   */
  #clickLink(event, node) {
    // New tab, new window, download: the browser's.
    const isBrowsers = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (node.flags & FLAG.inPage) {
      if (isBrowsers) return;
      event.preventDefault();
      this.#activate(node);
    } else if (isBrowsers || this.#owner.openLink(node.url, node)) {
      this.#follow();
    } else {
      event.preventDefault();
    }
  }

  /** A link to another page: the browser's, but what led there is worth remembering. */
  #follow() {
    this.#owner.boundary.followLink();
    this.#owner.requestFrame();
  }

  /** @param {SemanticNode} node */
  #activate(node) {
    this.#owner.boundary.activate(node.id);
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
    // As style sheets do: a click on a button draws no ring.
    const isSeen = /** @type {Element} */ (event.target).matches(':focus-visible');
    this.#owner.boundary.focus(node && isSeen ? node.id : 0);
    this.#owner.requestFrame();
  };

  #onFocusOut = () => {
    this.#owner.boundary.focus(0);
    this.#owner.requestFrame();
  };

  #onKeyDown = (/** @type {Event} */ event) => {
    const press = /** @type {KeyboardEvent} */ (event);
    if (press.defaultPrevented || press.isComposing) return;
    if (press.ctrlKey || press.metaKey || press.altKey) return;
    const target = press.composedPath()[0];
    const { element } = this.#owner.layer;
    const isInside = target instanceof Node && element.contains(target);
    const isNowhere = target === document.body || target === document.documentElement;
    if (!isInside && !(this.#pageKeys && isNowhere)) return;
    const node = isInside ? this.#owner.layer.nodeOf(target) : null;
    if (node?.role === 'Slider' && this.#moveSlider(press, node)) {
      press.preventDefault();
      return;
    }
    const key = KEYS.get(press.key);
    if (key === undefined || (press.shiftKey && press.key !== '?')) return;
    if (!isForCanvas(press.key, node)) return;
    if (this.#owner.boundary.pressKey(key)) press.preventDefault();
    // At once: what is typed after "/" is meant for the search field.
    this.#owner.runEffects();
    this.#owner.requestFrame();
  };

  /**
   * Years by keyboard: arrows move the first, with Shift the last one.
   * @param {KeyboardEvent} event
   * @param {SemanticNode} node
   */
  #moveSlider(event, node) {
    const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };
    const step = steps[/** @type {keyof typeof steps} */ (event.key)];
    if (step === undefined) return false;
    const [least, most] = node.options.split('\0').map(Number);
    const [first, last] = node.value.split('..');
    let from = first ? Number(first) : least;
    let to = node.value.includes('..') ? (last ? Number(last) : most) : first ? from : most;
    if (event.shiftKey) to = Math.min(most, Math.max(from, to + step));
    else from = Math.max(least, Math.min(to, from + step));
    this.#owner.boundary.setValue(node.id, `${from}..${to}`);
    this.#owner.requestFrame();
    return true;
  }
}

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
      return key !== 'Enter';
    default:
      return true;
  }
}
