// Attributes of the element that are part of the state, by their keys in the address.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { buildFolder, test } from './harness.mjs';
import { checkbox, countText, fragment, searchBox } from './reader.mjs';
import { makeVariant } from './sites.mjs';

/** The flagship's page whose element has these attributes, too. @param {string} name @param {string} attributes */
const siteWith = (name, attributes) => () => {
  const page = readFileSync(join(buildFolder, 'site', 'index.html'), 'utf8');
  const changed = page.replace('<lamplight-catalog ', `<lamplight-catalog ${attributes} `);
  assert.notEqual(changed, page);
  return makeVariant(name, [], { 'index.html': changed });
};

/** @param {import('playwright-core').Page} page @param {string} name @param {string | null} text */
async function setAttribute(page, name, text) {
  await page.locator('lamplight-catalog').evaluate((element, [key, value]) => {
    if (value === null) element.removeAttribute(key);
    else element.setAttribute(key, value);
  }, /** @type {[string, string | null]} */ ([name, text]));
  await answered(page);
}

/** Waits until what was asked of the element is drawn and in its layer. @param {import('playwright-core').Page} page */
async function answered(page) {
  await page.waitForFunction(
    () => !(/** @type {any} */ (document.querySelector('lamplight-catalog')).isFrameRequested),
  );
}

/** @param {import('playwright-core').Page} page @param {...string} values */
async function assertFamilies(page, ...values) {
  for (const value of ['Language', 'Vision', 'Audio']) {
    const isChosen = await checkbox(page, 'Model family', value).isChecked();
    assert.equal(isChosen, values.includes(value), value);
  }
}

test(
  'an attribute beside an address leaves the values of a facet apart',
  { site: siteWith('attribute-query', 'query="has:code"') },
  async (t) => {
    const page = await t.open('#family=language,vision');
    assert.equal(await searchBox(page).inputValue(), 'has:code');
    await assertFamilies(page, 'Language', 'Vision');
    await setAttribute(page, 'query', '50% of C++');
    assert.equal(await searchBox(page).inputValue(), '50% of C++');
    await assertFamilies(page, 'Language', 'Vision');
    await setAttribute(page, 'query', null);
    assert.equal(await searchBox(page).inputValue(), '');
    await assertFamilies(page, 'Language', 'Vision');
  },
);

test(
  'every key of the address is an attribute, facets of the profile too',
  {
    site: siteWith(
      'attribute-keys',
      'family="language,vision" q="model" in="applications" year="2020..2023" has="code" ' +
        'venue="arXiv" sort="year" work="openfold" since="2023-03-29" at="2024-03-11"',
    ),
  },
  async (t) => {
    const page = await t.open();
    const state = await page.locator('lamplight-catalog').evaluate((element) => {
      const changed = new Promise((resolve) =>
        element.addEventListener('lamplight-change', (event) =>
          resolve(/** @type {CustomEvent} */ (event).detail.url),
        ),
      );
      element.setAttribute('family', 'audio,vision');
      return changed;
    });
    assert.equal(
      state,
      'q=model&in=applications&year=2020..2023&has=code&venue=arXiv&family=audio,vision' +
        '&sort=year&work=openfold&since=2023-03-29&at=2024-03-11',
    );
    assert.equal(await fragment(page), state, 'the address follows');
  },
);

test(
  'an address that names a key wins over its attribute',
  { site: siteWith('attribute-loses', 'family="language,vision" sort="year"') },
  async (t) => {
    const page = await t.open('#family=audio&sort=name');
    await assertFamilies(page, 'Audio');
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          addEventListener('hashchange', resolve, { once: true });
          location.hash = '';
        }),
    );
    await answered(page);
    await assertFamilies(page, 'Language', 'Vision');
    assert.match(await countText(page), /^\d+ of 208 works$/);
  },
);
