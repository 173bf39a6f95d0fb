// Tests of what serves a site: web/serve.mjs by requests, web/serve.sh from start to stop on the
// flagship (build it first: web/serve.sh --build). Ends with `N passed, N failed`.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';

import { startServer } from '../web/serve.mjs';

const checkout = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'lamplight-'));
const root = join(scratch, 'root');
mkdirSync(join(root, 'inner'), { recursive: true });
writeFileSync(join(root, 'index.html'), '<p>front</p>');
writeFileSync(join(root, 'inner', 'index.html'), '<p>inner</p>');
writeFileSync(join(root, 'list.md'), '# Größe\n'.repeat(100));
writeFileSync(join(root, 'code.wasm'), Buffer.from([0, 97, 115, 109]));
writeFileSync(join(root, 'a module.js'), 'export {};');
writeFileSync(join(scratch, 'secret.txt'), 'secret');
symlinkSync(join(scratch, 'secret.txt'), join(root, 'way-out.txt'));

/**
 * The path goes out as it is: fetch() would resolve `..` before sending.
 * @param {string} url @param {string} path @param {Record<string, string>} [headers]
 * @param {string} [method]
 * @returns {Promise<{status: number, headers: import('node:http').IncomingHttpHeaders,
 *   body: Buffer}>}
 */
const ask = (url, path, headers = {}, method = 'GET') =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    request({ hostname, port, path, headers, method }, (response) => {
      /** @type {Buffer[]} */
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts),
        });
      });
    })
      .on('error', reject)
      .end();
  });

let passed = 0;
let failed = 0;
/** @param {string} claim @param {() => Promise<void>} body */
async function test(claim, body) {
  try {
    await body();
    passed += 1;
    console.log(`ok      ${claim}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${claim}\n${error instanceof Error ? error.stack : error}`);
  }
}

const server = await startServer({ root });
const { url } = server;

await test('server: types that browsers insist on', async () => {
  for (const [path, type] of [
    ['/', 'text/html; charset=utf-8'],
    ['/list.md', 'text/markdown; charset=utf-8'],
    ['/code.wasm', 'application/wasm'],
    ['/a%20module.js?x=1', 'text/javascript; charset=utf-8'],
  ]) {
    const answer = await ask(url, path);
    assert.equal(answer.status, 200, path);
    assert.equal(answer.headers['content-type'], type);
    assert.equal(answer.headers['cache-control'], 'no-cache');
  }
});
await test('server: gzip where the browser takes it, and only there', async () => {
  const plain = await ask(url, '/list.md');
  assert.equal(plain.headers['content-encoding'], undefined);
  assert.equal(plain.headers['content-length'], String(plain.body.length));
  for (const accepted of ['gzip', 'br, gzip;q=0.5', '*']) {
    const packed = await ask(url, '/list.md', { 'Accept-Encoding': accepted });
    assert.equal(packed.headers['content-encoding'], 'gzip');
    assert.deepEqual(gunzipSync(packed.body), plain.body);
  }
  for (const refused of ['br', 'gzip;q=0', 'identity']) {
    const answer = await ask(url, '/list.md', { 'Accept-Encoding': refused });
    assert.equal(answer.headers['content-encoding'], undefined);
  }
});
await test('server: nothing outside the root', async () => {
  for (const path of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/way-out.txt',
    '/inner/../../secret.txt',
    '/%00',
    '/%zz',
    '/none',
  ]) {
    const answer = await ask(url, path);
    assert.equal(answer.status, 404, path);
    assert.ok(!answer.body.includes('secret'), path);
  }
});
await test('server: a folder is its index, under its own address', async () => {
  const moved = await ask(url, '/inner');
  assert.equal(moved.status, 301);
  assert.equal(moved.headers.location, '/inner/');
  assert.equal(String((await ask(url, '/inner/')).body), '<p>inner</p>');
});
await test('server: HEAD tells, POST is refused, an unchanged file is not sent again', async () => {
  const head = await ask(url, '/code.wasm', {}, 'HEAD');
  assert.equal(head.headers['content-length'], '4');
  assert.equal(head.body.length, 0);
  assert.equal((await ask(url, '/', {}, 'POST')).status, 405);
  const again = await ask(url, '/code.wasm', { 'If-None-Match': String(head.headers.etag) });
  assert.equal(again.status, 304);
});
await test('server: a taken port rejects', async () => {
  await assert.rejects(startServer({ root, port: Number(new URL(url).port) }), {
    code: 'EADDRINUSE',
  });
});
await test('server: waits as long as it is told, as a slow network does', async () => {
  const slow = await startServer({ root, delayMs: 200 });
  const began = performance.now();
  await ask(slow.url, '/');
  assert.ok(performance.now() - began >= 190);
  await slow.close();
});
await server.close();

/** @param {string[]} options */
function serve(options) {
  const child = spawn('web/serve.sh', options, {
    cwd: checkout,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  /** @type {Promise<string>} */
  const address = new Promise((resolve, reject) => {
    child.stdout.on('data', (part) => {
      output += part;
      const found = /http:\/\/localhost:\d+\//.exec(output);
      if (found) resolve(found[0]);
    });
    child.stderr.on('data', (part) => (output += part));
    child.on('exit', (code) => reject(new Error(`serve.sh ended with ${code}:\n${output}`)));
  });
  /** @type {Promise<number | null>} */
  const end = new Promise((resolve) => child.on('exit', resolve));
  return { child, address, end };
}

for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM'])) {
  await test(`serve.sh: serves the flagship, and ${signal} stops it cleanly`, async () => {
    const { child, address, end } = serve(['--port', '0']);
    const where = await address;
    const page = await ask(where, '/');
    assert.equal(page.status, 200);
    assert.match(String(page.body), /<h1/);
    child.kill(signal);
    assert.equal(await end, 0);
    await assert.rejects(ask(where, '/'));
  });
}
await test('serve.sh: serves a list of one’s own', async () => {
  writeFileSync(
    join(scratch, 'mine.md'),
    '# Mine\n\n## Tools\n\n- A tool: what it does [[Code]](https://example.org)\n',
  );
  const { child, address, end } = serve(['--port', '0', '--list', join(scratch, 'mine.md')]);
  const page = await ask(await address, '/');
  assert.match(String(page.body), /A tool/);
  child.kill('SIGTERM');
  assert.equal(await end, 0);
});
await test('serve.sh: stopped while it builds, nothing goes on', async () => {
  const { child, address, end } = serve(['--port', '0']);
  address.catch(() => {});
  await new Promise((resolve) => {
    child.stderr.on('data', (part) => String(part).includes('building') && resolve(undefined));
  });
  child.kill('SIGTERM');
  assert.equal(await end, 0);
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'ppid,args']);
  const left = stdout.split('\n').filter((line) => /^ *1 .*cmake (--preset|--build)/.test(line));
  assert.deepEqual(left, []);
});

rmSync(scratch, { recursive: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
