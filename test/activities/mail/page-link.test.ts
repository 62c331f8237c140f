import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Mail, MailAnswer, MailProvider } from '../../../activities/mail/provider.ts';
import { sendMail } from '../../../activities/mail/send.ts';
import { toWholeMessage } from '../../../api/mail/message-answer.ts';
import { replaceLink } from '../../../db/backorder/link.ts';
import type { Db } from '../../../db/client.ts';
import { findMessage } from '../../../db/mail/messages.ts';
import { type LinkSecrets, signPageToken } from '../../../db/page/page-token.ts';
import { brandOf } from '../../../emails/parts/brand.ts';
import { createLexicon } from '../../../emails/words/lexicon.ts';
import { mailKeyLifeMs } from '../../../workflows/domain/payment/attempt.ts';
import { place } from '../../db/cast.ts';
import { freshDatabase } from '../../db/fresh.ts';
import { dayZero } from '../../support/cast.ts';

const older = 'o'.repeat(32);
const newer = 'n'.repeat(32);

let db: Db;
beforeAll(async () => {
  db = await freshDatabase({ max: 4 });
});
afterAll(() => db.close());

/** Sends the order's confirmation by a provider that answers so; returns the mail it was given. */
const send = async (orderId: string, secrets: LinkSecrets, answer: MailAnswer): Promise<Mail> => {
  const given: Mail[] = [];
  const provider: MailProvider = {
    ...{ name: 'resend', keyLifeMs: mailKeyLifeMs },
    send: async (mail) => {
      given.push(mail);
      return answer;
    },
  };
  const perform = sendMail({
    ...{ db, provider, from: 'Lantern & Co <orders@lantern.test>' },
    shop: brandOf({ name: 'Lantern & Co' }),
    lexicon: createLexicon(),
    links: { publicUrl: 'http://meanwhile.test', secrets },
  });
  const money = { captured: 0, givenBack: 0, chargedBack: 0, voided: 0, owed: 0 };
  await perform({
    ...{ orderId, at: dayZero, view: null },
    effect: {
      ...{ type: 'sendMail', lane: 'mail', subject: 'confirmation', turn: '', next: null },
      ...{ until: null, deadlineAt: null, isSuspended: false },
      message: {
        ...{ key: 'confirmation', kind: 'confirmation', dueAt: dayZero, about: {} },
        promise: { on: null },
        money: { ...money, refundedAt: null, isUnmatched: false },
      },
    },
  }).catch(() => undefined);
  const [mail] = given;
  if (mail === undefined) throw new Error('no mail was sent');
  return mail;
};

const stored = async (orderId: string) => {
  const found = await findMessage(db.sql, { orderId, key: 'confirmation' });
  if (found === undefined) throw new Error('no mail was stored');
  return found;
};

const sent: MailAnswer = { outcome: 'accepted', providerId: 're_1' };

it('a mail leads to the page, and the stored one nowhere', async () => {
  await place(db, { once: ['LAMP:1'] });
  const mail = await send('once', [older], sent);
  const token = signPageToken([older], { orderId: 'once', version: 1 });
  for (const text of [mail.html, mail.text]) {
    expect(text).toContain(`http://meanwhile.test/b/${token}`);
    expect(text).not.toContain('__PAGE_TOKEN__');
  }
  const message = await stored('once');
  expect(JSON.stringify(message)).not.toContain(token);
  expect(message.mail?.text).toContain('http://meanwhile.test/b/__PAGE_TOKEN__');
  expect(toWholeMessage(message, [older])).toMatchObject({ html: mail.html, text: mail.text });
});

it('every try sends the same bytes, also while a secret is rolled and the link replaced', async () => {
  await place(db, { again: ['LAMP:1'] });
  const first = await send('again', [older], { outcome: 'unknown' });
  await replaceLink(db, { orderId: 'again', actId: 'a', by: 'support' });
  const second = await send('again', [newer, older], sent);
  expect(second).toEqual(first);
});
