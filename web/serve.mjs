// A small static server for a finished site: what web/serve.sh runs and the browser tests use.
//
//     import { startServer } from './serve.mjs';
//     const server = await startServer({ root: 'build/site', port: 0 });
//     await fetch(server.url);  // http://localhost:49152/
//     await server.close();
//
// On its own: node web/serve.mjs ROOT [PORT]
//
// It serves files below its root and nothing else, to this machine only, with the types that
// browsers insist on (WebAssembly, modules), compressed where the browser takes it, and never
// from a cache without asking, so that a rebuilt site shows at the next reload.
import { createReadStream, realpathSync } from 'node:fs';
import { stat, realpath } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGzip } from 'node:zlib';

const typeOfExtension = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.webmanifest', 'application/manifest+json; charset=utf-8'],
  ['.md', 'text/markdown; charset=utf-8'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.bib', 'text/plain; charset=utf-8'],
  ['.csv', 'text/csv; charset=utf-8'],
  ['.atom', 'application/atom+xml; charset=utf-8'],
  ['.xml', 'application/xml; charset=utf-8'],
  ['.svg', 'image/svg+xml; charset=utf-8'],
  ['.wasm', 'application/wasm'],
  ['.block', 'application/octet-stream'],
  ['.png', 'image/png'],
  ['.ico', 'image/x-icon'],
]);

/** @param {string} type */
const isCompressible = (type) => !type.startsWith('image/') || type.startsWith('image/svg');

/**
 * Whether a request's Accept-Encoding allows gzip (RFC 9110, 12.5.3): named or `*`, weight not 0.
 * @param {string | undefined} header
 */
function acceptsGzip(header) {
  const weights = new Map();
  for (const part of (header ?? '').toLowerCase().split(',')) {
    const [coding, ...parameters] = part.split(';').map((piece) => piece.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    weights.set(coding, weight ? Number(weight.slice(2)) : 1);
  }
  return (weights.get('gzip') ?? weights.get('*') ?? 0) > 0;
}

/**
 * The file that a request's path names, or null: below the root, after following links.
 * @param {string} root  a real path
 * @param {string} target  the request's path and query
 */
async function findFile(root, target) {
  let path;
  try {
    path = decodeURIComponent(target.replace(/[?#].*$/s, ''));
  } catch {
    return null; // not an encoding of anything
  }
  if (path.includes('\0')) return null;
  try {
    let file = await realpath(join(root, path));
    let found = await stat(file);
    if (found.isDirectory()) {
      // Relative links on the page would go astray below a folder named without its slash.
      if (!path.endsWith('/')) return { redirect: `${encodeURI(path)}/` };
      file = await realpath(join(file, 'index.html'));
      found = await stat(file);
    }
    const isInside = file === root || file.startsWith(root.endsWith(sep) ? root : root + sep);
    return isInside && found.isFile() ? { file, size: found.size, changed: found.mtime } : null;
  } catch {
    return null;
  }
}

/**
 * Starts serving; resolves once connections are accepted.
 * @param {object} options
 * @param {string} options.root  the folder to serve
 * @param {number} [options.port]  0 (the default) takes a free one
 * @param {number} [options.delayMs]  waits this long before each answer, as a slow network does
 * @returns {Promise<{url: string, close: () => Promise<void>}>}  rejects when the port is taken
 *   or the root is not there
 */
export async function startServer({ root, port = 0, delayMs = 0 }) {
  const realRoot = realpathSync(root);
  const server = createServer(async (request, response) => {
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
    /** @type {Record<string, string | number>} */
    const headers = { 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff' };
    /** @param {number} status @param {string} text */
    const answer = (status, text) => {
      const type = 'text/plain; charset=utf-8';
      response.writeHead(status, { ...headers, 'Content-Type': type }).end(`${text}\n`);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      headers.Allow = 'GET, HEAD';
      return answer(405, 'Only GET and HEAD');
    }
    const found = await findFile(realRoot, request.url ?? '/');
    if (!found) return answer(404, 'Not found');
    if ('redirect' in found) {
      headers.Location = /** @type {string} */ (found.redirect).replace(/^\/+/, '/');
      return answer(301, 'Moved');
    }
    const type = typeOfExtension.get(extname(found.file).toLowerCase());
    headers['Content-Type'] = type ?? 'application/octet-stream';
    headers['Last-Modified'] = found.changed.toUTCString();
    const isGzip = isCompressible(headers['Content-Type']);
    const useGzip = isGzip && acceptsGzip(String(request.headers['accept-encoding'] ?? ''));
    const etag = `W/"${found.size.toString(36)}-${found.changed.getTime().toString(36)}"`;
    headers.ETag = etag;
    if (isGzip) headers.Vary = 'Accept-Encoding';
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, headers).end();
      return undefined;
    }
    if (useGzip) headers['Content-Encoding'] = 'gzip';
    else headers['Content-Length'] = found.size;
    response.writeHead(200, headers);
    if (request.method === 'HEAD') {
      response.end();
      return undefined;
    }
    const file = createReadStream(found.file);
    // The status line is gone by now: breaking the connection is the one way to say it failed.
    file.on('error', () => response.destroy());
    response.on('close', () => file.destroy());
    // Long files as hosts of pages do it: the last hundredth would take twice the time.
    const level = found.size > 1_000_000 ? 6 : 9;
    if (useGzip) file.pipe(createGzip({ level })).pipe(response);
    else file.pipe(response);
    return undefined;
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://localhost:${address.port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function main() {
  const root = process.argv[2];
  const port = Number(process.argv[3] ?? 8080);
  if (!root || !Number.isInteger(port) || port < 0 || port > 65535) {
    console.error('usage: node serve.mjs ROOT [PORT]');
    process.exit(2);
  }
  try {
    const server = await startServer({ root, port });
    console.log(`Lamplight is at ${server.url} (Ctrl-C stops it)`);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => server.close().then(() => process.exit(0)));
    }
  } catch (error) {
    const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
    const taken = `port ${port} is taken by another program; choose one with --port N`;
    console.error(`serve: ${code === 'EADDRINUSE' ? taken : message}`);
    process.exit(1);
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await main();
}
