// What the browser's own search finds though it is not drawn: the works far from the window, and
// the values folded away in a facet.
//
//     const far = new FarText(layer, { works, reveal, unfold });
//     stage.append(far.before, layer.element, far.after);
//     far.start();          // the canvas is shown
//     far.renew();          // other works are found
//     far.follow(nodes);    // the tree that the layer was made equal to
//
// Each stands in the document as text that is hidden until it is found, in the order of the result:
// a search goes from what stands before the rows to the rows, and on to what stands behind them.
// The browser says what it found (beforematch): that is drawn, and in the same moment its far text
// goes away and nothing else can be found, so that the search goes on to the drawn words and marks
// those. Nothing here is painted, focused, selected or read aloud. Browsers without
// hidden="until-found" find what is drawn.

/** @typedef {import("./boundary.js").SemanticNode} SemanticNode */

/** Beyond so many the browser would have as many elements to keep. */
const WORKS_AT_MOST = 20_000;
const WORKS_A_STEP = 250;

/** @type {(then: () => void) => number} */
const whenIdle = globalThis.requestIdleCallback ?? ((then) => setTimeout(then));
const cancelIdle = globalThis.cancelIdleCallback ?? clearTimeout;

/**
 * @typedef {object} FarOwner
 * @property {(first: number, count: number) => import("./boundary.js").ListedWork[]} works
 * @property {(work: string) => void} reveal draws its row, now
 * @property {(node: number) => void} unfold draws the values that a node stands for, now
 */

export class FarText {
  before = document.createElement('div');
  after = document.createElement('div');
  #layer;
  #owner;
  /** By position in the result. @type {HTMLElement[]} */
  #texts = [];
  /** How many of them stand before the rows. */
  #split = 0;
  /** Positions of the rows that are drawn, in order: their nodes. @type {Map<number, number>} */
  #drawn = new Map();
  #adding = 0;
  #moving = 0;
  #isStarted = false;

  /**
   * @param {import("./semantic_layer.js").SemanticLayer} layer
   * @param {FarOwner} owner
   */
  constructor(layer, owner) {
    this.#layer = layer;
    this.#owner = owner;
    this.before.className = this.after.className = 'far';
    for (const each of [this.before, this.after, layer.element]) {
      each.addEventListener('beforematch', this.#onMatch);
    }
  }

  start() {
    this.#isStarted = 'onbeforematch' in this.after;
    this.renew();
  }

  stop() {
    cancelIdle(this.#adding);
    cancelIdle(this.#moving);
    this.#isStarted = false;
  }

  renew() {
    if (!this.#isStarted) return;
    cancelIdle(this.#adding);
    this.#adding = whenIdle(() => {
      this.#texts = [];
      this.#split = 0;
      this.before.replaceChildren();
      this.after.replaceChildren();
      this.#add();
    });
  }

  #add() {
    const first = this.#texts.length;
    const works = this.#owner.works(first, Math.min(WORKS_A_STEP, WORKS_AT_MOST - first));
    works.forEach(({ id, title, description, meta, links }, i) => {
      const text = document.createElement('div');
      text.dataset.id = id;
      text.append([title, description, meta, ...links.map(([label]) => label)].join('\n'));
      this.#texts.push(text);
      this.#hide(first + i);
    });
    this.after.append(...this.#texts.slice(first));
    if (works.length === WORKS_A_STEP) this.#adding = whenIdle(() => this.#add());
    else this.#move();
  }

  /** What is drawn is found as such, and only once. @param {SemanticNode[]} nodes */
  follow(nodes) {
    const before = this.#drawn;
    this.#drawn = new Map();
    // In a table, the first row is that of the heads.
    const first = nodes.some(({ role }) => role === 'ColumnHeader') ? 2 : 1;
    for (const { id, role, position } of nodes) {
      if ((role === 'Row' || role === 'ListItem') && position >= first) {
        this.#drawn.set(position - first, id);
      }
    }
    for (const at of [...before.keys(), ...this.#drawn.keys()]) this.#hide(at);
    cancelIdle(this.#moving);
    if (this.#isStarted) this.#moving = whenIdle(() => this.#move());
  }

  /** @param {number} at */
  #hide(at) {
    this.#texts[at]?.setAttribute('hidden', this.#drawn.has(at) ? '' : 'until-found');
  }

  #move() {
    const [first = this.#split] = this.#drawn.keys();
    this.before.append(...this.#texts.slice(this.#split, first));
    this.after.prepend(...this.#texts.slice(first, this.#split));
    this.#split = Math.min(first, this.#texts.length);
  }

  #onMatch = (/** @type {Event} */ event) => {
    const text = /** @type {HTMLElement} */ (event.target);
    const work = text.dataset.id;
    /** @type {(Element | undefined)[]} */
    let found;
    if (work) {
      this.#owner.reveal(work);
      found = [this.#layer.elementOf(this.#drawn.get(this.#texts.indexOf(text)) ?? 0)];
    } else {
      const facet = /** @type {Element} */ (text.parentElement);
      const before = [...facet.children];
      this.#owner.unfold(this.#layer.nodeOf(text)?.id ?? 0);
      found = [...facet.children].filter((value) => !before.includes(value));
    }
    if (!found[0]) return;
    const words = text.textContent;
    text.textContent = '';
    // A search that came to what stands behind the rows goes on forwards: they come behind it. (Who
    // cannot move an element without a loss of its scroll positions has no such search.)
    const { element } = this.#layer;
    const stage = /** @type {any} */ (element.parentElement);
    if (this.after.contains(text)) stage.moveBefore?.(element, null);
    this.#layer.markFound(/** @type {Element[]} */ (found), () => {
      element.after(this.after);
      if (!work) return;
      this.#move();
      text.textContent = words;
      text.hidden = true;
    });
  };
}
