import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Script } from '../records.ts';
import { pageOf, refuseV3 } from './answers.ts';
import type { ApiParts } from './routes-v2.ts';

const mostOfApp = 10;

const request = z
  .object({
    name: z.string().min(1).max(255),
    src: z.url().optional(),
    description: z.string(),
    kind: z.enum(['src', 'script_tag']),
    location: z.enum(['head', 'footer']),
    load_method: z.enum(['default', 'async', 'defer']),
    visibility: z.enum(['storefront', 'all_pages', 'checkout', 'order_confirmation']),
    consent_category: z.enum(['essential', 'functional', 'analytics', 'targeting']),
    auto_uninstall: z.boolean(),
    enabled: z.boolean(),
  })
  .partial()
  .required({ name: true });

/** Scripts that an app puts on the storefront's pages: at most ten. */
export const createScriptRoutes = ({ store, now }: ApiParts): Hono => {
  const { state } = store;
  const find = (uuid: string) => state.scripts.find((script) => script.uuid === uuid);
  return new Hono()
    .get('/content/scripts', (c) => c.json(pageOf(c, state.scripts.map(bodyOf))))
    .post('/content/scripts', async (c) => {
      const body = request.parse(await c.req.json());
      if (state.scripts.length >= mostOfApp) return refuseV3(c, 422, 'There are ten scripts.');
      const script = { uuid: randomUUID(), at: now(), body };
      state.scripts.push(script);
      store.save();
      return c.json({ data: bodyOf(script), meta: {} });
    })
    .put('/content/scripts/:uuid', async (c) => {
      const script = find(c.req.param('uuid'));
      if (!script) return refuseV3(c, 404, 'The script was not found.');
      const asked = request.partial().parse(await c.req.json());
      script.body = { ...script.body, ...asked, name: asked.name ?? script.body.name };
      store.save();
      return c.json({ data: bodyOf(script), meta: {} });
    })
    .delete('/content/scripts/:uuid', (c) => {
      const script = find(c.req.param('uuid'));
      if (!script) return refuseV3(c, 404, 'The script was not found.');
      state.scripts = state.scripts.filter((other) => other !== script);
      store.save();
      return c.body(null, 204);
    });
};

const bodyOf = ({ uuid, at, body }: Script) => ({
  ...{ uuid, date_created: at, date_modified: at, channel_id: 1 },
  ...body,
});
