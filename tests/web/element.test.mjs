// The element as a host page sees it: attributes both ways, other lists, methods, events.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { heardEvents, nextFrames, settled, test, untilReady, watchForReady } from './harness.mjs';
import { makeVariant } from './sites.mjs';

/** @typedef {import('playwright-core').Page} Page */

const hostPage = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title>
<style>body { font: 16px/1.5 serif; margin: 40px }</style>
<h1>A survey</h1>
<lamplight-catalog id="one" src="lists/2024-03-11.md" profile="profile.json" height="500"><p>one is coming</p></lamplight-catalog>
<div id="elsewhere" style="margin-top: 20px"></div>
<script type="module" src="lamplight.js"></script></html>`;

const shortList =
  '# Two things\n\n## Tools\n\n- [Ant](https://ant.example/) digs\n- [Bee](https://bee.example/) flies\n';

const site = () => {
  const folder = makeVariant('element', []);
  writeFileSync(join(folder, 'host.html'), hostPage);
  writeFileSync(join(folder, 'short.md'), shortList);
  writeFileSync(join(folder, 'empty.md'), '');
  return folder;
};

/** @param {import('./harness.mjs').Fixture} t */
async function openHost(t) {
  const page = await t.context.newPage();
  await watchForReady(page);
  await page.goto(new URL('host.html', t.url).href);
  await untilReady(page);
  return page;
}

/** @param {Page} page */
const field = (page) => page.getByRole('combobox', { name: 'Search', exact: true });
/** @param {Page} page */
const count = (page) => page.getByRole('status').filter({ hasText: /works/ }).first().textContent();
/** The element's attributes, but for those that name the list. @param {Page} page */
const attributes = (page) =>
  page
    .locator('#one')
    .evaluate((element) =>
      Object.fromEntries(
        [...element.attributes]
          .filter(({ name }) => !/^(id|src|profile|height|style|data-.*)$/.test(name))
          .map(({ name, value }) => [name, value]),
      ),
    );
/** Calls a method of the element. @param {Page} page @param {string} name @param {...string} given */
const call = (page, name, ...given) =>
  page.locator('#one').evaluate(async (element, [method, values]) => {
    try {
      return await /** @type {any} */ (element)[method](...values);
    } catch (error) {
      return `${error}`;
    }
  }, /** @type {[string, string[]]} */ ([name, given]));

test('what the reader does stands in the attributes', { site }, async (t) => {
  const page = await openHost(t);
  assert.deepEqual(await attributes(page), {});
  await field(page).click();
  await page.keyboard.type('protein has:code');
  await settled(page);
  await page.getByRole('button', { name: 'Filters', exact: true }).count();
  assert.deepEqual(await attributes(page), { query: 'protein has:code' });
  await page
    .getByRole('checkbox', { name: /^Language/ })
    .first()
    .click();
  await page.getByRole('tab', { name: 'Table' }).click();
  await settled(page);
  assert.deepEqual(await attributes(page), {
    query: 'protein has:code',
    family: 'language',
    view: 'table',
  });
  await field(page).fill('');
  await settled(page);
  assert.deepEqual(await attributes(page), { family: 'language', view: 'table' });
  assert.equal(new URL(page.url()).hash, '', 'a guest leaves the address alone');
});

test(
  'an attribute that the page sets wins over what the reader made of it',
  { site },
  async (t) => {
    const page = await openHost(t);
    await page.locator('#one').evaluate((element) => element.setAttribute('query', 'protein'));
    await settled(page);
    assert.equal(await field(page).inputValue(), 'protein');
    await field(page).fill('image');
    await settled(page);
    assert.deepEqual(await attributes(page), { query: 'image' });
    await page.locator('#one').evaluate((element) => element.setAttribute('query', 'protein'));
    await settled(page);
    assert.equal(await field(page).inputValue(), 'protein');
    await page.locator('#one').evaluate((element) => element.removeAttribute('query'));
    await settled(page);
    assert.equal(await field(page).inputValue(), '');
    assert.match((await count(page)) ?? '', /^208 works/);
  },
);

test('another src, profile or snapshots is shown when it is there', { site }, async (t) => {
  const page = await openHost(t);
  await field(page).fill('protein');
  await settled(page);
  await page.locator('#one').evaluate((element) => {
    element.setAttribute('profile', '');
    element.setAttribute('src', 'short.md');
  });
  await untilReady(page, 2);
  assert.match((await count(page)) ?? '', /^2 works/);
  assert.equal(await field(page).inputValue(), '', 'another list begins anew');
  await page.locator('#one').evaluate((element) => {
    element.setAttribute(
      'snapshots',
      '2024-03-11=lists/2024-03-11.md 2023-03-29=lists/2023-03-29.md',
    );
  });
  await untilReady(page, 3);
  assert.match((await count(page)) ?? '', /^208 works/);
  await field(page).fill('protein');
  await settled(page);
  const found = await count(page);
  await page.locator('#one').evaluate((element) => element.setAttribute('profile', 'profile.json'));
  await untilReady(page, 4);
  assert.equal(await field(page).inputValue(), 'protein', 'the same list keeps its state');
  assert.equal(await count(page), found);
  assert.ok(
    await page
      .getByRole('checkbox', { name: /^Language/ })
      .first()
      .isVisible(),
  );
  const canvases = await page
    .locator('#one')
    .evaluate((element) => element.shadowRoot?.querySelectorAll('canvas').length);
  assert.equal(canvases, 1, 'what was shown before is gone');
});

test(
  'another list that cannot be shown leaves the one before as it was',
  { site, expects: [/404/] },
  async (t) => {
    const page = await openHost(t);
    await field(page).fill('protein');
    await settled(page);
    const before = await count(page);
    for (const [name, value, message] of [
      ['src', 'missing.md', /missing\.md.*404/],
      ['src', 'empty.md', /no entry in the list/],
      ['profile', 'missing.json', /missing\.json.*404/],
      ['profile', 'short.md', /profile cannot be used/],
    ]) {
      await page.locator('#one').evaluate(
        (element, [key, text]) =>
          new Promise((resolve) => {
            element.addEventListener('lamplight-error', resolve, { once: true });
            element.setAttribute(key, text);
          }).then(() => {}),
        /** @type {[string, string]} */ ([name, value]),
      );
      await settled(page);
      const said = await page.getByText('You see the one before').textContent();
      assert.match(said ?? '', /** @type {RegExp} */ (message));
      assert.equal(await count(page), before);
      assert.equal(await field(page).inputValue(), 'protein');
    }
    await page
      .locator('#one')
      .evaluate((element) => element.setAttribute('profile', 'profile.json'));
    await page.locator('#one').evaluate((element) => element.setAttribute('src', 'short.md'));
    await untilReady(page, 2);
    assert.match((await count(page)) ?? '', /^2 works/);
    assert.equal(await page.getByText('You see the one before').count(), 0);
  },
);

test(
  'load() takes an address or a text, and tells what is wrong',
  { site, expects: [/404/] },
  async (t) => {
    const page = await openHost(t);
    assert.equal(await call(page, 'load', shortList), undefined);
    assert.match((await count(page)) ?? '', /^2 works/);
    assert.match(await call(page, 'load', 'missing.md'), /404/);
    assert.match((await count(page)) ?? '', /^2 works/, 'what was shown stays');
    assert.equal(await call(page, 'load', 'lists/2023-03-29.md'), undefined);
    assert.match((await count(page)) ?? '', /^136 works/);
    assert.equal(await page.locator('#one').getAttribute('src'), 'lists/2023-03-29.md');
  },
);

test('save() and restore() bring a state back, all of it', { site }, async (t) => {
  const page = await openHost(t);
  await page.locator('#one').evaluate((element) => element.setAttribute('query', 'has:code'));
  await field(page).fill('');
  await page
    .getByRole('checkbox', { name: /^Vision/ })
    .first()
    .click();
  await settled(page);
  const before = [await attributes(page), await count(page)];
  const token = await call(page, 'save');
  await field(page).fill('protein');
  await page.getByRole('tab', { name: 'Table' }).click();
  await settled(page);
  assert.equal(await call(page, 'restore', token), undefined);
  await settled(page);
  assert.deepEqual([await attributes(page), await count(page)], before);
  assert.equal(await field(page).inputValue(), '', 'what the page once wanted does not come back');
  for (const wrong of ['', 'q=protein', 'lamplight-1 7 q=a', 'lamplight-9 0 ']) {
    assert.match(await call(page, 'restore', wrong), /no state that save\(\) gave/);
  }
  assert.deepEqual([await attributes(page), await count(page)], before);
});

test('search() finds in the whole list, and changes nothing', { site }, async (t) => {
  const page = await openHost(t);
  await field(page).fill('image');
  await settled(page);
  const before = [await attributes(page), await count(page), (await heardEvents(page)).length];
  const works = await call(page, 'search', 'name:chimed-gpt');
  assert.equal(works.length, 1);
  assert.match(works[0].title, /^ChiMed-GPT: /);
  assert.ok(
    works[0].links.some(
      (/** @type {any} */ link) => link.label === 'Paper' && /^https:/.test(link.url),
    ),
  );
  assert.equal((await call(page, 'search', '')).length, 208);
  assert.deepEqual(await call(page, 'search', 'thereisnosuchwordatall'), []);
  await settled(page);
  assert.deepEqual(
    [await attributes(page), await count(page), (await heardEvents(page)).length],
    before,
  );
});

test(
  'export() gives what is shown in every format, and all of the list without a query',
  { site },
  async (t) => {
    const page = await openHost(t);
    const all = await call(page, 'export', 'csv');
    assert.ok(all.split('\r\n').length > 280, 'a line for each listing');
    await field(page).fill('name:chimed-gpt');
    await settled(page);
    assert.match(await call(page, 'export', 'bibtex'), /^@\w+\{[^@]*ChiMed-GPT[^@]*\}\n$/);
    assert.match(await call(page, 'export', 'ris'), /^TY {2}- /);
    const { works, sections } = JSON.parse(await call(page, 'export', 'json'));
    assert.deepEqual(
      works.map((/** @type {{ id: string }} */ { id }) => id),
      ['chimed-gpt'],
    );
    assert.ok(sections.length < 5, 'with its sections alone');
    assert.match(await call(page, 'export', 'markdown'), /ChiMed-GPT/);
    assert.match(await call(page, 'export', 'html'), /^<!DOCTYPE html>/);
    assert.match(await call(page, 'export', 'word'), /no such format; there are: json csv/);
    await field(page).fill('thereisnosuchwordatall');
    await settled(page);
    assert.equal(JSON.parse(await call(page, 'export', 'json')).works.length, 0);
    assert.match((await count(page)) ?? '', /^0 of 208/, 'what is shown is as it was');
  },
);

test(
  'an element that is moved keeps its state, its place in the list and its canvas',
  { site },
  async (t) => {
    const page = await openHost(t);
    await field(page).fill('model');
    await settled(page);
    // What has the focus loses it when it is moved, as anywhere.
    await page.locator('h1').click();
    const rows = page.getByRole('grid').locator('.scroller');
    await rows.evaluate((element) => (element.scrollTop = 700));
    await settled(page);
    const before = [await count(page), await rows.evaluate((element) => element.scrollTop)];
    assert.equal(before[1], 700);
    const picture = await page.locator('#one').screenshot();
    await page.evaluate(() => {
      const element = /** @type {Element} */ (document.querySelector('#one'));
      element.remove();
      document.querySelector('#elsewhere')?.append(element);
    });
    await settled(page);
    assert.deepEqual(
      [await count(page), await rows.evaluate((element) => element.scrollTop)],
      before,
    );
    assert.ok(picture.equals(await page.locator('#one').screenshot()), 'it looks as before');
    await page.evaluate(() => {
      const element = document.querySelector('#one');
      /** @type {any} */ (document.body).moveBefore(element, document.body.firstChild);
    });
    await settled(page);
    assert.deepEqual(
      [await count(page), await rows.evaluate((element) => element.scrollTop)],
      before,
    );
    const ready = (await heardEvents(page)).filter(({ type }) => type === 'ready');
    assert.equal(ready.length, 1, 'it was never loaded again');
    await field(page).fill('protein');
    await settled(page);
    assert.deepEqual(await attributes(page), { query: 'protein' });
  },
);

test(
  'an element that comes back later has the state that its attributes say',
  { site },
  async (t) => {
    const page = await openHost(t);
    await field(page).fill('protein');
    await settled(page);
    const before = await count(page);
    await page.evaluate(() => {
      Object.assign(window, { taken: document.querySelector('#one') });
      /** @type {any} */ (window).taken.remove();
    });
    await nextFrames(page);
    await page.evaluate(() => document.body.append(/** @type {any} */ (window).taken));
    await untilReady(page, 2);
    assert.equal(await field(page).inputValue(), 'protein');
    assert.equal(await count(page), before);
  },
);

test(
  'events are heard outside, with plain values; an opened link can be stopped',
  { site },
  async (t) => {
    const page = await openHost(t);
    await page.evaluate(() =>
      document.addEventListener('lamplight-open', (event) => event.preventDefault()),
    );
    await field(page).fill('chatcad');
    await settled(page);
    await page.getByRole('grid').getByRole('link', { name: 'Paper' }).first().click();
    await page
      .getByRole('grid')
      .getByRole('link', { name: /^ChatCAD/ })
      .first()
      .click();
    await settled(page);
    const events = await heardEvents(page);
    assert.deepEqual(t.visited, []);
    const last = (/** @type {string} */ type) =>
      events.filter((event) => event.type === type).at(-1)?.detail;
    assert.match(last('open').url, /^https:/);
    assert.match(last('select').work.id, /chatcad/);
    assert.match(last('change').q, /chatcad/);
    assert.deepEqual(JSON.parse(JSON.stringify(last('select'))), last('select'));
  },
);
