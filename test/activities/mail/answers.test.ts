import { ApplicationFailure } from '@temporalio/common';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { MailAnswer } from '../../../activities/mail/provider.ts';
import { sendMail } from '../../../activities/mail/send.ts';
import type { Db } from '../../../db/client.ts';
import { findMessage } from '../../../db/mail/messages.ts';
import { brandOf } from '../../../emails/parts/brand.ts';
import { createLexicon } from '../../../emails/words/lexicon.ts';
import type { Outcome } from '../../../workflows/domain/backorder/fact.ts';
import { mailKeyLifeMs } from '../../../workflows/domain/payment/attempt.ts';
import { place } from '../../db/cast.ts';
import { freshDatabase } from '../../db/fresh.ts';
import { dayZero } from '../../support/cast.ts';

let db: Db;
let count = 0;
let orderId: string;
let calls: { key: string; message: string | undefined }[];
let turns: string[];

beforeAll(async () => {
  db = await freshDatabase({ max: 4 });
});
beforeEach(async () => {
  orderId = `S${++count}`;
  await place(db, { [orderId]: ['LAMP:1'] });
  calls = [];
  turns = [];
});
afterAll(() => db.close());

const secret = 'a-secret-of-at-least-thirty-two-characters';
const money = { captured: 0, givenBack: 0, chargedBack: 0, voided: 0, owed: 0 };

/** Sends the order's confirmation by a provider that answers so; what came of it, or its failure. */
const send = async (
  answer: MailAnswer,
  { keyLifeMs = mailKeyLifeMs } = {},
): Promise<Outcome | ApplicationFailure> => {
  const perform = sendMail({
    ...{ db, from: 'Lantern & Co <orders@lantern.test>' },
    provider: {
      ...{ name: 'tests', keyLifeMs },
      send: async ({ tags }, { idempotencyKey: key, heed }) => {
        heed?.({ perSecond: 50 });
        calls.push({ key, message: tags.find(({ name }) => name === 'message')?.value });
        return answer;
      },
    },
    pace: {
      waitForTurn: async (of) => void turns.push(of),
      heed: async ({ perSecond }) => void turns.push(`heeds ${perSecond}`),
    },
    shop: brandOf({ name: 'Lantern & Co' }),
    lexicon: createLexicon(),
    links: { publicUrl: 'http://meanwhile.test', secrets: [secret] },
  });
  const call: Parameters<typeof perform>[0] = {
    ...{ orderId, at: dayZero },
    effect: {
      ...{ until: null, deadlineAt: null, isSuspended: false },
      ...{ type: 'sendMail', lane: 'mail', subject: 'confirmation', turn: '', next: null },
      message: {
        ...{ key: 'confirmation', kind: 'confirmation', dueAt: dayZero, about: {} },
        promise: { on: null },
        money: { ...money, refundedAt: null, isUnmatched: false },
      },
    },
  };
  try {
    const [outcome] = await perform(call);
    if (outcome) return outcome;
  } catch (error) {
    if (error instanceof ApplicationFailure) return error;
    throw error;
  }
  throw new Error('nothing came of it');
};

const stored = () => findMessage(db.sql, { orderId, key: 'confirmation' });

const accepted: MailAnswer = { outcome: 'accepted', providerId: 'e-1' };
const lost: MailAnswer = { outcome: 'unknown' };

test('an accepted mail is sent, in its turn, and names our message to the provider', async () => {
  expect(await send(accepted)).toMatchObject({ type: 'MessageDecided', decision: 'sent' });
  const message = await stored();
  expect(message).toMatchObject({ decision: 'sent', status: 'accepted', providerId: 'e-1' });
  expect(calls).toEqual([{ key: expect.stringContaining(orderId), message: message?.id }]);
  expect(turns).toEqual(['at_once', 'heeds 50']);
});

test('a provider that is busy is asked again when it says, as if nothing had been tried', async () => {
  const failure = await send({ outcome: 'later', retryAfterMs: 7_000 });
  expect(failure).toMatchObject({ type: 'provider_busy', nextRetryDelay: 7_000 });
  expect((await stored())?.firstAttemptAt).toBeNull();
});

test('a refused mail has failed, and is not tried again', async () => {
  const refused: MailAnswer = { outcome: 'refused', code: 'validation_error' };
  expect(await send(refused)).toMatchObject({ decision: 'failed' });
  expect(await send(accepted)).toMatchObject({ decision: 'failed' });
  expect(calls).toHaveLength(1);
  expect(await stored()).toMatchObject({ reason: 'validation_error', status: null });
});

describe('a mail whose answer was lost', () => {
  test('goes out again under its key while that lives', async () => {
    expect(await send(lost)).toMatchObject({ type: 'outcome_unknown' });
    expect(await send(accepted)).toMatchObject({ decision: 'sent' });
    expect(calls[0]).toEqual(calls[1]);
  });

  test('is unknown once its key is dead, and nobody calls again', async () => {
    await send(lost);
    await db.sql`update messages set first_attempt_at = now() - interval '24 hours'`;
    expect(await send(accepted)).toMatchObject({ decision: 'unknown' });
    expect(await send(accepted)).toMatchObject({ decision: 'unknown' });
    expect(calls).toHaveLength(1);
  });

  test('is unknown at once where the provider knows no keys', async () => {
    expect(await send(lost, { keyLifeMs: 0 })).toMatchObject({ decision: 'unknown' });
    expect(await send(accepted, { keyLifeMs: 0 })).toMatchObject({ decision: 'unknown' });
    expect(calls).toHaveLength(1);
  });

  test('with its worker is unknown too where the provider knows no keys', async () => {
    await send({ outcome: 'later', retryAfterMs: 0 }, { keyLifeMs: 0 });
    await db.sql`update messages set first_attempt_at = now()`;
    expect(await send(accepted, { keyLifeMs: 0 })).toMatchObject({ decision: 'unknown' });
    expect(calls).toHaveLength(1);
  });
});
