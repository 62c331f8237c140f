import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerAfterEnd } from '../../../api/temporal/answer-after-end.ts';
import { findLife } from '../../../db/backorder/life.ts';
import { writeView } from '../../../db/backorder/views.ts';
import { listPromises } from '../../../db/promise/promises.ts';
import { entryOf } from '../../../workflows/domain/story.ts';
import type { View } from '../../../workflows/domain/view.ts';
import { freeLaw } from '../../support/cast.ts';
import { startTestApp } from '../test-app.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
let orderId: string;
beforeAll(async () => {
  api = await startTestApp();
});
afterAll(() => api.close());
beforeEach(async () => {
  orderId = await api.placeAnother();
});

const body = {
  promiseId: 'p-2',
  on: '2027-02-01',
  reason: 'the port is closed',
  basis: 'supplier mail',
};

const promise = (changes: object = {}) =>
  api.call('POST', `/v1/backorders/${orderId}/promise`, {
    as: 'inventory',
    body: { ...body, ...changes },
  });

const refuse = (refused: 'already_shipped' | 'cancelled'): void => {
  api.acts.answer = async () => ({ refused });
};

const accept = (): void => {
  api.acts.answer = async () => ({ ok: true });
};

/** The backorder ended before: it is answered from its stored end. */
const askTheEnd = (): void => {
  api.acts.answer = async () => {
    const life = await findLife(api.db.sql, orderId);
    const request = api.acts.asked.at(-1)?.request;
    if (!life || !request) throw new Error('nothing was asked of an order that ended');
    return answerAfterEnd(api.db, orderId, { life, request });
  };
};

/** The workflow says how it stands and, if it is named, which promise it has taken on. */
const show = async (
  revision: number,
  { promiseId, ...changes }: Partial<View> & { promiseId?: string },
): Promise<void> => {
  const at = new Date().toISOString();
  const { on } = body;
  const entry =
    promiseId &&
    entryOf({ type: 'PromiseChanged', at, promiseId, on, statedAt: at, isSupply: false }, revision);
  const view: View = {
    phase: 'awaiting_stock',
    promise: { promiseId: promiseId ?? 'checkout', on },
    payment: {
      ...{ state: 'vaulted', authorized: 0, captured: 0, givenBack: 0, chargedBack: 0 },
      ...{ holdUntil: null, problem: null, expiringOn: null, isUnmatched: false },
      books: { waived: 0, foreign: 0 },
    },
    ...{
      law: freeLaw,
      next: null,
      nextWakeAt: null,
      attention: [],
      isSuspended: false,
      outcome: null,
    },
    ...changes,
  };
  await writeView(api.db, { orderId, revision, view, entries: entry ? [entry] : [], skippedMs: 0 });
};

const shipped = { phase: 'shipped', outcome: 'shipped' } as const;

const told = async () => {
  const { body: answer } = await api.call('GET', `/v1/backorders/${orderId}/timeline`);
  return answer.data.filter(({ type }: { type: string }) => type.startsWith('Promise'));
};

const kept = async () =>
  (await listPromises(api.db.sql, orderId)).map(({ promiseId, withdrawnBecause }) => [
    promiseId,
    withdrawnBecause,
  ]);

const withdrawal = {
  at: expect.any(String),
  type: 'PromiseWithdrawn',
  summary: 'The promise for 2027-02-01 was withdrawn: everything has shipped',
  detail: { promiseId: 'p-2', on: '2027-02-01', why: 'already_shipped' },
};

describe('a promise that the backorder refuses', () => {
  it('stays in the history, and the timeline says why it does not count', async () => {
    refuse('already_shipped');
    expect(await promise()).toMatchObject({ status: 409, body: { code: 'already_shipped' } });
    expect(await kept()).toEqual([
      ['checkout', null],
      ['p-2', 'already_shipped'],
    ]);
    expect(await told()).toEqual([withdrawal]);
  });

  it('may be that no date can be given', async () => {
    refuse('cancelled');
    await promise({ on: null });
    expect(await told()).toMatchObject([
      {
        summary: 'The promise without a date was withdrawn: the order is cancelled',
        detail: { promiseId: 'p-2', on: null, why: 'cancelled' },
      },
    ]);
  });

  it('is refused again under the same id, and told of once', async () => {
    refuse('already_shipped');
    await promise();
    refuse('cancelled');
    expect(await promise()).toMatchObject({ status: 409, body: { code: 'cancelled' } });
    expect(await kept()).toContainEqual(['p-2', 'already_shipped']);
    expect(await told()).toEqual([withdrawal]);
  });

  it('keeps its id: another one needs another', async () => {
    refuse('already_shipped');
    await promise();
    accept();
    const { length } = api.acts.asked;
    expect(await promise({ on: null })).toMatchObject({ status: 409, body: { code: 'id_reused' } });
    expect(api.acts.asked).toHaveLength(length);
    expect(await told()).toEqual([withdrawal]);
  });

  it('counts from when it is repeated and taken on after all, as the newest', async () => {
    refuse('already_shipped');
    await promise();
    accept();
    await promise({ promiseId: 'p-3', on: '2027-03-01' });
    await show(2, { promiseId: 'p-3' });
    expect((await promise()).status).toBe(200);
    await show(3, { promiseId: 'p-2' });
    expect(await kept()).toEqual([
      ['checkout', null],
      ['p-3', null],
      ['p-2', null],
    ]);
    expect((await told()).map(({ type }: { type: string }) => type)).toEqual([
      'PromiseWithdrawn',
      'PromiseChanged',
      'PromiseChanged',
    ]);
    const { body: backorder } = await api.call('GET', `/v1/backorders/${orderId}`);
    expect(backorder.promise).toMatchObject({ on: '2027-02-01', basis: 'supplier mail' });
  });

  it('is told of once when it is asked for twice at the same time', async () => {
    refuse('already_shipped');
    const answers = await Promise.all([promise(), promise(), promise()]);
    expect(answers.map(({ status }) => status)).toEqual([409, 409, 409]);
    expect(await told()).toEqual([withdrawal]);
  });

  it('is not taken for withdrawn when one of two that came at once was taken on', async () => {
    api.acts.answer = async () => {
      await show(2, { promiseId: 'p-2' });
      return { refused: 'already_shipped' };
    };
    await promise();
    expect(await kept()).toContainEqual(['p-2', null]);
    expect(await told()).toMatchObject([{ type: 'PromiseChanged', detail: { promiseId: 'p-2' } }]);
  });
});

describe('a promise of a backorder that has ended', () => {
  it('that it took on is answered as before, and stays told', async () => {
    await promise();
    await show(2, { promiseId: 'p-2' });
    await show(3, { ...shipped, promiseId: 'p-2' });
    askTheEnd();
    const again = await promise();
    expect(again.status).toBe(200);
    expect(again.headers.get('Idempotent-Replayed')).toBe('true');
    expect(await kept()).toContainEqual(['p-2', null]);
  });

  it('that it never decided about is withdrawn with its end', async () => {
    api.acts.answer = () => Promise.reject(new Error('the process ended here'));
    await promise();
    expect(await told()).toEqual([]);
    await show(2, shipped);
    expect(await kept()).toContainEqual(['p-2', 'already_shipped']);
    expect(await told()).toEqual([withdrawal]);
    askTheEnd();
    expect(await promise()).toMatchObject({ status: 409, body: { code: 'already_shipped' } });
    expect(await told()).toEqual([withdrawal]);
  });
});
