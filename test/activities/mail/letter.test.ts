import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendLetter } from '../../../activities/mail/letter.ts';
import type { Mail, MailAnswer } from '../../../activities/mail/provider.ts';
import { eraseOrder } from '../../../db/backorder/erase.ts';
import { findBackorder } from '../../../db/backorder/read.ts';
import type { Db } from '../../../db/client.ts';
import { addressKeyOf } from '../../../db/mail/address-key.ts';
import { listOwedLetters, type NewLetter, oweLetter } from '../../../db/mail/letters.ts';
import { findMessageById } from '../../../db/mail/messages.ts';
import { signAddressToken } from '../../../db/page/address-token.ts';
import { mailOf } from '../../../db/page/page-link.ts';
import { signPageToken } from '../../../db/page/page-token.ts';
import { listTimeline } from '../../../db/record/timeline.ts';
import { brandOf } from '../../../emails/parts/brand.ts';
import { createLexicon } from '../../../emails/words/lexicon.ts';
import type { Said } from '../../../workflows/domain/backorder/mail.ts';
import { skipWords } from '../../../workflows/domain/desk/mail-reasons.ts';
import { sentenceOf } from '../../../workflows/domain/desk/sentence.ts';
import type { OnlyTo } from '../../../workflows/domain/mail/trial.ts';
import { mailKeyLifeMs } from '../../../workflows/domain/payment/attempt.ts';
import { goTo, say } from '../../api/page/cast.ts';
import { place } from '../../db/cast.ts';
import { freshDatabase } from '../../db/fresh.ts';
import { ada, day, dayZero } from '../../support/cast.ts';

const secret = 's'.repeat(32);
const changeId = '0f8fad5b-d9cb-469f-a165-70867728950e';
const accepted: MailAnswer = { outcome: 'accepted', providerId: 're_1' };

let db: Db;
beforeAll(async () => {
  db = await freshDatabase({ max: 4 });
});
afterAll(() => db.close());

const owe = async (orderId: string, letter: Partial<NewLetter> & Said): Promise<string> => {
  await place(db, { [orderId]: ['LAMP:1'] });
  const owed = await oweLetter(db.sql, {
    ...{ orderId, key: `${letter.kind}:1`, at: dayZero },
    ...letter,
  });
  return owed.id;
};

const link: Said = { kind: 'status-link', about: {} };

/** Sends it by a provider that answers so; returns how it ended and what the provider was given. */
const send = async (
  orderId: string,
  messageId: string,
  { answer = accepted, onlyTo }: { answer?: MailAnswer; onlyTo?: OnlyTo } = {},
) => {
  const given: { mail: Mail; key: string }[] = [];
  const perform = sendLetter({
    ...{ db, from: 'Lantern & Co <orders@lantern.test>', onlyTo },
    provider: {
      ...{ name: 'resend', keyLifeMs: mailKeyLifeMs },
      send: async (mail, { idempotencyKey }) => {
        given.push({ mail, key: idempotencyKey });
        return answer;
      },
    },
    shop: brandOf({ name: 'Lantern & Co' }),
    lexicon: createLexicon(),
    links: { publicUrl: 'http://meanwhile.test', secrets: [secret] },
  });
  const end = await perform({ orderId, messageId, kind: 'status-link' }).catch(
    ({ message }: Error) => message,
  );
  return { end, given };
};

const stored = (orderId: string, id: string) => findMessageById(db.sql, { orderId, id });

const raised = async (orderId: string) =>
  (await findBackorder(db.sql, orderId))?.raised.map(({ code }) => code);

describe('a letter', () => {
  it('goes out once, to the address and with the link of that moment', async () => {
    const id = await owe('once', link);
    const { end, given } = await send('once', id);
    expect(end).toBe('sent');
    const token = signPageToken([secret], { orderId: 'once', version: 1 });
    expect(given[0]?.mail).toMatchObject({ to: ada.email });
    expect(given[0]?.mail.text).toContain(`http://meanwhile.test/b/${token}`);
    expect(given[0]?.key).toBe(`once/status-link:1/${id}`);
    expect(await send('once', id)).toEqual({ end: 'sent', given: [] });
    expect(JSON.stringify(await stored('once', id))).not.toContain(token);
    expect((await listTimeline(db.sql, 'once')).map(({ summary }) => summary)).toContain(
      'Mail “Link to the order’s page”: sent',
    );
  });

  it('is owed once under one key', async () => {
    const id = await owe('owed', link);
    const again = await oweLetter(db.sql, {
      ...{ orderId: 'owed', key: 'status-link:1', at: day(1) },
      ...link,
    });
    expect(again.id).toBe(id);
    const owed = await listOwedLetters(db.sql, { except: [], limit: 10 });
    expect(owed).toContainEqual({ id, orderId: 'owed', kind: 'status-link' });
    expect(await listOwedLetters(db.sql, { except: [id], limit: 10 })).not.toContainEqual(
      expect.objectContaining({ id }),
    );
  });

  it('has the same bytes and the same key at every try', async () => {
    const id = await owe('tries', link);
    const first = await send('tries', id, { answer: { outcome: 'unknown' } });
    expect(first.end).toBe('outcome_unknown');
    await db.sql`update orders set email = 'new@example.org', link_version = 2
      where order_id = 'tries'`;
    const second = await send('tries', id);
    expect(second.given).toEqual(first.given);
    expect(second.end).toBe('sent');
  });

  it('waits for a provider that is busy, as if nothing had been sent', async () => {
    const id = await owe('busy', link);
    const answer: MailAnswer = { outcome: 'later', retryAfterMs: 1_000 };
    expect((await send('busy', id, { answer })).end).toBe('provider_busy');
    expect(await stored('busy', id)).toMatchObject({ decision: 'owed', firstAttemptAt: null });
  });

  it('asks for a person when the provider never takes it', async () => {
    const id = await owe('refused', link);
    await goTo(db, 'refused', day(400));
    const { end } = await send('refused', id, { answer: { outcome: 'refused', code: 'bad' } });
    expect(end).toBe('failed');
    expect(await stored('refused', id)).toMatchObject({ decision: 'failed', reason: 'bad' });
    expect(await raised('refused')).toEqual(['mail_failed']);
    const at = (await stored('refused', id))?.at ?? '';
    expect(at > day(399)).toBe(true);
  });

  it('is never sent blindly once its key is dead', async () => {
    const id = await owe('lost', link);
    await send('lost', id, { answer: { outcome: 'unknown' } });
    await db.sql`update messages set first_attempt_at = now() - interval '25 hours'
      where id = ${id}`;
    expect(await send('lost', id)).toEqual({ end: 'unknown', given: [] });
    expect(await raised('lost')).toEqual(['mail_unknown']);
  });

  it('says how things stand after the end of its order', async () => {
    const id = await owe('ended', {
      kind: 'refunded',
      about: { intentId: 'i1', amount: 4_200, share: 'all', by: 'us', upTo: 4_200 },
    });
    await say(db, 'ended', { outcome: 'cancelled' });
    const { given } = await send('ended', id);
    expect(given[0]?.mail.text).toContain('$42.00');
  });
});

describe('the mail that confirms an address', () => {
  it('goes there, opens no page, and names nobody', async () => {
    const to = 'new@example.org';
    const id = await owe('confirm', { to, kind: 'address-confirm', about: { changeId } });
    const { given } = await send('confirm', id);
    const { html = '', text = '', to: sentTo } = given[0]?.mail ?? {};
    expect(sentTo).toBe(to);
    const token = signAddressToken([secret], changeId);
    for (const part of [html, text]) {
      expect(part).toContain(`http://meanwhile.test/a/${token}`);
      expect(part).not.toContain('/b/');
      expect(part).not.toContain('__');
      expect(part).not.toContain(ada.name);
    }
    const message = await stored('confirm', id);
    expect(JSON.stringify(message)).not.toContain(token);
    expect(message && mailOf(message, [secret])?.text).toBe(text);
  });

  it('leads the old address to no page either', async () => {
    const id = await owe('changed', { to: 'old@example.org', kind: 'address-changed', about: {} });
    const { given } = await send('changed', id);
    expect(given[0]?.mail.to).toBe('old@example.org');
    expect(given[0]?.mail.text).toContain('http://meanwhile.test/find');
    expect(given[0]?.mail.text).not.toContain('/b/');
  });
});

describe('a letter that is not sent', () => {
  it.each<[string, OnlyTo, string]>([
    ['outside-trial', ['@lantern.test'], 'skipped'],
    ['inside-trial', ['ADA@example.org'], 'sent'],
  ])('to those who take no part in a trial: %s', async (orderId, onlyTo, expected) => {
    const id = await owe(orderId, link);
    const { end, given } = await send(orderId, id, { onlyTo });
    expect(end).toBe(expected);
    expect(given).toHaveLength(expected === 'sent' ? 1 : 0);
    if (expected === 'sent') return;
    expect(await stored(orderId, id)).toMatchObject({ decision: 'skipped', reason: 'trial' });
    expect((await listTimeline(db.sql, orderId)).map(({ summary }) => summary)).toContain(
      `Mail “Link to the order’s page”: not sent. ${sentenceOf(skipWords.trial)}`,
    );
  });

  it.each([
    ['suppressed', 'countdown', 'skipped'],
    ['unsubscribed', 'countdown', 'skipped'],
    ['suppressed', 'status-link', 'sent'],
    ['unsubscribed', 'status-link', 'sent'],
    ['content', 'countdown', 'sent'],
  ] as const)('because its reader is %s, as far as they may be: %s', async (wish, kind, end) => {
    const orderId = `${wish}-${kind}`;
    const to = `${orderId}@example.org`;
    const id = await owe(orderId, { kind, about: {}, to });
    const key = addressKeyOf(to);
    if (wish === 'suppressed') {
      await db.sql`insert into suppressions (address_key, reason) values (${key}, 'bounced')`;
    }
    await db.sql`
      insert into mail_preferences (address_key, updates, changed_at, by)
      values (${key}, ${wish !== 'unsubscribed'}, now(), 'page')`;
    expect((await send(orderId, id)).end).toBe(end);
    expect(await stored(orderId, id)).toMatchObject({ reason: end === 'sent' ? null : wish });
  });

  it('because the customer was forgotten', async () => {
    const id = await owe('erased', { ...link, to: 'somebody@example.org' });
    await eraseOrder(db, 'erased');
    expect(await send('erased', id)).toEqual({ end: 'skipped', given: [] });
    expect(await stored('erased', id)).toMatchObject({ reason: 'erased', to: null });
  });
});
