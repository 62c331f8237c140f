import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Mail, MailAnswer } from '../../../activities/mail/provider.ts';
import { sendSpecimen } from '../../../activities/mail/specimen.ts';
import { eraseOrder } from '../../../db/backorder/erase.ts';
import type { Db } from '../../../db/client.ts';
import { askForSpecimen, findSpecimen, type NewSpecimen } from '../../../db/mail/specimens.ts';
import { pageTokenPlaceholder, unsubscribePlaceholder } from '../../../db/page/page-link.ts';
import { brandOf } from '../../../emails/parts/brand.ts';
import { createLexicon } from '../../../emails/words/lexicon.ts';
import type { OnlyTo } from '../../../workflows/domain/mail/trial.ts';
import { mailKeyLifeMs } from '../../../workflows/domain/payment/attempt.ts';
import { place } from '../../db/cast.ts';
import { freshDatabase } from '../../db/fresh.ts';
import { putMail } from '../../db/mail/put-mail.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase({ max: 4 });
});
afterAll(() => db.close());

const accepted: MailAnswer = { outcome: 'accepted', providerId: 're_1' };

let asked = 0;

/** Another operator's each time, so that none has asked for too many. */
const ask = async (changes: Partial<NewSpecimen> = {}): Promise<string> => {
  const specimenId = `S${++asked}`;
  await askForSpecimen(db, {
    ...{ specimenId, operatorId: `op-${asked}`, to: 'ops@shop.example', kind: 'shipped' },
    mail: { subject: 'It left', html: '<p>It left</p>', text: 'It left' },
    ...{ orderId: null, messageId: null, ...changes },
  });
  return specimenId;
};

/** Sends it by a provider that answers so; how it ended, and what the provider was given. */
const send = async (
  specimenId: string,
  { answer = accepted, onlyTo, keyLifeMs = mailKeyLifeMs }: Sending = {},
) => {
  const given: { mail: Mail; key: string }[] = [];
  const perform = sendSpecimen({
    ...{ db, from: 'Lantern & Co <orders@lantern.test>', onlyTo },
    provider: {
      ...{ name: 'resend', keyLifeMs },
      send: async (mail, { idempotencyKey }) => {
        given.push({ mail, key: idempotencyKey });
        return answer;
      },
    },
    shop: { ...brandOf({ name: 'Lantern & Co' }), replyTo: 'help@lantern.test' },
    lexicon: createLexicon(),
    links: { publicUrl: 'http://meanwhile.test', secrets: ['s'.repeat(32)] },
  });
  const end = await perform({ specimenId, kind: 'shipped' }).catch(({ message }: Error) => message);
  const row = await findSpecimen(db.sql, specimenId);
  return { end, given, row };
};

type Sending = { answer?: MailAnswer; onlyTo?: OnlyTo; keyLifeMs?: number };

describe('a mail that an operator wants to see', () => {
  it('goes out once, says that it is a test, and is not kept', async () => {
    const id = await ask();
    const { end, given, row } = await send(id);
    expect(end).toBe('sent');
    expect(given).toMatchObject([
      {
        key: `specimen/${id}`,
        mail: {
          ...{ to: 'ops@shop.example', subject: '[Test] It left' },
          ...{ from: 'Lantern & Co <orders@lantern.test>', html: '<p>It left</p>' },
          headers: { 'Reply-To': 'help@lantern.test' },
        },
      },
    ]);
    expect(row).toMatchObject({ decision: 'sent', mail: null });
    expect(await send(id)).toMatchObject({ end: 'sent', given: [] });
    expect(await db.sql`select from messages union all select from suppressions`).toHaveLength(0);
  });

  it('is pursued under the same key while its outcome is lost', async () => {
    const id = await ask();
    const lost = await send(id, { answer: { outcome: 'unknown' } });
    expect([lost.end, lost.row?.decision]).toEqual(['outcome_unknown', 'owed']);
    expect(await send(id)).toMatchObject({ end: 'sent', given: [{ key: `specimen/${id}` }] });
  });

  it('is given up once the key is dead, and by a mail server at once', async () => {
    const id = await ask();
    await send(id, { answer: { outcome: 'unknown' } });
    await db.sql`update specimens set first_attempt_at = now() - interval '2 days'
      where specimen_id = ${id}`;
    expect(await send(id)).toMatchObject({ end: 'unknown', given: [] });
    const other = await ask();
    const end = await send(other, { answer: { outcome: 'unknown' }, keyLifeMs: 0 });
    expect(end.row?.decision).toBe('unknown');
  });

  it('comes again when the provider is busy, as if it had not been tried', async () => {
    const id = await ask();
    const { end, row } = await send(id, { answer: { outcome: 'later', retryAfterMs: 9_000 } });
    expect([end, row?.decision, row?.firstAttemptAt]).toEqual(['provider_busy', 'owed', null]);
  });

  it('is refused with the reason of the provider', async () => {
    const { row } = await send(await ask(), { answer: { outcome: 'refused', code: 'no_such' } });
    expect(row).toMatchObject({ decision: 'failed', reason: 'no_such' });
  });

  it('reaches nobody else in a trial', async () => {
    const { row, given } = await send(await ask(), { onlyTo: ['@lantern.test'] });
    expect([row?.decision, row?.reason, given]).toEqual(['skipped', 'trial', []]);
  });
});

describe('a copy of a mail that was sent', () => {
  const copy = async (orderId: string): Promise<string> => {
    await place(db, { [orderId]: ['LAMP:1'] });
    const messageId = await putMail(db, orderId, {});
    const html = `<a href="/b/${pageTokenPlaceholder}">x</a><a href="/u/${unsubscribePlaceholder}">`;
    await db.sql`update messages set mail = ${db.sql.json({
      ...{ from: 'x', to: 'ada@example.org', subject: 'S', html, text: html, tags: [] },
      headers: { 'List-Unsubscribe': `<http://x/u/${unsubscribePlaceholder}>` },
    })} where id = ${messageId}`;
    return ask({ mail: null, orderId, messageId });
  };

  it('opens nothing and unsubscribes nobody', async () => {
    const { given } = await send(await copy('C1'));
    expect(given).toMatchObject([{ mail: { to: 'ops@shop.example', subject: '[Test] S' } }]);
    const sent = JSON.stringify(given);
    expect(sent).not.toMatch(/TOKEN__|List-Unsubscribe|ada@example\.org/);
  });

  it('is not sent once the order is erased', async () => {
    const id = await copy('C2');
    await eraseOrder(db, 'C2');
    const { row, given } = await send(id);
    expect([row?.decision, row?.reason, given]).toEqual(['skipped', 'erased', []]);
  });
});
