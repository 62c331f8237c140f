import type { Context, Hono } from 'hono';
import { allow } from '../access/allow.ts';
import { answerOf } from '../call.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../env.ts';
import { findOrder } from './order.ts';

/** What the shop has to show for an order: to print, and as JSON to be verified. */
export const mountEvidence = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  app.get('/desk/orders/:orderId/evidence', allow(deps, 'read'), async (c) =>
    c.html(String(await readEvidence(c, 'html'))),
  );
  app.get('/desk/orders/:orderId/evidence.json', allow(deps, 'read'), async (c) => {
    const { orderId } = await findOrder(c);
    c.header('Content-Type', 'application/json');
    c.header('Content-Disposition', `attachment; filename="evidence-${safe(orderId)}.json"`);
    return c.body(String(await readEvidence(c, 'json')));
  });
};

/** The bytes of the API itself: whoever verifies a chain hashes what they were given. */
const readEvidence = async (c: Context<DeskEnv>, format: 'html' | 'json') => {
  const { orderId } = await findOrder(c);
  return answerOf(
    deskOf(c).api.GET('/v1/backorders/{orderId}/evidence', {
      params: { path: { orderId }, query: format === 'html' ? { format } : {} },
      parseAs: 'text',
    }),
  );
};

const safe = (orderId: string): string => orderId.replaceAll(/[^\w.-]/g, '_');
