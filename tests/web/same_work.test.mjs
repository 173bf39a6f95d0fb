// The served page and the canvas tell the same of every work, colours and all.
import assert from 'node:assert/strict';

import { test } from './harness.mjs';
import { colorAt, decodePng } from './pixels.mjs';
import { press, rows } from './reader.mjs';

/**
 * @typedef {object} ServedWork
 * @property {string} color
 * @property {string[]} titles
 * @property {string[]} facts
 * @property {string[]} links
 */

/** What the served rows say, by work. @param {import('playwright-core').Page} page @returns {Promise<Record<string, ServedWork>>} */
const readServed = (page) =>
  page.evaluate(() => {
    /** @type {Record<string, ServedWork>} */
    const works = {};
    const clean = (/** @type {Element | null} */ element) =>
      (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
    for (const row of document.querySelectorAll('lamplight-catalog .row')) {
      const id = row.getAttribute('data-work') ?? '';
      works[id] ??= { color: '', titles: [], facts: [], links: [] };
      works[id].color = getComputedStyle(row).getPropertyValue('--c');
      works[id].titles.push(clean(row.querySelector('p')));
      for (const fact of row.querySelectorAll('small > *')) works[id].facts.push(clean(fact));
      for (const link of row.querySelectorAll('div > a')) {
        works[id].links.push(`${clean(link)} ${link.getAttribute('href')}`);
      }
    }
    return works;
  });

/** What the rows of the canvas say, and where their bars are. @param {import('playwright-core').Page} page */
const readShown = (page) =>
  rows(page).evaluateAll((items) =>
    items.map((item) => {
      const box = item.getBoundingClientRect();
      const list = /** @type {Element} */ (item.closest('.scroller')).getBoundingClientRect();
      const [own, ...links] = item.querySelectorAll('a');
      return {
        id: /[#&]work=([^&]*)/.exec(own.getAttribute('href') ?? '')?.[1] ?? '',
        title: own.getAttribute('aria-label') ?? own.textContent?.trim() ?? '',
        text: (item.textContent ?? '').replace(/\s+/g, ' '),
        links: links.map((link) => `${link.textContent?.trim()} ${link.getAttribute('href')}`),
        bar: { x: box.x + 18, y: box.y + 24 },
        isWhole: box.y >= list.y && box.bottom <= list.bottom,
      };
    }),
  );

/** "#a49" in full. @param {string} color */
const inFull = (color) => color.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');

/** Line breaks and lengths of blanks are the canvas's own. @param {string} text */
const packed = (text) => text.replace(/\s/g, '');

// As high as a canvas may be, so that three windows hold the whole list: the middle one has what
// stands at the edges of the others, too.
for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test(
    `works look as the served page has them, ${colorScheme}`,
    { context: { viewport: { width: 1440, height: 8000 }, colorScheme } },
    async (t) => {
      const page = await t.open();
      const served = await readServed(page);
      assert.equal(Object.keys(served).length, 208);
      const seen = new Set();
      for (const key of ['Home', 'PageDown', 'End']) {
        await press(page, key);
        const picture = decodePng(await page.screenshot());
        for (const shown of (await readShown(page)).filter((row) => row.isWhole)) {
          const work = served[shown.id];
          assert.ok(work, shown.id);
          seen.add(shown.id);
          assert.equal(colorAt(picture, shown.bar.x, shown.bar.y), inFull(work.color), shown.id);
          assert.ok(work.titles.map(packed).includes(packed(shown.title)), shown.title);
          for (const fact of work.facts) {
            assert.ok(packed(shown.text).includes(packed(fact)), `${shown.id}: ${fact}`);
          }
          for (const link of shown.links) assert.ok(work.links.includes(link), link);
        }
      }
      assert.deepEqual([...seen].sort(), Object.keys(served).sort());
    },
  );
}
