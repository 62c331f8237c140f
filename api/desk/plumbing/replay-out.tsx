import type { Context, Hono } from 'hono';
import { listFailed } from '../../../db/desk/plumbing/deliveries.ts';
import { type Endpoint, findEndpoint } from '../../../db/outbound/endpoints.ts';
import { hourMs, type Instant } from '../../../workflows/domain/time.ts';
import { allow } from '../access/allow.ts';
import { answerOf, notFound } from '../call.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../env.ts';
import { type Form, mountAct } from '../parts/act.tsx';
import { Select } from '../parts/field.tsx';
import { showPage } from '../parts/layout.tsx';
import { When } from '../parts/when.tsx';
import { Delivery, getDelivery } from './deliveries.tsx';
import { endpointOf } from './endpoint-acts.tsx';
import { endpointPath, endpointsPath } from './endpoints.tsx';

const deliveryPath = `${endpointsPath}/:id/deliveries/:deliveryId`;
/** The API tells one at a time, so that one form tells no more than this. */
const most = 100;

type Found = { endpoint: Endpoint; delivery: NonNullable<Awaited<ReturnType<typeof getDelivery>>> };

/** One delivery, and telling it or those that failed once more. */
export const mountReplayOut = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  const zone = deps.config.shopTimeZone;
  const find = async (c: Context<DeskEnv>): Promise<Found> => {
    const endpoint = await findEndpoint(deps.reads.sql, c.req.param('id') ?? '');
    const deliveryId = c.req.param('deliveryId') ?? '';
    const delivery = endpoint && (await getDelivery(deps.reads.sql, endpoint, deliveryId));
    if (!delivery) throw notFound();
    return { endpoint, delivery };
  };
  app.get(deliveryPath, allow(deps, 'read'), async (c) => {
    const { endpoint, delivery } = await find(c);
    const { orderId } = delivery;
    if (endpoint.personalData && orderId !== null) {
      deskOf(c).reading.order(encodeURIComponent(orderId));
    }
    const children = <Delivery {...{ c, endpoint, delivery, zone }} />;
    return showPage(c, { title: `${delivery.type} for ${endpoint.endpointId}`, at, children });
  });
  mountAct<Found>(app, deps, {
    ...{ path: `${deliveryPath}/replay`, scopes: ['admin'], at, go: 'Tell it once more', find },
    title: ({ delivery, endpoint }) => `Tell ${endpoint.endpointId} ${delivery.type} once more`,
    back: ({ delivery, endpoint }) =>
      `${endpointPath(endpoint.endpointId)}/deliveries/${delivery.deliveryId}`,
    preview: async ({ found: { delivery, endpoint } }) => (
      <Following endpoint={endpoint} count={1} state={delivery.state} />
    ),
    act: async ({ c, found: { endpoint, delivery } }) => {
      await replay(c, endpoint, delivery.deliveryId);
      return { said: 'It goes out once more, within seconds.' };
    },
  });
  mountAll(app, deps);
};

const at = 'plumbing' as const;

const replay = (c: Context<DeskEnv>, { endpointId: id }: Endpoint, deliveryId: string) => {
  const params = { path: { id, deliveryId } };
  const path = '/v1/webhook-endpoints/{id}/deliveries/{deliveryId}/replay';
  return answerOf(deskOf(c).api.POST(path, { params }));
};

const spans = [
  { value: '1', label: 'the last hour' },
  { value: '24', label: 'the last day' },
  { value: '168', label: 'the last week' },
  { value: '720', label: 'the last 30 days' },
] as const;

const sinceIn = (form: Form): Instant => {
  const hours = spans.find(({ value }) => value === form.get('hours'))?.value ?? '24';
  return new Date(Date.now() - Number(hours) * hourMs).toISOString();
};

const mountAll = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  const zone = deps.config.shopTimeZone;
  const failedOf = ({ endpointId }: Endpoint, form: Form) =>
    listFailed(deps.reads.sql, { endpointId, since: sinceIn(form), limit: most });
  mountAct<Endpoint>(app, deps, {
    ...{ path: `${endpointsPath}/:id/replay`, scopes: ['admin'], at, go: 'Tell them once more' },
    find: endpointOf(deps),
    title: ({ endpointId }) => `Tell ${endpointId} what failed once more`,
    back: ({ endpointId }) => endpointPath(endpointId),
    fields: (_, form) => (
      <Select
        name="hours"
        label="What happened in"
        value={form.get('hours') ?? '24'}
        choices={spans}
        hint="Only what was given up. What is still tried goes out by itself."
      />
    ),
    preview: async ({ found, form }) => {
      const { deliveryIds, isMore } = await failedOf(found, form);
      return (
        <>
          <p>
            Since <When at={sinceIn(form)} zone={zone} />, {deliveryIds.length}{' '}
            {isMore && `of more than ${most} `}failed for good.
            {isMore && ` The oldest ${most} go out; come back for the rest.`}
          </p>
          <Following endpoint={found} count={deliveryIds.length} state="failed" />
        </>
      );
    },
    act: async ({ c, found, form }) => {
      const { deliveryIds, isMore } = await failedOf(found, form);
      for (const deliveryId of deliveryIds) await replay(c, found, deliveryId);
      const rest = isMore ? ' There are more.' : '';
      return { said: `${deliveryIds.length} go out once more.${rest}` };
    },
  });
};

type FollowingProps = { endpoint: Endpoint; count: number; state: string };

const Following = ({ endpoint, count, state }: FollowingProps) => (
  <>
    {count > 0 && (
      <p>
        The same webhook-id and the same bytes go out, so that whoever keeps the ids knows what it
        had{state === 'delivered' && ': this one got through before'}. What was erased meanwhile is
        left out.
      </p>
    )}
    {endpoint.state === 'disabled' && (
      <p>The endpoint is disabled, so that nothing goes out until it is enabled.</p>
    )}
  </>
);
