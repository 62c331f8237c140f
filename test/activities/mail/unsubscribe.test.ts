import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { toMessageAnswer, toWholeMessage, withoutMail } from '../../../api/mail/message-answer.ts';
import type { Db } from '../../../db/client.ts';
import { addressKeyOf } from '../../../db/mail/address-key.ts';
import { findMessage } from '../../../db/mail/messages.ts';
import { findAddress, unsubscribeTokenOf } from '../../../db/mail/unsubscribe.ts';
import type { LinkSecrets } from '../../../db/page/page-token.ts';
import type { MessageKind } from '../../../workflows/domain/backorder/message-kind.ts';
import { place } from '../../db/cast.ts';
import { freshDatabase } from '../../db/fresh.ts';
import { tablesWith } from '../../db/tables-with.ts';
import { ada } from '../../support/cast.ts';
import { sendKind } from './outgoing.ts';

const older = 'o'.repeat(32);
const newer = 'n'.repeat(32);

let db: Db;
beforeAll(async () => {
  db = await freshDatabase({ max: 4 });
});
// One address hears one thing a day.
beforeEach(() => db.sql`truncate messages`);
afterAll(() => db.close());

const tokenOf = (secrets: LinkSecrets) => unsubscribeTokenOf(secrets, addressKeyOf(ada.email));

const send = async (
  orderId: string,
  kind: MessageKind,
  options: Partial<Parameters<typeof sendKind>[0]> = {},
) => {
  await place(db, { [orderId]: ['LAMP:1'] });
  return sendKind({ db, orderId, kind, secrets: [older], ...options });
};

const stored = async (orderId: string, key: MessageKind) => {
  const found = await findMessage(db.sql, { orderId, key });
  if (found === undefined) throw new Error('no mail was stored');
  return found;
};

it.each(['countdown', 'excitement', 'check-in'] as const)(
  'a mail of kind %s says how to unsubscribe by one click',
  async (kind) => {
    const mail = await send(`one-${kind}`, kind);
    const link = `http://meanwhile.test/u/${tokenOf([older])}`;
    expect(mail.headers).toEqual({
      'List-Unsubscribe': `<${link}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'List-ID': '<updates.meanwhile.test>',
    });
    for (const text of [mail.html, mail.text]) expect(text).toContain(link);
    expect(link).not.toContain(ada.email);
  },
);

it('service mail says nothing of it', async () => {
  const mail = await send('service', 'confirmation');
  expect(mail.headers).toEqual({});
  expect(`${mail.html}${mail.text}`).not.toContain('/u/');
  expect(`${mail.html}${mail.text}`).not.toContain('__UNSUBSCRIBE_TOKEN__');
});

it('where a mailbox takes it, it says how to unsubscribe by a mail', async () => {
  const unsubscribeMailbox = 'leave+a&b@lantern.test';
  const { headers } = await send('mailbox', 'countdown', { unsubscribeMailbox });
  const token = tokenOf([older]);
  expect(headers['List-Unsubscribe']).toBe(
    `<http://meanwhile.test/u/${token}>, <mailto:leave%2Ba%26b@lantern.test?subject=${token}>`,
  );
});

it('the token that went out is known, and nowhere to be read', async () => {
  await send('known', 'countdown');
  const token = tokenOf([older]);
  expect(await findAddress(db.sql, token)).toMatchObject({ addressKey: addressKeyOf(ada.email) });
  expect(await tablesWith(db, token)).toEqual([]);
});

it('every try has the same headers, also while a secret is rolled', async () => {
  const first = await send('again', 'countdown', { answer: { outcome: 'unknown' } });
  const second = await sendKind({
    ...{ db, orderId: 'again', kind: 'countdown', secrets: [newer, older] },
  });
  expect(second).toEqual(first);
});

it('a mail whose secret is gone has a link that works all the same', async () => {
  await send('gone', 'countdown', { answer: { outcome: 'unknown' } });
  await sendKind({ db, orderId: 'gone', kind: 'countdown', secrets: [newer] });
  expect(await findAddress(db.sql, tokenOf([newer]))).toBeDefined();
});

it('only those who see what mails say are answered with the link', async () => {
  await send('answered', 'countdown');
  const message = await stored('answered', 'countdown');
  const whole = toWholeMessage(message, [older]);
  expect(whole.headers?.['List-Unsubscribe']).toContain(tokenOf([older]));
  for (const answer of [toMessageAnswer(message), withoutMail(whole), message])
    expect(JSON.stringify(answer)).not.toContain(tokenOf([older]));
});
