// The service worker of a site: keeps the atlas, so that it opens without a network.
//
// “lamplight site” writes in front of it which files the site has:
//
//     self.lamplightSite = { version, files: { name: [hash, isKept], ... } };
//
// A version is kept whole in a cache of its own, every file checked against its hash before any of
// it is used; a deployment that is cut short, or under way, therefore never takes the place of the
// one before. The new version waits until the page says that the reader wants it, or until no page
// of the old one is open. Files that are not kept from the start (pages of a long list, lists beyond
// the site's limit) are kept when they were read. What the site does not have passes by.

/** @typedef {{ version: string, files: Record<string, [hash: string, isKept: number]> }} Site */

const worker = /** @type {any} */ (self);
/** @type {Site} */
const { version, files } = worker.lamplightSite;
const scope = new URL('.', worker.location.href).href;
// The origin's caches are shared by all that is on it.
const ours = `lamplight ${scope} `;
const cacheName = ours + version;

/** @param {ArrayBuffer} bytes */
async function hashOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @param {string} name */
const addressOf = (name) => new URL(name, scope).href;

const names = new Map(Object.keys(files).map((name) => [addressOf(name), name]));

/**
 * The file as the site of this version has it; null where it is another.
 * @param {string} name
 * @param {RequestInit} [how]
 */
async function fetchFile(name, how) {
  // Some hosts send who asks for index.html to the folder.
  const response = await fetch(name === 'index.html' ? scope : addressOf(name), how);
  const bytes = await response.arrayBuffer();
  if (!response.ok || (await hashOf(bytes)) !== files[name][0]) return null;
  // What was sent on the way to it, or how it was packed, is none of its own.
  const headers = new Headers(response.headers);
  for (const each of ['Content-Encoding', 'Content-Length', 'Vary']) headers.delete(each);
  return new Response(bytes, { headers });
}

/**
 * From another version's cache, where it is the same.
 * @param {string} name
 */
async function findKept(name) {
  for (const other of await caches.keys()) {
    if (!other.startsWith(ours)) continue;
    const kept = await (await caches.open(other)).match(addressOf(name));
    if (!kept) continue;
    if ((await hashOf(await kept.clone().arrayBuffer())) === files[name][0]) return kept;
  }
  return null;
}

async function keepAll() {
  const cache = await caches.open(cacheName);
  try {
    for (const [name, [, isKept]] of Object.entries(files)) {
      if (!isKept) continue;
      const file = (await findKept(name)) ?? (await fetchFile(name, { cache: 'no-cache' }));
      if (!file) throw new Error(`${name} is not the one of this version.`);
      await cache.put(addressOf(name), file);
    }
  } catch (error) {
    await caches.delete(cacheName);
    throw error;
  }
}

async function dropOthers() {
  for (const other of await caches.keys()) {
    if (other.startsWith(ours) && other !== cacheName) await caches.delete(other);
  }
}

/**
 * @param {Request} request
 * @param {string} name
 */
async function answer(request, name) {
  const kept = await caches.match(addressOf(name), { cacheName });
  if (kept) return kept;
  const file = await fetchFile(name);
  if (file) {
    if (await caches.has(cacheName)) {
      const cache = await caches.open(cacheName);
      // Where there is no room, it is read all the same.
      await cache.put(addressOf(name), file.clone()).catch(() => {});
    }
    return file;
  }
  // A page is whole in itself; anything else would be a part of another version.
  return request.mode === 'navigate' ? fetch(request) : Response.error();
}

worker.addEventListener('install', (/** @type {any} */ event) => event.waitUntil(keepAll()));
worker.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(dropOthers()));
worker.addEventListener('message', (/** @type {any} */ event) => {
  if (event.data === 'take over') worker.skipWaiting();
});
worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const { request } = event;
  const [address] = request.url.split(/[?#]/);
  const name = address === scope ? 'index.html' : names.get(address);
  if (request.method === 'GET' && name) event.respondWith(answer(request, name));
});
