// What the first visit costs.
import assert from 'node:assert/strict';

import {
  budgetBytes,
  budgetRequests,
  describeFiles,
  measureFirstLoad,
  sumOf,
} from '../bench/first_load.mjs';
import { test } from './harness.mjs';

test(`all that is loaded until the canvas is ready is at most ${budgetBytes / 1000} kB, in at most ${budgetRequests} requests`, async (t) => {
  const files = await measureFirstLoad(t.context, t.url);
  console.log(describeFiles(files).replace(/^/gm, '      '));
  assert.ok(files.some((file) => file.path.endsWith('.wasm')));
  assert.ok(sumOf(files, 'gzip') <= budgetBytes, `${sumOf(files, 'gzip')} bytes`);
  assert.ok(files.length <= budgetRequests, `${files.length} requests`);
});
