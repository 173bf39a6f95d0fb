// The page before the canvas: what is served is the whole catalog, for a browser that runs
// nothing at all.
import assert from 'node:assert/strict';

import { readListings, newest } from './ground_truth.mjs';
import { test } from './harness.mjs';
import { colorAt, countColors, decodePng } from './pixels.mjs';

const withoutScripts = { context: { javaScriptEnabled: false } };
const listings = readListings(newest);

/** @param {string} text */
const squeezed = (text) => text.replace(/\s+/g, ' ').trim();

/** How light a colour is, 0 to 255. @param {string} color */
const lightness = (color) =>
  [1, 3, 5].reduce((sum, at) => sum + parseInt(color.slice(at, at + 2), 16), 0) / 3;

/** Text and links of every listing on the page. @param {import('playwright-core').Page} page */
function readPage(page) {
  return page.locator('main li, main tbody tr').evaluateAll((elements) =>
    elements.map((element) => ({
      // innerText is empty where the browser has not laid out what is far away.
      text: element.textContent ?? '',
      isVisible: element.checkVisibility(),
      links: [...element.querySelectorAll('a')].map((link) => ({
        label: link.textContent ?? '',
        url: link.getAttribute('href'),
      })),
    })),
  );
}

/**
 * Without blanks: where the list has none between a short name and its title, the page has one.
 * @param {string} text
 */
const packed = (text) => text.replace(/\s/g, '');

test('the page without scripts shows the text of all 280 listings', withoutScripts, async (t) => {
  const page = await t.goto();
  assert.equal(listings.length, 280);
  const shown = (await readPage(page))
    .filter((item) => item.isVisible)
    .map((item) => packed(item.text));
  for (const { title, line } of listings) {
    const wanted = listings.filter((other) => other.title === title).length;
    const found = shown.filter((text) => text.includes(packed(title))).length;
    assert.ok(found >= wanted, `line ${line}, “${title}”: ${found} of ${wanted} on the page`);
  }
  await t.screenshot(page, 'static-light');
  await t.screenshot(page, 'static-light-whole', { fullPage: true });
});

test('the page without scripts has every link with its label', withoutScripts, async (t) => {
  const page = await t.goto();
  const items = (await readPage(page)).map((item) => ({ ...item, text: packed(item.text) }));
  for (const { title, line, links } of listings) {
    const places = items.filter((item) => item.text.includes(packed(title)));
    for (const { label: written, url } of links) {
      // As on the canvas, a label begins with a capital.
      const label = written.charAt(0).toUpperCase() + written.slice(1);
      if (url === null) {
        assert.ok(
          places.some((place) => place.text.includes(label)),
          `line ${line}: ${label}`,
        );
      } else {
        assert.ok(
          places.some((place) =>
            place.links.some(
              (link) => link.url === url && (label === '' || squeezed(link.label) === label),
            ),
          ),
          `line ${line}: no link ${label} to ${url}`,
        );
      }
    }
  }
});

test('a link of the page without scripts leads where the list says', withoutScripts, async (t) => {
  const page = await t.goto();
  await page
    .locator('main li')
    .filter({ hasText: 'KeBioLM' })
    .first()
    .getByRole('link', { name: 'Paper' })
    .click();
  await page.waitForURL('https://arxiv.org/**');
  assert.deepEqual(t.visited, ['https://arxiv.org/abs/2104.10344']);
});

test(
  'the page without scripts has a heading for each section, and one title',
  withoutScripts,
  async (t) => {
    const page = await t.goto();
    assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
    const headings = await page.getByRole('heading').allInnerTexts();
    for (const title of [
      'Large Language Models',
      'AI Legislation',
      'Bioinformatics',
      'Medical Robotics',
      'Private or Upon Approval',
    ]) {
      assert.ok(headings.map(squeezed).includes(title), title);
    }
    assert.equal(headings.filter((heading) => squeezed(heading) === 'Healthcare Domain').length, 4);
  },
);

test(
  'the page without scripts leads by its own links to each section',
  withoutScripts,
  async (t) => {
    const page = await t.goto();
    const targets = await page.locator('a[href^="#"]').evaluateAll((links) =>
      links.map((link) => ({
        href: link.getAttribute('href') ?? '',
        isThere:
          document.getElementById(
            decodeURIComponent((link.getAttribute('href') ?? '').slice(1)),
          ) !== null,
      })),
    );
    assert.ok(targets.length > 0);
    assert.deepEqual(
      targets.filter((target) => !target.isThere),
      [],
    );
  },
);

test(
  'the page without scripts follows the dark system',
  { context: { javaScriptEnabled: false, colorScheme: 'dark' } },
  async (t) => {
    const page = await t.goto();
    const picture = decodePng(await t.screenshot(page, 'static-dark'));
    assert.ok(lightness(colorAt(picture, 3, picture.height - 3)) < 60);
    assert.ok(countColors(picture) > 20);
  },
);

test(
  'the page without scripts fits a phone',
  {
    context: {
      javaScriptEnabled: false,
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: 2,
      hasTouch: true,
      isMobile: true,
    },
  },
  async (t) => {
    const page = await t.goto();
    const { inner, content } = await page.evaluate(() => ({
      inner: document.documentElement.clientWidth,
      content: document.documentElement.scrollWidth,
    }));
    assert.equal(inner, 390);
    assert.ok(content <= inner, `${content} px of content in ${inner}`);
    await t.screenshot(page, 'static-phone');
  },
);

test(
  'the page without scripts prints on white, whole',
  { context: { javaScriptEnabled: false, colorScheme: 'dark' } },
  async (t) => {
    const page = await t.goto();
    await page.emulateMedia({ media: 'print' });
    const picture = decodePng(await t.screenshot(page, 'static-print'));
    assert.ok(lightness(colorAt(picture, 3, picture.height - 3)) > 240);
    const shown = (await readPage(page)).filter((item) => item.isVisible);
    assert.ok(shown.length >= listings.length);
    const pdf = await page.pdf({ format: 'A4' });
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    assert.ok(pages >= 4, `${pages} pages`);
  },
);

test(
  'the page asks nobody else for anything, and holds no script but its own',
  withoutScripts,
  async (t) => {
    const page = await t.goto();
    const sources = await page
      .locator('script[src], link[href], img[src], source[srcset], iframe')
      .evaluateAll((elements) =>
        elements.map((element) => element.getAttribute('src') ?? element.getAttribute('href')),
      );
    for (const source of sources) {
      assert.ok(source && !/^(https?:)?\/\//.test(source), `asks for ${source}`);
    }
  },
);
