// What a page asks of the element beside showing: save, restore, search, export. Comes on demand.
//
//     const calls = new ElementCalls(list);
//     calls.restore(calls.save());

/** @typedef {import('./shown_list.js').ShownList} ShownList */

/**
 * @typedef {object} FoundWork
 * @property {string} id
 * @property {string} title its short name, too, where it has one
 * @property {string} description
 * @property {string} meta year, venue and places
 * @property {{ label: string, url: string }[]} links
 */

const TOKEN = 'lamplight-1';
/** More than a page shows, and no more than a browser passes on at once. */
const WORKS_AT_MOST = 20_000;

export class ElementCalls {
  #list;

  /** @param {ShownList} list that is shown */
  constructor(list) {
    this.#list = list;
  }

  save() {
    const { theme, url } = this.#list.atlas;
    return `${TOKEN} ${theme} ${url}`;
  }

  /** @param {string} token */
  restore(token) {
    const [kind, theme, url] = String(token).split(' ');
    if (kind !== TOKEN || !/^[012]$/.test(theme) || url === undefined) {
      throw new Error('This is no state that save() gave.');
    }
    this.#list.atlas.setTheme(Number(theme));
    this.#list.atlas.openUrl(url, true);
    this.#list.reflect();
  }

  /** @param {string} query @returns {FoundWork[]} */
  search(query) {
    const works = this.#list.atlas.findWorks(String(query), WORKS_AT_MOST);
    return works.map(({ links, ...work }) => ({
      ...work,
      links: links.map(([label, url]) => ({ label, url })),
    }));
  }

  /**
   * What is shown; without a query or a filter all of the list, its text, too.
   * @param {string} format
   */
  async export(format) {
    const { atlas } = this.#list;
    /** @type {string[]} */
    const ids = [];
    if (atlas.listWorks(0, 0).asked !== '') {
      for (let works; (works = atlas.listWorks(ids.length, WORKS_AT_MOST).works).length > 0;) {
        for (const { id } of works) ids.push(id);
      }
      if (ids.length === 0) ids.push(''); // none of them, instead of all
    }
    return this.#list.export(String(format), ids);
  }
}
