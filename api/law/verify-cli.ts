import { readFileSync } from 'node:fs';
import { verifyEvidence } from './verify.ts';

/** `npm run verify-evidence -- FILE`: needs the file, and neither database nor network. */

const usage = `npm run verify-evidence -- FILE

FILE is what GET /v1/backorders/{orderId}/evidence answered. Ends with 0 if all of it is right, with
1 if something in it was changed, and with 2 if it cannot be read.
`;

const exits = { right: 0, wrong: 1, unreadable: 2 } as const;

const read = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

const [file, ...others] = process.argv.slice(2);
const text = file === undefined || others.length > 0 ? undefined : read(file);
if (text === undefined) {
  process.stderr.write(file === undefined ? usage : 'There is no such file that can be read.\n');
  process.exitCode = exits.unreadable;
} else {
  const { is, says } = verifyEvidence(text);
  const stream = is === 'right' ? process.stdout : process.stderr;
  stream.write(`${says.join('\n')}\n`);
  process.exitCode = exits[is];
}
