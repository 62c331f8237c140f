import { describe, expect, test } from 'vitest';
import { templates } from '../../emails/index.ts';
import { classOf, type MessageKind } from '../../workflows/domain/backorder/message-kind.ts';
import { imports } from '../support/sources.ts';

/** What tells stories and shows other products. */
const promotional = ['emails/parts/blocks/story.tsx', 'emails/parts/blocks/offers.tsx'];

/** All that a file imports, directly or through others, without what is only a type. */
const reachedFrom = (file: string, seen: ReadonlySet<string> = new Set([file])): string[] => {
  const next = imports
    .filter(({ from, to, isType }) => seen.has(from) && !isType && !seen.has(to))
    .map(({ to }) => to);
  return next.length === 0 ? [...seen] : reachedFrom(file, new Set([...seen, ...next]));
};

const promotes = (kind: MessageKind): string[] =>
  reachedFrom(`emails/${kind}.tsx`).filter((file) => promotional.includes(file));

const kinds = Object.keys(templates) as MessageKind[];

describe('a service mail', () => {
  test.each(kinds.filter((kind) => classOf(kind) === 'service'))('promotes nothing: %s', (kind) => {
    expect(reachedFrom(`emails/${kind}.tsx`).length).toBeGreaterThan(5);
    expect(promotes(kind)).toEqual([]);
  });

  test('would be seen to: the excitement mail promotes', () => {
    expect(promotes('excitement').toSorted()).toEqual(promotional.toSorted());
  });
});
