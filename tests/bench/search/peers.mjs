// Other libraries, each asked in its own best way for the same: all words, the last one as a
// prefix, the first 50.
//
// `keep` makes of an entry what the library gets; `build` is timed. A mode answers one query with
// the ids of works. Libraries that forgive typos only when told so have a mode `fuzzy` for the
// misspelt words.
import { readFileSync } from 'node:fs';

/**
 * @typedef {import('./corpus.mjs').Entry} Entry
 * @typedef {import('./corpus.mjs').Query} Query
 *
 * Classes of queries, all of them, every key of the typed words, or no words but a filter.
 * @typedef {'all' | 'typo' | 'prefix' | 'keys' | 'filter'} Asked
 *
 * @typedef {object} Mode
 * @property {Asked} asks  which queries
 * @property {(index: any, text: string, number: number) => ArrayLike<number>} run
 * @property {(index: any, text: string) => void} [before]  not timed
 *
 * @typedef {object} Engine
 * @property {string} title
 * @property {string} [package]
 * @property {string} gives  what each timed query gives
 * @property {(entry: Entry) => unknown} [keep]
 * @property {(docs: any[], size: number) => Promise<unknown>} [load]  not timed; what `build` gets
 * @property {(loaded: any, docs: any[]) => any} build
 * @property {(loaded: any) => void} [drop]  before building once more
 * @property {(loaded: any) => {used: number, heap: number, parts?: Record<string, number>}} [memory]
 * @property {(loaded: any) => Record<string, unknown>} [after]  other figures, when all is measured
 * @property {Record<string, Mode>[]} modes  those of one group take turns on each query
 * @property {number} [largest]  size beyond which it is not asked
 */

export const shown = 50;

/** @param {Entry} entry */
const titleOnly = (entry) => ({ id: entry.id, title: entry.title });
const words = (/** @type {string} */ text) => text.toLowerCase().split(/\s+/);
/** @param {string} name @returns {() => Promise<any>} */
const module = (name) => () => import(name);
/** @param {{id: number}[]} found */
const ids = (found) => found.slice(0, shown).map(({ id }) => id);

/** @param {string} name */
export function packageVersion(name) {
  const file = new URL(`node_modules/${name}/package.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')).version;
}

/** The year of the filter that is asked for as the number-th. @param {number} number */
export const filterYear = (number) => 2018 + (number % 8);

/** @type {Engine} */
export const scan = {
  title: 'plain scan',
  gives: 'first 50, total',
  keep: ({ id, title, labels, year }) => ({ id, title, labels, year }),
  build: (_, docs) => docs.map(({ title }) => title.toLowerCase()),
  modes: [
    {
      exact: { asks: 'all', run: (titles, text) => scanTitles(titles, text) },
    },
  ],
};

/** @param {string[]} titles @param {string} text */
export function scanTitles(titles, text) {
  const [first, second] = words(text);
  const found = [];
  let total = 0;
  for (let i = 0; i < titles.length; ++i) {
    const title = titles[i];
    if (!title.includes(first) || (second !== undefined && !title.includes(second))) continue;
    if (total++ < shown) found.push(i);
  }
  return found;
}

const onlyLast = (/** @type {string} */ _, /** @type {number} */ i, /** @type {string[]} */ all) =>
  i === all.length - 1;

/** @type {Engine} */
const miniSearch = {
  title: 'MiniSearch',
  package: 'minisearch',
  gives: 'all, ranked',
  keep: titleOnly,
  load: module('minisearch'),
  build({ default: MiniSearch }, docs) {
    const index = new MiniSearch({ fields: ['title'] });
    index.addAll(docs);
    return index;
  },
  modes: [
    {
      exact: {
        asks: 'all',
        run: (index, text) => ids(index.search(text, { combineWith: 'AND', prefix: onlyLast })),
      },
    },
    {
      fuzzy: {
        asks: 'typo',
        run: (index, text) =>
          ids(
            index.search(text, {
              combineWith: 'AND',
              prefix: onlyLast,
              fuzzy: (/** @type {string} */ word) => (word.length >= 5 ? 1 : false),
            }),
          ),
      },
    },
  ],
};

/** @type {Engine} */
const uFuzzy = {
  title: 'uFuzzy',
  package: '@leeoniya/ufuzzy',
  gives: 'all, the best 1000 ranked (scans)',
  keep: titleOnly,
  load: module('@leeoniya/ufuzzy'),
  build: ({ default: UFuzzy }, docs) => ({
    titles: docs.map(({ title }) => title),
    exact: new UFuzzy({ intraMode: 0, intraIns: 0, interLft: 1 }),
    fuzzy: new UFuzzy({ intraMode: 1 }),
  }),
  modes: [
    { exact: { asks: 'all', run: (index, text) => fuzzyTitles(index.exact, index.titles, text) } },
    { fuzzy: { asks: 'typo', run: (index, text) => fuzzyTitles(index.fuzzy, index.titles, text) } },
  ],
};

/** @param {any} fuzzy @param {string[]} titles @param {string} text */
function fuzzyTitles(fuzzy, titles, text) {
  const [found, facts, order] = fuzzy.search(titles, text, 1, 1000);
  if (!found) return [];
  if (!order) return found.slice(0, shown);
  return order.slice(0, shown).map((/** @type {number} */ at) => facts.idx[at]);
}

/** @type {Engine} */
const flexSearch = {
  title: 'FlexSearch',
  package: 'flexsearch',
  gives: 'first 50, no total, no ranking',
  keep: titleOnly,
  load: module('flexsearch'),
  build: (library, docs) => fillFlexSearch(library, docs, { tokenize: 'forward' }),
  modes: [{ exact: { asks: 'all', run: (index, text) => index.search(text, { limit: shown }) } }],
};

/** @type {Engine} */
const flexSearchFuzzy = {
  ...flexSearch,
  title: 'FlexSearch, forgiving encoder',
  build(library, docs) {
    const { Charset } = library.Charset ? library : library.default;
    return fillFlexSearch(library, docs, { tokenize: 'forward', encoder: Charset.LatinBalance });
  },
  modes: [{ fuzzy: { asks: 'typo', run: (index, text) => index.search(text, { limit: shown }) } }],
  largest: 100_000,
};

/** @param {any} library @param {{id: number, title: string}[]} docs @param {object} options */
function fillFlexSearch(library, docs, options) {
  const { Index } = library.Index ? library : library.default;
  const index = new Index(options);
  for (const { id, title } of docs) index.add(id, title);
  return index;
}

/** @type {Engine} */
const orama = {
  title: 'Orama',
  package: '@orama/orama',
  gives: 'first 50, total, ranked',
  keep: titleOnly,
  load: module('@orama/orama'),
  build(library, docs) {
    const index = library.create({ schema: { title: 'string' } });
    for (const { id, title } of docs) library.insert(index, { id: String(id), title });
    return { library, index };
  },
  modes: [
    { exact: { asks: 'all', run: (index, text) => searchOrama(index, text, 0) } },
    { fuzzy: { asks: 'typo', run: (index, text) => searchOrama(index, text, 1) } },
  ],
};

/** @param {any} orama @param {string} term @param {number} tolerance */
function searchOrama({ library, index }, term, tolerance) {
  const options = { term, properties: ['title'], threshold: 0, limit: shown, tolerance };
  const { hits } = library.search(index, options);
  return hits.map((/** @type {{id: string}} */ { id }) => Number(id));
}

/** @type {Engine} */
const fuse = {
  title: 'Fuse.js',
  package: 'fuse.js',
  gives: 'first 50, ranked (scans)',
  keep: titleOnly,
  load: module('fuse.js'),
  build: ({ default: Fuse }, docs) =>
    new Fuse(docs, {
      keys: ['title'],
      threshold: 0.3,
      ignoreLocation: true,
      useExtendedSearch: true,
    }),
  modes: [
    {
      exact: {
        asks: 'all',
        run: (index, text) =>
          searchFuse(
            index,
            words(text)
              .map((word) => `'${word}`)
              .join(' '),
          ),
      },
    },
    { fuzzy: { asks: 'typo', run: searchFuse } },
  ],
};

/** @param {any} index @param {string} text @returns {number[]} */
function searchFuse(index, text) {
  return index
    .search(text, { limit: shown })
    .map((/** @type {{item: {id: number}}} */ { item }) => item.id);
}

/** @type {Engine} */
const itemsJs = {
  title: 'ItemsJS',
  package: 'itemsjs',
  gives: 'first 50, total, counts of 3 facets',
  keep: ({ id, title, path, labels, year }) => ({
    id,
    title,
    section: path.join(' / '),
    labels,
    year: String(year),
  }),
  load: module('itemsjs'),
  build: ({ default: itemsjs }, docs) =>
    itemsjs(docs, {
      searchableFields: ['title'],
      isExactSearch: true,
      removeStopWordFilter: true,
      aggregations: {
        section: { size: 20, conjunction: false },
        labels: { size: 10 },
        year: { size: 20, conjunction: false },
      },
    }),
  modes: [
    {
      filter: {
        asks: 'filter',
        run: (index, _, number) =>
          ids(
            index.search({
              filters: { labels: ['Code'], year: [String(filterYear(number))] },
              per_page: shown,
            }).data.items,
          ),
      },
    },
    {
      exact: {
        asks: 'all',
        run: (index, text) => ids(index.search({ query: text, per_page: shown }).data.items),
      },
    },
  ],
};

/** @type {Record<string, Engine>} */
export const peers = {
  minisearch: miniSearch,
  ufuzzy: uFuzzy,
  flexsearch: flexSearch,
  flexsearch_fuzzy: flexSearchFuzzy,
  orama,
  fuse,
  itemsjs: itemsJs,
};
