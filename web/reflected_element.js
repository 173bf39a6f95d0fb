// The attributes of <lamplight-catalog>: as properties, null where there is none, and as the state:
// what the page gives them is wanted of it, and what the reader makes of it stands in them.

/** What is shown and how. */
const OWN = /** @type {const} */ (['src', 'snapshots', 'profile', 'theme', 'height', 'atlas']);
/** Keys of the state that every list has; those of its profile's facets have no property. */
const STATE = /** @type {const} */ ([
  ...['query', 'in', 'year', 'has', 'venue', 'sort', 'view', 'work', 'since', 'at', 'cols'],
]);

/** @typedef {(typeof OWN)[number] | (typeof STATE)[number]} Reflected */
/** @typedef {HTMLElement & Record<Reflected, string | null>} ReflectedElement */

export const ReflectedElement = /** @type {new () => ReflectedElement} */ (
  class extends HTMLElement {}
);

for (const name of [...OWN, ...STATE]) {
  Object.defineProperty(ReflectedElement.prototype, name, {
    get() {
      return this.getAttribute(name);
    },
    set(value) {
      if (value === null || value === undefined) this.removeAttribute(name);
      else this.setAttribute(name, String(value));
    },
    configurable: true,
    enumerable: true,
  });
}

/** Names that mean something else on an element: a facet that has one is in the address alone. */
const TAKEN = new Set(['class', 'page', 'blocks', ...OWN]);

/** @param {string} key */
function namesOf(key) {
  if (key === 'q') return ['query', 'q'];
  return TAKEN.has(key) || key in HTMLElement.prototype ? [] : [key];
}

/** Whether any attribute may be one of the state. @param {HTMLElement} element */
export function namesState(element) {
  const names = element.getAttributeNames();
  return names.some((name) => !name.startsWith('data-') && namesOf(name).length > 0);
}

/**
 * What the page gave an element's attributes that now say what the reader made of the state.
 * @type {WeakMap<Element, Map<string, string | null>>}
 */
const given = new WeakMap();

/** From now on the attributes are the page's, all of them. @param {Element} element */
export const takeAttributesAsGiven = (element) => given.delete(element);

/** An element's attributes and the state's keys, each kept equal to the other. */
export class StateAttributes {
  #element;
  #wanted;
  /** @type {Map<string, string>} keys by the names of attributes */
  #names;
  /** @type {Map<string, string | null>} */
  #given;
  #observer = new MutationObserver((changes) => this.#take(changes));

  /**
   * Tells what the attributes want of the state, now and whenever the page changes one.
   * @param {HTMLElement} element
   * @param {string[]} keys
   * @param {(key: string, text: string) => void} wanted empty: nothing
   * @param {AbortSignal} signal ends it
   */
  constructor(element, keys, wanted, signal) {
    this.#element = element;
    this.#wanted = wanted;
    this.#names = new Map(keys.flatMap((key) => namesOf(key).map((name) => [name, key])));
    this.#given = given.get(element) ?? new Map();
    given.set(element, this.#given);
    this.#observer.observe(element, {
      attributeFilter: [...this.#names.keys()],
      attributeOldValue: true,
    });
    signal.addEventListener('abort', () => this.#observer.disconnect(), { once: true });
    for (const [name, key] of this.#names) if (this.#textOf(name)) this.#tell(key);
  }

  /** @param {string} name */
  #textOf(name) {
    return this.#given.has(name) ? this.#given.get(name) : this.#element.getAttribute(name);
  }

  /** @param {string} key */
  #tell(key) {
    const texts = namesOf(key).map((name) => this.#textOf(name));
    this.#wanted(key, texts.find((text) => text) ?? '');
  }

  /** @param {MutationRecord[]} changes */
  #take(changes) {
    /** @type {Map<string, string | null>} */
    const before = new Map();
    for (const { attributeName: name, oldValue } of changes) {
      if (name !== null && !before.has(name)) before.set(name, oldValue);
    }
    // The same again is no wish: a page that draws itself anew may be a key behind.
    const names = [...before.keys()].filter(
      (name) => before.get(name) !== this.#element.getAttribute(name),
    );
    for (const name of names) this.#given.delete(name);
    for (const key of new Set(names.map((name) => this.#names.get(name)))) {
      if (key) this.#tell(key);
    }
  }

  /** Makes the attributes say what the state is. @param {string} fragment */
  reflect(fragment) {
    const element = this.#element;
    // What the page changed and was not told yet is the page's.
    this.#take(this.#observer.takeRecords());
    const state = new URLSearchParams(fragment);
    const told = new Set();
    for (const [name, key] of this.#names) {
      const text = told.has(key) ? null : state.get(key);
      // Of two names for a key, the one that is there says it.
      if (text !== null && key === 'q' && name !== 'q' && element.hasAttribute('q')) continue;
      if (text !== null) told.add(key);
      const before = element.getAttribute(name);
      if (before === text) continue;
      if (!this.#given.has(name)) this.#given.set(name, before);
      if (text === null) element.removeAttribute(name);
      else element.setAttribute(name, text);
    }
    this.#observer.takeRecords();
  }
}
