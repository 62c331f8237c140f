import { z } from 'zod';

/** Stands in addresses, in the audit log and in `operator/<id>`. */
const spelling = /^[a-z0-9][a-z0-9._-]{0,39}$/;

/** Whoever may sign in by one click on a developer's computer, and nobody else. */
export const demoId = 'demo';

export const operatorId = z
  .string()
  .regex(spelling, '1 to 40 of a-z 0-9 . _ -, and a letter or digit first')
  .refine((id) => id !== demoId, 'another name than that of the demo operator');

/** Ids for somebody whom a provider of identities calls so, the nearest first. */
export const idsFor = (called: readonly (string | undefined)[]): string[] => {
  const wish = called.map(plain).find((id) => operatorId.safeParse(id).success) ?? 'operator';
  const more = Array.from({ length: 50 }, (_, index) => `${wish.slice(0, 36)}-${index + 2}`);
  return [wish, ...more];
};

const plain = (name = ''): string =>
  name
    .normalize('NFKD')
    .replace(/@.*$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '')
    .replace(/^[._-]+/, '')
    .slice(0, 40);
