import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findProblem } from '../../../api/http/problem.ts';
import { readBytes } from '../../../api/import/read-bytes.ts';
import { readRecords } from '../../../api/import/read-records.ts';

const megabyte = 1024 * 1024;

/** Reads a file that comes in pieces of so many bytes. */
const read = async (file: string | Uint8Array, pieceBytes = 7) => {
  const bytes = Buffer.from(file);
  let at = 0;
  let isCancelled = false;
  const body = new ReadableStream<Uint8Array>({
    pull: (stream) => {
      if (at >= bytes.length) return stream.close();
      stream.enqueue(bytes.subarray(at, at + pieceBytes));
      at += pieceBytes;
    },
    cancel: () => {
      isCancelled = true;
    },
  });
  const hash = createHash('sha256');
  const lines: (string | number)[][] = [];
  try {
    const records = readRecords(readBytes(body, { maxBytes: 2 * megabyte, hash }));
    for await (const { line, cells } of records) lines.push([line, ...cells]);
    return { lines };
  } catch (error) {
    const { code, errors, detail } = findProblem(error) ?? { code: String(error) };
    return { lines, code, errors, detail, isCancelled, read: at };
  }
};

describe('the lines of a file', () => {
  it.each([
    [
      'plain',
      'a,b\n1,2\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'without a last line break',
      'a\n1',
      [
        [1, 'a'],
        [2, '1'],
      ],
    ],
    [
      'of Windows, with a byte order mark',
      '\ufeffa,b\r\n1,2\r\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'with semicolons',
      'a;b\r\n"1,5";2\r\n',
      [
        [1, 'a', 'b'],
        [2, '1,5', '2'],
      ],
    ],
    [
      'with a semicolon in a cell',
      'a,b\n1;2,3\n',
      [
        [1, 'a', 'b'],
        [2, '1;2', '3'],
      ],
    ],
    [
      'with quotes',
      'a,b\n"1,""x""",2\n',
      [
        [1, 'a', 'b'],
        [2, '1,"x"', '2'],
      ],
    ],
    [
      'with empty lines',
      'a\n\n1\n\n\n2\n',
      [
        [1, 'a'],
        [3, '1'],
        [6, '2'],
      ],
    ],
    [
      'with line breaks in cells',
      'a,b\r\n"1\r\n2\r\n3",x\r\n"4\n",y\r\n5,z\r\n',
      [
        [1, 'a', 'b'],
        [2, '1\r\n2\r\n3', 'x'],
        [5, '4\n', 'y'],
        [7, '5', 'z'],
      ],
    ],
    [
      'of other letters',
      'a\nÄöß→🪑\n',
      [
        [1, 'a'],
        [2, 'Äöß→🪑'],
      ],
    ],
    ['that is empty', '', []],
  ] as const)('are read from a file %s', async (_name, file, lines) => {
    for (const pieceBytes of [1, 3, 1000])
      expect((await read(file, pieceBytes)).lines).toEqual(lines);
  });

  it.each([
    ['a quote that is never closed', 'a,b\n1,2\n3,"4\n5,6\n', '/3', /never closed/],
    ['text after a closing quote', 'a,b\n1,"2"3\n', '/2', /doubled/],
    ['a quote in the middle of a cell', 'a,b\n1,2\n1,5" nail\n', '/3', /quote/],
    ['a cell too many', 'a,b\n1,2,3\n', '/2', /more or fewer/],
    ['a cell too few', 'a,b\n\n1\n', '/3', /more or fewer/],
    ['a byte 0', 'a\n1\0\n', '', /byte 0/],
    ['Latin-1', Buffer.from('a\nä\n', 'latin1'), '', /UTF-8/],
    ['half a character at its end', Buffer.from('a\nä').subarray(0, 3), '', /UTF-8/],
    ['UTF-16', Buffer.from('\ufeffa\n1\n', 'utf16le'), '', /UTF-8|byte 0/],
  ] as const)('are refused with %s', async (_name, file, pointer, detail) => {
    const { code, errors } = await read(file);
    expect(code).toBe('invalid_request');
    expect(errors).toEqual([{ pointer, detail: expect.stringMatching(detail) }]);
  });

  it.each([
    ['one line that goes on and on', `a\n${'x'.repeat(megabyte)}`, 'invalid_request'],
    ['a first line that does', 'x'.repeat(megabyte), 'invalid_request'],
    ['a quote that swallows the rest', `a\n"${'x\n'.repeat(megabyte / 2)}`, 'invalid_request'],
    ['more than a file may have', `a\n${'x\n'.repeat(1.5 * megabyte)}`, 'payload_too_large'],
  ])('end with %s, and no more of it is read', async (_name, file, code) => {
    const answer = await read(file, 64 * 1024);
    expect(answer.code).toBe(code);
    expect(answer.isCancelled).toBe(true);
    if (code === 'invalid_request') expect(answer.read).toBeLessThan(0.75 * megabyte);
  });
});
