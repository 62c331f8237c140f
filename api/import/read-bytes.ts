import type { Hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { problem } from '../http/problem.ts';

/**
 * The bytes of an upload as they come, hashed on their way. Refuses more than `maxBytes`, a byte 0,
 * and whatever is not UTF-8.
 */
export async function* readBytes(
  body: ReadableStream<Uint8Array>,
  { maxBytes, hash }: { maxBytes: number; hash: Hash },
): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge(maxBytes);
    checkText(decoder, chunk);
    hash.update(chunk);
    yield* inSlices(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
  }
  checkText(decoder);
}

const sliceBytes = 64 * 1024;

/** With a turn for others between: a parser works through what it is given in one go. */
export async function* inSlices(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += sliceBytes) {
    if (at > 0) await setImmediate();
    yield bytes.subarray(at, at + sliceBytes);
  }
}

export const tooLarge = (maxBytes: number) =>
  problem('payload_too_large', { detail: `A file has at most ${maxBytes / 1024 / 1024} MB.` });

/** Without a chunk: that the last character is complete. */
const checkText = (decoder: InstanceType<typeof TextDecoder>, chunk?: Uint8Array): void => {
  if (chunk?.includes(0)) throw notText('It has a byte 0, which no text has.');
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
  } catch {
    throw notText('It is not in UTF-8. Save it as CSV in UTF-8.');
  }
};

const notText = (detail: string) =>
  problem('invalid_request', { detail, errors: [{ pointer: '', detail }] });
