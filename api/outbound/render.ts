import { type BackorderRow, listBackordersById } from '../../db/backorder/read.ts';
import type { Sql } from '../../db/client.ts';
import { listMessagesById } from '../../db/mail/list-messages.ts';
import type { DueDelivery } from '../../db/outbound/deliveries.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import { toBackorderAnswer, withoutPersonalData } from '../backorder/answer.ts';
import type { BackorderAnswer } from '../backorder/backorder-schema.ts';
import type { Config } from '../config.ts';
import { toMessageAnswer } from '../mail/message-answer.ts';

export type Surroundings = Pick<
  Config,
  'publicUrl' | 'linkSecrets' | 'temporalUiUrl' | 'temporalNamespace'
>;

type Asked = { isPersonal: boolean; now: Instant };

/**
 * What each event says, as things stand now; of what is there no more, nothing. No event holds the
 * link to the customer's page, with which anybody can cancel.
 */
export const renderAll = async (
  sql: Sql,
  events: readonly DueDelivery[],
  { isPersonal, now, ...surroundings }: Asked & Surroundings,
): Promise<Map<number, string>> => {
  const subjectsOf = (kind: string): string[] => [
    ...new Set(events.filter(({ type }) => type.startsWith(kind)).map(({ subject }) => subject)),
  ];
  const [orders, messages] = await Promise.all([
    listBackordersById(sql, subjectsOf('backorder.')),
    listMessagesById(sql, subjectsOf('message.')),
  ]);
  const show = (row: BackorderRow): BackorderAnswer =>
    backorderIn(toBackorderAnswer(row, { ...surroundings, now }), isPersonal);
  const known = new Map<string, object>([
    ...orders.map((row) => [`backorder ${row.orderId}`, show(row)] as const),
    ...messages.map(
      ({ to, ...row }) =>
        [
          `message ${row.id}`,
          { orderId: row.orderId, ...toMessageAnswer(row), to: isPersonal ? to : null },
        ] as const,
    ),
  ]);
  return new Map(
    events.flatMap((event) => {
      const data = event.data ?? known.get(`${event.type.split('.')[0]} ${event.subject}`);
      return data ? [[event.seq, bodyOf(event, data)]] : [];
    }),
  );
};

const bodyOf = ({ type, createdAt }: DueDelivery, data: object): string =>
  JSON.stringify({ type, timestamp: createdAt, data });

const backorderIn = (answer: BackorderAnswer, isPersonal: boolean): BackorderAnswer => {
  const shown = isPersonal ? answer : withoutPersonalData(answer);
  return { ...shown, links: { ...shown.links, status: null } };
};
