import { pino } from 'pino';
import { expect, it } from 'vitest';
import { withheld } from '../../db/withheld.ts';

/** As postgres.js throws it. */
const refused = Object.assign(new Error('new row violates check constraint "orders_email"'), {
  ...{ code: '23514', table_name: 'orders' },
  ...{ detail: 'Failing row contains (A, ada@example.org).', where: 'portal "ada@example.org"' },
  ...{ query: 'insert …', parameters: ['ada@example.org'] },
});

it('leaves a line that says what is wrong and whom it is about to nobody', () => {
  const lines: string[] = [];
  const logger = pino({ redact: withheld }, { write: (line) => lines.push(line) });
  logger.error({ err: refused }, 'request failed');
  logger.error({ meta: { error: refused } }, 'activity failed');
  expect(lines.join()).not.toContain('ada@example.org');
  expect(lines[0]).toContain('orders_email');
  expect(lines[0]).toContain('23514');
});
