import { createHash, randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { Instant } from '../../../workflows/domain/time.ts';
import type { Hook } from '../records.ts';
import type { StoreEvent } from '../shop/parts.ts';
import { createDeliveries, type DeliverySettings, switchOff } from './deliveries.ts';
import { createDeliveryPlan, planSchema } from './plan.ts';

const storeId = '1025646';

/** Tells each hook of an event, as its plan of faults has it. */
export const createEvents = (
  settings: DeliverySettings & { storeHash: string; now: () => Instant },
) => {
  const { store, storeHash, now } = settings;
  const plan = createDeliveryPlan();
  const deliveries = createDeliveries(settings);

  const announce = ({ scope, data }: StoreEvent): void => {
    const body = bodyOf({ scope, data, storeHash, at: now() });
    for (const hook of store.state.hooks)
      if (hook.isActive && hears(hook, scope)) tell(hook, scope, body);
  };

  const tell = (hook: Hook, scope: string, body: string): void => {
    const fault = plan.take(scope);
    const delivery = { id: randomUUID(), hookId: hook.id, body };
    if (fault === 'lost') return;
    if (fault === 'deactivated') {
      switchOff(store, hook.id);
      return;
    }
    if (fault === 'blocked') deliveries.block(new URL(hook.destination).host);
    const isHeld = fault === 'reordered';
    const delayMs = fault?.startsWith('late:') ? Number(fault.slice('late:'.length)) * 1000 : 0;
    deliveries.add({ ...delivery, isHeld, trick: trickOf(fault) }, delayMs);
  };

  return {
    announce,
    isIdle: deliveries.isIdle,
    /** `POST /_deliveries` plans what goes wrong, `[]` clears; `GET` shows what is under way. */
    routes: new Hono()
      .get('/_deliveries', (c) =>
        c.json({
          planned: plan.list(),
          waiting: deliveries.listWaiting(),
          blocked: deliveries.listBlocked(),
        }),
      )
      .post('/_deliveries', async (c) => {
        const parsed = planSchema.safeParse(await c.req.json().catch(() => undefined));
        if (!parsed.success)
          return c.json(
            { message: parsed.error.issues.map(({ message }) => message).join('; ') },
            422,
          );
        if (parsed.data.length === 0) plan.clear();
        else plan.append(parsed.data);
        return c.json({ planned: plan.list() });
      }),
  };
};

export type Events = ReturnType<typeof createEvents>;

const trickOf = (fault: string | undefined): 'twice' | 'forged' | 'old' | undefined =>
  fault === 'twice' || fault === 'forged' || fault === 'old' ? fault : undefined;

/** `store/order/*` hears every event of orders. */
const hears = ({ scope }: Hook, event: string): boolean =>
  scope.endsWith('/*') ? event.startsWith(scope.slice(0, -1)) : scope === event;

/** Thin, as BigCommerce's are: what changed, not how it is now. One event has one hash. */
const bodyOf = ({
  scope,
  data,
  storeHash,
  at,
}: StoreEvent & { storeHash: string; at: Instant }): string => {
  const hash = createHash('sha1').update(randomUUID()).digest('hex');
  const created_at = Math.floor(Date.parse(at) / 1000);
  const producer = `stores/${storeHash}`;
  return JSON.stringify({ scope, store_id: storeId, data, hash, created_at, producer });
};
