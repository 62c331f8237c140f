import { Hono } from 'hono';
import { z } from 'zod';
import type { Hook } from '../records.ts';
import { pageOf, refuseV3 } from './answers.ts';
import type { ApiParts } from './routes-v2.ts';

const mostOfScope = 10;

const request = z.object({
  scope: z.string().regex(/^store\/[\w*/]{1,100}$/),
  destination: z.url(),
  is_active: z.boolean().default(false),
  headers: z.record(z.string(), z.string()).nullish(),
});

/** Hooks of the store: at most ten of one scope, and none twice. */
export const createHookRoutes = ({ store, now }: ApiParts, storeHash: string): Hono => {
  const { state } = store;
  const find = (id: string) => state.hooks.find((hook) => hook.id === Number(id));
  return new Hono()
    .get('/hooks', (c) => {
      const { scope, destination } = c.req.query();
      const found = state.hooks
        .filter((hook) => scope === undefined || hook.scope === scope)
        .filter((hook) => destination === undefined || hook.destination === destination);
      return c.json(
        pageOf(
          c,
          found.map((hook) => bodyOf(hook, storeHash)),
        ),
      );
    })
    .post('/hooks', async (c) => {
      const asked = request.parse(await c.req.json());
      const same = state.hooks.filter(({ scope }) => scope === asked.scope);
      if (same.some(({ destination }) => destination === asked.destination))
        return refuseV3(c, 422, 'There is a hook of this scope and destination already.');
      if (same.length >= mostOfScope) return refuseV3(c, 422, 'There are ten hooks of this scope.');
      const hook: Hook = {
        ...{ id: store.nextId(), scope: asked.scope, destination: asked.destination },
        ...{ headers: asked.headers ?? null, isActive: asked.is_active },
        ...{ createdAt: now(), updatedAt: now() },
      };
      state.hooks.push(hook);
      store.save();
      return c.json({ data: bodyOf(hook, storeHash), meta: {} });
    })
    .put('/hooks/:id', async (c) => {
      const hook = find(c.req.param('id'));
      if (!hook) return refuseV3(c, 404, 'The hook was not found.');
      const asked = request.partial().parse(await c.req.json());
      hook.isActive = asked.is_active ?? hook.isActive;
      hook.destination = asked.destination ?? hook.destination;
      hook.updatedAt = now();
      store.save();
      return c.json({ data: bodyOf(hook, storeHash), meta: {} });
    })
    .delete('/hooks/:id', (c) => {
      const hook = find(c.req.param('id'));
      if (!hook) return refuseV3(c, 404, 'The hook was not found.');
      state.hooks = state.hooks.filter((other) => other !== hook);
      store.save();
      return c.json({ data: bodyOf(hook, storeHash), meta: {} });
    });
};

const bodyOf = (hook: Hook, storeHash: string) => ({
  ...{ id: hook.id, client_id: 'demo', store_hash: storeHash, scope: hook.scope },
  ...{ destination: hook.destination, headers: hook.headers ?? {}, is_active: hook.isActive },
  created_at: Math.floor(Date.parse(hook.createdAt) / 1000),
  updated_at: Math.floor(Date.parse(hook.updatedAt) / 1000),
});
