import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyEvidence } from '../../api/law/verify.ts';
import { type EvidenceEntry, hashOf } from '../../db/law/chain.ts';
import type { Until } from '../../workflows/domain/backorder/law.ts';
import { updates, workflowIdOf } from '../../workflows/messages.ts';
import { tablesWith } from '../db/tables-with.ts';
import { untilMail } from '../support/lives/aftermath.ts';
import {
  cancel,
  checkout,
  emailOf,
  forward,
  inDays,
  restock,
  ship,
  until,
  untilEnded,
  untilPhase,
} from '../support/lives/story.ts';
import { type System, startSystem } from '../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem({ webhooks: true });
});
afterAll(() => system.stop());

type Evidence = { entries: EvidenceEntry[]; head: string | null; witnessedHead: string | null };

const evidenceOf = async (orderId: string): Promise<Evidence> =>
  (await system.call('GET', `/v1/backorders/${orderId}/evidence`)).body;

const verdictOn = (evidence: Evidence) => {
  const { is, says } = verifyEvidence(JSON.stringify(evidence));
  return `${is}: ${says.join(' ')}`;
};

/** Waits until it has so much of everything, and the workflow vouches for all of it. */
const untilWitnessed = async (orderId: string, ...types: string[]): Promise<Evidence> => {
  await expect
    .poll(async () => {
      const { entries, head, witnessedHead } = await evidenceOf(orderId);
      return [entries.map(typeOf), head === witnessedHead];
    })
    .toEqual([types, true]);
  return evidenceOf(orderId);
};

const typeOf = ({ type, data }: EvidenceEntry): string =>
  [type, data.kind, data.status].filter(Boolean).join(' ');

/** The notice goes out by the next day: at night it waits for the morning. */
const slip = async (orderId: string, days: number): Promise<void> => {
  const { status } = await system.call('POST', `/v1/backorders/${orderId}/promise`, {
    ...{ promiseId: 'slip', on: inDays(days), basis: 'supplier 8813' },
    reason: 'The foundry told Ada: https://foundry.example',
  });
  expect(status).toBe(200);
  await forward(system, orderId, 1);
};

const accept = async (orderId: string, agreed: Until): Promise<void> => {
  const client = await system.temporal.client();
  const word = { wordId: 'answer/1', channel: 'page', accept: true, until: agreed };
  const { refused } = await client.workflow
    .getHandle(workflowIdOf(orderId))
    .executeUpdate(updates.AnswerNotice, { args: [{ type: 'AnswerNotice', ...word }] });
  expect(refused).toBeNull();
};

const told = ['promise', 'promise', 'notice delay-notice'];
const arrived = 'receipt delay-notice delivered';

describe('the evidence of an order', () => {
  it('tells its life from promise to parcel, vouched for by its workflow', async () => {
    await checkout(system, { orderId: 'whole' });
    const begun = await untilWitnessed('whole', 'promise');
    expect(begun.entries[0]?.data).toMatchObject({
      ...{ orderId: 'whole', promiseId: 'checkout', on: inDays(60), basis: 'supplier 8812' },
    });

    await slip('whole', 80);
    const noticed = await untilWitnessed('whole', ...told, arrived);
    const [, promise, notice] = noticed.entries;
    expect(promise?.data).toMatchObject({ reason: 'The foundry told {name}: {link}' });
    expect(notice?.data).toMatchObject({
      about: { law: { policy: 'us', kind: 'first_within_30', newOn: inDays(80) } },
      text: expect.stringContaining('Hello {name},'),
    });

    await accept('whole', inDays(80));
    await untilMail(system, 'whole', 'delay-answer');
    await restock(system, 'whole', 1);
    await untilPhase(system, 'whole', 'ready_to_ship');
    expect((await ship(system, 'whole')).status).toBe(201);
    await untilEnded(system, 'whole');

    const { entries, ...rest } = await evidenceOf('whole');
    const last = entries.findLast(({ type }) => type === 'shipment');
    expect(entries.map(typeOf).filter((type) => !type.startsWith('receipt'))).toEqual([
      ...told,
      'answer',
      'notice delay-answer',
      'shipment',
    ]);
    expect(entries.find(({ type }) => type === 'answer')?.data).toMatchObject({
      ...{ answer: 'accepted', until: inDays(80), channel: 'page' },
      noticeId: notice?.data.messageId,
    });
    expect(last?.data).toMatchObject({ carrier: 'UPS', trackingHash: expect.any(String) });
    const vouched = entries.find(({ hash }) => hash === rest.witnessedHead);
    expect(vouched?.seq).toBeGreaterThanOrEqual(last?.seq ?? 0);
    expect(verdictOn({ entries, ...rest })).toContain('right');
  });

  it('holds nothing of the person, and outlives them', async () => {
    const before = await evidenceOf('whole');
    for (const personal of ['"Ada"', 'Hello Ada', emailOf('whole'), '1Z999', '/b/']) {
      expect(await tablesWith(system.db, personal)).not.toContain('evidence');
      expect(JSON.stringify(before)).not.toContain(personal);
    }
    expect((await system.call('POST', '/v1/backorders/whole/erase')).status).toBe(200);
    expect(await evidenceOf('whole')).toEqual(before);
    expect(verdictOn(before)).toContain('right');
  });

  it('shows by its workflow that the database was rewritten, however well', async () => {
    const { entries } = await evidenceOf('whole');
    for (const [index, entry] of entries.entries()) {
      if (index === 0) entry.data = { ...entry.data, on: inDays(90) };
      entry.previous = entries[index - 1]?.hash ?? null;
      entry.hash = hashOf(entry);
      const { seq, data, previous, hash } = entry;
      await system.db.sql`
        update evidence set data = ${system.db.sql.json(data as never)}, previous = ${previous}, hash = ${hash}
        where order_id = 'whole' and seq = ${seq}`;
    }
    const forged = await evidenceOf('whole');
    expect(forged.head).toBe(entries.at(-1)?.hash);
    expect(forged.entries.map(({ hash }) => hash)).not.toContain(forged.witnessedHead);
    expect(verdictOn(forged)).toContain('wrong: The workflow holds a hash that no entry has');
  });

  it('stays what the workflow vouched for, whatever it writes after', async () => {
    await checkout(system, { orderId: 'forged' });
    const { head } = await untilWitnessed('forged', 'promise');
    await system.db.sql`
      update evidence set hash = ${'0'.repeat(64)} where order_id = 'forged'`;
    await slip('forged', 80);
    await expect
      .poll(async () => (await evidenceOf('forged')).entries.map(typeOf))
      .toEqual([...told, arrived]);
    const forged = await evidenceOf('forged');
    expect(forged.witnessedHead).toBe(head);
    expect(verdictOn(forged)).toContain('wrong');
  });

  it('says that a notice came back, which then was none', async () => {
    const to = emailOf('back');
    await checkout(system, { orderId: 'back' });
    await untilMail(system, 'back', 'confirmation');
    await system.planMailEvents([{ to, type: 'email.bounced' }]);
    await slip('back', 80);
    await until(system, 'back', ({ attention }) => attention.length > 0);
    await untilWitnessed('back', ...told, 'receipt delay-notice bounced');
  });

  it('tells of a cancellation and its statement, also when nothing was charged', async () => {
    await checkout(system, { orderId: 'ended' });
    await untilMail(system, 'ended', 'confirmation');
    await cancel(system, 'ended');
    await untilEnded(system, 'ended');
    const { entries } = await evidenceOf('ended');
    expect(entries.map(typeOf).slice(0, 3)).toEqual([
      'promise',
      'cancellation',
      'notice cancelled',
    ]);
    expect(entries[1]?.data).toMatchObject({ by: 'customer', cause: null });
  });
});
