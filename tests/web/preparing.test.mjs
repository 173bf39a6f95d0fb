// A long list can be read while its search is prepared.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { settled, test, watchForReady } from './harness.mjs';
import { middleOf, rows, search, searchBox, shownWorks } from './reader.mjs';
import { makeVariant } from './sites.mjs';

const works = 60_000;

function longSite() {
  const folder = makeVariant('long', []);
  const lines = ['# A long list', '', '## All'];
  for (let i = 0; i < works; ++i) {
    const words = `about protein ${i % 977} and structure ${(i * 7) % 4999} of models`;
    lines.push(`- Work${i}: ${words} [[Paper]](https://example.org/${i})`);
  }
  writeFileSync(join(folder, 'long.md'), lines.join('\n'));
  writeFileSync(
    join(folder, 'long.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Long list</title><body>
<lamplight-catalog src="long.md"><p>The served list.</p></lamplight-catalog>
<script type="module" src="lamplight.js"></script></body></html>`,
  );
  return folder;
}

/**
 * The page as soon as the canvas is there, on a screen that shows three frames a second: an index is
 * built between frames, and this one takes seconds on every machine.
 * @param {import('./harness.mjs').Fixture} t
 */
async function openLong(t) {
  const page = await t.context.newPage();
  await page.addInitScript(() => {
    const request = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (draw) =>
      request(() => setTimeout(() => draw(performance.now()), /** @type {any} */ (window).pause));
    Object.assign(window, { pause: 300 });
  });
  await watchForReady(page);
  await page.goto(new URL('long.html', t.url).href);
  await page.locator('lamplight-catalog[data-ready]').waitFor();
  return page;
}

/** From now on the screen is as fast as others. @param {import('playwright-core').Page} page */
const hurry = (page) => page.evaluate(() => void Object.assign(window, { pause: 0 }));

/** @param {import('playwright-core').Page} page */
const progress = (page) => page.getByRole('progressbar', { name: 'Preparing the search' });

/** @param {import('playwright-core').Page} page @param {string} name */
async function clickButton(page, name) {
  const { x, y } = await middleOf(page.getByRole('button', { name }));
  await page.mouse.click(x, y);
}

test(
  'a long list shows at once, with the progress of its search',
  { site: longSite },
  async (t) => {
    const page = await openLong(t);
    await progress(page).waitFor();
    const first = Number(await progress(page).getAttribute('aria-valuenow'));
    assert.ok(first >= 0 && first < 100);
    assert.equal(await progress(page).getAttribute('aria-valuemax'), '100');
    await t.screenshot(page, 'preparing');
    await hurry(page);
    await progress(page).waitFor({ state: 'detached' });
    await settled(page);
    assert.ok((await page.getByRole('checkbox').count()) > 0, 'the filters are there');
    const isDrawing = () =>
      page.evaluate(
        () => /** @type {any} */ (document.querySelector('lamplight-catalog')).isFrameRequested,
      );
    assert.equal(await isDrawing(), false);
  },
);

test(
  'preparing is cancelled, the list is read, and what was typed waits',
  { site: longSite },
  async (t) => {
    const page = await openLong(t);
    await progress(page).waitFor();
    await clickButton(page, 'Cancel preparing the search');
    await progress(page).waitFor({ state: 'detached' });
    await hurry(page);
    await settled(page);
    assert.equal(await progress(page).count(), 0);
    await t.screenshot(page, 'preparing-cancelled');
    await page.mouse.move(800, 500);
    await page.mouse.wheel(0, 2000);
    await settled(page);
    assert.ok(Number(await rows(page).first().getAttribute('aria-rowindex')) > 5);
    await search(page, 'structure 976');
    assert.equal(await searchBox(page).inputValue(), 'structure 976');
    assert.equal(await shownWorks(page), works);
    await clickButton(page, 'Prepare the search');
    await page.getByRole('checkbox').first().waitFor();
    await settled(page);
    assert.equal(await searchBox(page).inputValue(), 'structure 976');
    assert.ok((await shownWorks(page)) < 100);
  },
);

test(
  'a phone shows how far the search is',
  {
    site: longSite,
    context: {
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: 2,
      hasTouch: true,
      isMobile: true,
    },
  },
  async (t) => {
    const page = await openLong(t);
    await progress(page).waitFor();
    await t.screenshot(page, 'phone-preparing');
    const box = await page
      .getByRole('button', { name: 'Cancel preparing the search' })
      .boundingBox();
    assert.ok(box && box.height > 43 && box.x + box.width <= 390, JSON.stringify(box));
  },
);
