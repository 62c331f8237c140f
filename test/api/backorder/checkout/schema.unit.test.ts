import { describe, expect, it } from 'vitest';
import { withDefaults } from '../../../../api/backorder/checkout/new-order.ts';
import { checkout } from '../../../../api/backorder/checkout/schema.ts';
import countries from '../../../vectors/countries.json' with { type: 'json' };
import addresses from '../../../vectors/mail-addresses.json' with { type: 'json' };
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

describe('a checkout', () => {
  it('is taken as the contract shows it', () => {
    expect(errorsOf({})).toEqual([]);
  });

  it.each([
    ['an id with a space', { orderId: 'a b' }, 'orderId'],
    ['an id that begins with a dot', { orderId: '.a' }, 'orderId'],
    ['an id of 65 characters', { orderId: 'a'.repeat(65) }, 'orderId'],
    ['a priority of 1001', { priority: 1001 }, 'priority'],
    ['no line', { lines: [] }, 'lines'],
    ['101 lines', { lines: Array(101).fill(line) }, 'lines'],
    ['half a unit', { lines: [{ ...line, quantity: 0.5 }] }, 'lines.0.quantity'],
    ['no unit', { lines: [{ ...line, quantity: 0 }] }, 'lines.0.quantity'],
    ['100 001 units', { lines: [{ ...line, quantity: 100_001 }] }, 'lines.0.quantity'],
    ['a SKU with a line break', { lines: [{ ...line, sku: 'A\nB' }] }, 'lines.0.sku'],
    ['a SKU of 65 characters', { lines: [{ ...line, sku: 'é'.repeat(65) }] }, 'lines.0.sku'],
    ['a title with a line break', { lines: [{ ...line, title: 'A\nB' }] }, 'lines.0.title'],
    ['an empty title', { lines: [{ ...line, title: '' }] }, 'lines.0.title'],
    ['a negative amount', { shipping: usd(-1) }, 'shipping.amount'],
    ['a fraction of a cent', { shipping: usd(0.5) }, 'shipping.amount'],
    ['an unknown currency', { shipping: { amount: 1, currency: 'ZZZ' } }, 'shipping.currency'],
    ['an unknown country', { shipTo: { country: 'XX' } }, 'shipTo.country'],
    ['a small country code', { shipTo: { country: 'us' } }, 'shipTo.country'],
    ['no email address', { customer: { email: 'ada' } }, 'customer.email'],
    ['an impossible locale', { customer: { email: 'a@b.co', locale: 'e' } }, 'customer.locale'],
    ['an unknown zone', { customer: { email: 'a@b.co', timeZone: 'Mars' } }, 'customer.timeZone'],
    [
      'an offset as zone',
      { customer: { email: 'a@b.co', timeZone: '+01:00' } },
      'customer.timeZone',
    ],
    ['a NUL in a name', { customer: { email: 'a@b.co', name: 'A\u0000' } }, 'customer.name'],
    [
      'half a character in a name',
      { customer: { email: 'a@b.co', name: '\ud800' } },
      'customer.name',
    ],
    ['an instant without offset', { placedAt: '2026-11-23T10:00:00' }, 'placedAt'],
    ['a day that does not exist', { promise: { on: '2027-02-29', basis: 'x' } }, 'promise.on'],
    ['a promise without its basis', { promise: { on: '2027-01-15' } }, 'promise.basis'],
    ['an unknown policy', { fulfilment: 'some' }, 'fulfilment'],
    ['an unknown field', { colour: 'red' }, 'colour'],
    ['an unknown field of a line', { lines: [{ ...line, colour: 'red' }] }, 'lines.0.colour'],
  ])('is refused with %s', (_name, changes, pointer) => {
    expect(errorsOf(changes)).toContain(pointer);
  });

  it('ships to every country of ISO 3166-1, and to Kosovo', () => {
    const refused = [...countries, 'XK'].filter(
      (country) => errorsOf({ shipTo: { country } }).length > 0,
    );
    expect(refused).toEqual([]);
  });

  it('takes the addresses that mail can reach, and no other', () => {
    const isRefused = ([email]: string[]) => errorsOf({ customer: { email } }).length > 0;
    expect(addresses.reachable.filter(isRefused)).toEqual([]);
    expect(addresses.unreachable.filter((address) => !isRefused(address))).toEqual([]);
  });

  it('names everything that is wrong at once, also what only several fields show', () => {
    const errors = errorsOf({
      orderId: '',
      colour: 'red',
      lines: [
        { ...line, id: 'x', quantity: 'two' },
        { ...line, id: 'x' },
      ],
      payment: mandateUpTo(1),
    });
    expect(errors).toEqual(
      expect.arrayContaining([
        'orderId',
        'colour',
        'lines.0.quantity',
        'lines.1.id',
        'payment.mandate.maximum.amount',
      ]),
    );
  });

  it('is refused when a given line id is the default of another line', () => {
    expect(errorsOf({ lines: [{ ...line, id: '2' }, line], payment: mandateUpTo(99_999) })).toEqual(
      ['lines.1.id'],
    );
  });

  it('is refused with two currencies', () => {
    expect(errorsOf({ shipping: { amount: 900, currency: 'EUR' } })).toEqual(['shipping.currency']);
  });

  it('is refused for sums that no card is charged in', () => {
    const kwd = (amount: number) => ({ amount, currency: 'KWD' });
    const payment = mandateUpTo(99_990);
    const order = (unitPrice: number, shipping: number) => ({
      lines: [{ ...line, unitPrice: kwd(unitPrice) }],
      shipping: kwd(shipping),
      payment: { ...payment, mandate: { ...payment.mandate, maximum: kwd(99_990) } },
    });
    expect(errorsOf(order(3_330, 10))).toEqual([]);
    expect(errorsOf(order(3_333, 5))).toEqual(['lines.0.unitPrice.amount', 'shipping.amount']);
  });

  it.each([
    ['USD', 50],
    ['GBP', 30],
    ['JPY', 50],
    ['HUF', 17_500],
    ['COP', 1],
  ])('is refused in %s when all of it is less than cards can be charged', (currency, least) => {
    const order = (amount: number) => {
      const price = { amount, currency };
      const { payment } = checkoutBody() as { payment: { mandate: object } };
      return {
        lines: [{ ...line, unitPrice: price }],
        shipping: undefined,
        payment: { ...payment, mandate: { ...payment.mandate, maximum: price } },
      };
    };
    expect(errorsOf(order(least))).toEqual([]);
    expect(errorsOf(order(0))).toEqual([]);
    if (least > 1) expect(errorsOf(order(least - 1))).toEqual(['lines']);
  });

  it('is taken when only a part of it is less than cards can be charged', () => {
    const lines = [line, { ...line, unitPrice: usd(1) }];
    expect(errorsOf({ lines, payment: mandateUpTo(99_999) })).toEqual([]);
  });

  it('is refused when the mandate lacks one cent', () => {
    expect(errorsOf({ payment: mandateUpTo(13_799) })).toEqual(['payment.mandate.maximum.amount']);
    expect(errorsOf({ payment: mandateUpTo(13_800) })).toEqual([]);
  });

  it('counts the total of a line where there is one', () => {
    const lines = [{ ...line, total: usd(20_000) }];
    expect(errorsOf({ lines })).toEqual(['payment.mandate.maximum.amount']);
  });

  it('is refused when a line or a sum goes beyond what an amount may be', () => {
    const dear = { ...line, quantity: 2, unitPrice: usd(10 ** 12) };
    expect(errorsOf({ lines: [dear] })).toEqual(['lines.0', 'lines']);
    const many = [usd(10 ** 12), usd(1)].map((unitPrice) => ({ ...line, unitPrice }));
    expect(errorsOf({ lines: many, shipping: undefined })).toEqual(['lines']);
  });

  it.each([null, 5, 'x', [], {}, { lines: [null, 5, 'x'], shipping: 3, payment: [] }])(
    'is refused as %j without a fault',
    (body) => {
      expect(checkout.safeParse(body).success).toBe(false);
    },
  );
});

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
    expect(withDefaults(parsed({ payment }), now, { askDays: 9 }).payment).toEqual({
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
