import { z } from '@hono/zod-openapi';
import { noticeKinds, policyNames, silences } from '../../workflows/domain/backorder/law.ts';
import { cancellingParties } from '../../workflows/domain/backorder/stock-act.ts';

/** An instant and a civil day as answers write them. */
export const answeredAt = z
  .string()
  .openapi({ format: 'date-time', example: '2026-11-23T10:00:03.000Z' });
export const answeredOn = z.string().openapi({ format: 'date', example: '2027-01-15' });

const answer = z
  .object({
    accept: z.boolean(),
    until: z
      .string()
      .nullable()
      .openapi({ description: 'The last day agreed to, or `open`; null for a refusal' }),
    channel: z.string(),
    at: answeredAt,
  })
  .openapi('NoticeAnswer');

const notice = z
  .object({
    id: z.string().nullable().openapi({ description: 'Of its message' }),
    kind: z.enum(noticeKinds),
    sentAt: answeredAt,
    newOn: answeredOn.nullable().openapi({ description: 'null: no date could be given' }),
    answerBy: answeredAt.nullable().openapi({
      description: 'The end of the last day to answer; null where silence does nothing',
    }),
    answer: answer.nullable(),
  })
  .openapi('Notice');

/** What the law of the country that the order goes to makes of it. */
export const law = z
  .object({
    policy: z.enum(policyNames).openapi({ description: 'Of the country of ship-to' }),
    deadlineAt: answeredAt.nullable().openapi({
      description:
        'By when the goods must have left (eu, uk: arrived), the end of that day at ship-to. ' +
        'null: the customer agreed to an open date, the clock has not started, or the order has ended',
    }),
    silence: z.enum(silences).openapi({ description: 'What no answer to the notice does' }),
    notice: notice
      .nullable()
      .openapi({ description: 'The newest that reached the customer in time; null before any' }),
  })
  .openapi('Law', {
    example: {
      policy: 'us',
      deadlineAt: '2027-02-02T05:00:00.000Z',
      silence: 'consents',
      notice: {
        id: '6f0c2a5e-9a53-4c0b-8a44-0b3c5f0b7d11',
        kind: 'first_within_30',
        sentAt: '2027-01-04T15:00:00.000Z',
        newOn: '2027-02-01',
        answerBy: '2027-02-02T05:00:00.000Z',
        answer: null,
      },
    },
  });

export const cancellation = z
  .object({
    by: z.enum(cancellingParties).openapi({
      description:
        'law: a deadline passed and nobody had agreed to a later date; ' +
        'system: payment, card or consent did not come in time',
    }),
    reason: z.string().nullable().openapi({ description: 'null: none was given, or it is erased' }),
    at: answeredAt,
  })
  .openapi('Cancellation');
