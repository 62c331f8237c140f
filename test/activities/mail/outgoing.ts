import type { Mail, MailAnswer, MailProvider } from '../../../activities/mail/provider.ts';
import { sendMail } from '../../../activities/mail/send.ts';
import type { Db } from '../../../db/client.ts';
import type { LinkSecrets } from '../../../db/page/page-token.ts';
import { brandOf } from '../../../emails/parts/brand.ts';
import { createLexicon } from '../../../emails/words/lexicon.ts';
import type { OutgoingMail, OutgoingOf } from '../../../workflows/domain/backorder/mail.ts';
import {
  type MessageKind,
  messageKinds,
} from '../../../workflows/domain/backorder/message-kind.ts';
import { mailKeyLifeMs } from '../../../workflows/domain/payment/attempt.ts';
import { addMs, hourMs, type Instant } from '../../../workflows/domain/time.ts';
import { day, dayZero } from '../../support/cast.ts';

type Abouts = { [K in MessageKind]: OutgoingOf<K>['about'] };

const lamps = [{ lineId: '1', quantity: 1 }];

/** The address that a mail may ask to confirm. */
export const askedChange = '00000000-0000-4000-8000-000000000001';

/** What a mail of each kind may be about, for an order whose first line has at least one unit. */
export const abouts = (orderId: string): Abouts => ({
  confirmation: {},
  excitement: {},
  countdown: {},
  'check-in': {},
  'delay-notice': {
    units: [],
    promiseId: 'p1',
    change: { before: '2026-12-01', isSupply: true },
    law: null,
  },
  'delay-answer': { answer: 'accepted', until: '2026-12-20', at: day(1) },
  withdrawal: { at: day(1), shipped: 'nothing' },
  'card-wanted': { endsAt: day(7), isReminder: false, wants: 'both' },
  'card-expiring': { expiresOn: '2026-11-30' },
  'payment-problem': {
    ...{ subject: 'card', stage: 'due', reason: 'declined', amount: 13_800, intentId: 'i1' },
    ...{ payBy: day(3), cancelsAt: day(14), retryAt: null },
  },
  'payment-recovered': { outcome: 'held', amount: 13_800 },
  'ready-to-ship': { leaseId: 'l1', units: lamps },
  shipped: { shipmentId: `s-${orderId}`, charge: 13_800, isCovered: false, waived: 0 },
  cancelled: { cancelId: `c-${orderId}`, cause: null, amount: 0, paid: 0, refundBy: null },
  'status-link': {},
  'address-confirm': { changeId: askedChange },
  'address-changed': {},
  refunded: { intentId: 'i1', amount: 13_800, share: 'all', by: 'us', upTo: 13_800 },
});

/** By day in New York, and far enough from mail of every other kind that the gate lets it out. */
const decentTimeFor = (kind: MessageKind): Instant =>
  addMs(day(3 * messageKinds.indexOf(kind)), 5 * hourMs);

export const accepted: MailAnswer = { outcome: 'accepted', providerId: 're_1' };

type Sending = {
  db: Db;
  orderId: string;
  kind: MessageKind;
  secrets: LinkSecrets;
  publicUrl?: string;
  unsubscribeMailbox?: string | null;
  answer?: MailAnswer;
};

/** Sends a mail of that kind as the worker does; returns what the provider was given. */
export const sendKind = async (sending: Sending): Promise<Mail> => {
  const { db, orderId, kind, secrets, publicUrl = 'http://meanwhile.test' } = sending;
  const { unsubscribeMailbox = null, answer = accepted } = sending;
  const given: Mail[] = [];
  const provider: MailProvider = {
    ...{ name: 'resend', keyLifeMs: mailKeyLifeMs },
    send: async (mail) => {
      given.push(mail);
      return answer;
    },
  };
  const perform = sendMail({
    ...{ db, provider, from: 'Lantern & Co <orders@lantern.test>' },
    shop: brandOf({ name: 'Lantern & Co', supportEmail: 'help@lantern.test' }),
    lexicon: createLexicon(),
    links: { publicUrl, secrets, unsubscribeMailbox },
  });
  const money = { captured: 0, givenBack: 0, chargedBack: 0, voided: 0, owed: 0 };
  const message = {
    ...{ key: kind, kind, dueAt: dayZero, about: abouts(orderId)[kind] },
    promise: { on: '2027-01-15' },
    money: { ...money, refundedAt: null, isUnmatched: false },
  } as OutgoingMail;
  const effect = {
    ...({ type: 'sendMail', lane: 'mail', subject: kind, turn: '', next: null } as const),
    message,
    ...{ until: null, deadlineAt: null, isSuspended: false },
  };
  await perform({ orderId, at: decentTimeFor(kind), effect }).catch((error: unknown) => {
    if (given.length === 0) throw error;
  });
  const [mail] = given;
  if (mail === undefined) throw new Error(`no mail of kind ${kind} was sent`);
  return mail;
};
