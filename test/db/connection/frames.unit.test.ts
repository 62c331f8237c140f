import { describe, expect, it } from 'vitest';
import { createFrames } from '../../../db/connection/frames.ts';

const frame = (type: string, body = ''): Buffer => {
  const bytes = Buffer.alloc(5 + body.length);
  bytes.write(type, 0, 'latin1');
  bytes.writeInt32BE(4 + body.length, 1);
  bytes.write(body, 5, 'latin1');
  return bytes;
};

const greeting = Buffer.from([0, 0, 0, 14, 0, 3, 0, 0, 0x75, 0, 0x6d, 0, 0, 0]);
const ready = frame('Z', 'I');

const greeted = () => {
  const frames = createFrames();
  frames.send(greeting);
  frames.receive(Buffer.concat([frame('R', '\0\0\0\0'), ready]));
  return frames;
};

describe('what a server owes', () => {
  it('is its first answer, once it is greeted', () => {
    const frames = createFrames();
    frames.send(greeting);
    expect(frames.isOwed()).toBe(true);
    frames.receive(ready);
    expect(frames.isOwed()).toBe(false);
  });

  it('is an answer to each statement, those sent in one go too', () => {
    const frames = greeted();
    const ask = Buffer.concat([frame('P', 'select'), frame('B'), frame('E'), frame('S')]);
    frames.send(Buffer.concat([ask, ask]));
    frames.receive(Buffer.concat([frame('1'), frame('D', 'Z'), ready]));
    expect(frames.isOwed()).toBe(true);
    frames.receive(ready);
    expect(frames.isOwed()).toBe(false);
  });

  it('is told from bytes that come one by one', () => {
    const frames = greeted();
    frames.send(frame('Q', 'select 1'));
    for (const byte of Buffer.concat([frame('D', 'one'), frame('C', 'SELECT 1')]))
      frames.receive(Buffer.from([byte]));
    expect(frames.isOwed()).toBe(true);
    for (const byte of ready) frames.receive(Buffer.from([byte]));
    expect(frames.isOwed()).toBe(false);
  });

  it('forgets what an earlier connection left unsent', () => {
    const frames = createFrames();
    const left = Buffer.concat([frame('Q', 'rollback'), frame('P', 'x'), frame('S')]);
    expect(frames.send(Buffer.concat([left, greeting]))).toEqual(greeting);
    frames.receive(ready);
    expect(frames.isOwed()).toBe(false);
  });

  it.each([
    { said: 'SERROR\0C25006\0Mcannot execute\0\0', isReadOnly: true },
    { said: 'SERROR\0C23505\0Mduplicate 25006\0\0', isReadOnly: false },
  ])('tells a server that is read-only: $isReadOnly', ({ said, isReadOnly }) => {
    const frames = greeted();
    frames.receive(Buffer.concat([frame('E', said), ready]));
    expect(frames.isReadOnly()).toBe(isReadOnly);
  });

  it.each([
    { said: 'default_transaction_read_only\0on\0', isReadOnly: true },
    { said: 'in_hot_standby\0on\0', isReadOnly: true },
    { said: 'in_hot_standby\0off\0', isReadOnly: false },
    { said: 'application_name\0on\0', isReadOnly: false },
  ])('tells one that says so by itself: $said', ({ said, isReadOnly }) => {
    const frames = greeted();
    frames.receive(Buffer.concat([frame('S', said), ready]));
    expect(frames.isReadOnly()).toBe(isReadOnly);
  });

  it('takes one as it was when it was greeted', () => {
    const frames = createFrames();
    frames.send(greeting);
    frames.receive(Buffer.concat([frame('S', 'in_hot_standby\0on\0'), ready]));
    expect(frames.isReadOnly()).toBe(false);
  });
});
