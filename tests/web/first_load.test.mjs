// What the first visit costs.
import assert from 'node:assert/strict';

import { measureFirstLoad } from '../bench/first_load.mjs';
import { test } from './harness.mjs';

test('all that is loaded until the canvas is ready is at most 400 kB', async (t) => {
  const files = await measureFirstLoad(t.context, t.url);
  const sum = files.reduce((total, file) => total + file.gzip, 0);
  assert.ok(files.some((file) => file.path.endsWith('.wasm')));
  assert.ok(sum <= 400_000, `${sum} bytes: ${JSON.stringify(files)}`);
});

test('the way in names all modules, so that none waits for another to ask for it', async (t) => {
  const page = await t.open();
  const way = await page.evaluate(async () => (await fetch('lamplight.js')).text());
  const named = [...way.matchAll(/'\.(\/\w+\.js)'/g)].map(([, path]) => path);
  const asked = t.requested.filter((path) => path.endsWith('.js') && path !== '/lamplight.js');
  assert.deepEqual([...new Set(asked)].sort(), [...new Set(named)].sort());
});
