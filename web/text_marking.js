// Marking text with the mouse where it is also something to click. Browsers start no selection within
// a link (a drag there moves the link), and the first of two clicks opens what is clicked; but what
// stands on the canvas is text first: a drag over it marks, two clicks mark a word, three all of the
// text, and what follows an address elsewhere remains a link. Select all marks what is seen of the
// list, also when that moves on; what it is copied as is the owner's business (copied_text.js).

// A hand moves this far within a click.
const DRAG_FROM_PX = 4;
// A drag this near to the edge of a list scrolls it, by a part of how far it is beyond.
const EDGE_PX = 12;
const SCROLL_PART = 0.4;

export class TextMarking {
  #layer;
  #root;
  #owner;
  /** @type {{ node: Text, offset: number, x: number, y: number, isDragged: boolean } | null} */
  #from = null;
  #pointer = { x: 0, y: 0 };
  #scrolling = 0;
  /** All of the result is marked, wherever the list is. */
  isAll = false;

  /**
   * @param {HTMLElement} layer holds the runs of text
   * @param {ShadowRoot} root where it stands
   * @param {object} owner
   * @param {(run: Element) => boolean} owner.isLink a drag there is the browser's own
   * @param {() => void} owner.takeBack what the first of several clicks did; the layer is as before
   * @param {boolean} owner.ownsPage it may mark all while nothing on the page has the focus
   * @param {AbortSignal} signal ends it
   */
  constructor(layer, root, owner, signal) {
    this.#layer = layer;
    this.#root = root;
    this.#owner = owner;
    layer.addEventListener('pointerdown', this.#onDown, { signal });
    layer.addEventListener('mousedown', this.#onMouseDown, { signal });
    layer.addEventListener('dragstart', this.#onDragStart, { signal });
    const keys = owner.ownsPage ? document : layer;
    keys.addEventListener('keydown', this.#onKeyDown, { signal });
    document.addEventListener('pointerdown', () => (this.isAll = false), { signal, capture: true });
    addEventListener('pointermove', this.#onMove, { signal, passive: true });
    addEventListener('pointerup', this.#onUp, { signal });
    addEventListener('pointercancel', this.#onUp, { signal });
    signal.addEventListener('abort', this.#onUp, { once: true });
  }

  #onDown = (/** @type {PointerEvent} */ event) => {
    if (event.button !== 0 || event.pointerType === 'touch' || event.shiftKey) return;
    const run = runOf(event.target);
    if (!run || !run.parentElement?.closest('a') || this.#owner.isLink(run.parentElement)) return;
    // As a press on plain text does.
    getSelection()?.removeAllRanges();
    const { clientX: x, clientY: y } = event;
    this.#from = { node: run, offset: caretOffset(run, x), x, y, isDragged: false };
  };

  #onMouseDown = (/** @type {MouseEvent} */ event) => {
    const run = runOf(event.target);
    if (event.detail < 2 || event.button !== 0 || !run?.parentElement) return;
    if (
      run.parentElement.closest(
        'button, label, select, [role="option"], [role="tab"], [role="columnheader"]',
      )
    )
      return;
    if (this.#owner.isLink(run.parentElement)) return;
    event.preventDefault();
    this.#from = null;
    this.#owner.takeBack();
    const { clientX: x, clientY: y } = event;
    const now = this.#root
      .elementsFromPoint(x, y)
      .map(runOf)
      .find((each) => each !== null);
    if (!now) return;
    if (event.detail === 2) {
      const at = caretOffset(now, x);
      // Marks and joiners are within words.
      const before =
        /[\p{L}\p{M}\p{N}_\u200c\u200d]*$/u.exec(now.data.slice(0, at))?.[0].length ?? 0;
      const after = /^[\p{L}\p{M}\p{N}_\u200c\u200d]*/u.exec(now.data.slice(at))?.[0].length ?? 0;
      select(now, at - before, now, at + after);
    } else {
      const [first, last] = this.#textAround(now);
      select(first, 0, last, last.length);
    }
  };

  #onMove = (/** @type {PointerEvent} */ event) => {
    const from = this.#from;
    if (!from) return;
    const moved = Math.hypot(event.clientX - from.x, event.clientY - from.y);
    if (!from.isDragged && moved < DRAG_FROM_PX) return;
    from.isDragged = true;
    this.#pointer = { x: event.clientX, y: event.clientY };
    this.#extend();
    this.#scrolling ||= requestAnimationFrame(this.#scroll);
  };

  #extend() {
    const { x, y } = this.#pointer;
    const to = this.#nearestRun(x, y);
    if (!to || !this.#from?.node.isConnected) return;
    select(this.#from.node, this.#from.offset, to, caretOffset(to, x));
  }

  /** While the pointer is beyond the list that the drag began in, that scrolls on. */
  #scroll = () => {
    this.#scrolling = 0;
    const scroller = this.#from?.node.parentElement?.closest('.scroller');
    if (!scroller) return;
    const { top, bottom } = scroller.getBoundingClientRect();
    const { y } = this.#pointer;
    const beyond = Math.min(0, y - top - EDGE_PX) + Math.max(0, y - bottom + EDGE_PX);
    if (beyond === 0) return;
    const before = scroller.scrollTop;
    scroller.scrollTop += Math.sign(beyond) * Math.max(1, Math.abs(beyond) * SCROLL_PART);
    this.#extend();
    if (scroller.scrollTop !== before) this.#scrolling = requestAnimationFrame(this.#scroll);
  };

  // What is selected by now would be dragged away.
  #onDragStart = (/** @type {DragEvent} */ event) => {
    if (this.#from) event.preventDefault();
  };

  #onUp = () => {
    this.#from = null;
    cancelAnimationFrame(this.#scrolling);
    this.#scrolling = 0;
  };

  #onKeyDown = (/** @type {Event} */ event) => {
    const { key, ctrlKey, metaKey, altKey } = /** @type {KeyboardEvent} */ (event);
    if (key === 'Escape' && this.isAll) {
      this.isAll = false;
      getSelection()?.removeAllRanges();
    }
    const isField = event.composedPath()[0] instanceof HTMLInputElement;
    if (event.defaultPrevented || isField || altKey || key.toLowerCase() !== 'a') return;
    if (!(ctrlKey || metaKey)) return;
    event.preventDefault();
    this.isAll = true;
    this.renew();
  };

  /** The layer is another: where all is marked, what is seen now is. */
  renew() {
    if (!this.isAll) return;
    const runs = this.#layer.querySelectorAll('[role="main"] .run');
    const [first, last] = [runs[0], runs[runs.length - 1]].map((run) => run && textOf(run));
    if (first && last) select(first, 0, last, last.length);
  }

  /** The first and the last run of what is one text with it. @param {Text} run @returns {[Text, Text]} */
  #textAround(run) {
    const all = [...this.#layer.querySelectorAll('.run')];
    const at = all.indexOf(/** @type {Element} */ (run.parentElement));
    const { height } = all[at].getBoundingClientRect();
    const isSame = (/** @type {Element | undefined} */ other) =>
      other !== undefined &&
      other.parentElement === all[at].parentElement &&
      Math.abs(other.getBoundingClientRect().height - height) < 1;
    let [first, last] = [at, at];
    while (isSame(all[first - 1])) --first;
    while (isSame(all[last + 1])) ++last;
    return [textOf(all[first]) ?? run, textOf(all[last]) ?? run];
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  #nearestRun(x, y) {
    for (const element of this.#root.elementsFromPoint(x, y)) {
      if (element.classList.contains('run')) return textOf(element);
    }
    let nearest = null;
    let least = Infinity;
    for (const run of this.#layer.querySelectorAll('.run')) {
      const box = run.getBoundingClientRect();
      const dx = Math.max(box.left - x, 0, x - box.right);
      const dy = Math.max(box.top - y, 0, y - box.bottom);
      // Lines first: what stands beside the pointer is nearer than what stands above it.
      const distance = dy * 1000 + dx;
      if (distance < least) {
        least = distance;
        nearest = run;
      }
    }
    return nearest && textOf(nearest);
  }
}

/**
 * @param {Text} fromNode
 * @param {number} from
 * @param {Text} toNode
 * @param {number} to
 */
function select(fromNode, from, toNode, to) {
  getSelection()?.setBaseAndExtent(fromNode, from, toNode, to);
}

/** The text of a run, or null. @param {EventTarget | null} target */
function runOf(target) {
  return target instanceof Element && target.classList.contains('run') ? textOf(target) : null;
}

/** @param {Element} run */
function textOf(run) {
  return run.firstChild instanceof Text ? run.firstChild : null;
}

/**
 * The place between two letters that is nearest to `x`.
 * @param {Text} text
 * @param {number} x
 */
function caretOffset(text, x) {
  const range = document.createRange();
  range.setStart(text, 0);
  const run = /** @type {HTMLElement} */ (text.parentElement);
  const box = run.getBoundingClientRect();
  const isFromRight = run.dir === 'rtl';
  /** How far from the run's beginning. @param {number} left @param {number} right */
  const distance = (left, right) => (isFromRight ? box.right - left : right - box.left);
  /** @param {number} offset */
  const edge = (offset) => {
    range.setEnd(text, offset);
    const { left, right } = range.getBoundingClientRect();
    return distance(left, right);
  };
  const there = distance(x, x);
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edge(middle + 1) < there) low = middle + 1;
    else high = middle;
  }
  if (low === text.length) return low;
  const start = low === 0 ? 0 : edge(low);
  return there - start > edge(low + 1) - there ? low + 1 : low;
}
