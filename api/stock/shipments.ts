import { randomUUID } from 'node:crypto';
import { OpenAPIHono, type z } from '@hono/zod-openapi';
import type { BackorderRow } from '../../db/backorder/read.ts';
import { decideShipment, reportShipment } from '../../db/stock/shipment-reports.ts';
import { reportRoute, toUnits } from '../backorder/act.ts';
import { shipment } from '../backorder/acts-schema.ts';
import { refusal } from '../backorder/refusal.ts';
import { asSeenBy, getBackorder, showBackorder } from '../backorder/show.ts';
import type { RouteDeps } from '../deps.ts';
import { bodyHash } from '../http/body-hash.ts';
import type { AppEnv } from '../http/env.ts';
import { reportedAt } from '../http/order-time.ts';
import { problem } from '../http/problem.ts';

/**
 * Takes reports of parcels that the carrier has. A report is kept before anything is decided. It
 * stays when it is refused, so that a person can look.
 */
export const shipmentRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>().openapi(route(deps), async (c) => {
    const row = await getBackorder(deps, c.req.valid('param').orderId);
    const body = c.req.valid('json');
    const known = await report(deps, row, body);
    if (known && !known.sameBody) throw idReused(body.shipmentId);
    if (known?.status === 'accepted') {
      c.header('Idempotent-Replayed', 'true');
      return c.json(asSeenBy(c, await showBackorder(deps, row.orderId)), 200);
    }
    const again = known?.status === 'refused' ? `/${randomUUID()}` : '';
    await ship(deps, row, { body, id: `shipment/${body.shipmentId}${again}` });
    return c.json(asSeenBy(c, await showBackorder(deps, row.orderId)), 201);
  });

const route = (deps: RouteDeps) =>
  reportRoute(deps, {
    act: 'shipments',
    scope: 'fulfilment',
    summary: 'Report what the carrier has',
    body: shipment,
    problems: ['not_ready_to_ship', 'cancelled', 'on_hold'],
  });

type Body = z.output<typeof shipment>;

const report = ({ db }: RouteDeps, row: BackorderRow, body: Body) =>
  reportShipment(db.sql, {
    orderId: row.orderId,
    shipmentId: body.shipmentId,
    lines: toUnits(row, body.lines),
    carrier: body.carrier,
    tracking: body.tracking,
    scannedAt: reportedAt(body.scannedAt, row),
    bodyHash: bodyHash(body),
  });

/**
 * Asks the backorder. Without an answer the report stays as it is, and a repetition asks again. So
 * does the repetition of a refused report, because units become ready and holds end.
 */
const ship = async (
  { db, acts }: RouteDeps,
  row: BackorderRow,
  { body, id }: { body: Body; id: string },
): Promise<void> => {
  const { orderId } = row;
  const { shipmentId } = body;
  const lines = toUnits(row, body.lines);
  const request = { type: 'ReportShipment' as const, shipmentId, lines };
  const answer = await acts.act(orderId, request, { id });
  const code = 'refused' in answer ? answer.refused : null;
  const status = code === null ? ('accepted' as const) : ('refused' as const);
  await decideShipment(db.sql, { orderId, shipmentId, status, code });
  if (code !== null) throw refusal(request, code);
};

const idReused = (shipmentId: string) =>
  problem('id_reused', { detail: `The shipment ${shipmentId} came before with another body.` });
