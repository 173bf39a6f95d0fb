// The properties of <lamplight-catalog> that reflect its attributes; null where there is none.

export class ReflectedElement extends HTMLElement {
  /** Where the list is. */
  get src() {
    return this.getAttribute('src');
  }
  set src(value) {
    this.#reflect('src', value);
  }

  /** Dated lists: "DATE=FILE DATE=FILE". */
  get snapshots() {
    return this.getAttribute('snapshots');
  }
  set snapshots(value) {
    this.#reflect('snapshots', value);
  }

  /** Where the list's profile is. */
  get profile() {
    return this.getAttribute('profile');
  }
  set profile(value) {
    this.#reflect('profile', value);
  }

  get query() {
    return this.getAttribute('query');
  }
  set query(value) {
    this.#reflect('query', value);
  }

  get view() {
    return this.getAttribute('view');
  }
  set view(value) {
    this.#reflect('view', value);
  }

  /** "auto", "light" or "dark". */
  get theme() {
    return this.getAttribute('theme');
  }
  set theme(value) {
    this.#reflect('theme', value);
  }

  /** CSS px, in digits. */
  get height() {
    return this.getAttribute('height');
  }
  set height(value) {
    this.#reflect('height', value);
  }

  /**
   * @param {string} name
   * @param {string | null} value
   */
  #reflect(name, value) {
    if (value === null || value === undefined) this.removeAttribute(name);
    else this.setAttribute(name, String(value));
  }
}
