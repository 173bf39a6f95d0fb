// The attributes of <lamplight-catalog>: as properties, null where there is none, and as what the
// page wants of the state.

/** What is shown and how. */
const OWN = /** @type {const} */ (['src', 'snapshots', 'profile', 'theme', 'height']);
/** Keys of the state that every list has; those of its profile's facets have no property. */
const STATE = /** @type {const} */ ([
  ...['query', 'in', 'year', 'has', 'venue', 'sort', 'view', 'work', 'since', 'at'],
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
 * What the attributes want of the state by its keys, now and whenever one of them changes.
 * @param {HTMLElement} element
 * @param {string[]} keys
 * @param {(key: string, text: string) => void} wanted empty: nothing
 * @param {AbortSignal} signal ends it
 */
export function watchState(element, keys, wanted, signal) {
  /** @param {string} key */
  const tell = (key) => {
    const texts = namesOf(key).map((name) => element.getAttribute(name));
    wanted(key, texts.find((text) => text) ?? '');
  };
  const names = new Map(keys.flatMap((key) => namesOf(key).map((name) => [name, key])));
  const observer = new MutationObserver((changes) => {
    const changed = changes.map(({ attributeName }) => names.get(attributeName ?? ''));
    for (const key of new Set(changed)) if (key) tell(key);
  });
  observer.observe(element, { attributeFilter: [...names.keys()] });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  for (const [name, key] of names) if (element.hasAttribute(name)) tell(key);
}
