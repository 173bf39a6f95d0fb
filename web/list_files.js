// Which files an element shows, as its attributes name them, and where their lists stand.

/** @typedef {{ date: string, file: string }} Snapshot */

/** The attributes of <lamplight-catalog> that matter here.
 * @typedef {HTMLElement & { src: string | null, snapshots: string | null }} ListElement */

/**
 * The first is the newest, and loaded first.
 * @param {ListElement} element
 * @returns {Snapshot[]}
 */
export function snapshotList({ src, snapshots }) {
  const list = (snapshots ?? '').split(/\s+/).flatMap((pair) => {
    const [date, file] = [pair.split('=', 1)[0], pair.slice(pair.indexOf('=') + 1)];
    return date && file ? [{ date, file }] : [];
  });
  return list.length > 0 ? list : [{ date: '', file: src ?? '' }];
}

/** Where the list is: of dated ones, which come and go, the folder. @param {ListElement} element */
export function placeOfList(element) {
  const address = new URL(element.src ?? snapshotList(element)[0].file, document.baseURI);
  return element.snapshots ? new URL('.', address).href : address.href;
}

/**
 * What a list's own links are relative to: what its profile says, or else where it was fetched. A
 * list beside its block is read as it was for the block, without an address.
 * @param {ListElement} element
 * @param {string | null} profile its text
 * @param {string} file empty: the list was given as a text
 */
export function baseOfLinks(element, profile, file) {
  const stated = statedAddress(profile);
  if (stated || !file || element.hasAttribute('blocks')) return stated;
  return new URL(file, document.baseURI).href;
}

/** What is wrong with a profile is told by the core. @param {string | null} profile */
function statedAddress(profile) {
  try {
    const { source_url: address } = JSON.parse(profile ?? '{}');
    return typeof address === 'string' ? address : '';
  } catch {
    return '';
  }
}
