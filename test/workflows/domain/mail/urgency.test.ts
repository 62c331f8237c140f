import { expect, it } from 'vitest';
import type { OutgoingMail } from '../../../../workflows/domain/backorder/mail.ts';
import { urgencyOfMail } from '../../../../workflows/domain/mail/urgency.ts';
import { day } from '../../../support/cast.ts';

const mail = (kind: OutgoingMail['kind']) => ({ kind }) as OutgoingMail;

const cancelled = (cancelId: string) =>
  ({ kind: 'cancelled', about: { cancelId } }) as OutgoingMail;

it.each([
  ['a countdown', mail('countdown'), null, 'can_wait'],
  ['a payment problem', mail('payment-problem'), null, 'at_once'],
  ['a notice of a far-off deadline', mail('delay-notice'), day(9), 'can_wait'],
  ['a notice on its last day', mail('delay-notice'), day(1), 'at_once'],
  ['that a customer cancelled', cancelled('page-1'), null, 'at_once'],
  ['that all who waited were cancelled', cancelled('give-up/g/1'), null, 'can_wait'],
  ['a notice that is no notice in law', mail('delay-notice'), null, 'at_once'],
] as const)('%s takes its turn', (_, message, deadlineAt, urgency) => {
  expect(urgencyOfMail({ message, deadlineAt }, day(0))).toBe(urgency);
});
