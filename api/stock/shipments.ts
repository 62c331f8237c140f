import { randomUUID } from 'node:crypto';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { BackorderRow } from '../../db/backorder/read.ts';
import { decideShipment, reportShipment } from '../../db/stock/shipment-reports.ts';
import type { Part } from '../../workflows/domain/backorder/snapshot.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import { reportRoute, toUnits } from '../backorder/act.ts';
import { shipment } from '../backorder/acts-schema.ts';
import { nameCaller } from '../backorder/answer-act.ts';
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
    const lines = toUnits(row, body.lines);
    const report = { ...body, lines, bodyHash: bodyHash(body) };
    if ((await takeReport(deps, row, report)) === 'known') {
      c.header('Idempotent-Replayed', 'true');
      return c.json(asSeenBy(c, await showBackorder(deps, row.orderId)), 200);
    }
    const actId = `shipment/${body.shipmentId}`;
    await nameCaller(c, deps, { orderId: row.orderId, act: 'shipments', actId, reason: undefined });
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

type Report = {
  shipmentId: string;
  /** Without them every firm unit. */
  lines: Part[] | null;
  carrier: string | null;
  tracking: string | null;
  scannedAt: Instant;
  bodyHash: string;
};

/**
 * Keeps a report and asks the backorder, unless it has accepted that one before. Refuses as the API
 * does. Safe to repeat.
 */
export const takeReport = async (
  deps: Pick<RouteDeps, 'db' | 'acts'>,
  row: BackorderRow,
  report: Report,
): Promise<'taken' | 'known'> => {
  const { orderId } = row;
  const scannedAt = reportedAt(report.scannedAt, row);
  const known = await reportShipment(deps.db.sql, { orderId, ...report, scannedAt });
  if (known && !known.sameBody) throw idReused(report.shipmentId);
  if (known?.status === 'accepted') return 'known';
  const again = known?.status === 'refused' ? `/${randomUUID()}` : '';
  await ship(deps, orderId, { report, id: `shipment/${report.shipmentId}${again}` });
  return 'taken';
};

/**
 * Asks the backorder. Without an answer the report stays as it is, and a repetition asks again. So
 * does the repetition of a refused report, because units become ready and holds end.
 */
const ship = async (
  { db, acts }: Pick<RouteDeps, 'db' | 'acts'>,
  orderId: string,
  { report: { shipmentId, lines }, id }: { report: Report; id: string },
): Promise<void> => {
  const request = { type: 'ReportShipment' as const, shipmentId, lines };
  const answer = await acts.act(orderId, request, { id });
  const code = 'refused' in answer ? answer.refused : null;
  const status = code === null ? ('accepted' as const) : ('refused' as const);
  await decideShipment(db.sql, { orderId, shipmentId, status, code });
  if (code !== null) throw refusal(request, code);
};

const idReused = (shipmentId: string) =>
  problem('id_reused', { detail: `The shipment ${shipmentId} came before with another body.` });
