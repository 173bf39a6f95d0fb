// A site's page in a frame of another site's page: its look, its messages, whom it listens to.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { startServer } from '../../web/serve.mjs';
import { addressOf, nextFrames, test } from './harness.mjs';
import { makeVariant } from './sites.mjs';

/** @typedef {import('playwright-core').Page} Page */

const hostPage = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title>
<style>body { margin: 40px; height: 3000px } iframe { width: 900px; height: 500px; border: 0 }</style>
<h1>A survey</h1><iframe title="The list"></iframe>
<script>
  const heard = [];
  const waiting = new Map();
  addEventListener('message', (event) => {
    heard.push({ origin: event.origin, ...event.data });
    if (event.data.type === 'answer') waiting.get(event.data.id)?.(event.data);
  });
  let last = 0;
  function ask(type, values) {
    return new Promise((resolve) => {
      const id = ++last;
      waiting.set(id, resolve);
      document.querySelector('iframe').contentWindow.postMessage({ lamplight: 1, id, type, ...values }, '*');
    });
  }
  const search = new URLSearchParams(location.search);
  document.querySelector('iframe').src = search.get('frame');
</script></html>`;

/**
 * A host on one port with the atlas of another in a frame.
 * @param {import('./harness.mjs').Fixture} t
 * @param {(hostOrigin: string) => string} query of the frame's address
 */
async function openFramed(t, query) {
  const folder = makeVariant('frame-host', []);
  writeFileSync(join(folder, 'host.html'), hostPage);
  writeFileSync(join(folder, 'mine.md'), '# Mine\n\n- [Ant](https://ant.example/) digs\n');
  const host = await startServer({ root: folder });
  await t.context.route(
    (url) => url.host === new URL(host.url).host,
    (route) => route.continue(),
  );
  const page = await t.context.newPage();
  const origin = new URL(host.url).origin;
  const frame = `${t.url}?${query(origin)}`;
  await page.goto(`${host.url}host.html?frame=${encodeURIComponent(frame)}`);
  const atlas = page.frameLocator('iframe[title="The list"]');
  await atlas.locator('lamplight-catalog[data-ready]').waitFor();
  return { page, atlas, origin, host };
}

/** @param {string} origin */
const told = (origin) => `embed=1&origin=${encodeURIComponent(origin)}`;
/** What the host's page heard of one type. @param {Page} page @param {string} type @returns {Promise<any[]>} */
const heard = (page, type) =>
  page.evaluate(
    (wanted) =>
      /** @type {any} */ (globalThis)
        .eval('heard')
        .filter((/** @type {any} */ one) => one.type === wanted),
    type,
  );
/** @param {Page} page @param {string} type @param {object} [values] @returns {Promise<any>} */
const ask = (page, type, values = {}) =>
  page.evaluate(
    ([name, given]) => /** @type {any} */ (globalThis).eval('ask')(name, given),
    /** @type {[string, object]} */ ([type, values]),
  );
/** @param {import('playwright-core').FrameLocator} atlas */
const count = (atlas) =>
  atlas
    .getByRole('status')
    .filter({ hasText: /works?$/ })
    .first()
    .textContent();

test('in a frame a page has no header and no theme of its own, and leads to itself', async (t) => {
  const { page, atlas, host } = await openFramed(t, told);
  assert.equal(await atlas.getByRole('banner').count(), 0);
  assert.equal(await atlas.getByRole('button', { name: /^Theme/ }).count(), 0);
  assert.ok(await atlas.getByRole('combobox', { name: 'Search', exact: true }).isVisible());
  await atlas.getByRole('button', { name: 'Filters' }).waitFor();
  const link = atlas.getByRole('link', { name: 'Open the full atlas' });
  assert.equal(await link.getAttribute('href'), `${t.url}#`);
  await t.screenshot(page, 'frame');
  const row = atlas
    .getByRole('grid')
    .getByRole('link', { name: /^ChiMed-GPT/ })
    .first();
  assert.equal(await row.getAttribute('href'), `${t.url}#work=chimed-gpt`);
  const [tab] = await Promise.all([
    t.context.waitForEvent('page'),
    row.click({ modifiers: ['Control'] }),
  ]);
  assert.equal(await addressOf(tab), `${t.url}#work=chimed-gpt`);
  await tab.getByRole('complementary', { name: 'Details' }).waitFor();
  assert.ok(await tab.getByRole('banner').isVisible(), 'the whole atlas');
  const [paper] = await Promise.all([
    t.context.waitForEvent('page'),
    atlas.getByRole('grid').getByRole('link', { name: 'Paper' }).first().click(),
  ]);
  assert.match(await addressOf(paper), /^https:/, 'a link opens outside of the frame');
  await host.close();
});

test('the host hears what happens in the frame, and nobody else does', async (t) => {
  const { page, atlas, origin, host } = await openFramed(t, told);
  await page.waitForFunction(() => /** @type {any} */ (globalThis).eval('heard').length > 0);
  const frameOrigin = new URL(t.url).origin;
  const [ready] = await heard(page, 'ready');
  assert.deepEqual([ready.lamplight, ready.origin], [1, frameOrigin]);
  await atlas.getByRole('combobox', { name: 'Search', exact: true }).fill('chatcad');
  await page.waitForFunction(() =>
    /** @type {any} */ (globalThis)
      .eval('heard')
      .some((/** @type {any} */ one) => one.type === 'change' && one.detail.q === 'chatcad'),
  );
  await atlas
    .getByRole('grid')
    .getByRole('link', { name: /^ChatCAD/ })
    .first()
    .click();
  await page.waitForFunction(() =>
    /** @type {any} */ (globalThis)
      .eval('heard')
      .some(
        (/** @type {any} */ one) => one.type === 'select' && /chatcad/.test(one.detail.work?.id),
      ),
  );
  assert.ok(origin !== frameOrigin);
  assert.equal(await page.evaluate(() => history.length), 2, 'its steps are none of the host’s');
  await host.close();
  for (const wrong of [
    () => 'embed=1',
    () => 'embed=1&origin=*',
    () => 'embed=1&origin=https://other.example',
  ]) {
    const { page: other, host: otherHost } = await openFramed(t, wrong);
    await nextFrames(other);
    // What is posted to another origin than the window's, the browser says.
    assert.deepEqual(await other.evaluate(() => /** @type {any} */ (globalThis).eval('heard')), []);
    await otherHost.close();
  }
});

test('the host sets, searches, saves, restores, loads and exports by messages', async (t) => {
  const { page, atlas, host } = await openFramed(t, told);
  assert.equal(
    (await ask(page, 'set', { values: { query: 'protein', view: 'table' } })).error,
    undefined,
  );
  await atlas.getByRole('tab', { name: 'Table', selected: true }).waitFor();
  const found = await count(atlas);
  const { result: token } = await ask(page, 'save');
  const { result: works } = await ask(page, 'search', { query: 'name:chimed-gpt' });
  assert.match(works[0].title, /^ChiMed-GPT/);
  await ask(page, 'set', { values: { query: null, view: null } });
  await atlas.getByRole('tab', { name: 'List', selected: true }).waitFor();
  assert.equal((await ask(page, 'restore', { token })).error, undefined);
  await atlas.getByRole('tab', { name: 'Table', selected: true }).waitFor();
  assert.equal(await count(atlas), found);
  const loaded = await ask(page, 'load', {
    list: '# Two\n\n- [Ant](https://ant.example/) digs\n- [Bee](https://bee.example/) flies\n',
  });
  assert.equal(loaded.error, undefined);
  assert.match((await count(atlas)) ?? '', /^2 works/);
  await host.close();
});

test('a command that is none, or that the host has no right to, is answered with why', async (t) => {
  const { page, atlas, host } = await openFramed(t, told);
  const before = await count(atlas);
  for (const [type, values, message] of /** @type {[string, object, RegExp][]} */ ([
    ['fly', {}, /no command “fly”/],
    ['constructor', {}, /no command/],
    ['restore', { token: 'nonsense' }, /no state that save\(\) gave/],
    ['export', { format: 'word' }, /no such format/],
    ['load', { list: 'https://third.example/list.md' }, /host’s own site/],
    ['set', { values: { src: 'lists/2023-03-29.md' } }, /not set from outside/],
    ['set', { values: { onclick: 'alert(1)' } }, /not set from outside/],
  ])) {
    const answer = await ask(page, type, values);
    assert.match(answer.error ?? '', message, type);
    assert.equal(answer.result, undefined);
  }
  assert.equal(await count(atlas), before);
  await host.close();
});

test('messages of another version, another window or another origin are not heeded', async (t) => {
  const { page, atlas, host } = await openFramed(t, told);
  const before = await count(atlas);
  // Another frame of the host's, of the right origin but not the window around it.
  await page.evaluate(async () => {
    const other = document.createElement('iframe');
    document.body.append(other);
    const target = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'))
      .contentWindow;
    const command = { lamplight: 1, id: 1, type: 'set', values: { query: 'protein' } };
    target?.postMessage({ ...command, lamplight: 2 }, '*');
    target?.postMessage('lamplight', '*');
    target?.postMessage(null, '*');
    Object.assign(/** @type {any} */ (other.contentWindow), { target, command });
    /** @type {any} */ (other.contentWindow).eval('target.postMessage(command, "*")');
  });
  // Behind those, one that is heeded: messages come in order.
  assert.equal((await ask(page, 'set', { values: { view: 'table' } })).error, undefined);
  await atlas.getByRole('tab', { name: 'Table', selected: true }).waitFor();
  assert.equal(await count(atlas), before);
  assert.equal((await heard(page, 'answer')).length, 1);
  await host.close();
});

test('a frame takes the wheel after a click in it, and passes it on at its ends', async (t) => {
  const { page, atlas, host } = await openFramed(t, told);
  const rows = atlas.getByRole('grid').locator('.scroller');
  await page.mouse.move(400, 400);
  await page.mouse.wheel(0, 150);
  await page.waitForFunction(() => scrollY === 150);
  assert.equal(await rows.evaluate((element) => element.scrollTop), 0);
  await page.evaluate(() => scrollTo(0, 0));
  await atlas
    .getByRole('status')
    .filter({ hasText: /works?$/ })
    .first()
    .click();
  await page.mouse.move(400, 400);
  await page.mouse.wheel(0, 150);
  await rows.evaluate(
    (element) =>
      new Promise((resolve) => {
        const look = () =>
          element.scrollTop === 150 ? resolve(null) : requestAnimationFrame(look);
        look();
      }),
  );
  assert.equal(await page.evaluate(() => scrollY), 0);
  // The focus goes back to the host's page.
  await page.locator('h1').click();
  await page.mouse.move(400, 400);
  await page.mouse.wheel(0, 120);
  await page.waitForFunction(() => scrollY === 120);
  assert.equal(await rows.evaluate((element) => element.scrollTop), 150);
  await host.close();
});
