// A good guest: several elements on somebody else's page, and none left behind.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { letTimePass, nextFrames, settled, test, untilReady, watchForReady } from './harness.mjs';
import { countColors, decodePng } from './pixels.mjs';
import { makeVariant } from './sites.mjs';

/** A page of somebody else's with two atlases among its own text. */
const hostPage = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title>
<style>body { font: 16px/1.5 serif; margin: 40px } lamplight-catalog { margin: 20px 0 }</style>
<h1>A survey</h1><p id="before">Text before. <input id="own" aria-label="own field"></p>
<lamplight-catalog id="one" src="lists/2024-03-11.md" profile="profile.json" height="500"><p>one is coming</p></lamplight-catalog>
<p>Text between.</p>
<lamplight-catalog id="two" src="lists/2023-03-29.md" height="400"><p>two is coming</p></lamplight-catalog>
<p id="after" style="height: 1500px">Text after.</p>
<script type="module" src="lamplight.js"></script></html>`;

const site = () => {
  const folder = makeVariant('embedded', []);
  writeFileSync(join(folder, 'host.html'), hostPage);
  return folder;
};

/** @param {import('./harness.mjs').Fixture} t @param {number} [count] */
async function openHost(t, count = 2) {
  const page = await t.context.newPage();
  await watchForReady(page);
  await page.addInitScript(() => {
    Object.assign(window, { framesAsked: 0 });
    const request = window.requestAnimationFrame;
    window.requestAnimationFrame = (callback) => {
      ++/** @type {any} */ (window).framesAsked;
      return request.call(window, callback);
    };
  });
  await page.goto(new URL('host.html', t.url).href);
  await untilReady(page, count);
  return page;
}

test(
  "two elements on one page work, each for itself, with one download of the page's module",
  { site },
  async (t) => {
    const page = await openHost(t);
    assert.equal(t.requested.filter((path) => path.endsWith('/lamplight_web.wasm')).length, 1);
    const one = page.locator('#one');
    const two = page.locator('#two');
    await one.getByRole('combobox', { name: 'Search', exact: true }).click();
    await page.keyboard.type('protein');
    await settled(page);
    assert.equal(await two.getByRole('combobox', { name: 'Search', exact: true }).inputValue(), '');
    assert.match((await one.getByRole('status').first().textContent()) ?? '', /of 208 works/);
    assert.match((await two.getByRole('status').first().textContent()) ?? '', /^136 works/);
    const box = await one.boundingBox();
    assert.equal(box?.height, 500);
    const picture = decodePng(await t.screenshot(page, 'embedded', { fullPage: true }));
    assert.ok(countColors(picture) > 50);
    assert.equal(new URL(page.url()).hash, '', 'a guest leaves the address alone');
  },
);

test(
  'a guest takes no key, and no wheel turn at its end, while it is not focused',
  { site },
  async (t) => {
    const page = await openHost(t);
    await page.locator('#own').click();
    await page.keyboard.type('/s?c');
    assert.equal(await page.locator('#own').inputValue(), '/s?c');
    await page.locator('body').click({ position: { x: 5, y: 5 } });
    await page.keyboard.press('/');
    assert.equal(await page.evaluate(() => document.activeElement?.localName), 'body');
    // The page scrolls while the pointer is over its own text.
    await page.mouse.move(400, 60);
    await page.mouse.wheel(0, 200);
    await page.waitForFunction(() => scrollY > 100);
  },
);

/**
 * Types of the listeners on window, document and document.fonts.
 * @param {import('playwright-core').Page} page
 */
async function pageListeners(page) {
  const session = await page.context().newCDPSession(page);
  const types = [];
  for (const expression of ['window', 'document', 'document.fonts']) {
    const { result } = await session.send('Runtime.evaluate', { expression });
    const { listeners } = await session.send('DOMDebugger.getEventListeners', {
      objectId: result.objectId ?? '',
    });
    types.push(...listeners.map((listener) => `${expression} ${listener.type}`));
  }
  return types.sort();
}

test('an element that is removed leaves nothing behind', { site }, async (t) => {
  const page = await openHost(t);
  await page.evaluate(() => {
    Object.assign(window, { gone: [...document.querySelectorAll('lamplight-catalog')] });
    for (const element of document.querySelectorAll('lamplight-catalog')) element.remove();
  });
  await nextFrames(page);
  const before = await pageListeners(page);
  await page.evaluate(() => document.body.append(.../** @type {any} */ (window).gone));
  await untilReady(page, 4);
  assert.notDeepEqual(await pageListeners(page), before);
  await page.locator('#one').getByRole('combobox', { name: 'Search', exact: true }).click();
  await page.keyboard.type('fold');
  await settled(page);
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('lamplight-catalog')) element.remove();
  });
  await nextFrames(page);
  const frames = await page.evaluate(() => /** @type {any} */ (window).framesAsked);
  await page.mouse.move(300, 300);
  await page.mouse.move(500, 400);
  await page.keyboard.press('/');
  await page.setViewportSize({ width: 1000, height: 700 });
  await letTimePass(1.5);
  assert.equal(
    await page.evaluate(() => /** @type {any} */ (window).framesAsked),
    frames,
    'no frame after it is gone',
  );
  assert.deepEqual(await pageListeners(page), before);
  const canvases = await page.evaluate(
    () =>
      /** @type {any} */ (window).gone.filter((/** @type {Element} */ element) =>
        element.shadowRoot?.querySelector('canvas'),
      ).length,
  );
  assert.equal(canvases, 0, 'no canvas');
});

test('an element that is removed and put back works again', { site }, async (t) => {
  const page = await openHost(t);
  await page.evaluate(() => {
    const element = document.querySelector('#one');
    element?.remove();
    document.body.prepend(/** @type {Element} */ (element));
  });
  await settled(page);
  await page.locator('#one').getByRole('combobox', { name: 'Search', exact: true }).click();
  await page.keyboard.type('protein');
  await settled(page);
  assert.match(
    (await page.locator('#one').getByRole('status').first().textContent()) ?? '',
    /of 208 works/,
  );
});

test('destroy() gives the page its served content back', { site }, async (t) => {
  const page = await openHost(t);
  await page.evaluate(() => /** @type {any} */ (document.querySelector('#one')).destroy());
  assert.ok(await page.getByText('one is coming').isVisible());
});

test('twenty elements made and removed leave no WebGL context behind', { site }, async (t) => {
  const page = await openHost(t);
  for (let i = 0; i < 20; ++i) {
    await page.evaluate(async () => {
      const element = document.createElement('lamplight-catalog');
      element.setAttribute('src', 'lists/2023-03-29.md');
      element.setAttribute('height', '300');
      const ready = new Promise((resolve) => element.addEventListener('lamplight-ready', resolve));
      document.body.prepend(element);
      await ready;
      element.remove();
    });
  }
  // Browsers take contexts away from the oldest when there are too many.
  const lost = await page.evaluate(() =>
    [...document.querySelectorAll('lamplight-catalog')].map((element) =>
      element.shadowRoot?.querySelector('canvas')?.getContext('webgl2')?.isContextLost(),
    ),
  );
  assert.deepEqual(lost, [false, false]);
});

/** Made and taken away again, so many times. @param {import('playwright-core').Page} page @param {number} times @param {'remove' | 'destroy'} how */
function makeAndEnd(page, times, how) {
  return page.evaluate(async ([count, way]) => {
    for (let i = 0; i < count; ++i) {
      const element = /** @type {any} */ (document.createElement('lamplight-catalog'));
      element.setAttribute('src', 'lists/2023-03-29.md');
      element.setAttribute('blocks', '');
      element.setAttribute('height', '300');
      const ready = new Promise((resolve) => element.addEventListener('lamplight-ready', resolve));
      document.body.prepend(element);
      await ready;
      await element.search('protein');
      if (way === 'destroy') await element.destroy();
      element.remove();
    }
  }, /** @type {[number, 'remove' | 'destroy']} */ ([times, how]));
}

/** What the page holds when all that can go is gone. @param {import('playwright-core').CDPSession} session */
async function heldByPage(session) {
  for (let i = 0; i < 3; ++i) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const found = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  return { heap: found.JSHeapUsedSize, nodes: found.Nodes, listeners: found.JSEventListeners };
}

for (const how of /** @type {const} */ (['remove', 'destroy'])) {
  test(
    `a hundred elements, each ended by ${how}(), leave no memory, node, listener or context behind`,
    { site },
    async (t) => {
      const page = await openHost(t);
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.enable');
      // What is kept once for the page is there after some.
      await makeAndEnd(page, 10, how);
      const before = await heldByPage(session);
      await makeAndEnd(page, 100, how);
      const after = await heldByPage(session);
      console.log(`      before ${JSON.stringify(before)}, after ${JSON.stringify(after)}`);
      assert.ok(after.nodes - before.nodes < 100, 'less than one node each');
      assert.ok(after.listeners - before.listeners < 50, 'less than a listener for two');
      // An element at work holds some megabytes; what the browser notes of scripts it has run counts too.
      assert.ok(after.heap - before.heap < 2_000_000, 'less than 20 kB each');
      const lost = await page.evaluate(() =>
        [...document.querySelectorAll('lamplight-catalog')].map((element) =>
          element.shadowRoot?.querySelector('canvas')?.getContext('webgl2')?.isContextLost(),
        ),
      );
      assert.deepEqual(lost, [false, false], 'the page’s own have kept their contexts');
    },
  );
}
