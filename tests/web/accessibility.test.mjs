// What a screen reader is given.
import assert from 'node:assert/strict';

import { test } from './harness.mjs';
import { rows, search } from './reader.mjs';

test('the page has its landmarks, one heading of level 1, and names for all controls', async (t) => {
  const page = await t.open('#work=openfold');
  for (const role of /** @type {const} */ ([
    'banner',
    'search',
    'navigation',
    'main',
    'complementary',
    'contentinfo',
  ])) {
    assert.equal(await page.getByRole(role).count(), 1, role);
  }
  assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
  for (const role of /** @type {const} */ (['button', 'checkbox', 'link', 'combobox', 'slider'])) {
    const unnamed = await page
      .getByRole(role)
      .evaluateAll((elements) =>
        elements
          .filter(
            (element) => !(element.getAttribute('aria-label') ?? element.textContent ?? '').trim(),
          )
          .map((element) => element.outerHTML.slice(0, 120)),
      );
    assert.deepEqual(unnamed, [], role);
  }
});

test('the accessibility tree names facets with their counts, and the rows', async (t) => {
  const page = await t.open();
  const snapshot = await page.locator('body').ariaSnapshot();
  assert.match(snapshot, /checkbox "Language, \d+"/);
  assert.match(snapshot, /combobox "Search"/);
  assert.match(snapshot, /combobox "Date of the list"/);
  assert.match(snapshot, /group "Model family"/);
  assert.match(snapshot, /link "ChiMed-GPT: A Chinese Medical Large Language Model/);
  assert.match(snapshot, /slider "First year"/);
  assert.match(snapshot, /slider "Last year"/);
});

test('rows know their place in the whole list, not in the window', async (t) => {
  const page = await t.open();
  const grid = page.getByRole('grid', { name: 'List' });
  assert.equal(await grid.getAttribute('aria-rowcount'), '208');
  assert.equal(await rows(page).first().getAttribute('aria-rowindex'), '1');
  await search(page, 'protein');
  const count = await grid.getAttribute('aria-rowcount');
  assert.ok(Number(count) > 0 && Number(count) < 208);
});

test('the served list is not read twice once the canvas is there', async (t) => {
  const page = await t.open();
  const snapshot = await page.locator('body').ariaSnapshot();
  assert.equal(snapshot.match(/heading "Healthcare Foundation Models"/g)?.length, 1);
  assert.equal(snapshot.match(/- main/g)?.length, 1);
});

test('a checked facet says so, an open row says that it is current', async (t) => {
  const page = await t.open('#family=language&work=openfold');
  const snapshot = await page.locator('body').ariaSnapshot();
  assert.match(snapshot, /checkbox "Language, \d+" \[checked\]/);
  assert.ok((await page.locator('[aria-current="true"]').count()) >= 1);
});

test('the reading order is header, filters, list, detail, footer', async (t) => {
  const page = await t.open('#work=openfold');
  const order = await page
    .getByRole('banner')
    .or(page.getByRole('navigation'))
    .or(page.getByRole('main'))
    .or(page.getByRole('complementary'))
    .or(page.getByRole('contentinfo'))
    .evaluateAll((elements) => elements.map((element) => element.localName));
  assert.deepEqual(order, ['header', 'nav', 'main', 'aside', 'footer']);
});
