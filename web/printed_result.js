// What is printed in the place of the canvas: the works that are found, with their addresses.
//
//     printResult(element, (first, count) => boundary.listWorks(first, count), signal);
//
// It is made when the browser is about to print, and taken away afterwards.

/** More than anyone prints, and no more than a browser lays out. */
const WORKS_AT_MOST = 20_000;

/**
 * @param {HTMLElement} element seen in print alone
 * @param {import("./boundary.js").Boundary["listWorks"]} list
 * @param {AbortSignal} signal ends it
 */
export function printResult(element, list, signal) {
  const fill = () => {
    const { title, date, counted, asked, works } = list(0, WORKS_AT_MOST);
    const today = new Date().toLocaleDateString(undefined, { dateStyle: 'long' });
    const facts = [
      counted,
      works.length === WORKS_AT_MOST && `The first ${WORKS_AT_MOST.toLocaleString()}`,
      date && `List of ${date}`,
      `Printed ${today}`,
    ].filter(Boolean);
    element.replaceChildren(
      make('h1', title),
      make('p', make('b', asked)),
      make('p', facts.join(' · ')),
      ...works.map((work) =>
        make(
          'article',
          make('b', work.title),
          make('p', work.description),
          make('small', work.meta),
          ...work.links.map(([label, url]) => make('p', `${label} `, make('a', url))),
        ),
      ),
    );
  };
  addEventListener('beforeprint', fill, { signal });
  addEventListener('afterprint', () => element.replaceChildren(), { signal });
}

/**
 * @param {string} tag
 * @param {...(string | Node)} content
 */
function make(tag, ...content) {
  const element = document.createElement(tag);
  element.append(...content);
  if (tag === 'article') element.dir = 'auto';
  if (element instanceof HTMLAnchorElement) element.href = element.text;
  return element;
}
