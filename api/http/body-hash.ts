import { createHash } from 'node:crypto';

/**
 * A hash of a body as validated, before defaults: equal for bodies that say the same, whatever
 * the order of their fields and the offset of their instants.
 */
export const bodyHash = (body: unknown): string =>
  createHash('sha256').update(JSON.stringify(body, sortKeys)).digest('base64url');

const sortKeys = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
