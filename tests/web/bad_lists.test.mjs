// Lists that are not what a list should be: each ends in a catalog, with what is odd about it
// told, or in a clear message; and the page stays alive.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { heardEvents, settled, test, untilReady, watchForReady } from './harness.mjs';
import { countText, noticeText, rows, search } from './reader.mjs';
import { makeVariant } from './sites.mjs';

/** A page that takes any list, as `?src=` or an author would give it. @param {string} name @param {Buffer | string} list */
const siteOf = (name, list) => () => {
  const folder = makeVariant(`bad-${name}`, []);
  writeFileSync(join(folder, 'bad.md'), list);
  writeFileSync(
    join(folder, 'bad.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Bad list</title><body>
<lamplight-catalog src="bad.md"><p>The served list.</p></lamplight-catalog>
<script type="module" src="lamplight.js"></script></body></html>`,
  );
  return folder;
};

/** @param {import('./harness.mjs').Fixture} t */
async function openBad(t) {
  const page = await t.context.newPage();
  await watchForReady(page);
  await page.goto(new URL('bad.html', t.url).href);
  await page.waitForFunction(() => /** @type {any} */ (window).heardEvents.length > 0, undefined, {
    timeout: 60_000,
  });
  await settled(page);
  return page;
}

/** @param {import('playwright-core').Page} page */
async function assertAlive(page) {
  assert.equal(await page.evaluate(() => 1 + 1), 2);
}

const some =
  '- Alpha: a thing [[Paper]](https://example.org/a)\n- Beta: another [[Code]](https://example.org/b)\n';

for (const [name, content] of [
  ['empty', ''],
  [
    'html',
    '<!doctype html><html><title>Not found</title><body>There is no such page.</body></html>',
  ],
  ['script', 'const list = [1, 2, 3];\nexport default list;\n'],
]) {
  test(
    `a file that is no list (${name}) never replaces the served one, and says so`,
    { site: siteOf(name, content) },
    async (t) => {
      const page = await openBad(t);
      await t.screenshot(page, `bad-${name}`);
      assert.match(await noticeText(page), /^The interactive view could not start: /);
      assert.match(await noticeText(page), /no entry|HTML/);
      assert.ok(await page.getByText('The served list.').isVisible());
      assert.deepEqual(
        (await heardEvents(page)).filter((event) => event.type === 'ready'),
        [],
      );
      // What was put right is found.
      writeFileSync(join(siteOf(name, content)(), 'bad.md'), `# List\n\n## Things\n\n${some}`);
      await page.getByRole('button', { name: 'Retry' }).click();
      await untilReady(page);
      assert.match(await countText(page), /^2 works/);
    },
  );
}

test(
  'a binary file is refused with a clear message, and the served list stays',
  {
    site: siteOf(
      'binary',
      Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 37 + (i >> 3)) % 256)),
    ),
  },
  async (t) => {
    const page = await openBad(t);
    await t.screenshot(page, 'bad-binary');
    assert.match(await noticeText(page), /text|binary/i);
    assert.ok(await page.getByText('The served list.').isVisible());
    await assertAlive(page);
  },
);

test(
  'invalid UTF-8 is read, with the rest of the list intact',
  {
    site: siteOf(
      'utf8',
      Buffer.concat([
        Buffer.from('# List\n\n## Things\n\n- Bro'),
        Buffer.from([0xff, 0xc3, 0x28, 0xf0, 0x9f]),
        Buffer.from('ken: a thing [[Paper]](https://example.org/x)\n'),
        Buffer.from(some),
      ]),
    ),
  },
  async (t) => {
    const page = await openBad(t);
    assert.match(await countText(page), /^3 works/);
    await t.screenshot(page, 'bad-utf8');
    await search(page, 'beta');
    assert.equal(await rows(page).count(), 1);
  },
);

test(
  '10,000 nested brackets are read in good time',
  {
    site: siteOf(
      'brackets',
      `# List\n\n## Things\n\n${some}- ${'['.repeat(10_000)}x${']'.repeat(10_000)}(https://example.org/n)\n`,
    ),
  },
  async (t) => {
    const page = await openBad(t);
    assert.match(await countText(page), /^\d+ works/);
    await t.screenshot(page, 'bad-brackets');
    await search(page, 'beta');
    assert.equal(await rows(page).count(), 1);
  },
);

test(
  '10,000 nested lists are read in good time',
  {
    site: siteOf(
      'nested',
      `# List\n\n## Things\n\n${some}\n${'- '.repeat(10_000)}deep [[Paper]](https://example.org/d)\n`,
    ),
  },
  async (t) => {
    const page = await openBad(t);
    await search(page, 'beta');
    assert.equal(await rows(page).count(), 1);
    await t.screenshot(page, 'bad-nested');
  },
);

test(
  'a line of 20 MB is read in bounded time, and said',
  {
    site: siteOf(
      'line',
      `# List\n\n## Things\n\n${some}- ${'word '.repeat(4_000_000)} [[Paper]](https://example.org/l)\n`,
    ),
  },
  async (t) => {
    const page = await openBad(t);
    assert.match(await countText(page), /^\d+ works/);
    await search(page, 'beta');
    assert.equal(await rows(page).count(), 1);
    await t.screenshot(page, 'bad-line');
  },
);

test(
  'CRLF, a byte order mark, and no headings are a list like any other',
  { site: siteOf('crlf', `\uFEFF${some}`.replace(/\n/g, '\r\n')) },
  async (t) => {
    const page = await openBad(t);
    assert.match(await countText(page), /^2 works/);
    await t.screenshot(page, 'bad-crlf');
    assert.match((await rows(page).first().textContent()) ?? '', /Alpha: ?a thing/);
  },
);

test(
  'headings that skip levels and ragged rows keep all their text',
  {
    site: siteOf(
      'ragged',
      `###### Deep first\n\n${some}\n# Title late\n\n#### Skipped\n\n| A | B | C |\n| --- | --- | --- |\n| [One](https://example.org/1) |\n| [Two](https://example.org/2) | b | c | d | e |\n`,
    ),
  },
  async (t) => {
    const page = await openBad(t);
    assert.match(await countText(page), /^4 works/);
    await t.screenshot(page, 'bad-ragged');
  },
);

test(
  'other languages and scripts are shown: Chinese, Arabic, Devanagari, emoji',
  {
    site: siteOf(
      'scripts',
      '# 清单 قائمة सूची 🌍\n\n## 多模态\n\n- 医学大模型: 多模态研究 [[Paper]](https://example.org/1)\n- قائمة الكتب المجانية [[كتاب]](https://example.org/2)\n- हिन्दी पुस्तकें [[Paper]](https://example.org/3)\n- 👩‍🔬 Emoji tool [[Code]](https://example.org/4)\n- Ελληνικά и русский [[Code]](https://example.org/5)\n',
    ),
  },
  async (t) => {
    const page = await openBad(t);
    await t.screenshot(page, 'scripts');
    assert.match(await countText(page), /^5 works/);
    await search(page, '多模态');
    assert.ok((await rows(page).count()) >= 1);
  },
);
