import type { Sql } from '../client.ts';
import { announce } from '../outbound/announce.ts';
import type { Message } from './messages.ts';

/**
 * Tells others what became of a message, in the transaction that decides it. What waits is not
 * decided; a mail of unknown outcome that turns out to be sent is told of twice.
 */
export const announceSettled = (
  sql: Sql,
  { id, orderId, decision }: Pick<Message, 'id' | 'orderId' | 'decision'>,
): Promise<void> =>
  announce(sql, [{ key: `${id}/${decision}`, type: 'message.settled', orderId, subject: id }]);
