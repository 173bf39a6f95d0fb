// The keyboard alone.
import assert from 'node:assert/strict';

import { test } from './harness.mjs';
import { countText, detail, focused, fragment, press, rows, searchBox } from './reader.mjs';

test('a slash puts the caret into the search field, and is not typed', async (t) => {
  const page = await t.open();
  await page.keyboard.press('/');
  assert.match(await focused(page), /^input Search/);
  assert.equal(await searchBox(page).inputValue(), '');
  await page.keyboard.type('a/b');
  assert.equal(await searchBox(page).inputValue(), 'a/b');
  await t.screenshot(page, 'search-focus');
});

test('arrows move through the rows, Enter opens', async (t) => {
  const page = await t.open();
  await press(page, '/');
  await page.keyboard.type('fold');
  await press(page, 'ArrowDown');
  const first = await focused(page);
  await press(page, 'ArrowDown');
  const second = await focused(page);
  assert.notEqual(first, second);
  await press(page, 'ArrowUp');
  assert.equal(await focused(page), first);
  await press(page, 'ArrowDown');
  await t.screenshot(page, 'row-focus');
  await press(page, 'Enter');
  await detail(page).waitFor();
  assert.match(await fragment(page), /^q=fold&work=/);
});

test('arrows scroll on to rows that were not in sight', async (t) => {
  const page = await t.open();
  for (let i = 0; i < 30; ++i) await page.keyboard.press('ArrowDown');
  await press(page, 'ArrowDown');
  const positions = await rows(page).evaluateAll((items) => items.map((item) => Number(item.getAttribute('aria-posinset'))));
  assert.ok(Math.max(...positions) >= 30, positions.join());
  const place = await page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const box = at?.getBoundingClientRect();
    return box ? { top: box.top, bottom: box.bottom } : null;
  });
  if (place && place.bottom - place.top < 300) {
    assert.ok(place.top >= 56 && place.bottom <= 900, `the row is in sight: ${JSON.stringify(place)}`);
  }
  await t.screenshot(page, 'row-focus-far');
});

test('Esc steps back: detail, then query, then filters', async (t) => {
  const page = await t.open('#q=fold&has=code&work=openfold');
  await detail(page).waitFor();
  await press(page, 'Escape');
  assert.equal(await fragment(page), 'q=fold&has=code');
  await press(page, 'Escape');
  assert.equal(await fragment(page), 'has=code');
  await press(page, 'Escape');
  assert.equal(await fragment(page), '');
  assert.equal(await countText(page), '208 works');
});

test('Esc in the search field clears it and stays in the page', async (t) => {
  const page = await t.open();
  await press(page, '/');
  await page.keyboard.type('fold');
  await press(page, 'Escape');
  assert.equal(await searchBox(page).inputValue(), '');
  assert.equal(await countText(page), '208 works');
});

test('Tab goes through header, filters, list and footer, in the order of the page', async (t) => {
  const page = await t.open();
  const seen = [];
  for (let i = 0; i < 60; ++i) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (now === '') break;
    seen.push(now);
  }
  const at = (/** @type {RegExp} */ wanted) => seen.findIndex((name) => wanted.test(name));
  const order = [/^select Date of the list/, /^input Search/, /^button Theme/, /^input Paper,/, /^input Language,/];
  const places = order.map(at);
  assert.ok(places.every((place) => place >= 0), `${places.join()} in ${seen.join(' | ')}`);
  assert.deepEqual(places, [...places].sort((a, b) => a - b), seen.join(' | '));
});

test('Tab and Shift+Tab lead out of the element again', async (t) => {
  const page = await t.open();
  await page.keyboard.press('Tab');
  assert.notEqual(await focused(page), '');
  await page.keyboard.press('Shift+Tab');
  assert.equal(await focused(page), '');
});

test('a question mark shows the keys, Esc closes them', async (t) => {
  const page = await t.open();
  await press(page, '?');
  await page.getByRole('heading', { name: /key/i }).waitFor();
  await t.screenshot(page, 'keys');
  await press(page, 'Escape');
  assert.equal(await page.getByRole('heading', { name: /key/i }).count(), 0);
});

test('keys with Ctrl, Alt or Meta stay the browser\'s', async (t) => {
  const page = await t.open();
  await page.evaluate(() => {
    Object.assign(window, { taken: [] });
    addEventListener('keydown', (event) => {
      if (event.defaultPrevented) /** @type {any} */ (window).taken.push(event.key);
    });
  });
  await press(page, '/');
  for (const keys of ['Control+f', 'Control+g', 'Control+s', 'Control+c', 'Alt+ArrowUp', 'Meta+k', 'F3', 'F5']) {
    if (keys !== 'F5') await page.keyboard.press(keys);
  }
  await page.locator('body').evaluate((body) => body.focus());
  for (const keys of ['Control+f', 'Control+s', 'Control+c']) await page.keyboard.press(keys);
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).taken), []);
});

test('c copies the citation of the work that is open', async (t) => {
  const page = await t.open('#work=openfold');
  await page.evaluate(() => navigator.clipboard.writeText('before'));
  await press(page, 'c');
  await page.waitForTimeout(300);
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^@\w+\{openfold/);
});
