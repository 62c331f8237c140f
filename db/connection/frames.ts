/**
 * What two processes that speak PostgreSQL's protocol still owe each other, read from the bytes
 * that pass (postgresql.org/docs/current/protocol-message-formats.html). Pure but for its own
 * count.
 */
export type Frames = {
  /** The bytes to send: without what an earlier connection had left before the greeting. */
  send(chunk: Buffer): Buffer;
  receive(chunk: Buffer): void;
  /** Whether the server has yet to answer anything. */
  isOwed(): boolean;
  /**
   * Whether it has refused to write, or has said since it was greeted that it writes no more, as
   * one does that is not the primary any more.
   */
  isReadOnly(): boolean;
};

const kind = { sync: 0x53, query: 0x51, ready: 0x5a, error: 0x45, status: 0x53 };
const greeting = 196_608;

/** What a server reports of itself, unasked, when it changes. */
const demotions = ['default_transaction_read_only\0on\0', 'in_hot_standby\0on\0'];

/** One connection from its first byte on. */
export const createFrames = (): Frames => {
  let isGreeted = false;
  let owed = 0;
  let isReadOnly = false;
  let isReady = false;
  const readReceived = splitter((type, body) => {
    if (type === kind.ready) {
      owed--;
      isReady = true;
    }
    if (type === kind.status && isReady && demotions.includes(body.toString('latin1')))
      isReadOnly = true;
    if (type === kind.error && body.includes('\0C25006\0', 0, 'latin1')) isReadOnly = true;
  });
  return {
    send: (chunk) => {
      const sent = isGreeted ? chunk : fromGreeting(chunk);
      if (!isGreeted) {
        isGreeted = true;
        owed = 1;
        return sent;
      }
      eachFrame(sent, (type) => {
        if (type === kind.sync || type === kind.query) owed++;
      });
      return sent;
    },
    receive: readReceived,
    isOwed: () => owed > 0,
    isReadOnly: () => isReadOnly,
  };
};

/** postgres.js keeps what it could not write when a connection ended, and puts it in front. */
const fromGreeting = (chunk: Buffer): Buffer => {
  let at = 0;
  while (at + 8 <= chunk.length) {
    if (chunk.readInt32BE(at + 4) === greeting && chunk.readInt32BE(at) === chunk.length - at)
      return chunk.subarray(at);
    at += 1 + chunk.readInt32BE(at + 1);
  }
  return chunk;
};

/** Frames of PostgreSQL have a byte that says what they are, and four that say how long. */
const eachFrame = (chunk: Buffer, read: (type: number, frame: Buffer) => void): Buffer => {
  let at = 0;
  while (at + 5 <= chunk.length) {
    const end = at + 1 + chunk.readInt32BE(at + 1);
    if (end > chunk.length) break;
    read(chunk[at] as number, chunk.subarray(at + 5, end));
    at = end;
  }
  return chunk.subarray(at);
};

/** Frames may come in pieces. Only the rest of one that is cut is kept. */
const splitter = (read: (type: number, frame: Buffer) => void) => {
  let pieces: Buffer[] = [];
  let held = 0;
  let wanted = 5;
  return (chunk: Buffer): void => {
    pieces.push(chunk);
    held += chunk.length;
    if (held < wanted) return;
    const rest = eachFrame(pieces.length === 1 ? chunk : Buffer.concat(pieces), read);
    pieces = rest.length === 0 ? [] : [rest];
    held = rest.length;
    wanted = held < 5 ? 5 : 1 + rest.readInt32BE(1);
  };
};
