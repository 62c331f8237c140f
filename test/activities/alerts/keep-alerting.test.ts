import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { alertOnce } from '../../../activities/alerts/keep-alerting.ts';
import type { Mail, MailAnswer } from '../../../activities/mail/provider.ts';
import type { Db } from '../../../db/client.ts';
import { raiseAttention, resolveRaised } from '../../../db/record/attention.ts';
import { mailKeyLifeMs } from '../../../workflows/domain/payment/attempt.ts';
import { say } from '../../api/page/cast.ts';
import { empty, place } from '../../db/cast.ts';
import { freshDatabase } from '../../db/fresh.ts';
import { ada, day, dayZero } from '../../support/cast.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase({ max: 8 });
});
afterAll(() => db.close());
beforeEach(async () => {
  await empty(db);
  await db.sql`truncate alerts`;
});

const accepted: MailAnswer = { outcome: 'accepted', providerId: 're_1' };

const early = '2026-11-23T07:59:00.000Z';
const morning = '2026-11-23T08:00:00.000Z';
const tomorrow = '2026-11-24T09:00:00.000Z';

/** What the operator is sent in one round, by a provider that keeps to the keys as Resend does. */
const known = new Map<string, string>();
const round = async (now: string, answer: MailAnswer = accepted): Promise<Mail[]> => {
  const received: Mail[] = [];
  await alertOnce(
    {
      ...{ db, from: 'Lantern & Co <orders@lantern.test>', to: 'ops@lantern.test' },
      ...{ timeZone: 'UTC', temporalUiUrl: 'http://temporal.test', temporalNamespace: 'default' },
      logger: pino({ level: 'silent' }),
      mail: {
        ...{ name: 'resend', keyLifeMs: mailKeyLifeMs },
        send: async (mail, { idempotencyKey }) => {
          const bytes = JSON.stringify(mail);
          const before = known.get(idempotencyKey);
          if (before !== undefined && before !== bytes) throw new Error('other bytes');
          if (before === undefined) received.push(mail);
          if (answer.outcome !== 'later') known.set(idempotencyKey, bytes);
          return answer;
        },
      },
    },
    now,
  );
  return received;
};
beforeEach(() => known.clear());

const raise = async (orderId: string, code: 'disputed' | 'refund_failed', dueAt?: string) => {
  await place(db, { [orderId]: ['LAMP:1'] });
  await raiseAttention(db.sql, { orderId, code, at: dayZero, dueAt: dueAt ?? null });
};

const subjects = (mails: readonly Mail[]) => mails.map(({ subject }) => subject);

describe('what has a deadline', () => {
  it('is told at once, by itself, and once', async () => {
    await raise('a', 'refund_failed', day(7));
    const [mail, ...others] = await round(early);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: 'ops@lantern.test' });
    expect(mail?.subject).toMatch(
      /^\[Lantern & Co\] Order a: refund_failed, due .*November 30, 2026/,
    );
    expect(mail?.text).toContain('http://temporal.test/namespaces/default/workflows/backorder%2Fa');
    expect(mail?.html).toContain('backorder%2Fa');
    expect(await round(early)).toEqual([]);
    expect(await round(morning)).toEqual([]);
    expect(await round(tomorrow)).toEqual([]);
  });

  it('names nobody who ordered', async () => {
    await raise('a', 'refund_failed', day(7));
    await raise('b', 'disputed');
    const told = JSON.stringify(await round(morning));
    for (const secret of [ada.email, ada.name, '10001']) expect(told).not.toContain(secret);
  });

  it('is told by its workflow as well, and anew once it is raised anew', async () => {
    await place(db, { a: ['LAMP:1'] });
    await say(db, 'a', { attention: [{ code: 'refund_failed', at: dayZero, dueAt: day(7) }] });
    expect(await round(early)).toHaveLength(1);
    await say(db, 'a');
    expect(await round(early)).toEqual([]);
    await say(db, 'a', { attention: [{ code: 'refund_failed', at: day(1), dueAt: day(7) }] });
    expect(await round(early)).toHaveLength(1);
  });
});

describe('what has none', () => {
  it('is told at eight, all of it in one mail, and once', async () => {
    await raise('a', 'disputed');
    await raise('b', 'disputed');
    expect(await round(early)).toEqual([]);
    const [digest, ...others] = await round(morning);
    expect(others).toEqual([]);
    expect(digest?.subject).toBe('[Lantern & Co] 2 orders need a person');
    expect(digest?.text).toContain('Order a: disputed, since ');
    expect(digest?.text).toContain('Order b: disputed, since ');
    expect(await round(morning)).toEqual([]);
    expect(await round(tomorrow)).toEqual([]);
  });

  it('waits for the next morning when it comes later that day', async () => {
    expect(await round(morning)).toEqual([]);
    await raise('a', 'disputed');
    expect(await round(morning)).toEqual([]);
    expect(subjects(await round(tomorrow))).toEqual(['[Lantern & Co] 1 order needs a person']);
  });

  it('is not told once somebody has answered it', async () => {
    await raise('a', 'disputed');
    await resolveRaised(db.sql, { orderId: 'a', code: 'disputed' });
    expect(await round(morning)).toEqual([]);
  });
});

describe('an alert whose outcome is lost', () => {
  it.each<[string, MailAnswer, number]>([
    ['goes out later when nothing was sent', { outcome: 'later', retryAfterMs: 1_000 }, 1],
    ['is not sent twice when it may have been', { outcome: 'unknown' }, 0],
  ])('%s', async (_what, answer, more) => {
    await raise('a', 'disputed');
    await raise('b', 'refund_failed', day(7));
    expect(await round(morning, answer)).toHaveLength(2);
    // What happens in between does not change what is sent again.
    await resolveRaised(db.sql, { orderId: 'a', code: 'disputed' });
    await raise('c', 'disputed');
    expect(await round(morning)).toHaveLength(2 * more);
    expect(await round(morning)).toEqual([]);
    expect(subjects(await round(tomorrow))).toEqual(['[Lantern & Co] 1 order needs a person']);
  });

  it('goes out anew once its key is dead', async () => {
    await raise('a', 'refund_failed', day(7));
    await round(morning, { outcome: 'later', retryAfterMs: 1_000 });
    await db.sql`update alerts set at = now() - interval '2 days'`;
    expect(await round(morning)).toHaveLength(1);
    expect(await round(morning)).toEqual([]);
  });

  it('goes out once from several workers', async () => {
    await raise('a', 'disputed');
    await raise('b', 'refund_failed', day(7));
    const all = await Promise.all([round(morning), round(morning), round(morning)]);
    expect(all.flat()).toHaveLength(2);
  });
});
