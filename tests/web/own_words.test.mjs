// What a page's profile says about its list: words of its own for links, and where the list stands.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { test, untilReady, watchForReady } from './harness.mjs';
import { checkbox, click, facetCount, rows } from './reader.mjs';
import { makeVariant } from './sites.mjs';

const list = `# Listen

## Werkzeuge

- [Vorlage](docs/vorlage.md): Ein Muster. [[Vorabdruck](papers/vorlage.pdf)] [[Quelle](https://example.org/q)]
- [Anderes](https://example.org/anderes): Noch eines. [[Quelle](/abroad.md)]
`;

const profile = JSON.stringify({
  source_url: 'https://github.com/ann/listen/edit/main/lists/README.md#L{line}',
  labels: [
    { label: 'Vorabdruck', kind: 'paper' },
    { label: 'Quelle', kind: 'code' },
  ],
});

/** @param {string} attributes */
const pageOf = (attributes) => `<!doctype html><html lang="de"><meta charset="utf-8">
<title>Seite</title><lamplight-catalog ${attributes} height="600"><p>kommt</p></lamplight-catalog>
<script type="module" src="lamplight.js"></script></html>`;

const site = () => {
  const folder = makeVariant('own-words', []);
  mkdirSync(join(folder, 'own'));
  writeFileSync(join(folder, 'own', 'list.md'), list);
  writeFileSync(join(folder, 'own', 'profile.json'), profile);
  writeFileSync(join(folder, 'with.html'), pageOf('src="own/list.md" profile="own/profile.json"'));
  writeFileSync(join(folder, 'without.html'), pageOf('src="own/list.md"'));
  return folder;
};

/** @param {import('./harness.mjs').Fixture} t @param {string} file */
async function openPage(t, file) {
  const page = await t.context.newPage();
  await watchForReady(page);
  await page.goto(new URL(file, t.url).href);
  await untilReady(page);
  return page;
}

/** All that the row of a work leads to. @param {import('playwright-core').Page} page @param {string} title */
const addressesOf = (page, title) =>
  rows(page)
    .filter({ hasText: title })
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));

test(
  "a profile's words for links are the kinds of a list that is read here",
  { site },
  async (t) => {
    const page = await openPage(t, 'with.html');
    assert.equal(await facetCount(page, 'Has', 'Paper'), 1);
    assert.equal(await facetCount(page, 'Has', 'Code'), 2);
    await click(page, checkbox(page, 'Has', 'Paper'));
    await rows(page).filter({ hasText: 'Vorlage' }).first().waitFor();
    assert.equal(await rows(page).filter({ hasText: 'Anderes' }).count(), 0);
  },
);

test('relative links lead to where the profile says that the list stands', { site }, async (t) => {
  const page = await openPage(t, 'with.html');
  const addresses = await addressesOf(page, 'Vorlage');
  for (const file of ['lists/docs/vorlage.md', 'lists/papers/vorlage.pdf']) {
    assert.ok(addresses.includes(`https://github.com/ann/listen/blob/main/${file}`), file);
  }
});

test('without a profile they lead to where the list was fetched', { site }, async (t) => {
  const page = await openPage(t, 'without.html');
  const addresses = await addressesOf(page, 'Vorlage');
  assert.ok(addresses.includes(new URL('own/docs/vorlage.md', t.url).href), String(addresses));
});
