import fc from 'fast-check';
import type { PropsOf } from '../../emails/index.ts';
import { brandOf } from '../../emails/parts/brand.ts';
import type { MailProps, Paying } from '../../emails/parts/props.ts';
import { createLexicon } from '../../emails/words/lexicon.ts';
import { problemReasons } from '../../workflows/domain/backorder/card.ts';
import { noticeKinds, policyNames, silences } from '../../workflows/domain/backorder/law.ts';
import type { MessageKind } from '../../workflows/domain/backorder/message-kind.ts';
import { promiseStanding, standingOf, waitOf } from '../../workflows/domain/mail/standing.ts';
import { addDays } from '../../workflows/domain/time.ts';

/** Words a customer or a shop may write, hostile ones too, none of which is a slip of ours. */
const words = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc.constantFrom('<b>"&', '\u202egnp', 'نورة', 'a\r\nb', '💡', 'x'.repeat(300)),
  )
  .filter((text) => !/undefined|null|NaN|\[object|Invalid/.test(text));

const number = fc.stringMatching(/^[A-Z0-9][A-Z0-9._:-]{0,63}$/);
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

/** Where the units of up to four lines are, as the ledger counts them. */
const counted = fc.array(
  fc
    .tuple(part, fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }), fc.nat(10 ** 9))
    .filter(([, counts]) => counts.some((count) => count > 0))
    .map(([line, [waiting = 0, allocated = 0, shipped = 0, cancelled = 0], total]) => ({
      ...{ part: line, waiting, allocated, shipped, cancelled, total },
      quantity: waiting + allocated + shipped + cancelled,
    })),
  { minLength: 1, maxLength: 4 },
);

/** An order as it stands: its counts, sums and promise agree, as they do in the ledger. */
export const standings = fc
  .record({
    lines: counted,
    shipping: fc.nat(10 ** 6),
    currency,
    isFree: fc.boolean(),
    placedOn: on,
    waited: fc.nat(200),
    promised: maybe(fc.integer({ min: -60, max: 200 })),
    paying: fc.constantFrom('paid', 'card', 'asked'),
  })
  .map(({ lines, shipping, currency, isFree, placedOn, waited, promised, paying }) => {
    const standing = standingOf({
      currency,
      shipping: isFree ? 0 : shipping,
      lines: lines.map((line, index) => ({
        ...line,
        lineId: `${index}`,
        total: isFree ? 0 : line.total,
      })),
    });
    const { waiting, setAside, shipped, cancelled, left, ordered } = standing;
    const sum = (amount: number) => ({ amount, currency });
    const today = addDays(placedOn, waited);
    const promise = promiseStanding(promised === null ? null : addDays(today, promised), today);
    return {
      standing,
      props: {
        placedOn,
        paying: ordered.total === 0 ? ('free' as const) : (paying as Paying),
        units: {
          waiting: waiting.units,
          setAside: setAside.units,
          shipped: shipped.units,
          cancelled: cancelled.units,
        },
        left: {
          lines: left.lines.map(({ line, quantity, amount }) => ({
            ...line.part,
            quantity,
            total: sum(amount),
          })),
          shipping: left.shipping > 0 ? sum(left.shipping) : null,
          total: sum(left.total),
        },
        promise,
        wait: waitOf(promise, { placedOn, today }),
      },
    };
  });

const mail: fc.Arbitrary<MailProps> = fc
  .record({
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
    number,
    standing: standings,
    links: fc.record({
      status: fc.constant('https://orders.example.org/b/4fJx2'),
      pay: fc.constant('https://orders.example.org/b/4fJx2/pay'),
      card: fc.constant('https://orders.example.org/b/4fJx2/card'),
      preferences: fc.constant('https://orders.example.org/b/4fJx2/preferences'),
      unsubscribe: maybe(fc.constant('https://orders.example.org/u/4fJx2')),
    }),
  })
  .map(({ number, standing: { props }, ...rest }) => {
    const { placedOn, paying, ...stands } = props;
    return { ...rest, order: { number, placedOn, paying }, ...stands };
  });

const more = <T>(extra: fc.Arbitrary<T>) =>
  fc.tuple(mail, extra).map(([common, own]) => ({ ...common, ...own }));

const money = fc.oneof(
  fc.constant({ kind: 'never_charged' as const }),
  fc.record({
    kind: fc.constantFrom('refunding' as const, 'shop_refunds' as const),
    amount,
    by: maybe(on),
  }),
  fc.record({ kind: fc.constant('released' as const), amount }),
  fc.record({
    kind: fc.constant('refunded' as const),
    amount,
    on,
    isRest: fc.boolean(),
    released: maybe(amount),
  }),
  fc.record({ kind: fc.constant('sent_before' as const), released: maybe(amount) }),
);

const notice = fc.record({
  policy: fc.constantFrom(...policyNames),
  kind: fc.constantFrom(...noticeKinds),
  silence: fc.constantFrom(...silences),
  before: maybe(on),
  answerOn: maybe(on),
  deadlineOn: maybe(on),
  reason: fc.oneof(
    fc.record({ own: words }),
    fc.constantFrom('supply' as const, 'again' as const, 'late' as const),
  ),
  isPaid: fc.boolean(),
  isEssential: fc.boolean(),
  isPeriodOver: fc.boolean(),
  isMissed: fc.boolean(),
});

/** A notice gives the date that stands, unless it has passed. */
const dateOf = (promise: MailProps['promise']): string | null =>
  promise.is === 'ahead' || promise.is === 'today' ? promise.on : null;

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
      story: maybe(fc.record({ title: maybe(words), text: words, imageUrl: url, url })),
      offers: fc.array(
        fc.record({
          title: words,
          url: fc.constant('https://shop.example.org/other'),
          imageUrl: url,
          price: maybe(amount),
        }),
        { maxLength: 1 },
      ),
    }),
  ),
  countdown: more(
    fc.record({
      maximum: amount,
      also: fc.uniqueArray(
        fc.record({
          number,
          items: fc.array(part, { maxLength: 2 }),
          status: maybe(fc.constant('https://orders.example.org/b/8sKq1')),
        }),
        { maxLength: 12, selector: (other) => other.number },
      ),
    }),
  ),
  'check-in': more(fc.record({ daysWaited: fc.integer({ min: 0, max: 400 }) })),
  'delay-answer': more(
    fc.record({
      answer: fc.constantFrom('accepted' as const, 'period' as const),
      until: fc.oneof(on, fc.constant('open' as const)),
      when: fc.constant('Tuesday, December 1, 2026 at 10:00 AM EST'),
      isPaid: fc.boolean(),
      isEndedByLaw: fc.boolean(),
    }),
  ),
  withdrawal: more(
    fc.record({
      when: fc.constant('Tuesday, December 1, 2026 at 10:00 AM EST'),
      shipped: fc.constantFrom('nothing' as const, 'some' as const, 'all' as const),
      isPaid: fc.boolean(),
      lines: fc.array(part, { maxLength: 3 }),
    }),
  ),
  'delay-notice': more(
    fc.record({
      lines: fc.array(part, { maxLength: 3 }),
      change: maybe(fc.record({ before: on, reason: maybe(words) })),
      notice: maybe(notice),
    }),
  ).map((props) => ({
    ...props,
    notice: props.notice && { ...props.notice, newOn: dateOf(props.promise) },
  })),
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
      retry: maybe(fc.record({ on, isToday: fc.boolean() })),
      shipped: fc.array(part, { maxLength: 3 }),
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
  'ready-to-ship': more(fc.record({ lines: fc.array(part, { maxLength: 3 }) })),
  shipped: more(
    fc.record({
      lines: parts,
      carrier: maybe(words),
      tracking: maybe(words),
      charged: maybe(amount),
      waived: maybe(amount),
      paidBy: maybe(fc.constantFrom('checkout' as const, 'deposit' as const)),
    }),
  ),
  cancelled: more(
    fc.record({
      lines: parts,
      by: fc.constantFrom('customer', 'shop', 'system', 'law'),
      cause: fc.constantFrom('payment', 'card', 'law', null),
      cancelledOn: on,
      reason: maybe(words),
      money,
    }),
  ),
  refunded: more(
    fc.record({
      amount,
      refundedOn: on,
      share: fc.constantFrom('all', 'part', 'rest'),
      isByBank: fc.boolean(),
      isByShop: fc.boolean(),
    }),
  ),
  'status-link': mail,
  'address-confirm': mail,
  'address-changed': mail,
};
