import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eraseOrder } from '../../../db/backorder/erase.ts';
import type { Db } from '../../../db/client.ts';
import { hashOf, sha256 } from '../../../db/law/chain.ts';
import { appendEvidence, findHead, listEvidence } from '../../../db/law/evidence.ts';
import { inTransaction } from '../../../db/transaction.ts';
import type { Said } from '../../../workflows/domain/backorder/mail.ts';
import type { EvidenceNote } from '../../../workflows/domain/law/evidence.ts';
import { noticeOf } from '../../../workflows/domain/law/record.ts';
import { ada, day, dayZero } from '../../support/cast.ts';
import { empty, place, promisedOn } from '../cast.ts';
import { freshDatabase } from '../fresh.ts';
import { putMail } from '../mail/put-mail.ts';
import { tablesWith } from '../tables-with.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase();
});
beforeEach(async () => {
  await db.sql`truncate messages`;
  await empty(db);
  await place(db, { A: ['LAMP:1'], B: ['LAMP:1'] });
});
afterAll(() => db.close());

const append = (orderId: string, ...notes: EvidenceNote[]) =>
  inTransaction(db, (sql) => appendEvidence(sql, orderId, notes));

const dataOf = async (...notes: EvidenceNote[]) => {
  await append('A', ...notes);
  return (await listEvidence(db.sql, 'A')).map(({ data }) => data);
};

const checkout: EvidenceNote = {
  ...{ key: 'promise/checkout', at: dayZero, type: 'promise', promiseId: 'checkout' },
  ...{ on: promisedOn, statedAt: dayZero },
};

const refund = (n: number): EvidenceNote => ({
  ...{ key: `refund/${n}`, at: day(n), type: 'refund', intentId: 'i1', amount: n, by: 'us' },
});

const expectChain = async (orderId: string) => {
  const entries = await listEvidence(db.sql, orderId);
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
  expect(entries.map(({ previous }) => previous)).toEqual(
    entries.map((_, index) => entries[index - 1]?.hash ?? null),
  );
  for (const entry of entries) expect(entry.hash).toBe(hashOf(entry));
  return entries;
};

describe('the evidence of an order', () => {
  test('is a chain of its own, and says whose it is', async () => {
    await append('A', checkout, refund(1));
    await append('B', refund(2));
    await append('A', refund(3));
    const entries = await expectChain('A');
    expect(entries).toHaveLength(3);
    expect(entries.every(({ data }) => data.orderId === 'A')).toBe(true);
    expect(await expectChain('B')).toMatchObject([{ seq: 1, previous: null }]);
  });

  test('takes in the same thing once, however often it is said', async () => {
    await append('A', checkout, checkout);
    const [first] = await expectChain('A');
    await append('A', { ...checkout, at: day(9) }, refund(1));
    expect((await expectChain('A'))[0]).toEqual(first);
    expect(await listEvidence(db.sql, 'A')).toHaveLength(2);
  });

  test('stays one chain when many write at once, some of them the same', async () => {
    const notes = Array.from({ length: 12 }, (_, n) => refund(n % 9));
    await Promise.all(notes.map((note) => append('A', checkout, note)));
    expect(await expectChain('A')).toHaveLength(10);
  });

  test('has nothing of a transaction that was lost, and all of it once it is repeated', async () => {
    const lost = inTransaction(db, async (sql) => {
      await appendEvidence(sql, 'A', [checkout, refund(1)]);
      throw new Error('the worker died');
    });
    await expect(lost).rejects.toThrow('the worker died');
    expect(await listEvidence(db.sql, 'A')).toEqual([]);
    await append('A', checkout, refund(1));
    expect(await expectChain('A')).toHaveLength(2);
  });

  test('is none for an order that nobody knows', async () => {
    await append('gone', refund(1));
    expect(await listEvidence(db.sql, 'gone')).toEqual([]);
  });

  test('names its last entry to whoever knows one before it, and to nobody who knows another', async () => {
    expect(await findHead(db.sql, 'A', null)).toBeNull();
    await append('A', checkout, refund(1));
    const [first, last] = await listEvidence(db.sql, 'A');
    const head = { seq: 2, hash: last?.hash };
    expect(await findHead(db.sql, 'A', null)).toEqual(head);
    expect(await findHead(db.sql, 'A', { seq: 1, hash: first?.hash ?? '' })).toEqual(head);
    expect(await findHead(db.sql, 'A', { seq: 2, hash: first?.hash ?? '' })).toBeNull();
    await db.sql`truncate evidence`;
    await append('A', refund(2), refund(3));
    expect(await findHead(db.sql, 'A', { seq: 1, hash: first?.hash ?? '' })).toBeNull();
  });
});

describe('an entry says what was kept under the ids of its note', () => {
  const said: Said = {
    kind: 'delay-answer',
    about: { answer: 'accepted', until: '2027-02-01', at: dayZero },
  };

  const haveMail = async () => {
    const id = await putMail(db, 'A', { said, key: 'delay-answer:w1', to: 'Old@Example.org' });
    const text = `Hello ADA,\nold@example.org or ada@example.org: https://x.test/b/__PAGE_TOKEN__/answer`;
    await db.sql`update messages set mail = ${db.sql.json({ text })} where id = ${id}`;
    return id;
  };

  test('a promise its basis and its reason', async () => {
    await db.sql`
      update promises set basis = 'Ada called about 8812', reason = 'see https://x.test, Ada'`;
    expect(await dataOf(checkout)).toEqual([
      {
        ...{ orderId: 'A', promiseId: 'checkout', on: promisedOn, statedAt: dayZero },
        ...{ basis: '{name} called about 8812', reason: 'see {link}, {name}' },
      },
    ]);
  });

  test('a notice its text, without name, addresses and links', async () => {
    const messageId = await haveMail();
    expect(await dataOf(noticeOf('delay-answer:w1', day(9)))).toEqual([
      {
        ...{ orderId: 'A', messageId, kind: 'delay-answer', about: said.about },
        text: 'Hello {name},\n{address} or {address}: {link}',
      },
    ]);
    // Its time is that of the mail, whoever tells of it first.
    expect((await listEvidence(db.sql, 'A'))[0]?.at).toBe(dayZero);
  });

  test('a notice nothing of the name that it was written with, if theirs has changed since', async () => {
    const id = await putMail(db, 'A', { said, key: 'delay-answer:w1' });
    const mail = { text: 'Hello Augusta,\nAda and Augusta', greets: 'Augusta' };
    await db.sql`update messages set mail = ${db.sql.json(mail)} where id = ${id}`;
    expect(await dataOf(noticeOf('delay-answer:w1', day(9)))).toMatchObject([
      { text: 'Hello {name},\n{name} and {name}' },
    ]);
  });

  test('a receipt and an answer the mail that they are about', async () => {
    const messageId = await haveMail();
    const receipt: EvidenceNote = {
      ...{ key: 'receipt/e1', at: day(1), type: 'receipt', mail: 'delay-answer:w1' },
      ...{ event: 'email.delivered', status: 'delivered', toldAt: day(1) },
    };
    const answer: EvidenceNote = {
      ...{ key: 'answer/w1', at: day(2), type: 'answer', answer: 'accepted', until: 'open' },
      ...{ channel: 'phone', receivedAt: day(1), notice: 'delay-answer:w1' },
    };
    expect(await dataOf(receipt, answer)).toEqual([
      {
        ...{ orderId: 'A', messageId, kind: 'delay-answer', event: 'email.delivered' },
        ...{ status: 'delivered', toldAt: day(1) },
      },
      {
        ...{ orderId: 'A', answer: 'accepted', until: 'open', channel: 'phone' },
        ...{ receivedAt: day(1), noticeId: messageId },
      },
    ]);
  });

  test('a shipment the scan, and its tracking number as a hash', async () => {
    await db.sql`
      insert into shipments (order_id, shipment_id, carrier, tracking, scanned_at, body_hash, status)
      values ('A', 's1', 'UPS', '1Z999', ${day(3)}, 'b', 'accepted')`;
    const lines = [{ lineId: '1', quantity: 1 }];
    const note = { key: 'shipment/s1', at: day(3), type: 'shipment', shipmentId: 's1' } as const;
    expect(await dataOf({ ...note, lines })).toEqual([
      {
        ...{ orderId: 'A', shipmentId: 's1', lines, carrier: 'UPS', scannedAt: day(3) },
        trackingHash: sha256('1Z999'),
      },
    ]);
  });

  test('a cancellation when it was asked for, and a refund its currency', async () => {
    await db.sql`
      insert into cancellations (order_id, cancel_id, by, reason, requested_at)
      values ('A', 'c1', 'customer', 'Ada fell ill', ${day(2)})`;
    const lines = [{ lineId: '1', quantity: 1 }];
    const cancelled: EvidenceNote = {
      ...{ key: 'cancellation/c1', at: day(3), type: 'cancellation', cancelId: 'c1' },
      ...{ by: 'customer', cause: null, endedOn: null, lines, refundBy: null },
    };
    expect(await dataOf(cancelled, refund(5))).toEqual([
      {
        ...{ orderId: 'A', cancelId: 'c1', by: 'customer', cause: null, endedOn: null, lines },
        ...{ requestedAt: day(2), refundBy: null },
      },
      { orderId: 'A', intentId: 'i1', by: 'us', amount: { amount: 5, currency: 'USD' } },
    ]);
  });

  test('what is gone by then it does not say', async () => {
    const [data] = await dataOf(noticeOf('delay-notice:p9', day(1)));
    expect(data).toEqual({ orderId: 'A', messageId: null, kind: null, about: null, text: null });
  });

  test('nothing of the person, so that it stands when they are erased', async () => {
    await haveMail();
    await append('A', checkout, noticeOf('delay-answer:w1', day(1)));
    const before = await expectChain('A');
    for (const personal of [ada.email, 'old@example.org', 'Hello Ada', '__PAGE_TOKEN__']) {
      expect(await tablesWith(db, personal)).not.toContain('evidence');
    }
    await eraseOrder(db, 'A');
    expect(await listEvidence(db.sql, 'A')).toEqual(before);
  });
});
