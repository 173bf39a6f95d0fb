// The address of an element on somebody else's page, or of a page in a frame.
//
// A guest leaves the address of its page alone, but reads it: NAME:STATE in the fragment
// (article.html#atlas:q=protein&view=table) is what the element called NAME shows.

/** Whether the page is a part of another: ?embed=1. */
export const isEmbedded = () => new URLSearchParams(location.search).get('embed') === '1';

/** Where the page is read for itself. */
export function addressOfPage() {
  const address = new URL(location.href);
  address.hash = '';
  for (const key of ['embed', 'origin']) address.searchParams.delete(key);
  return address.href;
}

/** Its id; without one "lamplight", "lamplight-2" in the order of the page. @param {Element} element */
export function nameOf(element) {
  if (element.id) return element.id;
  const others = [...document.querySelectorAll(`${element.localName}:not([id])`)];
  const position = others.indexOf(element);
  return position > 0 ? `lamplight-${position + 1}` : 'lamplight';
}

/** In the place of a UrlState (url_state.js). */
export class EmbeddedAddress {
  #element;
  #opened;

  /**
   * @param {HTMLElement} element
   * @param {(fragment: string) => void} opened
   */
  constructor(element, opened) {
    this.#element = element;
    this.#opened = opened;
  }

  start() {
    addEventListener('hashchange', this.#moved);
    return this.#read() ?? '';
  }

  stop() {
    removeEventListener('hashchange', this.#moved);
  }

  write() {}
  takeBack() {}

  #read() {
    const prefix = `#${nameOf(this.#element)}:`;
    if (!location.hash.startsWith(prefix)) return null;
    this.#element.scrollIntoView({ block: 'nearest' });
    return location.hash.slice(prefix.length);
  }

  #moved = () => {
    const fragment = this.#read();
    if (fragment !== null) this.#opened(fragment);
  };
}
