// The page that a site serves around its list, as the atlas refers to it once it stands in its
// place. With "plain" in its address the page stays as it was served (later_plain_page.js).

const MOST_HEADINGS = 40;

/** The address that the page stays plain by. */
export const plainAddress = () => `${location.search ? `${location.search}&` : '?'}plain`;

/**
 * The links of its contents, and that to the citation.
 * @param {HTMLElement} host
 */
function anchorsOf(host) {
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const anchors = host.querySelectorAll('.page > nav a, .page > header a[href$="#cite:"]');
  return [...anchors];
}

/**
 * Whether what it leads to is about the list, and in no view of the atlas.
 * @param {HTMLElement} host
 * @param {HTMLAnchorElement} anchor
 */
function isAbout(host, anchor) {
  const about = host.querySelector('.page > nav a[href$="#about:"]')?.parentElement;
  return anchor.hash.endsWith(':') || about?.contains(anchor) === true;
}

/**
 * Where the plain page has what an anchor leads to.
 * @param {HTMLAnchorElement} anchor
 */
function addressOf(anchor) {
  const address = anchor.getAttribute('href') ?? '';
  return address.startsWith('#') ? plainAddress() + address : address;
}

/**
 * Its own address and those of its headings, each with a title before it: what it says of the list
 * first, then its sections.
 * @param {HTMLElement} host
 */
export function pageLinks(host) {
  const anchors = anchorsOf(host);
  if (!host.querySelector('.page')) return [];
  const about = anchors.filter((anchor) => isAbout(host, anchor));
  const sections = anchors.filter((anchor) => anchor.matches('nav > ul > li > a'));
  const headings = [...new Set([...about, ...sections])].slice(0, MOST_HEADINGS);
  return [
    ['Plain page', plainAddress()],
    ...headings.map((anchor) => [
      (anchor.querySelector('span') ?? anchor).textContent.replace(/\s+/g, ' ').trim(),
      addressOf(anchor),
    ]),
  ];
}

/**
 * What a fragment names: a section, by the text of a state that shows it; something about the list,
 * by its address on the plain page; or a state.
 * @param {HTMLElement} host
 * @param {string} fragment
 * @returns {{ state: string } | { address: string }}
 */
export function readFragment(host, fragment) {
  const anchor = fragment && anchorsOf(host).find(({ hash }) => hash === `#${fragment}`);
  if (!anchor) return { state: fragment && document.getElementById(fragment) ? '' : fragment };
  return isAbout(host, anchor) ? { address: addressOf(anchor) } : { state: `in=${fragment}` };
}
