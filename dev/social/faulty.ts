import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { dropConnection, type FaultPlan, hangConnection } from '../faults.ts';

/** Does what a call asks for, unless the fault plan has it go wrong, before or after. */
export const faulty = (
  c: Context,
  { faults, path }: { faults: FaultPlan; path: string },
  act: () => Response | Promise<Response>,
): Response | Promise<Response> => {
  const fault = faults.take({ method: c.req.method, path });
  if (fault?.kind === 'hang') return hangConnection(c);
  if (fault?.kind === 'drop-before') return dropConnection(c);
  if (fault?.kind === 'status') return fail(c, fault.status);
  const done = act();
  if (fault?.kind === 'drop-after') return dropConnection(c);
  if (fault?.kind === 'status-after') return fail(c, fault.status);
  return done;
};

const fail = (c: Context, status: number): Response => {
  if (status === 429) c.header('Retry-After', '2');
  return c.json({ error: 'planned' }, status as ContentfulStatusCode);
};
