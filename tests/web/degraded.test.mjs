// When the canvas cannot come: no WebGL, no module, no list, or a network that takes its time.
// The list that was served stays, and the page says what is wrong.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { noticeText, rows, search, staticRowsShown } from './reader.mjs';
import {
  heardEvents,
  heardReady,
  nextFrames,
  settled,
  test,
  untilReady,
  watchForReady,
} from './harness.mjs';
import { countColors, decodePng } from './pixels.mjs';
import { makeVariant } from './sites.mjs';

/** The page with the canvas in vain: waits for the notice. @param {import('./harness.mjs').Fixture} t */
async function openInVain(t) {
  const page = await t.context.newPage();
  await watchForReady(page);
  await page.goto(t.url);
  await page.waitForFunction(() =>
    /** @type {any} */ (window).heardEvents.some(
      (/** @type {any} */ event) => event.type === 'error',
    ),
  );
  return page;
}

/** @param {import('playwright-core').Page} page @param {import('./harness.mjs').Fixture} t */
async function assertListIsUsable(page, t) {
  assert.equal(await staticRowsShown(page), 280);
  assert.equal((await heardEvents(page)).filter((event) => event.type === 'ready').length, 0);
  await page.mouse.wheel(0, 900);
  await page.waitForFunction(() => scrollY > 0);
  await page
    .locator('lamplight-catalog li')
    .filter({ hasText: 'KeBioLM' })
    .first()
    .getByRole('link', { name: 'Paper' })
    .click();
  await page.waitForURL('https://arxiv.org/**');
  assert.deepEqual(t.visited, ['https://arxiv.org/abs/2104.10344']);
}

test('without WebGL the list stays and the page says why', { graphics: 'none' }, async (t) => {
  const page = await openInVain(t);
  assert.match(await noticeText(page), /WebGL/);
  await t.screenshot(page, 'without-webgl');
  await assertListIsUsable(page, t);
});

test(
  'without the WASM file the list stays and the page says why',
  {
    site: () => makeVariant('no-wasm', ['lamplight_web.wasm']),
    expects: [/lamplight_web\.wasm/],
  },
  async (t) => {
    const page = await openInVain(t);
    assert.match(await noticeText(page), /lamplight_web\.wasm/);
    await t.screenshot(page, 'without-wasm');
    await assertListIsUsable(page, t);
  },
);

test(
  'a WASM file that is none leaves the list and says so',
  {
    site: () => makeVariant('bad-wasm', [], { 'lamplight_web.wasm': 'not a module' }),
    expects: [/lamplight_web\.wasm/, /WebAssembly/],
  },
  async (t) => {
    const page = await openInVain(t);
    assert.notEqual(await noticeText(page), '');
    await assertListIsUsable(page, t);
  },
);

test(
  'a list that cannot be fetched leaves the served one and says so',
  {
    site: () => makeVariant('no-list', ['lists/2024-03-11.md', 'lists/2024-03-11.block']),
    expects: [/2024-03-11\.(md|block)/],
  },
  async (t) => {
    const page = await openInVain(t);
    assert.match(await noticeText(page), /2024-03-11\.md/);
    await t.screenshot(page, 'without-list');
    await assertListIsUsable(page, t);
  },
);

test(
  'a missing profile is said, and the atlas opens all the same or the list stays',
  {
    site: () => makeVariant('no-profile', ['profile.json']),
    expects: [/profile\.json/],
  },
  async (t) => {
    const page = await t.context.newPage();
    await watchForReady(page);
    await page.goto(t.url);
    await page.waitForFunction(() => /** @type {any} */ (window).heardEvents.length > 0);
    assert.match(await noticeText(page), /profile\.json/);
  },
);

test('a slow network shows the list at once, with a progress bar over it', async (t) => {
  const page = await t.context.newPage();
  await watchForReady(page);
  const network = await t.context.newCDPSession(page);
  await network.send('Network.enable');
  // About a phone in a train.
  await network.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 300,
    downloadThroughput: 60_000,
    uploadThroughput: 60_000,
  });
  // However fast the rest comes: the module only when everything about the wait has been looked at.
  /** @type {() => void} */
  let release = () => {};
  const looked = new Promise((resolve) => {
    release = () => resolve(undefined);
  });
  await page.route('**/*.wasm', async (route) => {
    await looked;
    await route.continue();
  });
  await page.goto(t.url, { waitUntil: 'commit' });
  const bar = page.getByRole('progressbar');
  await bar.waitFor();
  const picture = decodePng(await t.screenshot(page, 'slow-network'));
  assert.ok(countColors(picture) > 20, 'the page is not blank while it waits');
  assert.ok((await staticRowsShown(page)) > 0);
  assert.equal((await heardEvents(page)).length, 0);
  const box = await bar.boundingBox();
  assert.ok(box && box.width > 100 && box.height <= 8, JSON.stringify(box));
  // The list can be read and scrolled meanwhile.
  await page.mouse.move(700, 500);
  await page.mouse.wheel(0, 600);
  await page.waitForFunction(() => scrollY > 0);
  assert.equal((await heardEvents(page)).length, 0);
  release();
  await untilReady(page);
  assert.equal(await bar.count(), 0);
  assert.ok((await rows(page).count()) > 0);
});

test(
  'a server that takes a second for each answer still ends in the canvas',
  { delayMs: 1000 },
  async (t) => {
    const page = await t.open();
    assert.ok((await rows(page).count()) > 0);
  },
);

/** Asks for what matches and never gets it, until the test lets go. @param {import('playwright-core').Page} page @param {string} what */
async function hang(page, what) {
  /** @type {() => void} */
  let letGo = () => {};
  const held = new Promise((resolve) => {
    letGo = () => resolve(undefined);
  });
  await page.route(what, async (route) => {
    await held;
    await route.continue().catch(() => {}); // the page may have given up long ago
  });
  return letGo;
}

/** Lets the product's timeouts pass that are of so many ms, once they are waited for. @param {import('playwright-core').Page} page @param {number} ms */
async function passTimeouts(page, ms) {
  const dueOf = /** @param {number} wanted */ (wanted) =>
    /** @type {any} */ (globalThis)[Symbol.for('lamplight-clock')].due().includes(wanted);
  await page.waitForFunction(dueOf, ms);
  await page.evaluate(() => /** @type {any} */ (globalThis)[Symbol.for('lamplight-clock')].pass());
}

for (const [name, what] of [
  ['the list', '**/2024-03-11.*'],
  ['the module', '**/lamplight_web.wasm'],
]) {
  test(`${name} that hangs for 20 seconds ends in a notice, and Retry gets it`, async (t) => {
    const page = await t.context.newPage();
    await watchForReady(page);
    const letGo = await hang(page, what);
    await page.goto(t.url);
    await page.getByRole('progressbar').waitFor();
    // The block is asked for first, and its Markdown in its place.
    while (!/could not start/.test(await noticeText(page).catch(() => ''))) {
      await passTimeouts(page, 20_000);
      await nextFrames(page);
    }
    assert.match(await noticeText(page), /nothing came for 20 seconds/);
    assert.equal(await page.getByRole('progressbar').count(), 0);
    assert.equal(await staticRowsShown(page), 280);
    letGo();
    await page.getByRole('button', { name: 'Retry' }).click();
    await untilReady(page);
    assert.ok((await rows(page).count()) > 0);
  });
}

test(
  'a module that is cut off is told in plain words',
  { expects: [/lamplight_web\.wasm/, /WebAssembly/, /ERR_/] },
  async (t) => {
    const page = await t.context.newPage();
    await watchForReady(page);
    await page.route('**/lamplight_web.wasm', async (route) => {
      const response = await route.fetch();
      const body = (await response.body()).subarray(0, 100_000);
      await route.fulfill({ body, contentType: 'application/wasm' });
    });
    await page.goto(t.url);
    await page.getByRole('button', { name: 'Retry' }).waitFor();
    assert.match(
      await noticeText(page),
      /^The interactive view could not start: The viewer could not be loaded from \S+ \(it is damaged/,
    );
    await page.unroute('**/lamplight_web.wasm');
    await page.getByRole('button', { name: 'Retry' }).click();
    await untilReady(page);
  },
);

for (const [name, answer] of /** @type {const} */ ([
  ['is missing', { status: 404, body: 'none' }],
  ['is cut off', { status: 200, contentType: 'text/javascript', body: 'export class {' }],
])) {
  test(
    `the element's own file that ${name} is told, and Retry gets it`,
    { expects: [/catalog_element/, /404/, /SyntaxError|Unexpected/] },
    async (t) => {
      const page = await t.context.newPage();
      await watchForReady(page);
      await page.route('**/catalog_element.js*', (route) => route.fulfill(answer));
      await page.goto(t.url);
      const retry = page.getByRole('button', { name: 'Retry' });
      await retry.waitFor();
      await t.screenshot(page, 'without-element');
      assert.match(
        (await page.getByRole('status').textContent()) ?? '',
        /^The interactive view could not start: \S+catalog_element\.js could not be loaded\./,
      );
      assert.equal(await staticRowsShown(page), 280);
      await page.unroute('**/catalog_element.js*');
      await retry.click();
      await untilReady(page);
      assert.equal(await retry.count(), 0);
    },
  );
}

test('while the WebGL context is lost the list is read without it', async (t) => {
  const page = await t.open();
  await page.locator('lamplight-catalog canvas').evaluate(async (canvas) => {
    const context = /** @type {HTMLCanvasElement} */ (canvas).getContext('webgl2');
    const extension = context?.getExtension('WEBGL_lose_context');
    // As when the browser takes it: the page cannot ask for it back.
    Object.assign(window, { giveBack: extension?.restoreContext.bind(extension) });
    if (extension) extension.restoreContext = () => {};
    extension?.loseContext();
  });
  await passTimeouts(page, 400);
  await page.getByText('You are reading the list without it').waitFor();
  await t.screenshot(page, 'context-lost-list');
  assert.equal(await staticRowsShown(page), 280);
  await page.evaluate(() => /** @type {any} */ (window).giveBack());
  await page.waitForFunction(() =>
    document.querySelector('lamplight-catalog')?.hasAttribute('data-ready'),
  );
  await settled(page);
  assert.equal(await page.getByText('You are reading the list without it').count(), 0);
  await search(page, 'protein');
  assert.ok((await rows(page).count()) > 0);
});

test(
  'under a policy without inline styles the list and the atlas look as ever',
  { expects: [/Content Security Policy/] },
  async (t) => {
    const looks = [];
    for (const policy of [
      '',
      "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'",
    ]) {
      const page = await t.context.newPage();
      await watchForReady(page);
      await page.route(t.url, async (route) => {
        const response = await route.fetch();
        const headers = { ...response.headers(), 'content-security-policy': policy };
        await route.fulfill({ response, headers });
      });
      const letGo = await hang(page, '**/catalog_element.js');
      await page.goto(t.url);
      await page.waitForFunction(() => document.styleSheets[0]?.cssRules.length > 0);
      await nextFrames(page);
      looks.push(decodePng(await t.screenshot(page, `policy-${policy !== ''}`)).rgb);
      letGo();
      await untilReady(page);
      assert.ok((await rows(page).count()) > 0);
      await page.close();
    }
    assert.ok(Buffer.from(looks[0]).equals(Buffer.from(looks[1])), 'the static pages differ');
  },
);

/** A page of twenty atlases, of which few are in view. */
const twentySite = () => {
  const folder = makeVariant('twenty', []);
  const one =
    '<lamplight-catalog src="lists/2023-03-29.md" height="500"><p>coming</p></lamplight-catalog>';
  writeFileSync(
    join(folder, 'twenty.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Twenty</title>
<h1>Twenty</h1>${one.repeat(20)}<script type="module" src="lamplight.js"></script></html>`,
  );
  return folder;
};

test(
  'twenty atlases on a page: each is drawn where it is seen',
  { site: twentySite },
  async (t) => {
    const page = await t.context.newPage();
    await watchForReady(page);
    await page.goto(new URL('twenty.html', t.url).href);
    await heardReady(page, 20);
    for (const index of [0, 19, 7, 0]) {
      const element = page.locator('lamplight-catalog').nth(index);
      await element.scrollIntoViewIfNeeded();
      await page.waitForFunction((at) => {
        const canvas = document
          .querySelectorAll('lamplight-catalog')
          [at].shadowRoot?.querySelector('canvas');
        return canvas?.getContext('webgl2')?.isContextLost() === false;
      }, index);
      await settled(page);
      assert.ok(countColors(decodePng(await element.screenshot())) > 50, `number ${index}`);
    }
  },
);
