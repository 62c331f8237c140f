import { describe, expect, it } from 'vitest';
import { checkout } from '../../../../api/backorder/checkout/schema.ts';
import countries from '../../../vectors/countries.json' with { type: 'json' };
import addresses from '../../../vectors/mail-addresses.json' with { type: 'json' };
import { checkoutBody, mandateUpTo, usd } from './checkout-body.ts';

const line = { sku: 'LAMP-BRASS', quantity: 1, unitPrice: usd(12_900) };

/** Where a body is wrong, as dotted paths. */
const errorsOf = (changes: Record<string, unknown>): string[] =>
  (checkout.safeParse(checkoutBody(changes)).error?.issues ?? []).flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => [...issue.path, key].join('.'))
      : [issue.path.join('.')],
  );

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
    ['a title of blanks', { lines: [{ ...line, title: ' \u00a0 ' }] }, 'lines.0.title'],
    [
      'a title that shows nothing',
      { lines: [{ ...line, title: '\u200b\u3164' }] },
      'lines.0.title',
    ],
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
