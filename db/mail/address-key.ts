import { createHash } from 'node:crypto';

/** Names a mail address without holding it. Addresses compare without case. */
export const addressKeyOf = (email: string): string =>
  createHash('sha256').update(email.trim().toLowerCase()).digest('hex');
