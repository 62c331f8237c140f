import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '../../../db/client.ts';
import {
  type Deciding,
  decideMessage,
  recordSkipped,
  storeEnd,
  storeHeld,
  storeMail,
} from '../../../db/mail/decisions.ts';
import { findMessage, type Message, noteMailCall } from '../../../db/mail/messages.ts';
import { listTimeline } from '../../../db/record/timeline.ts';
import type { OutgoingMail } from '../../../workflows/domain/backorder/mail.ts';
import { day, dayZero } from '../../support/cast.ts';
import { empty, place } from '../cast.ts';
import { freshDatabase } from '../fresh.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  await empty(db);
  await db.sql`truncate messages`;
  await place(db, { A: ['LAMP:1'] });
});

const about = { key: 'k', kind: 'countdown' } as OutgoingMail;
const deciding: Deciding = {
  ...{ orderId: 'A', key: 'k', kind: 'countdown', class: 'relationship' },
  ...{ at: dayZero, dueAt: dayZero, about, addressKey: 'a' },
};

const mail = {
  ...{ from: 'x', to: 'y', subject: 's', html: 'h', text: 't' },
  headers: {},
  tags: [],
};
const covers = [{ orderId: 'B', key: 'k' }];

const send = () =>
  storeMail(db.sql, { ...deciding, mail, covers, pageLink: { version: 1, signer: '' } });
const hold = () => storeHeld(db.sql, { ...deciding, until: day(1), reason: 'capped' });
const skip = () => recordSkipped(db, [{ ...deciding, reason: 'superseded' }]);
const merge = () =>
  storeEnd(db.sql, { ...deciding, decision: 'merged', reason: 'merged', mergedInto: null });
const end = (message: Message, decision: 'sent' | 'failed') =>
  decideMessage(db, { message, decision, reason: null, providerId: null, at: day(1) });

const row = () => findMessage(db.sql, { orderId: 'A', key: 'k' });

const told = async () => (await listTimeline(db.sql, 'A')).map(({ type }) => type).slice(1);

describe('a message', () => {
  it('that is held may be held again, sent, merged or skipped', async () => {
    const held = await hold();
    await hold();
    expect(await row()).toMatchObject({ decision: 'held', reason: 'capped', heldUntil: day(1) });
    const sending = await send();
    expect(sending).toMatchObject({ id: held.id, reason: null, heldUntil: null, covers });
    await hold();
    expect(await row()).toMatchObject({ decision: 'held', mail: null, to: null, covers: [] });
    await skip();
    expect(await row()).toMatchObject({
      decision: 'skipped',
      reason: 'superseded',
      heldUntil: null,
    });
    expect(await told()).toEqual(['MailHeld', 'MailSkipped']);
  });

  it('that may have gone out stands as it was stored', async () => {
    const message = await send();
    await noteMailCall(db.sql, message.id);
    for (const change of [hold, skip, merge, send]) await change();
    expect(await row()).toMatchObject({ decision: 'sending', mail, covers });
    await end(message, 'sent');
    await end(message, 'failed');
    for (const change of [hold, skip, merge, send]) await change();
    expect(await row()).toMatchObject({ decision: 'sent', at: day(1) });
    expect(await told()).toEqual(['MailDecided']);
  });

  it('that was merged or skipped is over', async () => {
    await merge();
    for (const change of [hold, skip, send]) await change();
    expect(await row()).toMatchObject({ decision: 'merged', mail: null });
    expect(await told()).toEqual(['MailMerged']);
  });
});
