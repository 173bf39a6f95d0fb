// What is printed: the works that are found, set to be read on paper.
import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';

import { settled, test } from './harness.mjs';
import { search } from './reader.mjs';

/** @param {Buffer} pdf */
const pagesOf = (pdf) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

/** The addresses that can be clicked in it. @param {Buffer} pdf */
function linksOf(pdf) {
  const text = pdf.toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n/g)].map(({ index, 0: begin }) => {
    try {
      return inflateSync(pdf.subarray(index + begin.length)).toString('latin1');
    } catch {
      return ''; // a stream of another kind
    }
  });
  const found = [text, ...streams].join('\n').matchAll(/\/URI\s*\(([^)]*)\)/g);
  return new Set([...found].map(([, url]) => url));
}

/**
 * Texts and boxes as they are laid out for paper of this width.
 * @param {import('playwright-core').Page} page
 */
async function layOut(page) {
  await page.setViewportSize({ width: 718, height: 1047 });
  await settled(page);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  return page.locator('lamplight-catalog .printed').evaluate((printed) => ({
    heading: [...printed.querySelectorAll(':scope > :not(article)')].map(
      (each) => each.textContent,
    ),
    width: document.documentElement.clientWidth,
    scrollWidth: document.documentElement.scrollWidth,
    works: [...printed.querySelectorAll('article')].map((work) => ({
      title: work.querySelector('b')?.textContent ?? '',
      titleWidth: work.querySelector('b')?.parentElement?.getBoundingClientRect().width ?? 0,
      height: work.getBoundingClientRect().height,
      links: [...work.querySelectorAll('a')].map((link) => link.href),
    })),
  }));
}

test('print gives the result, with query, filters, count and date above it', async (t) => {
  const page = await t.open('#q=protein&has=code');
  const pdf = await page.pdf({ format: 'A4' });
  assert.equal(pagesOf(pdf), 1);
  const { heading, works } = await layOut(page);
  assert.deepEqual(heading.slice(0, 2), ['Healthcare Foundation Models', 'protein · Code']);
  assert.match(heading[2] ?? '', /^\d+ of 208 works · List of Mar 2024 · Printed .*\d{4}/);
  assert.equal(works.length, Number.parseInt(heading[2] ?? '', 10));
  assert.ok(works.length > 0 && works.length < 10);
  for (const work of works) for (const url of work.links) assert.ok(linksOf(pdf).has(url), url);
  await t.screenshot(page, 'print-result');
  // What is asked anew is printed anew.
  await page.emulateMedia({ media: 'screen' });
  await search(page, 'ChiMed-GPT');
  assert.equal((await layOut(page)).works[0].title.split(':')[0], 'ChiMed-GPT');
});

test('the whole list is about fourteen works a page, and no address squeezes a title', async (t) => {
  const page = await t.open();
  const pages = pagesOf(await page.pdf({ format: 'A4' }));
  assert.ok(208 / pages >= 12 && 208 / pages <= 18, `${pages} pages`);
  const { works, width, scrollWidth } = await layOut(page);
  assert.equal(works.length, 208);
  assert.ok(scrollWidth <= width, `${scrollWidth} px of content in ${width}`);
  for (const work of works) {
    assert.ok(work.titleWidth > 600 && work.height < 200, JSON.stringify(work));
    assert.ok(work.links.length > 0 || work.height < 60, JSON.stringify(work));
  }
  await t.screenshot(page, 'print-list');
});

test('after printing nothing of it is left', async (t) => {
  const page = await t.open();
  await page.pdf({ format: 'A4' });
  const left = await page.locator('lamplight-catalog .printed > *').count();
  assert.equal(left, 0);
});

test(
  'without scripts the whole list prints as well set',
  { context: { javaScriptEnabled: false, viewport: { width: 718, height: 1047 } } },
  async (t) => {
    const page = await t.goto();
    const pages = pagesOf(await page.pdf({ format: 'A4' }));
    assert.ok(280 / pages >= 12 && 280 / pages <= 18, `${pages} pages`);
    await page.emulateMedia({ media: 'print' });
    const rows = await page.locator('lamplight-catalog .row').evaluateAll((all) =>
      all.map((row) => ({
        text: row.textContent,
        title: row.firstElementChild?.getBoundingClientRect().width ?? 0,
        height: row.getBoundingClientRect().height,
        // Label and address stand below the title, within the row.
        isApart: [...row.querySelectorAll('div > *')].every((link) => {
          const box = link.getBoundingClientRect();
          const title = row.firstElementChild?.getBoundingClientRect();
          const right = row.getBoundingClientRect().right;
          return title && box.top >= title.bottom - 1 && box.right <= right;
        }),
      })),
    );
    assert.equal(rows.length, 280);
    for (const row of rows) {
      assert.ok(row.title > 500 && row.height < 200 && row.isApart, JSON.stringify(row));
    }
    await t.screenshot(page, 'print-static');
  },
);
