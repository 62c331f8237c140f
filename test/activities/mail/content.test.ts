import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderMessage } from '../../../activities/mail/render.ts';
import type { Db } from '../../../db/client.ts';
import { saveShopOrder } from '../../../db/connector/orders.ts';
import { addressKeyOf } from '../../../db/mail/address-key.ts';
import { storeMail } from '../../../db/mail/decisions.ts';
import { getMailFacts } from '../../../db/mail/facts.ts';
import { recordPromise } from '../../../db/promise/promises.ts';
import { putProduct } from '../../../db/storefront/products.ts';
import { brandOf } from '../../../emails/parts/brand.ts';
import { createLexicon } from '../../../emails/words/lexicon.ts';
import type { OutgoingMail } from '../../../workflows/domain/backorder/mail.ts';
import { addDays, addMs, hourMs } from '../../../workflows/domain/time.ts';
import { ofShop } from '../../api/page/cast.ts';
import { place, promisedOn } from '../../db/cast.ts';
import { freshDatabase } from '../../db/fresh.ts';
import { ada, day, dayZero } from '../../support/cast.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase({ max: 4 });
});
afterAll(() => db.close());

const noMoney = {
  ...{ captured: 0, givenBack: 0, chargedBack: 0, voided: 0, owed: 0 },
  ...{ refundedAt: null, isUnmatched: false },
};

type Own = Pick<OutgoingMail, 'kind' | 'about'> & { key?: string };
type Covers = { orderId: string; key: string }[];

const messageOf = (own: Own, on: string | null): OutgoingMail =>
  ({ key: own.kind, dueAt: dayZero, promise: { on }, money: noMoney, ...own }) as OutgoingMail;

/** The mail as it goes out then, from what the database holds. */
const render = async (
  orderId: string,
  own: Own,
  {
    on = promisedOn,
    at = dayZero,
    covers = [],
  }: { on?: string | null; at?: string; covers?: Covers } = {},
) => {
  const facts = await getMailFacts(db.sql, orderId);
  const links = { publicUrl: 'http://meanwhile.test', secrets: ['s'.repeat(32)] as const };
  const shop = brandOf({ name: 'Lantern & Co' });
  return renderMessage(
    { db, shop, lexicon: createLexicon(), links: { ...links, secrets: [...links.secrets] } },
    { facts, message: messageOf(own, on), at, covers },
  );
};

const move = (orderId: string, lineId: string, from: string, to: string, units: number) => db.sql`
  update lines set ${db.sql(from)} = ${db.sql(from)} - ${units}, ${db.sql(to)} = ${db.sql(to)} + ${units}
  where order_id = ${orderId} and line_id = ${lineId}`;

const countdown: Own = { kind: 'countdown', about: {} };
const excitement: Own = { kind: 'excitement', about: {} };

describe('a mail of what the ledger holds', () => {
  it('calls an order of a shop what the shop calls it', async () => {
    await place(db, { 'shop:77': ['LAMP:1'] });
    await saveShopOrder(db.sql, ofShop('shop:77', { number: '1021' }));
    const { subject, text } = await render('shop:77', { kind: 'confirmation', about: {} });
    expect(subject).toContain('1021');
    expect(text).not.toContain('shop:77');
  });

  it('neither names nor counts what was cancelled or has shipped', async () => {
    await place(db, { counts: ['LAMP:3', 'RUG:1'] });
    await move('counts', '1', 'waiting', 'cancelled', 1);
    await move('counts', '1', 'waiting', 'shipped', 1);
    await move('counts', '2', 'waiting', 'cancelled', 1);
    const { text } = await render('counts', countdown);
    expect(text).toContain('- 1 × LAMP (LAMP), $129.00\n');
    expect(text).not.toContain('RUG');
    // A third of the lamps' share of the shipping: 900 minor units over four lines of 12 900.
    expect(text).toContain('Shipping: $2.25\nTotal of what is still to come: $131.25');
  });

  it('calls what is set aside, kept for the whole order or not, set aside', async () => {
    await place(db, { here: ['LAMP:3'] });
    await move('here', '1', 'waiting', 'kept', 1);
    await move('here', '1', 'waiting', 'leased', 1);
    expect((await render('here', countdown)).text).toContain('2 items are set aside for you');
  });

  it('names the other orders that it counts down for, by what they still wait for', async () => {
    await place(db, { one: ['LAMP:1'], other: ['RUG:1', 'CHAIR:1'] });
    await move('other', '1', 'waiting', 'shipped', 1);
    const covers = [{ orderId: 'other', key: 'countdown' }];
    const { text } = await render('one', countdown, { covers });
    expect(text).toContain('Also for you on the same day:\n- Order other: CHAIR\n');
  });

  it('counts days where the order ships to', async () => {
    await place(
      db,
      { west: ['LAMP:1'] },
      { shipTo: { country: 'US', region: 'HI', postalCode: null } },
    );
    const at = `${addDays(promisedOn, -1)}T05:00:00.000Z`;
    const { subject } = await render('west', countdown, { at });
    expect(subject).toContain('2 days to go');
  });
});

describe('the stories of a wait', () => {
  const lamp = {
    ...{ sku: 'LAMP', title: 'Brass lamp', url: null, imageUrl: null },
    ...{ backorderLimit: null, handlingDays: 0 },
    highlights: ['One piece of brass.', { title: 'The wick', text: 'Woven by hand.' }],
    related: [{ title: 'Polish', url: 'https://shop.test/polish' }],
  };

  /** Sends the next one, as far as the database knows. */
  const next = async (orderId: string, nth: number) => {
    const own = { ...excitement, key: `excitement:${nth}` };
    const mail = await render(orderId, own);
    await storeMail(db.sql, {
      ...{ orderId, key: own.key, kind: 'excitement', class: 'relationship' },
      ...{ at: day(nth), dueAt: day(nth), pageLink: { version: 1, signer: 's' } },
      ...{ about: own as OutgoingMail, covers: [], addressKey: addressKeyOf(ada.email) },
      mail: { from: 'f', to: ada.email, headers: {}, tags: [], ...mail },
    });
    return mail.text;
  };

  it('are told one a mail, and never twice, whatever the shop changes meanwhile', async () => {
    await putProduct(db.sql, { product: lamp, bodyHash: '1' });
    await place(db, { told: ['LAMP:1'] });
    expect(await next('told', 1)).toContain('\nOne piece of brass.\n');
    await putProduct(db.sql, {
      product: { ...lamp, highlights: ['New.', ...lamp.highlights].toReversed() },
      bodyHash: '2',
    });
    expect(await next('told', 2)).toContain('\nThe wick\nWoven by hand.\n');
    expect(await next('told', 3)).toContain('\nNew.\n');
    const last = await next('told', 4);
    expect(last).toContain('We have no new story to tell');
    expect(last).not.toMatch(/One piece|Woven|New\./);
  });

  it('come with other products only for who agreed, and has not taken it back', async () => {
    const customer = { ...ada, marketingConsent: true };
    await place(db, { no: ['LAMP:1'] });
    await place(db, { yes: ['LAMP:1'] }, { customer });
    expect((await render('no', excitement)).text).not.toContain('Polish');
    expect((await render('yes', excitement)).text).toContain('- Polish: https://shop.test/polish');
    await db.sql`insert into mail_preferences (address_key, offers, changed_at, by)
      values (${addressKeyOf(ada.email)}, false, now(), 'page')
      on conflict (address_key) do update set offers = false, changed_at = now()`;
    expect((await render('yes', excitement)).text).not.toContain('Polish');
  });
});

describe('the delay notice', () => {
  const moved = async (orderId: string, promiseId: string) => {
    await place(db, { [orderId]: ['LAMP:1'] });
    const reason = 'The ship is late.';
    await recordPromise(db.sql, orderId, {
      ...{ promiseId, on: '2027-03-01', basis: 'supplier', reason, statedAt: dayZero },
    });
    const change = { before: promisedOn };
    const about = { units: [{ lineId: '1', quantity: 1 }], promiseId, change };
    const { text } = await render(orderId, { kind: 'delay-notice', about }, { on: '2027-03-01' });
    return text;
  };

  it('gives the reason that a person gave, and keeps that of the system to itself', async () => {
    const byHand = await moved('by-hand', 'p1');
    expect(byHand).toContain('The reason: The ship is late.');
    expect(byHand).toContain('Waiting for stock again:\n- 1 × ');
    expect(await moved('by-supply', 'supply/s1/2')).not.toContain('The reason');
  });

  const law = {
    ...({ policy: 'us', kind: 'first_undated', silence: 'cancels' } as const),
    ...{ newOn: null, before: promisedOn, answerOn: addDays(promisedOn, 30) },
    ...{ deadlineOn: addDays(promisedOn, 30), isEssential: false, isPeriodOver: false },
  };
  type LawCase = { promiseId?: string; reason?: string; before?: string | null };

  /** A notice that counts in law, of an order whose date is gone. */
  const inLaw = async (orderId: string, given: LawCase = {}, own: object = law) => {
    const { promiseId = 'p1', reason = '', before = promisedOn } = given;
    await recordPromise(db.sql, orderId, {
      ...{ promiseId, on: null, basis: 'supplier', reason, statedAt: dayZero },
    });
    const change = { before, isSupply: false };
    const about = { units: [], promiseId, change, law: own } as OutgoingMail['about'];
    const message = { kind: 'delay-notice', about } as Own;
    return (await render(orderId, message, { on: null })).text;
  };

  it.each([
    ['said', { reason: 'The kiln has cracked.' }, 'The reason: The kiln has cracked.'],
    ['unsaid', {}, 'the stock that it waits for has not arrived'],
    ['ours', { promiseId: 'law/2027-01-15/tell', reason: 'x' }, 'for has not arrived'],
    ['supply', { promiseId: 'supply/s1/3', reason: 'x' }, 'does not arrive when we had been told'],
    ['place', { promiseId: 'place/4', reason: 'x' }, 'set aside for it are no longer available'],
  ])('gives a reason wherever the law asks for one: %s', async (orderId, given, reason) => {
    await place(db, { [orderId]: ['LAMP:1'] });
    expect(await inLaw(orderId, given)).toContain(reason);
  });

  it('names no date as told that only the law counts from', async () => {
    await place(db, { untold: ['LAMP:1'] });
    const text = await inLaw('untold', { before: null });
    expect(text).toContain('The new date: Not known yet');
    expect(text).not.toContain('January 15, 2027');
  });

  it('says what becomes of the money by what was paid', async () => {
    await place(db, { vaulted: ['LAMP:1'], deposit: ['LAMP:1'] });
    await db.sql`update orders set paid_upfront = 5000 where order_id = 'deposit'`;
    expect(await inLaw('vaulted')).toMatch(/is canceled\. Nothing has been charged for it/);
    expect(await inLaw('deposit')).toMatch(/is canceled\. Everything you have paid for it/);
  });

  it('knows when the day of delivery is over, at ship-to', async () => {
    await place(db, { missed: ['LAMP:1'], coming: ['LAMP:1'] });
    const informs = { ...law, policy: 'eu', kind: 'informs', silence: 'none', answerOn: null };
    const today = dayZero.slice(0, 10);
    expect(await inLaw('coming', {}, { ...informs, deadlineOn: today })).toContain(
      'not arrived by',
    );
    const missed = { ...informs, deadlineOn: addDays(today, -1) };
    expect(await inLaw('missed', {}, missed)).toContain('You can now give us a last date');
  });

  it('names of the units taken back only those that still wait', async () => {
    await place(db, { again: ['LAMP:2'] });
    await move('again', '1', 'waiting', 'leased', 1);
    const about = { units: [{ lineId: '1', quantity: 2 }], promiseId: null, change: null };
    const { text } = await render('again', { kind: 'delay-notice', about });
    expect(text).toContain('Waiting for stock again:\n- 1 × ');
  });
});

it('the withdrawal covers all but what was cancelled before it', async () => {
  await place(db, { left: ['VASE:3', 'RUG:1'] });
  await move('left', '1', 'waiting', 'cancelled', 1);
  const about = { at: dayZero, shipped: 'nothing' };
  const own = { kind: 'withdrawal', about, key: 'withdrawal:withdraw/1' } as Own;
  const covered = 'Your withdrawal covers:\n- 2 × VASE (VASE)\n- 1 × RUG (RUG)\n';
  expect((await render('left', own)).text).toContain(covered);
  await move('left', '1', 'waiting', 'cancelled', 2);
  await move('left', '2', 'waiting', 'cancelled', 1);
  await db.sql`insert into cancellations (order_id, cancel_id, by, lines, requested_at)
    values ('left', 'withdraw/1', 'customer', ${db.sql.json([
      { lineId: '1', quantity: 2 },
      { lineId: '2', quantity: 1 },
    ])}, ${dayZero})`;
  expect((await render('left', own)).text).toContain(covered);
});

it('the ready-to-ship mail names what has not left yet', async () => {
  await place(db, { ready: ['LAMP:2'] });
  await move('ready', '1', 'waiting', 'firm', 1);
  await move('ready', '1', 'waiting', 'shipped', 1);
  const about = { leaseId: 'l', units: [{ lineId: '1', quantity: 2 }] };
  const at = addMs(dayZero, hourMs);
  const { subject, text } = await render('ready', { kind: 'ready-to-ship', about }, { at });
  expect(subject).toBe('The rest of your order ready is ready to ship');
  expect(text).toContain('Ready to ship:\n- 1 × ');
});
