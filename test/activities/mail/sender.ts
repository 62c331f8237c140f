import type { Mail, MailAnswer } from '../../../activities/mail/provider.ts';
import { sendMail } from '../../../activities/mail/send.ts';
import type { Db } from '../../../db/client.ts';
import { storePlan } from '../../../db/mail/plans.ts';
import { brandOf } from '../../../emails/parts/brand.ts';
import { createLexicon } from '../../../emails/words/lexicon.ts';
import type { MessageKind } from '../../../workflows/domain/backorder/message-kind.ts';
import { mailKeyLifeMs } from '../../../workflows/domain/payment/attempt.ts';
import type { Instant } from '../../../workflows/domain/time.ts';
import { promisedOn } from '../../db/cast.ts';

type Sent = { orderId: string; key: string; to: string; kind: string };

type Asking = {
  at: Instant;
  key?: string;
  kind?: MessageKind;
  until?: Instant | null;
  isSuspended?: boolean;
};

/** Sends mail as workers do, to a provider that keeps what it accepts. */
export const createSender = (db: Db, { onlyTo }: { onlyTo?: readonly string[] } = {}) => {
  const inbox: Sent[] = [];
  const answers: MailAnswer[] = [];
  const perform = sendMail({
    ...{ db, onlyTo, from: 'Lantern & Co <orders@lantern.test>' },
    provider: {
      ...{ name: 'resend', keyLifeMs: mailKeyLifeMs },
      send: async (mail, { idempotencyKey }) => {
        const answer = answers.shift() ?? { outcome: 'accepted', providerId: 're_1' };
        if (answer.outcome === 'accepted') inbox.push(sentOf(mail, idempotencyKey));
        return answer;
      },
    },
    shop: brandOf({ name: 'Lantern & Co' }),
    lexicon: createLexicon(),
    links: { publicUrl: 'http://meanwhile.test', secrets: ['s'.repeat(32)] },
  });
  return {
    inbox,
    /** The provider's next answers; it accepts everything after them. */
    answers: (...next: MailAnswer[]): void => {
      answers.push(...next);
    },
    send: async (orderId: string, asking: Asking) => {
      const { at, kind = 'countdown', key = `${kind}:1`, isSuspended = false } = asking;
      const { until = null } = asking;
      const [outcome] = await perform({
        ...{ orderId, at, view: null },
        effect: {
          ...{ type: 'sendMail', lane: 'mail', subject: key, turn: '', next: null },
          ...{ until, deadlineAt: null, isSuspended },
          message: {
            ...{ key, kind, dueAt: at, about: {} },
            promise: { on: promisedOn },
            money: nothingPaid,
          } as never,
        },
      } as Parameters<typeof perform>[0]);
      return outcome;
    },
  };
};

const nothingPaid = {
  ...{ captured: 0, givenBack: 0, chargedBack: 0, voided: 0, owed: 0 },
  ...{ refundedAt: null, isUnmatched: false },
};

const sentOf = ({ to, tags }: Mail, idempotencyKey: string): Sent => {
  const [orderId = '', key = ''] = idempotencyKey.split('/');
  return { orderId, key, to, kind: tags.find(({ name }) => name === 'kind')?.value ?? '' };
};

/** The order plans these countdowns, `countdown:1` and so on. */
export const planCountdowns = (db: Db, orderId: string, ...ats: Instant[]): Promise<void> =>
  storePlan(db.sql, {
    ...{ orderId, planNumber: 1 },
    entries: ats.map((at, index) => ({
      ...{ key: `countdown:${index + 1}`, kind: 'countdown', at, until: at },
    })),
  });
