import fc from 'fast-check';
import type { PropsOf } from '../../emails/index.ts';
import { brandOf } from '../../emails/parts/brand.ts';
import type { MailProps } from '../../emails/parts/props.ts';
import { createLexicon } from '../../emails/words/lexicon.ts';
import { problemReasons } from '../../workflows/domain/backorder/card.ts';
import type { MessageKind } from '../../workflows/domain/backorder/message-kind.ts';

/** Words a customer or a shop may write, hostile ones too, none of which is a slip of ours. */
const words = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc.constantFrom('<b>"&', '\u202egnp', 'نورة', 'a\r\nb', '💡', 'x'.repeat(300)),
  )
  .filter((text) => !/undefined|null|NaN|\[object|Invalid/.test(text));

const orderId = fc.stringMatching(/^[A-Z0-9][A-Z0-9._:-]{0,63}$/);
const currency = fc.constantFrom('USD', 'EUR', 'JPY', 'KWD', 'HUF');
const amount = fc.record({ amount: fc.integer({ min: 0, max: 10 ** 12 }), currency });
const on = fc
  .integer({ min: 20000, max: 40000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const url = fc.constantFrom(null, 'https://shop.example.org/a?b=1&c="2"', 'javascript:alert(1)');
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });

const part = fc.record({
  title: words,
  quantity: fc.integer({ min: 1, max: 100_000 }),
  sku: words,
  url,
  imageUrl: url,
});
const parts = fc.array(part, { minLength: 1, maxLength: 4 });

const lexicon = createLexicon();

const mail: fc.Arbitrary<MailProps> = fc.record({
  shop: fc
    .record({
      name: words,
      url,
      supportEmail: maybe(fc.constant('help@shop.example.org')),
      postalAddress: maybe(words),
    })
    .map(brandOf),
  words: fc.constantFrom('en-US', 'en-XA', 'ar-XB').map(lexicon),
  customer: fc.record({
    name: maybe(words),
    locale: fc.constantFrom('en-US', 'de-DE', 'ar-EG', 'th-TH', 'ja-JP', '', 'not a locale'),
  }),
  order: fc.record({
    orderId,
    placedOn: on,
    lines: fc.array(
      fc.tuple(part, amount).map(([line, total]) => ({ ...line, total })),
      { minLength: 1, maxLength: 4 },
    ),
    shipping: maybe(amount),
    total: amount,
  }),
  promise: maybe(fc.record({ on })),
  links: fc.record({
    status: fc.constant('https://orders.example.org/b/4fJx2'),
    pay: fc.constant('https://orders.example.org/b/4fJx2/pay'),
    card: fc.constant('https://orders.example.org/b/4fJx2/card'),
    unsubscribe: maybe(fc.constant('https://orders.example.org/u/4fJx2')),
  }),
});

const more = <T>(extra: fc.Arbitrary<T>) =>
  fc.tuple(mail, extra).map(([common, own]) => ({ ...common, ...own }));

const money = fc.oneof(
  fc.constant({ kind: 'never_charged' as const }),
  fc.record({
    kind: fc.constantFrom('released' as const, 'refunding' as const, 'shop_refunds' as const),
    amount,
  }),
  fc.record({
    kind: fc.constant('refunded' as const),
    amount,
    on,
    isRest: fc.boolean(),
    released: maybe(amount),
  }),
  fc.record({ kind: fc.constant('sent_before' as const), released: maybe(amount) }),
);

/** Any props a template may be given. */
export const anyProps: { [K in MessageKind]: fc.Arbitrary<PropsOf<K>> } = {
  confirmation: more(
    fc.record({
      mandate: fc.record({ maximum: amount }),
      upfront: maybe(fc.record({ paid: amount, left: amount })),
      askedUntil: maybe(on),
    }),
  ),
  excitement: more(
    fc.record({
      highlights: fc.array(words, { maxLength: 3 }),
      nth: fc.integer({ min: 1, max: 6 }),
    }),
  ),
  countdown: more(fc.record({ daysLeft: fc.integer({ min: 0, max: 400 }) })),
  'check-in': more(fc.record({ daysWaited: fc.integer({ min: 0, max: 400 }) })),
  'delay-notice': more(fc.record({ lines: parts, supply: maybe(fc.record({ before: on })) })),
  'card-wanted': more(
    fc.record({
      wants: fc.constantFrom('both', 'card', 'consent'),
      isReminder: fc.boolean(),
      until: on,
      maximum: amount,
    }),
  ),
  'card-expiring': more(fc.record({ expiresOn: on })),
  'payment-problem': more(
    fc.record({
      stage: fc.constantFrom('due', 'barred', 'last-call', 'shipped'),
      reason: fc.constantFrom(...problemReasons),
      amount,
      payBy: maybe(on),
      placeUntil: maybe(on),
      retryOn: maybe(on),
    }),
  ),
  'payment-recovered': more(
    fc.record({
      held: maybe(amount),
      charged: maybe(amount),
      waived: maybe(amount),
      agreed: maybe(amount),
    }),
  ),
  'ready-to-ship': more(fc.record({ lines: parts, partial: fc.boolean() })),
  shipped: more(
    fc.record({
      lines: parts,
      carrier: maybe(words),
      tracking: maybe(words),
      charged: maybe(amount),
      waived: maybe(amount),
      paidBy: maybe(fc.constantFrom('checkout' as const, 'deposit' as const)),
      remaining: fc.array(part, { maxLength: 2 }),
    }),
  ),
  cancelled: more(
    fc.record({
      lines: parts,
      partial: fc.boolean(),
      by: fc.constantFrom('customer', 'shop', 'system'),
      cause: fc.constantFrom('payment', 'card', null),
      cancelledOn: on,
      money,
    }),
  ),
  refunded: more(
    fc.record({
      amount,
      refundedOn: on,
      share: fc.constantFrom('all', 'part', 'rest'),
      isOpen: fc.boolean(),
      isByBank: fc.boolean(),
      isByShop: fc.boolean(),
    }),
  ),
  'status-link': mail,
  'address-confirm': mail,
  'address-changed': mail,
};
