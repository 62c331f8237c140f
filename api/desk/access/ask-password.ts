import { text } from 'node:stream/consumers';

/** Asks on a terminal without showing what is typed; otherwise reads the first line of the input. */
export const askPassword = async (question: string): Promise<string> => {
  const { stdin } = process;
  if (!stdin.isTTY) return (await text(stdin)).split(/\r?\n/, 1).join();
  process.stderr.write(question);
  stdin.setRawMode(true).setEncoding('utf8').resume();
  try {
    return await typed(stdin);
  } finally {
    stdin.setRawMode(false).pause();
    process.stderr.write('\n');
  }
};

const [interrupt, endOfInput, wholeLine] = ['\x03', '\x04', '\x15'];
const ends: ReadonlySet<string> = new Set(['\r', '\n', endOfInput]);

/** A terminal that shows nothing mends nothing either, so the keys for that are heard here. */
const typed = (stdin: NodeJS.ReadStream): Promise<string> =>
  new Promise((resolve, reject) => {
    let line: string[] = [];
    const hear = (keys: string): void => {
      for (const key of keys) {
        if (ends.has(key) || key === interrupt) {
          stdin.off('data', hear);
          if (key === interrupt) reject(new Error('Nothing was changed.\n'));
          else resolve(line.join(''));
          return;
        }
        if (key === wholeLine) line = [];
        else if (key === '\x7f' || key === '\b') line.pop();
        else line.push(key);
      }
    };
    stdin.on('data', hear);
  });
