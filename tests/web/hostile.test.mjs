// A list that means harm: nothing of it runs, nothing of it is clickable that must not be.
import assert from 'node:assert/strict';

import { nextFrames, settled, test } from './harness.mjs';
import { countText, detail, press, rows, workLink } from './reader.mjs';
import { makeSite } from './sites.mjs';

const hostileList = `# Hostile <script>harm('title')</script> & "quoted" 'list'

<script>harm('block')</script>
<img src=x onerror="harm('image')">

## Section <img src=x onerror=harm('heading')>

- <script>harm('bullet')</script> Scripted title [[Paper]](https://example.org/1)
- Attribute " onmouseover="harm('attribute')" x=" title [[Paper]](https://example.org/2)
- Script link [[Paper]](javascript:harm('link')) [[Code]](https://example.org/3)
- Mixed case [[Paper]](JaVaScRiPt:harm('case'))
- Data link [[Paper]](data:text/html,<script>harm('data')</script>)
- Encoded [[Paper]](java&#115;cript:harm('entity')) [[Code]](&#x6A;avascript:harm('hex'))
- With blanks [[Paper]](<  javascript:harm('blanks')>) [[Code]](<java\tscript:harm('tab')>)
- VB [[Paper]](vbscript:harm('vb')) [[Code]](file:///etc/passwd) [[Blog]](blob:https://example.org/x)
- Quote in address [[Paper]](https://example.org/"onclick="harm('quote'))
- Closing tags </li></ol></main></lamplight-catalog><script>harm('closing')</script> [[Paper]](https://example.org/4)
- <svg onload=harm('svg')><a xlink:href="javascript:harm('xlink')">x</a></svg> vector [[Paper]](https://example.org/5)
- ![picture](https://example.com/track.png) tracked [[Paper]](https://example.org/6)
- Template {{title}} {{catalog}} \${harm('template')} [[Paper]](https://example.org/7)
- \u202Eright to left\u202C and \u0000 nul \u0007 bell [[Paper]](https://example.org/8)

| Name | About |
| --- | --- |
| [Row](javascript:harm('row')) | <iframe src="javascript:harm('frame')"></iframe> |
| [Row two](https://example.org/9) | <style>body { display: none }</style> |

\`\`\`
</pre><script>harm('code')</script>
\`\`\`
`.replace('\u0000', '');

const site = () => makeSite('hostile', { 'list.md': hostileList });
const allowed = /^(https?:|mailto:|#)/i;

/** @param {import('./harness.mjs').Fixture} t */
async function watchForHarm(t) {
  /** @type {string[]} */
  const harm = [];
  await t.context.exposeFunction('harm', (/** @type {string} */ where) => {
    harm.push(where);
  });
  return harm;
}

/** Addresses of all links, through shadow trees. @param {import('playwright-core').Page} page */
const hrefs = (page) =>
  page
    .locator('a[href]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));

/** @param {import('playwright-core').Page} page */
const foreignElements = (page) =>
  page.evaluate(() => {
    const inside = (/** @type {ParentNode} */ root) =>
      [
        ...root.querySelectorAll(
          'lamplight-catalog :is(script, iframe, img, svg, style, object, embed)',
        ),
      ]
        .filter((element) => !element.closest('header'))
        .map((element) => element.outerHTML.slice(0, 100));
    return inside(document);
  });

test(
  'a hostile list on the served page runs nothing and links nowhere it must not',
  { site, context: { javaScriptEnabled: true } },
  async (t) => {
    const harm = await watchForHarm(t);
    const page = await t.context.newPage();
    // The canvas never comes: this is about the served page.
    await page.route('**/*.wasm', () => {});
    const asked = page.waitForRequest('**/*.wasm');
    await page.goto(t.url);
    await asked;
    await nextFrames(page);
    await t.screenshot(page, 'hostile-static');
    assert.deepEqual(
      (await hrefs(page)).filter((href) => !allowed.test(href) && !/^[\w./-]+$/.test(href)),
      [],
    );
    assert.deepEqual(
      (await hrefs(page)).filter((href) => /script|data:|file:|blob:/i.test(href)),
      [],
    );
    assert.deepEqual(await foreignElements(page), []);
    const handlers = await page
      .locator('lamplight-catalog *')
      .evaluateAll((elements) =>
        elements.flatMap((element) =>
          element.getAttributeNames().filter((name) => name.startsWith('on')),
        ),
      );
    assert.deepEqual(handlers, []);
    assert.ok((await page.locator('lamplight-catalog').innerText()).includes('Closing tags'));
    for (const text of [
      'Scripted title',
      'Attribute "',
      'Template {{title}}',
      'vector',
      'tracked',
    ]) {
      assert.ok((await page.locator('lamplight-catalog').innerText()).includes(text), text);
    }
    assert.deepEqual(harm, []);
  },
);

test(
  'a hostile list on the canvas runs nothing and links nowhere it must not',
  { site },
  async (t) => {
    const harm = await watchForHarm(t);
    const page = await t.open();
    await t.screenshot(page, 'hostile-canvas');
    assert.match(await countText(page), /\d+ works/);
    const count = await rows(page).count();
    assert.ok(count > 8, `${count} rows`);
    const bad = (await hrefs(page)).filter((href) => /^\s*(java|vb|data|file|blob)/i.test(href));
    assert.deepEqual(bad, []);
    // Opens each of them, hovers, clicks what can be clicked in the detail that stays here.
    for (let i = 0; i < Math.min(count, 16); ++i) await press(page, 'ArrowDown', 'Enter');
    await settled(page);
    await workLink(page, /Script link/).click();
    await detail(page).waitFor();
    assert.deepEqual(
      (await hrefs(page)).filter((href) => /^\s*(java|vb|data|file|blob)/i.test(href)),
      [],
    );
    assert.deepEqual(await foreignElements(page), []);
    await t.screenshot(page, 'hostile-detail');
    assert.deepEqual(harm, []);
    // Enter follows a work's first link, where it has one that may be followed.
    for (const address of t.visited) assert.match(address, /^https:\/\/example\.org\//);
  },
);

test(
  'what the search field is given is text, on the canvas and in the page',
  { site },
  async (t) => {
    const harm = await watchForHarm(t);
    const page = await t.open(
      `#q=${encodeURIComponent('<img src=x onerror=harm(1)>')}&work=${encodeURIComponent('"><script>harm(2)</script>')}`,
    );
    await press(page, '/');
    await page.keyboard.type('"><img src=x onerror=harm(3)> <script>harm(4)</script> name:<b>');
    await settled(page);
    assert.deepEqual(await foreignElements(page), []);
    assert.deepEqual(harm, []);
  },
);
