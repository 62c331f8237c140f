import type { Part } from '../../workflows/domain/backorder/snapshot.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import type { Db } from '../client.ts';
import type { ShipmentStatus } from '../schema/stock/shipments.ts';

/** What a warehouse reported. Without `lines` every firm unit. `scannedAt` is order time. */
export type ShipmentReport = {
  orderId: string;
  shipmentId: string;
  lines: Part[] | null;
  carrier: string;
  tracking: string;
  scannedAt: Instant;
  bodyHash: string;
};

/** What became of an earlier report under the same id. */
export type KnownShipment = { sameBody: boolean; status: ShipmentStatus; code: string | null };

/**
 * Keeps the report before anything is decided: a scan is a fact and is never lost. Undefined when
 * it is new; otherwise nothing changes, and what is known under its id is returned.
 */
export const reportShipment = async (
  { sql }: Db,
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
export const settleShipment = async (
  { sql }: Db,
  {
    orderId,
    shipmentId,
    status,
    code,
  }: { orderId: string; shipmentId: string; status: ShipmentStatus; code: string | null },
): Promise<void> => {
  await sql`
    update shipments set status = ${status}, code = ${code}
    where order_id = ${orderId} and shipment_id = ${shipmentId} and status <> 'accepted'`;
};
