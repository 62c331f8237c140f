import { Hono } from 'hono';
import { z } from 'zod';
import type { Endpoint } from '../http/endpoint.ts';
import { missing } from '../http/errors.ts';
import { createdIn, listPage } from '../http/lists.ts';
import { created, list, paging, readParams } from '../http/params.ts';
import { newId } from '../ids.ts';
import type { Cause, StripeEvent } from '../records/event.ts';
import type { Change, Store } from '../store.ts';
import { eventTypesOf, previousAttributes } from './event-types.ts';

/** The version whose shapes the resources have. */
export const apiVersion = '2026-10-28.endive';

/** As many are kept; Stripe keeps them for 30 days. */
const keptEvents = 10_000;

const listParams = z.strictObject({
  ...paging,
  created: created.optional(),
  type: z.string().optional(),
  types: list.optional(),
});

/** `/v1/events`, newest first; a type may end in `.*`. */
export const eventRoutes = (endpoint: Endpoint, store: Store): Hono =>
  new Hono()
    .get(
      '/',
      endpoint(({ form, path }) => {
        const params = readParams(listParams, form);
        const wanted = [...(params.types ?? []), ...(params.type ? [params.type] : [])];
        const all = store
          .list('event')
          .filter(createdIn(params.created))
          .filter(({ type }) => wanted.length === 0 || wanted.some((name) => isOf(name, type)));
        return listPage(path, all, params);
      }),
    )
    .get(
      '/:id',
      endpoint(({ id }) => {
        const event = store.find('event', id);
        if (!event) throw missing('event', id);
        return event;
      }),
    );

const isOf = (name: string, type: string): boolean =>
  name.endsWith('*') ? type.startsWith(name.slice(0, -1)) : type === name;

/**
 * Keeps an event for each change, in the journal's same line, so that no change is without its
 * event. `announce` is told of each as it is kept.
 */
export const recordEvents = (
  store: Store,
  { now, announce }: { now: () => number; announce?: (event: StripeEvent) => void },
): void => {
  const kept = store
    .list('event')
    .map(({ id }) => id)
    .reverse();
  store.watch((changes, request) => {
    for (const event of changes.flatMap((change) => eventsOf(change, request, now()))) {
      store.put('event', announce ? { ...event, pending_webhooks: 1 } : event);
      kept.push(event.id);
      announce?.(event);
    }
    for (const id of kept.splice(0, Math.max(0, kept.length - keptEvents)))
      store.remove('event', id);
  });
};

const eventsOf = (change: Change, request: Cause, nowMs: number): StripeEvent[] =>
  eventTypesOf(change).map((type) => ({
    id: newId('evt'),
    object: 'event',
    api_version: apiVersion,
    created: Math.floor(nowMs / 1000),
    data: dataOf(change, type),
    livemode: false,
    pending_webhooks: 0,
    request,
    type,
  }));

/** With the fields that differ as they were, where the type says that something was changed. */
const dataOf = ({ before, after }: Change, type: string): StripeEvent['data'] => {
  const tells = /updated$|detached$/.test(type) && before && after;
  const previous = tells ? previousAttributes(before, after) : undefined;
  return { object: after ?? {}, ...(previous ? { previous_attributes: previous } : {}) };
};
