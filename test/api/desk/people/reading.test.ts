import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { noteAuditOnce } from '../../../../db/desk/people/audit.ts';
import { addMs, dayMs } from '../../../../workflows/domain/time.ts';
import { empty } from '../../../db/cast.ts';
import { dayZero } from '../../../support/cast.ts';
import { mailTo, placeLamps } from '../../page/cast.ts';
import { startDeskApp } from '../desk-app.ts';

let desk: Awaited<ReturnType<typeof startDeskApp>>;
beforeAll(async () => {
  desk = await startDeskApp();
});
afterAll(() => desk.close());
beforeEach(async () => {
  await empty(desk.db);
  await desk.signInAll();
  await placeLamps(desk.db, 'A');
  await desk.db.sql`delete from audit`;
});

const noted = () => desk.db.sql`
  select operator_id, type, subject, detail from audit order by operator_id, type, subject`;

/** Nobody waits for an entry, so a test has to. */
const eventually = (entries: object[]) =>
  vi.waitFor(async () => expect(await noted()).toMatchObject(entries), { timeout: 5_000 });

const readA = { type: 'personal_data_read', subject: 'GET /v1/backorders/A' } as const;

describe('whom an order is for', () => {
  it('was read by a person once a day, however often and by whatever page', async () => {
    const id = await mailTo(desk.db, 'A', {
      ...{ kind: 'confirmation', subject: 'Thank you', at: dayZero },
    });
    for (const path of ['', '', `/messages/${id}`, `/messages/${id}/mail`, '/evidence']) {
      expect((await desk.read(`/desk/orders/A${path}`, 'support')).status, path).toBe(200);
    }
    await desk.read('/desk/orders/A', 'manager');
    await eventually([
      { operatorId: 'manager', ...readA },
      { operatorId: 'support', ...readA },
    ]);
  });

  it('is written down once by several requests at once', async () => {
    const entry = { operatorId: 'support', detail: {}, ...readA } as const;
    const since = addMs(new Date().toISOString(), -dayMs);
    await Promise.all(Array.from({ length: 5 }, () => noteAuditOnce(desk.db, entry, since)));
    expect(await noted()).toHaveLength(1);
  });

  it('is written down anew on another day', async () => {
    await desk.db.sql`insert into audit (operator_id, type, subject, at)
      values ('support', ${readA.type}, ${readA.subject}, now() - interval '25 hours')`;
    await desk.read('/desk/orders/A', 'support');
    await eventually([readA, readA]);
  });

  it('is not read by those who do not see it, or where there is no order', async () => {
    await desk.read('/desk/orders/A', 'viewer');
    await desk.read('/desk/orders/A', 'buyer');
    await desk.read('/desk/orders/NONE', 'support');
    await desk.read('/desk/orders.csv', 'viewer');
    await desk.read('/desk/orders/A', 'support');
    await eventually([{ operatorId: 'support', ...readA }]);
  });

  it('is shown though it cannot be written down, and without waiting', async () => {
    await desk.db.sql.begin(async (sql) => {
      await sql`lock table audit in access exclusive mode`;
      const late = sleep(1_500).then(() => ({ status: 0, html: 'it waits for the note' }));
      const { status, html } = await Promise.race([desk.read('/desk/orders/A', 'support'), late]);
      expect([status, html.includes('ada@example.org')]).toEqual([200, true]);
    });
  });
});

describe('a file of orders', () => {
  it('is written down each time, with its filter and without whom it was asked for', async () => {
    await desk.read('/desk/orders.csv?phase=open&email=ada%40example.org', 'support');
    await desk.read('/desk/orders.csv?q=ada%40example.org', 'support');
    const file = { type: 'personal_data_exported', subject: 'GET /desk/orders.csv' };
    await eventually([file, file]);
    const filters = (await noted()).map(({ detail }) => detail.filter).sort();
    expect(filters).toEqual(['phase=open email', 'q']);
  });

  it('is found in the audit log by its kind, and leads to the orders', async () => {
    await desk.read('/desk/orders.csv', 'support');
    await desk.read('/desk/orders/A', 'support');
    await vi.waitFor(async () => expect(await noted()).toHaveLength(2));
    const { html } = await desk.read('/desk/people/audit?type=personal_data_exported');
    expect(html).toContain('<a class="id" href="/desk/orders">GET /desk/orders.csv</a>');
    expect(html).toContain('<td>personal data exported</td>');
    expect(html).not.toContain('<td>personal data read</td>');
  });
});
