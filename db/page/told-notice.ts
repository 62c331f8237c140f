import type { Said } from '../../workflows/domain/backorder/mail.ts';
import type { CivilDate } from '../../workflows/domain/time.ts';
import type { Sql } from '../client.ts';

/** What a notice told besides its new date: the day that it replaced, and why. */
export type ToldNotice = { before: CivilDate | null; reason: string | null };

/** As its mail says it; null when no such mail is kept. */
export const findToldNotice = async (
  sql: Sql,
  { orderId, key }: { orderId: string; key: string },
): Promise<ToldNotice | null> => {
  const [told] = await sql<{ about: Said | null; reason: string | null }[]>`
    select m.about, p.reason from messages m
    left join promises p
      on p.order_id = m.order_id and p.promise_id = m.about #>> '{about,promiseId}'
    where m.order_id = ${orderId} and m.key = ${key}`;
  if (told?.about?.kind !== 'delay-notice') return null;
  const { law, change } = told.about.about;
  return { before: law?.before ?? change?.before ?? null, reason: told.reason };
};
