// When the canvas cannot come: no WebGL, no module, no list, or a network that takes its time.
// The list that was served stays, and the page says what is wrong.
import assert from 'node:assert/strict';

import { noticeText, rows, staticRowsShown } from './reader.mjs';
import { heardEvents, test, untilReady, watchForReady } from './harness.mjs';
import { countColors, decodePng } from './pixels.mjs';
import { makeVariant } from './sites.mjs';

/** The page with the canvas in vain: waits for the notice. @param {import('./harness.mjs').Fixture} t */
async function openInVain(t) {
  const page = await t.context.newPage();
  await watchForReady(page);
  await page.goto(t.url);
  await page.waitForFunction(() =>
    /** @type {any} */ (window).heardEvents.some(
      (/** @type {any} */ event) => event.type === 'error',
    ),
  );
  return page;
}

/** @param {import('playwright-core').Page} page @param {import('./harness.mjs').Fixture} t */
async function assertListIsUsable(page, t) {
  assert.equal(await staticRowsShown(page), 280);
  assert.equal((await heardEvents(page)).filter((event) => event.type === 'ready').length, 0);
  await page.mouse.wheel(0, 900);
  await page.waitForFunction(() => scrollY > 0);
  await page
    .locator('lamplight-catalog li')
    .filter({ hasText: 'KeBioLM' })
    .first()
    .getByRole('link', { name: 'Paper' })
    .click();
  await page.waitForURL('https://arxiv.org/**');
  assert.deepEqual(t.visited, ['https://arxiv.org/abs/2104.10344']);
}

test('without WebGL the list stays and the page says why', { graphics: 'none' }, async (t) => {
  const page = await openInVain(t);
  assert.match(await noticeText(page), /WebGL/);
  await t.screenshot(page, 'without-webgl');
  await assertListIsUsable(page, t);
});

test(
  'without the WASM file the list stays and the page says why',
  {
    site: () => makeVariant('no-wasm', ['lamplight_web.wasm']),
    expects: [/lamplight_web\.wasm/],
  },
  async (t) => {
    const page = await openInVain(t);
    assert.match(await noticeText(page), /lamplight_web\.wasm/);
    await t.screenshot(page, 'without-wasm');
    await assertListIsUsable(page, t);
  },
);

test(
  'a WASM file that is none leaves the list and says so',
  {
    site: () => makeVariant('bad-wasm', [], { 'lamplight_web.wasm': 'not a module' }),
    expects: [/lamplight_web\.wasm/, /WebAssembly/],
  },
  async (t) => {
    const page = await openInVain(t);
    assert.notEqual(await noticeText(page), '');
    await assertListIsUsable(page, t);
  },
);

test(
  'a list that cannot be fetched leaves the served one and says so',
  {
    site: () => makeVariant('no-list', ['lists/2024-03-11.md', 'lists/2024-03-11.block']),
    expects: [/2024-03-11\.(md|block)/],
  },
  async (t) => {
    const page = await openInVain(t);
    assert.match(await noticeText(page), /2024-03-11\.md/);
    await t.screenshot(page, 'without-list');
    await assertListIsUsable(page, t);
  },
);

test(
  'a missing profile is said, and the atlas opens all the same or the list stays',
  {
    site: () => makeVariant('no-profile', ['profile.json']),
    expects: [/profile\.json/],
  },
  async (t) => {
    const page = await t.context.newPage();
    await watchForReady(page);
    await page.goto(t.url);
    await page.waitForFunction(() => /** @type {any} */ (window).heardEvents.length > 0);
    assert.match(await noticeText(page), /profile\.json/);
  },
);

test('a slow network shows the list at once, with a progress bar over it', async (t) => {
  const page = await t.context.newPage();
  await watchForReady(page);
  const network = await t.context.newCDPSession(page);
  await network.send('Network.enable');
  // About a phone in a train.
  await network.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 300,
    downloadThroughput: 60_000,
    uploadThroughput: 60_000,
  });
  // However fast the rest comes: the module only when everything about the wait has been looked at.
  /** @type {() => void} */
  let release = () => {};
  const looked = new Promise((resolve) => {
    release = () => resolve(undefined);
  });
  await page.route('**/*.wasm', async (route) => {
    await looked;
    await route.continue();
  });
  await page.goto(t.url, { waitUntil: 'commit' });
  const bar = page.getByRole('progressbar');
  await bar.waitFor();
  const picture = decodePng(await t.screenshot(page, 'slow-network'));
  assert.ok(countColors(picture) > 20, 'the page is not blank while it waits');
  assert.ok((await staticRowsShown(page)) > 0);
  assert.equal((await heardEvents(page)).length, 0);
  const box = await bar.boundingBox();
  assert.ok(box && box.width > 100 && box.height <= 8, JSON.stringify(box));
  // The list can be read and scrolled meanwhile.
  await page.mouse.move(700, 500);
  await page.mouse.wheel(0, 600);
  await page.waitForFunction(() => scrollY > 0);
  assert.equal((await heardEvents(page)).length, 0);
  release();
  await untilReady(page);
  assert.equal(await bar.count(), 0);
  assert.ok((await rows(page).count()) > 0);
});

test(
  'a server that takes a second for each answer still ends in the canvas',
  { delayMs: 1000 },
  async (t) => {
    const page = await t.open();
    assert.ok((await rows(page).count()) > 0);
  },
);
