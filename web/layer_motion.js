// While the layer is in motion, its text is not painted.
//
//     const motion = new LayerMotion(element, () => hasSelection, () => { ... });
//     motion.moved();   // whenever something in it changed
//
// The text is transparent, but a browser paints it and lays it over the canvas all the same: on
// slow graphics a third of each frame while one types or scrolls. It is needed only where the
// browser marks some of it: a selection, or what was found in the page.

import { clock } from './clock.js';

/** A little more than from one key to the next. */
const REST_MS = 300;

export class LayerMotion {
  #element;
  #isMarked;
  #rested;
  #timer = 0;

  /**
   * @param {HTMLElement} element gets the class "moving"
   * @param {() => boolean} isMarked whether some of its text is selected
   * @param {() => void} rested it stands still again, or its text is to be seen all the same
   */
  constructor(element, isMarked, rested) {
    this.#element = element;
    this.#isMarked = isMarked;
    this.#rested = rested;
    document.addEventListener('selectionchange', this.#onMark);
    addEventListener('blur', this.#onMark);
  }

  stop() {
    document.removeEventListener('selectionchange', this.#onMark);
    removeEventListener('blur', this.#onMark);
    this.#rest();
  }

  get isMoving() {
    return this.#timer !== 0;
  }

  moved() {
    // Without the focus, the reader may be in the browser's own search field.
    if (!document.hasFocus() || this.#isMarked()) return;
    clock.cancel(this.#timer);
    this.#timer = clock.after(this.#rest, REST_MS);
    this.#element.classList.add('moving');
  }

  #rest = () => {
    if (!this.isMoving) return;
    clock.cancel(this.#timer);
    this.#timer = 0;
    this.#element.classList.remove('moving');
    this.#rested();
  };

  #onMark = (/** @type {Event} */ event) => {
    if (event.type === 'blur' || this.#isMarked()) this.#rest();
  };
}
