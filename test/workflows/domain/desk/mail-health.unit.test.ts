import { describe, expect, it } from 'vitest';
import {
  bounceRateOf,
  type Counted,
  complaintRateOf,
  outcomeOf,
  sentOf,
  totalsOf,
} from '../../../../workflows/domain/desk/mail-health.ts';

const sent = (status: string | null, count: number): Counted => ({
  decision: 'sent',
  status,
  count,
});

describe('what became of a message', () => {
  it.each([
    ['sent', 'delivered', 'delivered'],
    ['sent', 'complained', 'complained'],
    ['sent', null, 'accepted'],
    ['sent', 'a word of tomorrow', 'accepted'],
    ['failed', null, 'refused'],
    ['unknown', null, 'unknown'],
    ['owed', null, 'waiting'],
    ['sending', null, 'waiting'],
    ['held', null, 'waiting'],
    ['skipped', null, 'skipped'],
    ['merged', null, 'merged'],
  ])('is of a %s one, %s: %s', (decision, status, outcome) => {
    expect(outcomeOf({ decision, status })).toBe(outcome);
  });

  it('is counted once, and only what was taken counts as sent', () => {
    const totals = totalsOf([
      sent('delivered', 7),
      sent('bounced', 2),
      sent('delivered', 1),
      { decision: 'failed', status: null, count: 5 },
      { decision: 'held', status: null, count: 3 },
    ]);
    expect([totals.delivered, totals.refused, totals.waiting, sentOf(totals)]).toEqual([
      8, 5, 3, 10,
    ]);
  });
});

describe('a rate', () => {
  const bounces = (part: number, of: number) =>
    bounceRateOf(totalsOf([sent('bounced', part), sent('delivered', of - part)])).standing;
  const complaints = (part: number, of: number) =>
    complaintRateOf(totalsOf([sent('complained', part), sent('delivered', of - part)])).standing;

  it.each([
    [1, 100, 'fine'],
    [2, 100, 'watch'],
    [499, 10_000, 'watch'],
    [5, 100, 'bad'],
    [50, 99, 'few'],
  ])('of %i bounces in %i mails is %s', (part, of, standing) => {
    expect(bounces(part, of)).toBe(standing);
  });

  it.each([
    [9, 10_000, 'fine'],
    [10, 10_000, 'watch'],
    [29, 10_000, 'watch'],
    [30, 10_000, 'bad'],
    [1, 50, 'few'],
  ])('of %i complaints in %i mails is %s', (part, of, standing) => {
    expect(complaints(part, of)).toBe(standing);
  });

  it('is none where the provider tells nothing of what it took', () => {
    const totals = totalsOf([sent('accepted', 5_000)]);
    expect(bounceRateOf(totals)).toEqual({ part: 0, of: 5_000, standing: 'untold' });
    expect(complaintRateOf(totals)).toEqual({ part: 0, of: 0, standing: 'untold' });
  });

  it('of complaints leaves out what never arrived', () => {
    const totals = totalsOf([sent('delivered', 999), sent('complained', 1), sent('bounced', 500)]);
    expect(complaintRateOf(totals)).toEqual({ part: 1, of: 1_000, standing: 'watch' });
  });
});
