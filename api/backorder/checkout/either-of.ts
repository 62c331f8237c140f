import type { z } from 'zod';

/** The fields that a variant needs besides, and those that contradict it. */
type Fields = { needs: readonly string[]; excludes: readonly string[] };

/**
 * A rule for an object of two variants: the first if the body has its field, else the second. Each
 * missing and each contradicting field is an error of its own, as in two schemas.
 */
export const eitherOf =
  ({ field, ...first }: Fields & { field: string }, second: Fields) =>
  (body: unknown, ctx: z.core.$RefinementCtx<unknown>): void => {
    if (typeof body !== 'object' || body === null) return;
    const has = (name: string) => (body as Record<string, unknown>)[name] !== undefined;
    const { needs, excludes } = has(field) ? first : second;
    const complain = (name: string, message: string) =>
      ctx.addIssue({ code: 'custom', path: [name], message });
    for (const name of needs) if (!has(name)) complain(name, 'Required');
    for (const name of excludes) {
      if (has(name)) complain(name, has(field) ? `Not with ${field}` : `Only with ${field}`);
    }
  };
