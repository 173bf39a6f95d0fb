// Light, dark, by the system and by choice; less motion.
import assert from 'node:assert/strict';

import { nextFrames, settled, test, untilReady } from './harness.mjs';
import { colorAt, countColor, decodePng } from './pixels.mjs';
import { click, search } from './reader.mjs';

/** Colour of the list's ground. @param {import('playwright-core').Page} page */
async function ground(page) {
  await page.mouse.move(5, 895);
  await settled(page);
  return colorAt(decodePng(await page.screenshot()), 700, 70);
}
const lightGround = '#f6f7f9';
const darkGround = '#111418';
const themeButton = (/** @type {import('playwright-core').Page} */ page) =>
  page.getByRole('button', { name: /^Theme/ });

test('dark follows the system, at the start', { context: { colorScheme: 'dark' } }, async (t) => {
  const page = await t.open();
  assert.equal(await ground(page), darkGround);
  await search(page, 'protein struc');
  const picture = decodePng(await t.screenshot(page, 'list-dark'));
  assert.ok(countColor(picture, '#5b4c00') > 2000, 'hits are marked in the dark colour');
  assert.equal(countColor(picture, '#fff0a8'), 0);
});

test('dark follows the system while the page is open', async (t) => {
  const page = await t.open();
  assert.equal(await ground(page), lightGround);
  await page.emulateMedia({ colorScheme: 'dark' });
  await settled(page);
  assert.equal(await ground(page), darkGround);
});

test('a chosen theme holds against the system, and after a reload', async (t) => {
  const page = await t.open();
  for (let tries = 0; tries < 3 && (await ground(page)) !== darkGround; ++tries)
    await click(page, themeButton(page));
  assert.equal(await ground(page), darkGround);
  await page.reload({ waitUntil: 'commit' });
  await page.waitForSelector('.page', { state: 'attached' });
  await untilReady(page);
  assert.equal(await ground(page), darkGround);
  assert.doesNotMatch(page.url(), /theme/);
});

test('a chosen theme holds from the first moment of the next visit', async (t) => {
  const page = await t.open();
  for (let tries = 0; tries < 3 && (await ground(page)) !== darkGround; ++tries)
    await click(page, themeButton(page));
  const next = await t.context.newPage();
  // Only the served page: the canvas never comes.
  await next.route('**/*.wasm', () => {});
  await next.goto(t.url, { waitUntil: 'domcontentloaded' });
  await nextFrames(next);
  assert.equal(colorAt(decodePng(await next.screenshot()), 700, 70), darkGround);
});

test(
  'less motion is honoured: a click is one change, not a fade',
  { context: { reducedMotion: 'reduce' } },
  async (t) => {
    const page = await t.open();
    const before = await page.evaluate(
      () => /** @type {any} */ (document.querySelector('lamplight-catalog')).framesDrawn,
    );
    await click(page, themeButton(page));
    const after = await page.evaluate(
      () => /** @type {any} */ (document.querySelector('lamplight-catalog')).framesDrawn,
    );
    assert.ok(after > before && after - before < 20, `${after - before} frames`);
  },
);

test('forced colours and print show the list, not a picture', async (t) => {
  const page = await t.open();
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const shown = await page
    .locator('lamplight-catalog article')
    .evaluateAll((items) => items.filter((item) => item.checkVisibility()).length);
  assert.equal(shown, 208);
  await t.screenshot(page, 'print-with-canvas');
});
