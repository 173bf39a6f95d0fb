// The canvas as a picture: its pixels, its size, its frames, its context.
import assert from 'node:assert/strict';

import { letTimePass, nextFrames, settled, test } from './harness.mjs';
import { colorAt, countColors, decodePng } from './pixels.mjs';
import {
  checkbox,
  click,
  countText,
  press,
  rows,
  rowsThatReachOut,
  search,
  untilOlderSnapshots,
  workLink,
} from './reader.mjs';

/** @param {import('playwright-core').Page} page */
const framesDrawn = (page) =>
  page.evaluate(() => /** @type {any} */ (document.querySelector('lamplight-catalog')).framesDrawn);

/** @param {import('playwright-core').Page} page */
const canvasSizes = (page) =>
  page.locator('lamplight-catalog canvas').evaluate((canvas) => ({
    width: /** @type {HTMLCanvasElement} */ (canvas).width,
    height: /** @type {HTMLCanvasElement} */ (canvas).height,
    density: devicePixelRatio,
    box: canvas.getBoundingClientRect().toJSON(),
  }));

test('no frame is drawn in ten seconds in which nothing happens', async (t) => {
  const page = await t.open();
  await page.evaluate(() => {
    Object.assign(window, { asked: 0 });
    const original = window.requestAnimationFrame;
    window.requestAnimationFrame = (callback) => {
      ++/** @type {any} */ (window).asked;
      return original(callback);
    };
  });
  const before = await framesDrawn(page);
  await letTimePass(10);
  assert.equal((await framesDrawn(page)) - before, 0);
  assert.equal(
    await page.evaluate(() => /** @type {any} */ (window).asked),
    0,
    'no animation frame is asked for',
  );
  await search(page, 'protein');
  assert.ok((await framesDrawn(page)) > before);
});

test('no frame is drawn after work, either: search, hover, detail, scroll', async (t) => {
  const page = await t.open();
  await search(page, 'protein');
  await click(page, workLink(page, /./));
  await page.mouse.move(700, 400);
  await page.mouse.wheel(0, 300);
  await settled(page);
  const before = await framesDrawn(page);
  await letTimePass(5);
  assert.equal((await framesDrawn(page)) - before, 0);
});

for (const density of [1, 1.25, 2, 3]) {
  test(
    `the canvas has a pixel for each of the screen's at ${density}x`,
    { context: { deviceScaleFactor: density } },
    async (t) => {
      const page = await t.open();
      const { width, height, box } = await canvasSizes(page);
      assert.equal(width, Math.round(box.width * density));
      assert.equal(height, Math.round(box.height * density));
      await t.screenshot(page, `density-${density}`);
    },
  );
}

test(
  "the canvas has a pixel for each of a real screen's at 1.5x",
  { screenDensity: 1.5 },
  async (t) => {
    const page = await t.open();
    const { width, height, density, box } = await canvasSizes(page);
    assert.equal(density, 1.5);
    assert.ok(
      Math.abs(width - box.width * 1.5) < 1 && Math.abs(height - box.height * 1.5) < 1,
      `${width} x ${height} for ${box.width} x ${box.height}`,
    );
    await t.screenshot(page, 'screen-1.5');
  },
);

test('another pixel density while the page is open is followed', async (t) => {
  const page = await t.open();
  const session = await t.context.newCDPSession(page);
  await session.send('Emulation.setDeviceMetricsOverride', {
    width: 1440,
    height: 900,
    deviceScaleFactor: 2,
    mobile: false,
  });
  await page.waitForFunction(() => devicePixelRatio === 2);
  // An emulated screen tells nobody of its change; the next frame sees it.
  await page.mouse.move(700, 300);
  await settled(page);
  const { width, height } = await canvasSizes(page);
  assert.deepEqual([width, height], [2880, 1800]);
  await t.screenshotBySession(session, 'density-changed');
});

test("the browser's zoom of 200 % makes text larger, not blurred", async (t) => {
  const page = await t.open();
  const session = await t.context.newCDPSession(page);
  // What zoom does to a page: fewer CSS pixels, more of the screen's for each.
  await session.send('Emulation.setDeviceMetricsOverride', {
    width: 720,
    height: 450,
    deviceScaleFactor: 2,
    mobile: false,
  });
  await page.waitForFunction(() => innerWidth === 720);
  await settled(page);
  const { width, height, box } = await canvasSizes(page);
  assert.deepEqual([width, height, box.width, box.height], [1440, 900, 720, 450]);
  assert.ok((await rows(page).count()) > 0);
  await t.screenshotBySession(session, 'zoom-200');
});

test('text is crisp: letters are as dark as ink, not grey', async (t) => {
  const page = await t.open();
  const picture = decodePng(
    await page.screenshot({ clip: { x: 264, y: 100, width: 900, height: 600 } }),
  );
  let darkest = 255;
  for (let at = 0; at < picture.rgb.length; at += 3) darkest = Math.min(darkest, picture.rgb[at]);
  assert.ok(darkest < 60, `the darkest is ${darkest}`);
});

test('a smaller and a larger window are filled', async (t) => {
  const page = await t.open();
  for (const [width, height] of [
    [1000, 700],
    [800, 600],
    [600, 900],
    [320, 568],
    [1920, 1080],
  ]) {
    await page.setViewportSize({ width, height });
    await settled(page);
    const { box } = await canvasSizes(page);
    assert.deepEqual([box.width, box.height], [width, height]);
    const picture = decodePng(await t.screenshot(page, `window-${width}`));
    assert.ok(countColors(picture) > 30, `${width}: ${countColors(picture)} colours`);
    const wide = await page
      .getByRole('main')
      .locator('.run')
      .evaluateAll(
        (items, limit) =>
          items
            .filter((item) => item.getBoundingClientRect().right > limit + 1)
            .map((item) => item.textContent),
        width,
      );
    assert.deepEqual(wide, [], `${width}: reaches out of the window`);
  }
});

test('the wheel scrolls the list to its end and back', async (t) => {
  const page = await t.open();
  await page.mouse.move(800, 500);
  for (let i = 0; i < 40; ++i) await page.mouse.wheel(0, 600);
  await settled(page);
  const last = await rows(page).last().getAttribute('aria-rowindex');
  assert.equal(last, '208');
  const picture = decodePng(await t.screenshot(page, 'list-end'));
  assert.ok(countColors(picture) > 50);
  for (let i = 0; i < 40; ++i) await page.mouse.wheel(0, -600);
  await settled(page);
  assert.equal(await rows(page).first().getAttribute('aria-rowindex'), '1');
});

test('no row reaches into the next, in windows of any width', async (t) => {
  const page = await t.open();
  await untilOlderSnapshots(page);
  for (const width of [1440, 1100, 900, 700, 500, 340]) {
    await page.setViewportSize({ width, height: 900 });
    await settled(page);
    assert.deepEqual(await rowsThatReachOut(page), [], `${width} px`);
  }
});

test('a click hits the row under it, after scrolling too', async (t) => {
  const page = await t.open();
  await page.mouse.move(800, 500);
  await page.mouse.wheel(0, 3000);
  await settled(page);
  const wanted = await rows(page).evaluateAll((items) => {
    const row = items.find((item) => item.getBoundingClientRect().top > 400);
    const box = row?.getBoundingClientRect();
    return {
      title: row?.querySelector('a')?.getAttribute('href') ?? '',
      x: (box?.x ?? 0) + 300,
      y: (box?.y ?? 0) + (box?.height ?? 0) - 6,
    };
  });
  await page.mouse.click(wanted.x, wanted.y);
  await page.waitForFunction(() => location.hash.includes('work='));
  assert.ok(page.url().endsWith(wanted.title), `${page.url()} for ${wanted.title}`);
});

test('a hovered row and a focused control are drawn so', async (t) => {
  const page = await t.open();
  const box = await rows(page).nth(2).boundingBox();
  assert.ok(box);
  await page.mouse.move(5, 895);
  await settled(page);
  const before = colorAt(decodePng(await page.screenshot()), box.x + 400, box.y + box.height - 4);
  await page.mouse.move(box.x + 400, box.y + box.height - 8);
  await settled(page);
  const after = colorAt(
    decodePng(await t.screenshot(page, 'row-hover')),
    box.x + 400,
    box.y + box.height - 4,
  );
  assert.equal(before, '#ffffff');
  assert.equal(after, '#f0f2f6');
});

test('a lost WebGL context comes back with the state it had', async (t) => {
  const page = await t.open();
  await click(page, checkbox(page, 'Model family', 'Language'));
  await search(page, 'protein');
  const before = await countText(page);
  await page.mouse.move(5, 895);
  await settled(page);
  const picture = await page.screenshot();
  await page.locator('lamplight-catalog canvas').evaluate(async (canvas) => {
    const context = /** @type {HTMLCanvasElement} */ (canvas).getContext('webgl2');
    const extension = context?.getExtension('WEBGL_lose_context');
    const told = (/** @type {string} */ type) =>
      new Promise((resolve) => canvas.addEventListener(type, resolve, { once: true }));
    Object.assign(window, { lost: extension, restored: told('webglcontextrestored') });
    const lost = told('webglcontextlost');
    extension?.loseContext();
    await lost;
  });
  await nextFrames(page);
  await t.screenshot(page, 'context-lost');
  assert.equal(await countText(page), before);
  await page.evaluate(async () => {
    const { lost, restored } = /** @type {any} */ (window);
    lost.restoreContext();
    await restored;
  });
  await settled(page);
  const restored = await t.screenshot(page, 'context-restored');
  assert.equal(await countText(page), before);
  const [a, b] = [decodePng(picture), decodePng(restored)];
  let different = 0;
  for (let at = 0; at < a.rgb.length; ++at) if (Math.abs(a.rgb[at] - b.rgb[at]) > 8) ++different;
  // The caret blinks.
  assert.ok(different < 600, `${different} bytes of the picture differ`);
  await search(page, 'radiology');
  await press(page, 'ArrowDown');
});
