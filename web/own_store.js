// What is a reader's own, kept in this browser: saved works and what else it chose, as lines that the
// module reads and writes (lamplight_own_get). Each list has its own.

const PREFIX = 'lamplight-own ';

export class OwnStore {
  #key;
  #changed;

  /**
   * @param {string} list its address
   * @param {(lines: string) => void} changed in another tab
   */
  constructor(list, changed) {
    this.#key = PREFIX + list;
    this.#changed = changed;
    addEventListener('storage', this.#onStorage);
  }

  stop() {
    removeEventListener('storage', this.#onStorage);
  }

  read() {
    try {
      return localStorage.getItem(this.#key) ?? '';
    } catch {
      return ''; // storage may be forbidden
    }
  }

  /** @param {string} lines */
  write(lines) {
    try {
      if (lines === '') localStorage.removeItem(this.#key);
      else localStorage.setItem(this.#key, lines);
    } catch {
      // It holds until the page is left.
    }
  }

  #onStorage = (/** @type {StorageEvent} */ event) => {
    // Without a key: all was cleared.
    if (event.key === this.#key || event.key === null) this.#changed(event.newValue ?? '');
  };
}
