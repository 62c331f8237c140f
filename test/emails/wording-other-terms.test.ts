import { describe, expect, test } from 'vitest';
import * as cancelled from '../../emails/cancelled.tsx';
import * as cardWanted from '../../emails/card-wanted.tsx';
import * as confirmation from '../../emails/confirmation.tsx';
import { renderMail, templates } from '../../emails/index.ts';
import type { MailProps } from '../../emails/parts/props.ts';
import * as recovered from '../../emails/payment-recovered.tsx';
import * as refunded from '../../emails/refunded.tsx';
import { messageKinds } from '../../workflows/domain/backorder/message-kind.ts';

const nothing = { amount: 0, currency: 'USD' };
const most = { amount: 21_600, currency: 'USD' };

const free = <P extends MailProps>(props: P): P => ({
  ...props,
  order: { ...props.order, paying: 'free' },
  left: {
    lines: props.left.lines.map((line) => ({ ...line, total: nothing })),
    ...{ shipping: null, total: nothing },
  },
});

describe('mail about an order that costs nothing', () => {
  const aboutMoney = /\b(charg|card|pay|paid|refund|bank)/i;
  const own = messageKinds.filter((kind) => !/card|payment|refunded/.test(kind));

  test.each(own)('speaks of no money: %s', async (kind) => {
    const props = { ...free(templates[kind].PreviewProps), charged: null, links: plainLinks };
    const { subject, text } = await renderMail(kind, props as never);
    expect(subject).not.toMatch(aboutMoney);
    expect(text).not.toMatch(aboutMoney);
  });

  const plainLinks = { ...cancelled.PreviewProps.links, unsubscribe: null };
});

describe('mail that asks for card and consent', () => {
  test.each([
    ['both', 'your card, and your agreement to what it will be charged', 'Give us your card'],
    ['card', 'we need your card. Please', 'Give us your card'],
    ['consent', 'your agreement to what your card will be charged', 'Read and agree'],
  ] as const)('names only what is missing: %s', (wants, words, label) => {
    const text = cardWanted.text({ ...cardWanted.PreviewProps, wants });
    expect(text).toContain(words);
    expect(text).toContain(`${label}:\nhttps://orders.example.org/b/4fJx2/card`);
    expect(text).toContain('Nothing will be charged now.');
    expect(text).toContain('never more than $216.00 in total');
  });

  test('says that it is a reminder', () => {
    const props = { ...cardWanted.PreviewProps, isReminder: true };
    expect(cardWanted.subject(props)).toBe('Reminder: We need your card for your order 1001');
  });

  test('is announced by the confirmation, with the day', () => {
    const text = confirmation.text({ ...confirmation.PreviewProps, askedUntil: '2026-11-29' });
    expect(text).toContain('we still need your card');
    expect(text).toContain('by the end of Sunday, November 29, 2026');
    expect(text).toContain('Nothing has been charged.');
  });

  test('is answered with what was agreed', () => {
    const text = recovered.text({ ...recovered.PreviewProps, held: null, agreed: most });
    expect(text).toContain('Thank you. Your card is on file for your order 1001');
    expect(text).toContain('Maximum charge when it ships: $216.00');
  });

  test('is followed by a cancellation that says why, and that nothing was charged', () => {
    const props = { ...cancelled.PreviewProps, by: 'system' as const, cause: 'card' as const };
    const text = cancelled.text(props);
    expect(text).toContain('because we did not receive your card and your agreement in time.');
    expect(text).toContain('Nothing was charged for it, and nothing will be.');
  });
});

describe('mail about money that the shop holds', () => {
  test('says that the shop refunds it', () => {
    const money = { kind: 'shop_refunds' as const, amount: most, by: '2026-12-10' };
    expect(cancelled.text({ ...cancelled.PreviewProps, money })).toContain(
      'Lantern & Sons is refunding $216.00 to the payment method you paid with. You will get another email once it has been sent. It will be sent by Thursday, December 10, 2026 at the latest.',
    );
  });

  test('says that the shop has sent it', () => {
    const props = { ...refunded.PreviewProps, isByShop: true };
    expect(refunded.subject(props)).toBe('Lantern & Sons has refunded $216.00 for your order 1001');
    expect(refunded.text(props)).toContain('Lantern & Sons has refunded your payment for order');
  });
});
