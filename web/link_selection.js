// Selecting the text of links with the mouse. Browsers start no selection within a link (a drag
// there moves the link), but a title on the canvas is text first: a drag over it selects, a double
// click selects a word, and what follows the address remains a plain click.

// A hand moves this far within a click.
const DRAG_FROM_PX = 4;

export class LinkSelection {
  #layer;
  #root;
  /** @type {{ node: Text, offset: number, x: number, y: number, isDragged: boolean } | null} */
  #from = null;

  /**
   * @param {HTMLElement} layer holds the runs of text
   * @param {ShadowRoot} root where it stands
   * @param {AbortSignal} signal ends it
   */
  constructor(layer, root, signal) {
    this.#layer = layer;
    this.#root = root;
    layer.addEventListener('pointerdown', this.#onDown, { signal });
    layer.addEventListener('dblclick', this.#onDoubleClick, { signal });
    layer.addEventListener('dragstart', this.#onDragStart, { signal });
    addEventListener('pointermove', this.#onMove, { signal, passive: true });
    addEventListener('pointerup', this.#onUp, { signal });
    addEventListener('pointercancel', this.#onUp, { signal });
  }

  #onDown = (/** @type {PointerEvent} */ event) => {
    if (event.button !== 0 || event.pointerType === 'touch' || event.shiftKey) return;
    const run = linkRun(event.target);
    if (!run) return;
    // As a press on plain text does.
    getSelection()?.removeAllRanges();
    const { clientX: x, clientY: y } = event;
    this.#from = { node: run, offset: caretOffset(run, x), x, y, isDragged: false };
  };

  #onMove = (/** @type {PointerEvent} */ event) => {
    const from = this.#from;
    if (!from) return;
    const moved = Math.hypot(event.clientX - from.x, event.clientY - from.y);
    if (!from.isDragged && moved < DRAG_FROM_PX) return;
    from.isDragged = true;
    const to = this.#nearestRun(event.clientX, event.clientY);
    if (!to || !from.node.isConnected) return;
    select(from.node, from.offset, to, caretOffset(to, event.clientX));
  };

  // What is selected by now would be dragged away.
  #onDragStart = (/** @type {DragEvent} */ event) => {
    if (this.#from) event.preventDefault();
  };

  #onUp = () => {
    this.#from = null;
  };

  #onDoubleClick = (/** @type {MouseEvent} */ event) => {
    const run = linkRun(event.target);
    if (!run) return;
    const at = caretOffset(run, event.clientX);
    const text = run.data;
    const before = /[\p{L}\p{N}_]*$/u.exec(text.slice(0, at))?.[0].length ?? 0;
    const after = /^[\p{L}\p{N}_]*/u.exec(text.slice(at))?.[0].length ?? 0;
    select(run, at - before, run, at + after);
  };

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

/**
 * The text of a run within a link, or null.
 * @param {EventTarget | null} target
 */
function linkRun(target) {
  if (!(target instanceof Element) || !target.closest('a')) return null;
  return target.classList.contains('run') ? textOf(target) : null;
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
  /** @param {number} offset */
  const edge = (offset) => {
    range.setEnd(text, offset);
    return range.getBoundingClientRect().right;
  };
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edge(middle + 1) < x) low = middle + 1;
    else high = middle;
  }
  if (low === text.length) return low;
  const start = low === 0 ? (text.parentElement?.getBoundingClientRect().left ?? 0) : edge(low);
  return x - start > edge(low + 1) - x ? low + 1 : low;
}
