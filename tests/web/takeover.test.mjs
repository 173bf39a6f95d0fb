// The canvas takes over from the served list without a jump.
import assert from 'node:assert/strict';

import { heardEvents, settled, test, untilReady, watchForReady } from './harness.mjs';
import { colorAt, countColors, decodePng } from './pixels.mjs';
import { countText, rows, search, staticRowsShown } from './reader.mjs';

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

/**
 * A page whose canvas waits until it is released.
 * @param {import('./harness.mjs').Fixture} t
 * @param {string} path
 */
async function openHeld(t, path) {
  const page = await t.context.newPage();
  await watchForReady(page);
  /** @type {() => void} */
  let release = () => {};
  const released = new Promise((resolve) => {
    release = () => resolve(undefined);
  });
  await page.route('**/*.wasm', async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(new URL(path, t.url).href, { waitUntil: 'domcontentloaded' });
  await page.evaluate(() => document.fonts.ready);
  return { page, release };
}

/**
 * The first line of a picture, from `top` px on, that has ink on the ground of its row.
 * @param {import('./pixels.mjs').Picture} picture
 * @param {{ left: number, right: number, top: number }} where px of the device
 */
function firstInkedLine(picture, { left, right, top }) {
  const ground = colorAt(picture, left - 2, top + 4);
  for (let y = top + 4; y < picture.height; ++y) {
    for (let x = left; x < right; ++x) {
      // Half as dark as ink at least: the edges of letters are drawn softer here than there.
      if (contrastOf(colorAt(picture, x, y), ground) > 200) return y;
    }
  }
  return -1;
}

/** @param {string} a @param {string} b how far apart two colours are, of 765 */
function contrastOf(a, b) {
  const channel = (/** @type {string} */ color, /** @type {number} */ at) =>
    parseInt(color.slice(at, at + 2), 16);
  return [1, 3, 5].reduce((sum, at) => sum + Math.abs(channel(a, at) - channel(b, at)), 0);
}

const windows = [
  { name: 'wide', context: { viewport: { width: 1440, height: 900 } } },
  {
    name: 'phone',
    context: {
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: 2,
      isMobile: true,
      hasTouch: true,
    },
  },
];

for (const { name, context } of windows) {
  for (const scrolled of [0, 1, 437, 2011, 5137, 9000]) {
    test(
      `the first row that is seen stays where it was, to the pixel (${name}, scrolled by ${scrolled})`,
      { context },
      async (t) => {
        const { page, release } = await openHeld(t, '');
        await page.evaluate((y) => scrollTo(0, y), scrolled);
        await settled(page);
        const before = await page.evaluate(() =>
          [...document.querySelectorAll('lamplight-catalog .row')].map((row) => ({
            work: row.getAttribute('data-work'),
            y: row.getBoundingClientRect().top,
          })),
        );
        const pictureBefore = decodePng(await page.screenshot());
        release();
        await untilReady(page);
        const pictureAfter = decodePng(await t.screenshot(page, `takeover-${name}-${scrolled}`));
        const { top, list } = await page.getByRole('grid', { name: 'List' }).evaluate((grid) => ({
          top: grid.getBoundingClientRect().top,
          list: [...grid.querySelectorAll('[role="row"]')].map((row) => ({
            work: new URLSearchParams(
              row.querySelector('a')?.getAttribute('href')?.slice(1) ?? '',
            ).get('work'),
            y: row.getBoundingClientRect().top,
          })),
        }));
        // The bars of the canvas cover what was above it.
        const first = before.find((row) => row.y >= top);
        assert.ok(first && first.y < 500, JSON.stringify(first));
        const now = list.filter((row) => row.work === first.work);
        assert.deepEqual(now, [first]);
        // And drawn there: the title's first line of ink is the same.
        const density = context.deviceScaleFactor ?? 1;
        const where = {
          left: (context.isMobile ? 30 : 296) * density,
          right: (context.isMobile ? 180 : 446) * density,
          top: Math.round(first.y * density),
        };
        assert.equal(firstInkedLine(pictureAfter, where), firstInkedLine(pictureBefore, where));
      },
    );
  }
}

for (const [what, state] of [
  ['a work', 'work=openfold'],
  ['another order', 'sort=year'],
]) {
  test(`who asks for ${what} in the address sees that, from its beginning`, async (t) => {
    const page = await t.open(`#${state}`);
    const grid = await page.getByRole('grid', { name: 'List' }).boundingBox();
    const wanted = state.startsWith('work')
      ? rows(page).filter({ hasText: /^\s*OpenFold/ })
      : rows(page).and(page.locator('[aria-rowindex="1"]'));
    const box = await wanted.boundingBox();
    assert.ok(box && grid, `${what} is in sight`);
    assert.ok(box.y >= grid.y && box.y + box.height <= grid.y + grid.height, JSON.stringify(box));
  });
}

test('the room above the first row is gone when another result is shown', async (t) => {
  const { page, release } = await openHeld(t, '#large-language-models');
  release();
  await untilReady(page);
  await search(page, 'protein');
  const grid = await page.getByRole('grid', { name: 'List' }).boundingBox();
  assert.equal((await rows(page).first().boundingBox())?.y, grid?.y);
});

test('what was typed at the address opens with the canvas: a link to a state', async (t) => {
  const page = await t.open('#q=protein&has=code');
  assert.match(await countText(page), /^\d+ of 208 works$/);
});
