// What a frame costs: what the page asks of WebGL, and when the browser paints the layer's text.
import assert from 'node:assert/strict';

import { nextFrames, settled, test } from './harness.mjs';
import { middleOf, press, rows, search } from './reader.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** Counts the calls of WebGL by name from now on. @param {Page} page */
async function countCalls(page) {
  await page.evaluate(() => {
    /** @type {Record<string, number>} */
    const calls = {};
    Object.assign(window, { calls });
    const prototype = /** @type {any} */ (WebGL2RenderingContext.prototype);
    for (const name of Object.getOwnPropertyNames(prototype)) {
      const call = Object.getOwnPropertyDescriptor(prototype, name)?.value;
      if (typeof call !== 'function') continue;
      prototype[name] = function (/** @type {unknown[]} */ ...values) {
        calls[name] = (calls[name] ?? 0) + 1;
        return call.apply(this, values);
      };
    }
  });
}

/** @param {Page} page @returns {Promise<Record<string, number>>} */
const callsOf = (page) => page.evaluate(() => /** @type {any} */ (window).calls);

/** @param {Page} page */
const isMoving = (page) =>
  page.evaluate(
    () => document.querySelector('lamplight-catalog')?.shadowRoot?.querySelector('.moving') != null,
  );

/** @param {Page} page */
const atRest = (page) =>
  page.waitForFunction(
    () => document.querySelector('lamplight-catalog')?.shadowRoot?.querySelector('.moving') == null,
  );

test('no frame waits for an answer of the graphics process', async (t) => {
  const page = await t.open();
  await countCalls(page);
  await search(page, 'protein');
  await page.mouse.move(800, 500);
  await page.mouse.wheel(0, 600);
  await settled(page);
  const calls = await callsOf(page);
  assert.ok(calls.drawElements > 0);
  const asked = Object.keys(calls).filter((name) => /^(get|is|read|finish|check)/.test(name));
  assert.deepEqual(asked, []);
});

test('what the canvas shows already is not drawn once more', async (t) => {
  const page = await t.open();
  await page.mouse.move(20, 890);
  await settled(page);
  await countCalls(page);
  await page.mouse.move(30, 891);
  await page.mouse.move(40, 892);
  await settled(page);
  assert.deepEqual(await callsOf(page), {});
  await search(page, 'protein');
  const { clear } = await callsOf(page);
  assert.ok(clear > 0);
  // A frame for each letter at most, one for the caret's field that has the focus, and one for
  // what lies under the pointer now.
  assert.ok(clear <= 'protein'.length + 4, `${clear} drawn`);
});

test('the layer is not painted while it moves, and is again soon after', async (t) => {
  const page = await t.open();
  await atRest(page);
  await press(page, '/');
  await page.keyboard.type('pro');
  await page.waitForFunction(
    () => document.querySelector('lamplight-catalog')?.shadowRoot?.querySelector('.moving') != null,
  );
  await atRest(page);
});

test('what is selected stays painted while the list scrolls', async (t) => {
  const page = await t.open();
  await atRest(page);
  const { x, y } = await middleOf(rows(page).nth(2).locator('.run').nth(1));
  await page.mouse.move(x - 60, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y, { steps: 5 });
  await page.mouse.up();
  const selected = await page.evaluate(() =>
    /** @type {any} */ (document.querySelector('lamplight-catalog')?.shadowRoot)
      .getSelection()
      .toString(),
  );
  assert.ok(selected.length > 5, selected);
  await page.mouse.wheel(0, 120);
  for (let i = 0; i < 6; ++i) {
    await nextFrames(page);
    assert.equal(await isMoving(page), false);
  }
  await t.screenshot(page, 'selection-scrolled');
});

test('while the reader is in the search of the browser, found text stays painted', async (t) => {
  const page = await t.open();
  await atRest(page);
  // The browser's own bar takes the focus from the window.
  await page.evaluate(() => {
    document.hasFocus = () => false;
  });
  await page.mouse.move(800, 500);
  await page.mouse.wheel(0, 600);
  for (let i = 0; i < 6; ++i) {
    await nextFrames(page);
    assert.equal(await isMoving(page), false);
  }
});
