import { expect, test } from 'vitest';
import type { Fact } from '../../../../workflows/domain/backorder/fact.ts';
import { day, dayZero } from '../../../support/cast.ts';
import { declined, firm, leased, sent, snapshot, stockChanged } from '../../../support/facts.ts';
import { given } from '../../../support/given.ts';

const leasedLamp = stockChanged(snapshot(2, {}, leased('L1', 1)));
const planned = (kind: 'excitement' | 'countdown'): Fact => ({
  type: 'TimetableMade',
  at: dayZero,
  planNumber: 1,
  entries: [{ key: kind, kind, at: day(2), until: day(4) }],
});

const confirmation = { type: 'sendMail', subject: 'confirmation', turn: '' } as const;

test('a mail that does not come through lets the others go first', () => {
  const putOff: Fact = { type: 'EffectDelayed', at: dayZero, effect: confirmation, until: day(1) };
  const ready = stockChanged(snapshot(3, {}, firm('L1', 1)));
  const { start } = given(leasedLamp, putOff, ready).plans({ at: day(1) }).plan;
  const mail = start.find(({ lane }) => lane === 'mail');
  expect(mail?.subject).toBe('ready-to-ship:L1');
});

test.each(['excitement', 'countdown'] as const)(
  'no %s goes out while the payment has failed, and it is kept why',
  (kind) => {
    const failed = declined('i1', { leaseId: 'L1', amount: 13_800 });
    const told = sent('payment-problem:i1', 'payment-problem');
    const confirmed = sent('confirmation', 'confirmation');
    const { start } = given(confirmed, planned(kind), leasedLamp, ...failed, told).plans({
      at: day(2),
    }).plan;
    const mail = start.find(({ lane }) => lane === 'mail');
    expect(mail).toMatchObject({
      type: 'recordSkippedMail',
      messages: [{ kind, reason: 'payment_problem' }],
    });
  },
);
