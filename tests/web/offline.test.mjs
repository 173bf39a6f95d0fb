// A site that was read once opens without a network, whole and of one version; a new version comes
// when the reader wants it.
import assert from 'node:assert/strict';
import { rmSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { heardReady, settled, test, untilReady, watchForReady } from './harness.mjs';
import { checkbox, click, countText, rows } from './reader.mjs';
import { makeSite } from './sites.mjs';

/** @typedef {import('playwright-core').Page} Page */

const kept = {
  context: { serviceWorkers: /** @type {const} */ ('allow') },
  // Whether the site is still kept is asked of the network, when there is one.
  expects: [/ERR_CONNECTION_REFUSED.*offline_worker\.js/],
};

/** @param {string} word @param {number} works */
const listOf = (word, works) =>
  `# ${word}\n\n## All\n${Array.from({ length: works }, (_, i) => `- ${word} number ${i} [[Paper]](https://a.b/${word}-${i})\n`).join('')}`;
const [first, second] = [{ 'list.md': listOf('Old', 3) }, { 'list.md': listOf('New', 4) }];

/** Waits until the browser keeps the site. @param {Page} page */
const untilKept = (page) =>
  page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state === 'activated') return;
    await new Promise((resolve) => active?.addEventListener('statechange', resolve));
  });

/** @param {Page} page */
const notice = (page) => page.getByRole('status').filter({ hasText: 'A new version is ready.' });

/**
 * Waits until the worker of a new deployment has done what it can: it is ready, or given up.
 * @param {Page} page
 */
const untilUpdated = (page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update().catch(() => {});
    const { installing } = registration;
    if (!installing) return;
    await new Promise((resolve) =>
      installing.addEventListener('statechange', () => {
        if (installing.state !== 'installing') resolve(undefined);
      }),
    );
  });

/** What a page has of a version: its own words, and those of the canvas. @param {Page} page */
async function versionOf(page) {
  await settled(page);
  const served = await page.locator('lamplight-catalog .row').first().textContent();
  const drawn = await rows(page).first().textContent();
  const words = [served, drawn].map((text) => /Old|New/.exec(text ?? '')?.[0]);
  return [...words, await countText(page)];
}
const oldVersion = ['Old', 'Old', '3 works'];
const newVersion = ['New', 'New', '4 works'];

/** @param {Page} page */
async function reload(page) {
  await page.reload();
  await untilReady(page);
}

test(
  'the flagship opens with the network pulled: list, profile, both dates, the reader',
  kept,
  async (t) => {
    const page = await t.open();
    await untilKept(page);
    await t.stopServer();
    const again = await t.open();
    assert.equal(await countText(again), '208 works');
    await click(again, checkbox(again, 'Model family', 'Language'));
    assert.match(await countText(again), /^\d+ of 208 works$/);
    const older = await t.open('#at=2023-03-29');
    await older
      .getByRole('status')
      .filter({ hasText: '136 works' })
      .first()
      .waitFor({ state: 'attached' });
    await t.screenshot(older, 'offline-older');
    const markdown = await again.evaluate(async () => (await fetch('lists/2024-03-11.md')).text());
    assert.match(markdown, /^# /m);
    // Markdown that is no block yet goes through the reader.
    const other = await t.open();
    await other.evaluate(async () => {
      const element = /** @type {any} */ (document.querySelector('lamplight-catalog'));
      await element.load('# Mine\n\n## All\n- One [[Paper]](https://a.b/c)\n');
    });
    await settled(other);
    assert.equal(await countText(other), '1 work');
  },
);

test(
  'a new version waits for the reader, whole on both sides',
  { ...kept, site: () => makeSite('offline-update', first) },
  async (t) => {
    const page = await t.open();
    await untilKept(page);
    assert.deepEqual(await versionOf(page), oldVersion);
    makeSite('offline-update', second);
    await reload(page);
    assert.deepEqual(await versionOf(page), oldVersion);
    await notice(page).waitFor();
    await t.screenshot(page, 'offline-notice');
    // It goes on waiting, in other tabs too.
    const other = await t.open();
    assert.deepEqual(await versionOf(other), oldVersion);
    await notice(other).waitFor();
    await notice(page).getByRole('button', { name: 'Later' }).click();
    assert.equal(await notice(page).count(), 0);
    await reload(page);
    assert.deepEqual(await versionOf(page), oldVersion);
    await notice(page).waitFor();
    const both = [page, other].map((tab) => tab.waitForEvent('load'));
    await notice(page).getByRole('button', { name: 'Load it' }).click();
    await Promise.all(both);
    for (const tab of [page, other]) {
      await untilReady(tab);
      assert.deepEqual(await versionOf(tab), newVersion);
      assert.equal(await notice(tab).count(), 0);
    }
    // Of the former version nothing is left.
    assert.equal((await page.evaluate(() => caches.keys())).length, 1);
    await t.stopServer();
    await reload(page);
    assert.deepEqual(await versionOf(page), newVersion);
  },
);

for (const [what, damage] of /** @type {[string, (site: string) => void][]} */ ([
  ['that lacks a file', (site) => rmSync(join(site, 'lists/list.block'))],
  ['with a file that is cut short', (site) => truncateSync(join(site, 'lists/list.block'), 99)],
  [
    'with a page for what is missing',
    (site) => writeFileSync(join(site, 'lists/list.md'), '<!doctype html>'),
  ],
])) {
  test(
    `a new version ${what} never takes the place of the one before`,
    {
      ...kept,
      site: () => makeSite('offline-damaged', first),
      expects: [/offline_worker|Failed to load resource|ServiceWorker/],
    },
    async (t) => {
      const page = await t.open();
      await untilKept(page);
      damage(makeSite('offline-damaged', second));
      await reload(page);
      await untilUpdated(page);
      assert.deepEqual(await versionOf(page), oldVersion);
      assert.equal(await notice(page).count(), 0);
      const versions = await page.evaluate(() => caches.keys());
      assert.equal(versions.length, 1);
      // And once it is whole, it comes.
      makeSite('offline-damaged', second);
      await reload(page);
      await untilUpdated(page);
      assert.deepEqual(await versionOf(page), oldVersion);
      await notice(page).waitFor();
    },
  );
}

test('it is kept after the first load, and asked for by nothing before', kept, async (t) => {
  const page = await t.context.newPage();
  await watchForReady(page);
  await page.goto(t.url);
  await heardReady(page);
  await untilKept(page);
  const began = await page.evaluate(() => ({
    ready: performance.getEntriesByName('lamplight:ready')[0].startTime,
    later: performance
      .getEntriesByType('resource')
      .filter(({ name }) => /offline|manifest|icon/.test(name))
      .map(({ startTime }) => startTime),
  }));
  assert.ok(began.later.length >= 1);
  for (const at of began.later) assert.ok(at >= began.ready, JSON.stringify(began));
});

test(
  'a site in a folder keeps itself apart from what else is there',
  { ...kept, site: () => dirname(makeSite('offline-folders/atlas', first)) },
  async (t) => {
    const page = await t.open('atlas/');
    await untilKept(page);
    const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
    assert.equal(scope, `${t.url}atlas/`);
    const names = await page.evaluate(() => caches.keys());
    assert.equal(names.length, 1);
    assert.ok(names[0].startsWith(`lamplight ${t.url}atlas/ `));
    await t.stopServer();
    const again = await t.open('atlas/index.html#q=number');
    assert.equal(await countText(again), '3 of 3 works');
  },
);

test('an element on another page keeps nothing', kept, async (t) => {
  const page = await t.context.newPage();
  await watchForReady(page);
  await page.route('**/host.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body:
        '<!doctype html><title>Mine</title><h1>Mine</h1><script type="module" src="lamplight.js"></script>' +
        '<lamplight-catalog src="lists/2024-03-11.md" blocks height="400"><p>One</p></lamplight-catalog>',
    }),
  );
  await page.goto(new URL('host.html', t.url).href);
  await untilReady(page);
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  assert.deepEqual(
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
    0,
  );
  assert.deepEqual(
    t.requested.filter((path) => /offline|manifest/.test(path)),
    [],
  );
});

test('where a browser refuses to keep a site, it is read all the same', kept, async (t) => {
  await t.context.addInitScript(() => {
    if (!('ServiceWorkerContainer' in window)) return;
    ServiceWorkerContainer.prototype.register = async () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
  });
  const page = await t.open();
  assert.equal(await countText(page), '208 works');
});

test('where a browser has no service workers, it is read all the same', kept, async (t) => {
  await t.context.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined }),
  );
  const page = await t.open();
  assert.equal(await countText(page), '208 works');
});

test(
  'a site that is kept no longer is forgotten by who had it',
  { ...kept, site: () => makeSite('offline-no-more', first), expects: [/404/] },
  async (t) => {
    const page = await t.open();
    await untilKept(page);
    makeSite('offline-no-more', second, ['--no-offline']);
    await reload(page);
    assert.deepEqual(await versionOf(page), oldVersion);
    await page.waitForFunction(async () => (await caches.keys()).length === 0);
    await reload(page);
    assert.deepEqual(await versionOf(page), newVersion);
    assert.equal(await page.locator('link[rel="manifest"]').count(), 0);
    assert.equal(
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
      0,
    );
  },
);

test(
  'the pages of a long list are kept when they were read',
  { ...kept, site: () => makeSite('offline-long', { 'list.md': listOf('Old', 3600) }) },
  async (t) => {
    const page = await t.open();
    await untilKept(page);
    const keptPages = () =>
      page.evaluate(async () => {
        const cache = await caches.open((await caches.keys())[0]);
        return (await cache.keys()).map(({ url }) => url).filter((url) => url.includes('/pages/'));
      });
    assert.deepEqual(await keptPages(), []);
    await page.goto(`${t.url}?plain`);
    const next = await page.getByRole('link', { name: /^Next/ }).getAttribute('href');
    const reading = await t.goto(next ?? '');
    const words = await reading.locator('main').textContent();
    assert.equal((await keptPages()).length, 1);
    await t.stopServer();
    const again = await t.goto(next ?? '');
    assert.equal(await again.locator('main').textContent(), words);
  },
);

test('the site can be installed: manifest, icons of the size they say', kept, async (t) => {
  const page = await t.open();
  const session = await t.context.newCDPSession(page);
  const { url, errors, data } = await session.send('Page.getAppManifest');
  assert.equal(url, `${t.url}manifest.webmanifest`);
  assert.deepEqual(errors, []);
  const manifest = JSON.parse(data ?? '{}');
  assert.equal(manifest.name, 'Healthcare Foundation Models');
  assert.equal(manifest.display, 'standalone');
  const sizes = await page.evaluate(
    (icons) =>
      Promise.all(
        icons.map(async ({ src }) => {
          const image = new Image();
          image.src = src;
          await image.decode();
          return `${image.naturalWidth}x${image.naturalHeight}`;
        }),
      ),
    /** @type {{src: string, sizes: string}[]} */ (manifest.icons),
  );
  manifest.icons.forEach((/** @type {{sizes: string}} */ icon, /** @type {number} */ i) => {
    if (icon.sizes !== 'any') assert.equal(sizes[i], icon.sizes);
  });
});
