// Sites made for one test each, by the command line that a user would take.
//
//     test('...', { site: () => makeSite('hostile', { 'list.md': '# ...' }) }, ...)
//     test('...', { site: () => makeVariant('no-wasm', ['lamplight_web.wasm']) }, ...)
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { buildFolder, projectFolder } from './harness.mjs';

// Of this run alone: another may be under way.
const sitesFolder = join(buildFolder, 'test-sites', String(process.pid));
const commandLine = join(buildFolder, 'release', 'lamplight');

/**
 * @param {string} name
 * @param {Record<string, string | Buffer>} lists  file name to content; the first is the newest
 * @param {string[]} [options] of the command line
 * @returns {string}  the site's folder
 */
export function makeSite(name, lists, options = []) {
  const sources = join(sitesFolder, `${name}-lists`);
  const site = join(sitesFolder, name);
  for (const folder of [sources, site]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(sources, { recursive: true });
  for (const [file, content] of Object.entries(lists)) writeFileSync(join(sources, file), content);
  const files = Object.keys(lists).map((file) => join(sources, file));
  execFileSync(commandLine, ['site', ...files, '-o', site, ...options], {
    cwd: projectFolder,
    stdio: 'pipe',
  });
  return site;
}

/**
 * The flagship's site with some files taken out or put in another's place.
 * @param {string} name
 * @param {string[]} removed
 * @param {Record<string, string | Buffer>} [replaced]
 */
export function makeVariant(name, removed, replaced = {}) {
  const site = join(sitesFolder, name);
  rmSync(site, { recursive: true, force: true });
  cpSync(join(buildFolder, 'site'), site, { recursive: true });
  for (const file of removed) rmSync(join(site, file));
  for (const [file, content] of Object.entries(replaced)) writeFileSync(join(site, file), content);
  return site;
}

export function removeSites() {
  rmSync(sitesFolder, { recursive: true, force: true });
}
