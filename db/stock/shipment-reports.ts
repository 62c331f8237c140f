import type { Sql } from '../client.ts';
import type { shipments } from '../schema/stock/shipments.ts';

/** What a warehouse reported. Without `lines` every firm unit. `scannedAt` is order time. */
export type ShipmentReport = Pick<
  Stored,
  'orderId' | 'shipmentId' | 'lines' | 'carrier' | 'tracking' | 'scannedAt' | 'bodyHash'
>;

type Stored = typeof shipments.$inferSelect;

/** What became of an earlier report under the same id. */
export type KnownShipment = Pick<Stored, 'status' | 'code'> & { sameBody: boolean };

/**
 * Keeps the report before anything is decided: a scan is a fact and is never lost. Undefined when
 * it is new; otherwise nothing changes, and what is known under its id is returned.
 */
export const reportShipment = async (
  sql: Sql,
  report: ShipmentReport,
): Promise<KnownShipment | undefined> => {
  const { orderId, shipmentId, lines, carrier, tracking, scannedAt, bodyHash } = report;
  const added = await sql`
    insert into shipments (
      order_id, shipment_id, requested, carrier, tracking, scanned_at, body_hash, status
    ) values (
      ${orderId}, ${shipmentId}, ${lines && sql.json(lines)}, ${carrier}, ${tracking},
      ${scannedAt}, ${bodyHash}, 'reported'
    )
    on conflict (order_id, shipment_id) do nothing`;
  if (added.count > 0) return undefined;
  const [known] = await sql<KnownShipment[]>`
    select body_hash = ${bodyHash} as same_body, status, code from shipments
    where order_id = ${orderId} and shipment_id = ${shipmentId}`;
  return known;
};

/** Notes what the backorder answered. Once accepted a shipment stays accepted. */
export const decideShipment = async (
  sql: Sql,
  { orderId, shipmentId, status, code }: Pick<Stored, 'orderId' | 'shipmentId' | 'status' | 'code'>,
): Promise<void> => {
  await sql`
    update shipments set status = ${status}, code = ${code}
    where order_id = ${orderId} and shipment_id = ${shipmentId} and status <> 'accepted'`;
};
