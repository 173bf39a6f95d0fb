// A browser with a window, and keys as a keyboard gives them: for what the browser itself answers,
// as Ctrl F. Under Xvfb, with xdotool (cmake/setup.sh).
//
//     const windowed = await openWindow();
//     const page = await windowed.context.newPage();
//     await windowed.keys('ctrl+f');
//     await windowed.type('protein');
//     await windowed.close();
import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

import { launchBrowser } from './harness.mjs';

const run = promisify(execFile);

/** A display of its own. @returns {Promise<{name: string, close: () => Promise<void>}>} */
async function startDisplay() {
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1440x1000x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const output = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
  /** @type {string} */
  const number = await new Promise((resolve, reject) => {
    output.once('data', (bytes) => resolve(String(bytes).trim()));
    server.once('error', reject);
    server.once('exit', () => reject(new Error('Xvfb did not start')));
  });
  return {
    name: `:${number}`,
    close: async () => {
      server.kill();
      await ended;
    },
  };
}

export async function openWindow() {
  const display = await startDisplay();
  const env = { ...process.env, DISPLAY: display.name };
  const browser = await launchBrowser('webgl', undefined, env);
  const xdotool = (/** @type {string[]} */ ...words) => run('xdotool', words, { env });
  return {
    display: display.name,
    context: await browser.newContext({ viewport: null }),
    /** Nobody else gives the window the keyboard, without a window manager. */
    async focus() {
      const { stdout } = await xdotool('search', '--onlyvisible', '--class', 'chrom');
      await xdotool('windowfocus', '--sync', stdout.trim().split('\n').at(-1) ?? '');
    },
    /** What is held and pressed: "ctrl+f". @param {string} chord */
    keys: (chord) => xdotool('key', chord),
    /** @param {string} text */
    type: (text) => xdotool('type', '--delay', '1', text),
    async close() {
      await browser.close();
      await display.close();
    },
  };
}
