import type { Context, Hono } from 'hono';
import { answerOf, findOf, type Named, notFound } from '../call.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../env.ts';
import { mountAct } from '../parts/act.tsx';
import { supplyPath } from './addresses.ts';
import { changeIn, previewChange, SupplyFields, supplyIdIn } from './supply-form.tsx';

/** Announcing a supply, changing one, and withdrawing one. */
export const mountSupplyActs = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  mountAct(app, deps, {
    path: '/desk/supplies/~add',
    scopes: ['inventory'],
    at: 'supplies',
    find: async () => null,
    title: () => 'Announce a supply',
    back: () => '/desk/supplies',
    fields: (_found, form) => <SupplyFields form={form} known={null} />,
    preview: async ({ c, form }) => {
      const supplyId = supplyIdIn(form);
      const known = await findSupply(c, supplyId);
      return (
        <>
          {known && (
            <p className="notice">
              The supply <span className="id">{supplyId}</span> is known already: this changes it.
            </p>
          )}
          {await previewChange({ ...deskOf(c), supplyId }, changeIn(form), known)}
        </>
      );
    },
    go: 'Announce it',
    act: async ({ c, form }) => {
      const supplyId = supplyIdIn(form);
      await put(c, supplyId, changeIn(form));
      return { said: 'The supply is announced.', to: supplyPath(supplyId) };
    },
  });
  mountAct(app, deps, {
    path: '/desk/supplies/:supplyId/change',
    scopes: ['inventory'],
    at: 'supplies',
    find: getSupply,
    title: ({ supplyId }) => `Change the supply ${supplyId}`,
    back: ({ supplyId }) => supplyPath(supplyId),
    fields: (known, form) => <SupplyFields form={form} known={known} />,
    preview: ({ c, found, form }) =>
      previewChange({ ...deskOf(c), supplyId: found.supplyId }, changeIn(form), found),
    go: 'Change it and tell them',
    act: async ({ c, found, form }) => {
      await put(c, found.supplyId, changeIn(form));
      return { said: 'The supply is changed. Those whom it concerns are being told.' };
    },
  });
  mountAct(app, deps, {
    path: '/desk/supplies/:supplyId/withdraw',
    scopes: ['inventory'],
    at: 'supplies',
    find: getSupply,
    title: ({ supplyId }) => `Withdraw the supply ${supplyId}`,
    back: ({ supplyId }) => supplyPath(supplyId),
    preview: ({ c, found }) =>
      previewChange({ ...deskOf(c), supplyId: found.supplyId }, null, found),
    go: 'Withdraw it and tell them',
    isGrave: true,
    act: async ({ c, found: { supplyId } }) => {
      const { api } = deskOf(c);
      await answerOf(api.DELETE('/v1/supplies/{supplyId}', { params: { path: { supplyId } } }));
      return { said: 'The supply is withdrawn. Those whom it concerns are being told.' };
    },
  });
};

const put = (c: Context<DeskEnv>, supplyId: string, body: Named<'SupplyChange'>) =>
  answerOf(deskOf(c).api.PUT('/v1/supplies/{supplyId}', { params: { path: { supplyId } }, body }));

const findSupply = async (c: Context<DeskEnv>, supplyId: string) => {
  const { api } = deskOf(c);
  const params = { path: { supplyId } };
  return (await findOf(api.GET('/v1/supplies/{supplyId}', { params })))?.supply;
};

/** The supply of the address; a 404 where there is none. */
export const getSupply = async (c: Context<DeskEnv>): Promise<Named<'Supply'>> => {
  const supply = await findSupply(c, c.req.param('supplyId') ?? '');
  if (!supply) throw notFound();
  return supply;
};
