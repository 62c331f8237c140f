import { describe, expect, it } from 'vitest';
import { withDefaults } from '../../../../api/backorder/checkout/new-order.ts';
import { checkout } from '../../../../api/backorder/checkout/schema.ts';
import { checkoutBody, mandateUpTo, usd } from './checkout-body.ts';

const now = '2026-11-23T10:00:00.000Z';
const line = { sku: 'LAMP-BRASS', quantity: 1, unitPrice: usd(12_900) };

/** Where a body is wrong, as dotted paths. */
const errorsOf = (changes: Record<string, unknown>): string[] =>
  (checkout.safeParse(checkoutBody(changes)).error?.issues ?? []).flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => [...issue.path, key].join('.'))
      : [issue.path.join('.')],
  );

const parsed = (changes: Record<string, unknown> = {}) => checkout.parse(checkoutBody(changes));

const asking = (maximum: ReturnType<typeof usd>, more: object = {}) => ({
  ...{ terms: 'on_shipment', ask: { mandate: { text: 'Later', version: '1', maximum } } },
  ...more,
});

describe('the terms of a checkout', () => {
  const deposit = (amount: unknown, maximum = 13_800) => ({
    ...mandateUpTo(maximum),
    terms: 'deposit',
    deposit: { amount, paymentIntentId: 'pi_1' },
  });
  const prepaid = { terms: 'prepaid', customerId: 'cus_1', paymentIntentId: 'pi_1' };

  it('may be a deposit, with a mandate for no more than the balance', () => {
    expect(errorsOf({ payment: deposit(usd(3_800), 10_000) })).toEqual([]);
    expect(errorsOf({ payment: deposit(usd(3_800), 9_999) })).toEqual([
      'payment.mandate.maximum.amount',
    ]);
  });

  it.each([0, 13_800, 99_999])('refuse a deposit of %i for an order of 13 800', (amount) => {
    expect(errorsOf({ payment: deposit(usd(amount)) })).toEqual(['payment.deposit.amount.amount']);
  });

  it('refuse a deposit whose balance is less than cards can be charged', () => {
    expect(errorsOf({ payment: deposit(usd(13_750)) })).toEqual([]);
    expect(errorsOf({ payment: deposit(usd(13_751)) })).toEqual(['payment.deposit.amount.amount']);
  });

  it('may be all of it at once, however little', () => {
    const lines = [{ ...line, unitPrice: usd(1) }];
    expect(errorsOf({ lines, shipping: undefined, payment: prepaid })).toEqual([]);
  });

  it('refuse a deposit for an order that costs nothing', () => {
    const lines = [{ ...line, unitPrice: usd(0) }];
    expect(errorsOf({ lines, shipping: undefined, payment: deposit(usd(1)) })).toEqual([
      'payment.deposit.amount.amount',
    ]);
  });

  it('name every other currency, that of the deposit and the mandate too', () => {
    const payment = deposit({ amount: 3_800, currency: 'EUR' });
    payment.mandate.maximum.currency = 'GBP';
    expect(errorsOf({ payment })).toEqual([
      'payment.deposit.amount.currency',
      'payment.mandate.maximum.currency',
    ]);
  });

  it('name all that a deposit lacks at once', () => {
    expect(errorsOf({ payment: { terms: 'deposit', deposit: { amount: usd(0) } } })).toEqual([
      'payment.customerId',
      'payment.paymentMethodId',
      'payment.mandate',
      'payment.deposit.paymentIntentId',
      'payment.deposit.amount.amount',
    ]);
  });

  it('may be all of it at once; when all of it is nothing, nothing is to be paid', () => {
    expect(errorsOf({ payment: prepaid })).toEqual([]);
    const lines = [{ ...line, unitPrice: usd(0) }];
    const body = { lines, shipping: undefined, payment: prepaid };
    expect(errorsOf(body)).toEqual([]);
    expect(withDefaults(parsed(body), now).payment).toEqual({
      ...{ terms: 'none', customerId: null, paymentMethodId: null, mandate: null, upfront: null },
    });
  });

  it.each([
    { name: 'with no customer yet', customer: {} },
    { name: 'of a customer that is known', customer: { customerId: 'cus_1' } },
  ])('may leave card and consent to the page: $name', ({ customer }) => {
    const payment = asking(usd(13_800), customer);
    expect(errorsOf({ payment })).toEqual([]);
    expect(
      withDefaults(parsed({ payment }), now, { askDays: 9, excitementControl: 0 }).payment,
    ).toEqual({
      ...{ terms: 'on_shipment', customerId: null, paymentMethodId: null, upfront: null },
      ...customer,
      mandate: { ...payment.ask.mandate, acceptedAt: null },
      askDays: 9,
    });
  });

  it('refuse what is asked for and given at once, and too small a mandate', () => {
    const { paymentMethodId, mandate } = mandateUpTo(13_800);
    const payment = { ...asking(usd(13_799)), paymentMethodId, mandate };
    expect(errorsOf({ payment })).toEqual([
      'payment.paymentMethodId',
      'payment.mandate',
      'payment.ask.mandate.maximum.amount',
    ]);
    const foreign = asking({ amount: 13_800, currency: 'EUR' });
    expect(errorsOf({ payment: foreign })).toEqual(['payment.ask.mandate.maximum.currency']);
    expect(errorsOf({ payment: { ask: { mandate: { text: 'x' } } } })).toEqual([
      'payment.ask.mandate.version',
      'payment.ask.mandate.maximum',
    ]);
  });

  it('may be paid to the shop, by a name of its own', () => {
    const payment = { terms: 'prepaid', heldBy: 'shop', reference: 'till 7' };
    expect(errorsOf({ payment })).toEqual([]);
    expect(withDefaults(parsed({ payment }), now).payment).toMatchObject({
      ...{ terms: 'prepaid', customerId: null },
      upfront: { amount: 13_800, reference: 'till 7' },
    });
    expect(errorsOf({ payment: { terms: 'prepaid', heldBy: 'shop' } })).toEqual([
      'payment.reference',
    ]);
    expect(errorsOf({ payment: { ...prepaid, reference: 'till 7' } })).toEqual([
      'payment.reference',
    ]);
    expect(errorsOf({ payment: { ...prepaid, ...payment } })).toEqual([
      'payment.customerId',
      'payment.paymentIntentId',
    ]);
  });

  it('are none only where there is nothing to pay, and always there', () => {
    const payment = { terms: 'none' };
    expect(errorsOf({ payment })).toEqual(['payment.terms']);
    const gift = { lines: [{ ...line, unitPrice: usd(0) }], shipping: undefined };
    const held = { terms: 'prepaid', heldBy: 'shop', reference: 'x' };
    for (const each of [payment, mandateUpTo(0), held, asking(usd(0)), deposit(usd(0))]) {
      expect(errorsOf({ ...gift, payment: each })).toEqual([]);
      expect(withDefaults(parsed({ ...gift, payment: each }), now).payment.terms).toBe('none');
    }
  });

  it('take no card and no mandate where nothing is left to charge', () => {
    const { paymentMethodId, mandate } = mandateUpTo(1);
    expect(errorsOf({ payment: { ...prepaid, paymentMethodId, mandate } })).toEqual([
      'payment.paymentMethodId',
      'payment.mandate',
    ]);
  });

  it('take no deposit where nothing was paid', () => {
    const payment = { ...deposit(usd(0)), terms: 'on_shipment' };
    expect(errorsOf({ payment })).toEqual(['payment.deposit']);
  });

  it('are refused when nobody knows them', () => {
    expect(errorsOf({ payment: { ...prepaid, terms: 'instalments' } })).toEqual(['payment.terms']);
  });

  it('decide what was paid upfront', () => {
    const order = (payment: object) => withDefaults(parsed({ payment }), now).payment;
    expect(order(mandateUpTo(13_800))).toMatchObject({ terms: 'on_shipment', upfront: null });
    expect(order(deposit(usd(3_800)))).toMatchObject({
      terms: 'deposit',
      paymentMethodId: 'pm_1',
      upfront: { amount: 3_800, intentId: 'pi_1' },
    });
    expect(order(prepaid)).toEqual({
      terms: 'prepaid',
      customerId: 'cus_1',
      paymentMethodId: null,
      mandate: null,
      upfront: { amount: 13_800, intentId: 'pi_1' },
    });
  });
});
