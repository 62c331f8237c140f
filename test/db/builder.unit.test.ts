import { sql as raw } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { builder } from '../../db/builder.ts';
import type { Sql } from '../../db/client.ts';
import { messages } from '../../db/schema/mail/messages.ts';

const gone = Object.assign(new Error('the server went away'), { code: '57P01' });

/** A pool whose server goes away under every statement. */
const broken = {
  unsafe: () => {
    const failed = Promise.reject(gone);
    failed.catch(() => {});
    return Object.assign(failed, { values: () => failed });
  },
} as unknown as Sql;

const failureOf = async (statement: PromiseLike<unknown>): Promise<unknown> => {
  try {
    await statement;
  } catch (error) {
    return error;
  }
  return undefined;
};

it('fails with what the server said and with nothing of what it was sent', async () => {
  const db = builder(broken);
  const { to } = messages;
  const all = [
    db.select({ to }).from(messages).where(raw`${to} = ${'ada@example.org'}`),
    db.update(messages).set({ to: 'ada@example.org' }),
    db.execute(raw`select ${'ada@example.org'}`),
  ];
  for (const statement of all) expect(await failureOf(statement)).toBe(gone);
});
