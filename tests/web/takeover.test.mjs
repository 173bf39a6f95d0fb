// The canvas takes over from the served list without a jump.
import assert from 'node:assert/strict';

import { heardEvents, settled, test, untilReady, watchForReady } from './harness.mjs';
import { countColors, decodePng } from './pixels.mjs';
import { countText, rows, staticRowsShown } from './reader.mjs';

test('the canvas takes over, draws, and says so once', async (t) => {
  const page = await t.open();
  const picture = decodePng(await t.screenshot(page, 'list-light'));
  assert.ok(countColors(picture) > 50, `${countColors(picture)} colours`);
  assert.equal((await heardEvents(page)).filter((event) => event.type === 'ready').length, 1);
  const canvas = page.locator('lamplight-catalog canvas');
  const box = await canvas.boundingBox();
  assert.deepEqual(box, { x: 0, y: 0, width: 1440, height: 900 });
  assert.equal(await countText(page), '208 works');
  assert.ok((await rows(page).count()) >= 8);
  assert.equal(await staticRowsShown(page), 0);
});

test('the takeover moves nothing: no layout shift but the served list going', async (t) => {
  const page = await t.context.newPage();
  await watchForReady(page);
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        /** @type {any} */ (window).shift += /** @type {any} */ (entry).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(t.url);
  await untilReady(page);
  const shift = await page.evaluate(() => /** @type {any} */ (window).shift);
  // The window's scroll bar goes, the list's own comes: what stands at the right edge moves by it.
  // Chrome's own bound for “good” is 0.1.
  assert.ok(shift <= 0.03, `layout shift ${shift}`);
});

test('header, sidebar and list stand where they stood before the canvas', async (t) => {
  const served = await (
    await t.context.browser()
  )?.newContext({
    javaScriptEnabled: false,
    viewport: { width: 1440, height: 900 },
  });
  assert.ok(served);
  const before = await served.newPage();
  await before.goto(t.url);
  const after = await t.open();
  /** @param {import('playwright-core').Page} page @param {string} selector */
  const box = async (page, selector) => {
    const found = await page.locator(selector).first().boundingBox();
    assert.ok(found, selector);
    return found;
  };
  const pairs = [
    ['.page > header', 'header'],
    ['.page > nav', 'nav'],
    ['.page > main', 'main'],
  ];
  for (const [old, now] of pairs) {
    const a = await box(before, old);
    const b = await box(after, `.layer ${now}`);
    assert.ok(
      Math.abs(a.x - b.x) <= 2 && Math.abs(a.y - b.y) <= 2,
      `${now}: ${JSON.stringify([a, b])}`,
    );
  }
  await served.close();
});

test('who has scrolled before the canvas comes stays at the same work', async (t) => {
  const page = await t.context.newPage();
  await watchForReady(page);
  // Holds the module back until the reader has scrolled.
  /** @type {() => void} */
  let release = () => {};
  const scrolled = new Promise((resolve) => {
    release = () => resolve(undefined);
  });
  await page.route('**/*.wasm', async (route) => {
    await scrolled;
    await route.continue();
  });
  await page.goto(t.url, { waitUntil: 'domcontentloaded' });
  await page.mouse.move(800, 500);
  for (let i = 0; i < 6; ++i) await page.mouse.wheel(0, 400);
  await page.waitForFunction(() => scrollY > 2000);
  await settled(page);
  // A row near the top of what is seen; its work must be in sight afterwards.
  const title = await page.evaluate(() => {
    const row = [...document.querySelectorAll('lamplight-catalog .row')].find((item) => {
      const { top } = item.getBoundingClientRect();
      return top > 70 && top < 300;
    });
    return row?.firstElementChild?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  });
  assert.notEqual(title, '');
  release();
  await untilReady(page);
  await t.screenshot(page, 'takeover-scrolled');
  const row = rows(page)
    .filter({ hasText: title.split(':')[0] })
    .first();
  const box = await row.boundingBox();
  assert.ok(box && box.y > 0 && box.y < 600, `“${title}” is at ${JSON.stringify(box)}`);
});

test('what was typed at the address opens with the canvas: a link to a state', async (t) => {
  const page = await t.open('#q=protein&has=code');
  assert.match(await countText(page), /^\d+ of 208 works$/);
});
