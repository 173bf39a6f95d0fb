// A guest on somebody else's page: in the page's look, with addresses of its own, and out of the
// way of wheel and finger.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { addressOf, settled, test, untilReady, watchForReady } from './harness.mjs';
import { colorAt, countColor, decodePng } from './pixels.mjs';
import { makeVariant } from './sites.mjs';

/** @typedef {import('playwright-core').Page} Page */

const head = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<style>body { font: 16px/1.5 serif; margin: 0; height: 3000px } h1 { margin: 0; height: 60px; font-size: 20px }
.wine { --lamplight-accent: #7d1128; --lamplight-bg: rgb(247 244 238); --lamplight-panel: hsl(48 100% 98%);
  --lamplight-ink: #1f1a17; --lamplight-line: #dcd7cb; }
.odd { --lamplight-accent: 12px; --lamplight-panel: url(x.png); --lamplight-radius: red; --lamplight-ink: nonsense;
  --lamplight-font: 12; --lamplight-mono: 7 }
</style><h1>A survey</h1>`;
const tail = '<p>Text after.</p><script type="module" src="lamplight.js"></script></html>';
/** @param {string} attributes */
const element = (attributes) =>
  `<lamplight-catalog src="lists/2024-03-11.md" profile="profile.json" height="500" ${attributes}><p>coming</p></lamplight-catalog>`;

const site = () => {
  const folder = makeVariant('guest', []);
  writeFileSync(join(folder, 'plain.html'), head + element('id="works"') + tail);
  writeFileSync(join(folder, 'nameless.html'), head + element('') + element('') + tail);
  writeFileSync(
    join(folder, 'leading.html'),
    head + element('id="works" atlas="index.html"') + tail,
  );
  return folder;
};

/** @param {import('./harness.mjs').Fixture} t @param {string} path @param {number} [count] */
async function openGuest(t, path, count = 1) {
  const page = await t.context.newPage();
  await watchForReady(page);
  await page.goto(new URL(path, t.url).href);
  await untilReady(page, count);
  return page;
}

/** The element as it is on the screen. @param {Page} page */
async function pictureOf(page) {
  await settled(page);
  return decodePng(await page.locator('lamplight-catalog').first().screenshot());
}
/** Where no text or control is: on the bar of tabs, and between two rows. */
const onBar = /** @type {const} */ ([700, 8]);
/** @param {Page} page @param {string} names */
const setClass = (page, names) =>
  page.locator('lamplight-catalog').evaluate((it, value) => it.setAttribute('class', value), names);
/** Waits until what the browser draws itself has this ground: the look was read. @param {Page} page @param {string} color */
const panelIs = (page, color) =>
  page.waitForFunction((wanted) => {
    const root = document.querySelector('lamplight-catalog')?.shadowRoot;
    const layer = /** @type {HTMLElement | null | undefined} */ (root?.querySelector('.layer'));
    return layer?.style.getPropertyValue('--panel') === wanted;
  }, color);
/** @param {Page} page */
const inkOfField = (page) =>
  page
    .getByRole('combobox', { name: 'Search', exact: true })
    .evaluate((field) => getComputedStyle(field).color);

test("a page's custom properties reach the canvas, whenever they change", { site }, async (t) => {
  const page = await openGuest(t, 'plain.html');
  assert.equal(colorAt(await pictureOf(page), ...onBar), '#f6f7f9');
  await setClass(page, 'wine');
  await panelIs(page, 'rgb(255 253 245)');
  let picture = await pictureOf(page);
  assert.equal(colorAt(picture, ...onBar), '#f7f4ee');
  assert.ok(countColor(picture, '#fffdf5') > 50_000, 'rows');
  assert.ok(countColor(picture, '#7d1128') > 50, 'the accent');
  assert.ok(countColor(picture, '#dcd7cb') > 500, 'lines');
  assert.ok(countColor(picture, '#0072b2') > 200, 'families keep their colours');
  assert.equal(
    await inkOfField(page),
    'rgb(31, 26, 23)',
    'the browser’s own field has the same ink',
  );
  await t.screenshot(page, 'guest-wine');
  // From afar: a style sheet that comes later.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '.wine { --lamplight-bg: #10202c !important; --lamplight-panel: #142836 !important }',
    );
    document.adoptedStyleSheets = [sheet];
  });
  await panelIs(page, 'rgb(20 40 54)');
  picture = await pictureOf(page);
  assert.equal(colorAt(picture, ...onBar), '#10202c');
  assert.ok(countColor(picture, '#142836') > 50_000);
  assert.equal(countColor(picture, '#7d1128'), 0, 'an accent that could not be read gives way');
});

test('a look that the system turns dark is dark on the canvas', { site }, async (t) => {
  const page = await openGuest(t, 'plain.html');
  await page.addStyleTag({
    content: 'lamplight-catalog { --lamplight-bg: light-dark(#eeeeff, #101022) }',
  });
  for (const [scheme, color, panel] of /** @type {const} */ ([
    ['light', '#eeeeff', 'rgb(248 248 255)'],
    ['dark', '#101022', 'rgb(23 23 41)'],
    ['light', '#eeeeff', 'rgb(248 248 255)'],
  ])) {
    await page.emulateMedia({ colorScheme: scheme });
    await panelIs(page, panel);
    assert.equal(colorAt(await pictureOf(page), ...onBar), color);
  }
});

test('what is no colour, length or font is passed over', { site }, async (t) => {
  const page = await openGuest(t, 'plain.html');
  await page.mouse.move(5, 5);
  const before = await page.locator('lamplight-catalog').screenshot();
  await setClass(page, 'odd');
  await settled(page);
  assert.ok(before.equals(await page.locator('lamplight-catalog').screenshot()));
});

test(
  'a guest has the search in its toolbar, and its filters behind a button',
  { site },
  async (t) => {
    const page = await openGuest(t, 'plain.html');
    await page.setViewportSize({ width: 940, height: 800 });
    await settled(page);
    assert.equal(await page.getByRole('banner').count(), 0);
    assert.equal(await page.getByRole('main').count(), 0);
    assert.equal(await page.getByRole('navigation', { name: 'Filters' }).count(), 0);
    await page.getByRole('button', { name: 'Filters' }).click();
    await page
      .getByRole('checkbox', { name: /^Multi-modal/ })
      .first()
      .click();
    await page.getByRole('button', { name: /^Show \d+ of/ }).click();
    await settled(page);
    assert.ok(await page.getByRole('button', { name: 'Filters · 1' }).isVisible());
    await t.screenshot(page, 'guest-narrow');
  },
);

test(
  "a row's link leads to the page with what the element reads, and such a link shows it",
  { site },
  async (t) => {
    const page = await openGuest(t, 'plain.html#works:q=chatcad');
    assert.equal(
      await page.getByRole('combobox', { name: 'Search', exact: true }).inputValue(),
      'chatcad',
    );
    const row = page
      .getByRole('grid')
      .getByRole('link', { name: /^ChatCAD/ })
      .first();
    const address = await row.getAttribute('href');
    assert.equal(address, new URL('plain.html#works:q=chatcad&work=chatcad', t.url).href);
    const [tab] = await Promise.all([
      t.context.waitForEvent('page'),
      row.click({ modifiers: ['Control'] }),
    ]);
    assert.equal(await addressOf(tab), address);
    await tab.getByRole('complementary', { name: 'Details' }).waitFor();
    assert.match(
      (await tab.getByRole('complementary', { name: 'Details' }).textContent()) ?? '',
      /ChatCAD/,
    );
    // A link of the page's own.
    await page.evaluate(() => {
      document
        .querySelector('h1')
        ?.insertAdjacentHTML('beforeend', ' <a href="#works:view=table&sort=-year">Table 3</a>');
    });
    await page.getByRole('link', { name: 'Table 3' }).click();
    await page.getByRole('tab', { name: 'Table', selected: true }).waitFor();
    await page.goBack();
    await page.getByRole('tab', { name: 'List', selected: true }).waitFor();
    assert.equal(
      await page.getByRole('combobox', { name: 'Search', exact: true }).inputValue(),
      'chatcad',
    );
  },
);

test('elements without a name are told apart in addresses', { site }, async (t) => {
  const page = await openGuest(t, 'nameless.html#lamplight-2:q=chatcad', 2);
  const fields = page.getByRole('combobox', { name: 'Search', exact: true });
  assert.deepEqual(
    [await fields.nth(0).inputValue(), await fields.nth(1).inputValue()],
    ['', 'chatcad'],
  );
});

test('a guest of an atlas leads to it, rows and all', { site }, async (t) => {
  const page = await openGuest(t, 'leading.html#works:q=chatcad');
  const full = page.getByRole('link', { name: 'Open the full atlas' });
  assert.equal(await full.getAttribute('href'), new URL('index.html#q=chatcad', t.url).href);
  const row = page
    .getByRole('grid')
    .getByRole('link', { name: /^ChatCAD/ })
    .first();
  assert.equal(
    await row.getAttribute('href'),
    new URL('index.html#q=chatcad&work=chatcad', t.url).href,
  );
  await full.click();
  await untilReady(page);
  assert.equal(
    await page.getByRole('combobox', { name: 'Search', exact: true }).inputValue(),
    'chatcad',
  );
});

/** How far the page and the list are scrolled. @param {Page} page */
const scrolled = async (page) => {
  await settled(page);
  const list = await page
    .getByRole('grid')
    .locator('.scroller')
    .evaluate((it) => it.scrollTop);
  return [await page.evaluate(() => scrollY), list];
};

test(
  'the wheel scrolls the page until the list was clicked, and again from its ends',
  { site },
  async (t) => {
    const page = await openGuest(t, 'plain.html#works:q=model');
    await page.mouse.move(700, 350);
    await page.mouse.wheel(0, 40);
    assert.deepEqual(await scrolled(page), [40, 0]);
    await page.evaluate(() => scrollTo(0, 0));
    await page
      .getByRole('status')
      .filter({ hasText: /works?$/ })
      .first()
      .click();
    await page.mouse.move(700, 350);
    await page.mouse.wheel(0, 40);
    assert.deepEqual(await scrolled(page), [0, 40], 'it was clicked');
    await page.mouse.wheel(0, -40);
    assert.deepEqual(await scrolled(page), [0, 0]);
    await page.evaluate(() => scrollTo(0, 100));
    await page.mouse.move(700, 300);
    await page.mouse.wheel(0, -30);
    assert.deepEqual(await scrolled(page), [70, 0], 'from its upper end the page goes on');
    await page.evaluate(() => scrollTo(0, 0));
    await page.locator('h1').click();
    await page.mouse.move(700, 350);
    await page.mouse.wheel(0, 40);
    assert.deepEqual(await scrolled(page), [40, 0], 'the focus has left it');
    await page.evaluate(() => scrollTo(0, 0));
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.localName), 'lamplight-catalog');
    await page.mouse.wheel(0, 40);
    assert.deepEqual(await scrolled(page), [0, 40], 'it has the focus');
  },
);

/** A finger drawn over the screen. @param {Page} page @param {number} x @param {number} from @param {number} to */
async function swipe(page, x, from, to) {
  const session = await page.context().newCDPSession(page);
  /** @param {'touchStart' | 'touchMove' | 'touchEnd'} type @param {number[]} [places] */
  const touch = (type, places = []) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: places.map((y) => ({ x, y })) });
  await touch('touchStart', [from]);
  for (let i = 1; i <= 5; ++i) await touch('touchMove', [from + ((to - from) * i) / 5]);
  await touch('touchEnd');
  await session.detach();
}

test(
  'a finger scrolls the page until the list was touched, and again from its ends',
  { site, context: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
  async (t) => {
    const page = await openGuest(t, 'plain.html');
    await swipe(page, 200, 450, 350);
    const [first, list] = await scrolled(page);
    assert.ok(first > 50 && list === 0, `${first} ${list}`);
    await page.evaluate(() => scrollTo(0, 0));
    await page
      .getByRole('status')
      .filter({ hasText: /works?$/ })
      .first()
      .tap();
    await swipe(page, 200, 450, 350);
    const [there, inside] = await scrolled(page);
    assert.ok(there === 0 && inside > 50, `${there} ${inside}`);
    await page.evaluate(() => scrollTo(0, 40));
    await swipe(page, 200, 350, 550);
    await swipe(page, 200, 350, 450);
    assert.deepEqual(await scrolled(page), [0, 0], 'at its end the page goes on');
    await t.screenshot(page, 'guest-phone');
  },
);
