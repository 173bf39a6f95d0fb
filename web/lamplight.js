// The way in: defines <lamplight-catalog> once the page has been painted, so that reading never
// waits for it. What the element is and does: catalog_element.js, which is asked for then, in one
// file with all that it imports (cmake/bundle.mjs). Where that does not come, this says so.

import { clock } from './clock.js';
import { THEME_KEY, plainKey } from './kept_keys.js';

const LATE_MS = 20_000;
const ELEMENT = new URL('catalog_element.js', import.meta.url);

// Where a server's policy forbids the style in the page, the same comes as a file; and what is said of
// single elements, which it forbids too, is said here: how many rows a list has.
const style = document.querySelector('head > style');
if (style instanceof HTMLStyleElement && !style.sheet) {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = new URL('page.css', import.meta.url).href;
  document.head.append(link);
  for (const list of document.querySelectorAll('ol')) {
    list.style.setProperty('--n', String(list.childElementCount));
  }
}

/** @type {HTMLElement[]} */
let notices = [];
let retries = 0;

/** @param {Promise<unknown>} coming */
function watch(coming) {
  const timer = clock.after(tell, LATE_MS);
  coming
    .then(() => notices.forEach((notice) => notice.remove()), tell)
    .finally(() => clock.cancel(timer));
}

function tell() {
  notices.forEach((notice) => notice.remove());
  notices = [...document.querySelectorAll('lamplight-catalog')].map((element) => {
    const notice = document.createElement('p');
    notice.setAttribute('role', 'status');
    notice.style.cssText =
      'position: sticky; bottom: 0; margin: 0; padding: 10px 16px; color: #16191d; background: #fff3dc';
    const retry = document.createElement('button');
    retry.type = 'button';
    retry.textContent = 'Retry';
    // By another name: a browser may remember that a module did not come.
    retry.onclick = () => watch(import(`${ELEMENT}?${++retries}`));
    notice.append(
      `The interactive view could not start: ${ELEMENT} could not be loaded. You are reading the ` +
        'full list without it. ',
      retry,
    );
    element.append(notice);
    return notice;
  });
}

/** Whether the reader wants a site's page as it was served. */
function isPlain() {
  if (!document.querySelector('body > lamplight-catalog > .page')) return false;
  try {
    return /[?&]plain(&|$)/.test(location.search) || localStorage.getItem(plainKey()) !== null;
  } catch {
    return false; // storage may be forbidden
  }
}

// A page that “lamplight site” wrote to be kept: once there is nothing more urgent. (Where a browser
// allows it not, reading needs the network.)
if (navigator.serviceWorker && document.querySelector('link[href="manifest.webmanifest"]')) {
  const keep = () =>
    import('./later_offline.js')
      .then(({ keepOffline }) => keepOffline(new URL('offline_worker.js', import.meta.url)))
      .catch(() => {});
  const { requestIdleCallback: whenIdle = setTimeout } = window;
  addEventListener(isPlain() ? 'load' : 'lamplight-ready', () => whenIdle(keep), { once: true });
}

if (isPlain()) {
  // Without it the list is whole all the same.
  import('./later_plain_page.js')
    .then((page) => page.offerAtlas(plainKey(), THEME_KEY))
    .catch(() => {});
} else {
  requestAnimationFrame(() => {
    // Behind the frame that is about to be painted.
    setTimeout(() => watch(import('./catalog_element.js')));
  });
}

export {};
