import { expect, it } from 'vitest';
import type { Scope } from '../../../api/access/auth.ts';
import { seesPersonalData } from '../../../api/access/personal-data.ts';

it.each<[Scope[], boolean]>([
  [['checkout'], true],
  [['support'], true],
  [['admin'], true],
  [['read', 'support'], true],
  [['read'], false],
  [['inventory'], false],
  [['fulfilment'], false],
  [['read', 'inventory', 'fulfilment'], false],
  [[], false],
])('a key with the scopes %j sees whom an order is for: %s', (scopes, sees) => {
  expect(seesPersonalData({ scopes })).toBe(sees);
});
