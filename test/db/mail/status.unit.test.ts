import { describe, expect, test } from 'vitest';
import { foldStatus, hasComeBack } from '../../../db/mail/status.ts';
import { type Status, statuses } from '../../../workflows/domain/backorder/message-kind.ts';

const fold = (told: readonly (Status | null)[]): Status | null =>
  told.reduce<Status | null>(foldStatus, null);

describe('how a mail stands', () => {
  test.each<[(Status | null)[], Status | null]>([
    [['accepted', 'delivered'], 'delivered'],
    [['delivered', 'accepted'], 'delivered'],
    [['delivered', 'delayed'], 'delivered'],
    [['accepted', 'delayed'], 'delayed'],
    [['complained', 'delivered'], 'complained'],
    [['bounced', 'delivered', 'complained'], 'bounced'],
    [['bounced', 'failed'], 'bounced'],
    [['failed', 'bounced'], 'failed'],
    [['delivered', null], 'delivered'],
    [[null], null],
  ])('%s is %s', (told, status) => expect(fold(told)).toBe(status));

  test('is the same in whatever order it is told, but for the two that did not arrive', () => {
    for (const first of statuses)
      for (const then of statuses) {
        const both = [fold([first, then]), fold([then, first])];
        if (hasComeBack(first) && hasComeBack(then)) expect(both).toEqual([first, then]);
        else expect(both[0]).toBe(both[1]);
      }
  });
});
