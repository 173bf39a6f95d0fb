// What a list states of its works: authors, venue, year, description, tags.
import assert from 'node:assert/strict';

import { test } from './harness.mjs';
import { click, detail, rows, rowsThatReachOut, workLink } from './reader.mjs';
import { makeSite } from './sites.mjs';

const longText =
  'A way to learn on graphs that do not fit into memory: parts are read as they come, and ' +
  'forgotten when what was learned from them is no longer needed by what follows. It goes from ' +
  'the first node to the last, in one pass, and needs no second look at any of them, however many ' +
  'there are and however they are joined, which is more than two lines of the widest list hold.';

const statedList = `# What lists state

## Papers

| Title | Authors | Venue | Year | Description | License | Language | Links |
|---|---|---|---|---|---|---|---|
| GraphKit: Learning on graphs that grow while they are read | Ada Byron, Emmy Noether, Carl Gauss, David Hilbert | ICML | 2019 | ${longText} | MIT | Python | [paper](https://arxiv.org/abs/2001.00001) [code](https://github.com/example/graphkit) |
| Trees without roots | Emmy Noether | NeurIPS | 2020 | Short words. | Apache-2.0 | C++ | [paper](https://example.org/trees) |

## Tools

- [fmt](https://example.org/fmt) - Formats what is not. [MIT]
- [Cut](https://example.org/cut) - Cuts what is long.
`;

const site = () => makeSite('stated', { 'list.md': statedList });

/** Without blanks, of which the canvas's lines end in none. @param {string} text */
const packed = (text) => text.replace(/\s/g, '');

/** @param {import('playwright-core').Locator} part */
const textOf = async (part) => packed((await part.textContent()) ?? '');

/** @param {import('playwright-core').Page} page @param {string} title */
const rowOf = (page, title) => rows(page).filter({ hasText: title });

for (const [state, context] of /** @type {const} */ ([
  ['stated', {}],
  ['stated-dark', { colorScheme: 'dark' }],
  ['stated-phone', { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true }],
])) {
  test(`a row tells what the list states of a work, ${state}`, { site, context }, async (t) => {
    const page = await t.open();
    const row = await textOf(rowOf(page, 'GraphKit'));
    assert.match(row, /MITPython/);
    assert.match(row, /Awaytolearnongraphs.*…AdaByron/, 'cut after two lines');
    assert.match(row, /AdaByron,EmmyNoether,CarlGaussetal\.·2019·ICML·Papers/);
    assert.match(
      await textOf(rowOf(page, 'Trees')),
      /Apache-2\.0C\+\+Shortwords\.EmmyNoether·2020/,
    );
    assert.match(await textOf(rowOf(page, 'fmt')), /fmtMITFormatswhatisnot\./);
    assert.deepEqual(await rowsThatReachOut(page), []);
    await t.screenshot(page, state);
  });
}

test('the detail tells what the list states whole, and without a source', { site }, async (t) => {
  const page = await t.open();
  await click(page, workLink(page, /GraphKit/));
  const text = await textOf(detail(page));
  assert.ok(text.includes(packed(longText)), text);
  const authors = 'Authors Ada Byron, Emmy Noether, Carl Gauss, David Hilbert';
  assert.ok(text.includes(packed(`${authors} Year 2019 Venue ICML arXiv`)), text);
  assert.match(text, /MITPython/);
  // What is a fact, a tag or a link is no cell of the table once more.
  assert.doesNotMatch(text, /Inthetable.*(Authors|Year2019|License|Links)/);
  await t.screenshot(page, 'stated-detail');
});

test('the table has a column of authors where the list names them', { site }, async (t) => {
  const page = await t.open('#view=table&sort=authors');
  assert.equal(await page.getByRole('columnheader', { name: 'Authors', exact: true }).count(), 1);
  const cells = page.getByRole('gridcell', { name: /^Ada Byron, Emmy Noether, Carl Gauss, D/ });
  assert.equal(await cells.count(), 1);
  await t.screenshot(page, 'stated-table');
});
