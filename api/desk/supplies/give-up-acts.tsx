import type { Context, Hono } from 'hono';
import type { ReactNode } from 'react';
import { sku as skuScalar } from '../../http/scalars.ts';
import { answerOf, type Named, notFound } from '../call.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../env.ts';
import { type Form, mountAct } from '../parts/act.tsx';
import { Field, Text } from '../parts/field.tsx';
import { counted } from '../parts/words.ts';
import { skuPath, supplyPath } from './addresses.ts';
import { GiveUpPreview } from './give-up-preview.tsx';
import { getSupply } from './supply-acts.tsx';
import { previewChange } from './supply-form.tsx';

/** Giving up an SKU or a supply, and taking an SKU up again. Who does it may do everything. */
export const mountGiveUpActs = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  mountAct(app, deps, {
    path: '/desk/supplies/~sku/:sku/give-up',
    scopes: ['admin'],
    at: 'supplies',
    find: async (c) => skuIn(c),
    title: (sku) => `Give up ${sku}`,
    back: skuPath,
    fields: (_sku, form) => (
      <>
        <p>
          Nobody will be able to order it on backorder any more, nothing of it will be awaited, and
          all that waits for it is cancelled.
        </p>
        <Field
          name="location"
          label="Location"
          value={form.get('location') ?? ''}
          maxLength={64}
          hint="Left empty: at every location."
        />
        <Reason form={form} />
      </>
    ),
    preview: async ({ c, found: sku, form }) => (
      <>
        <p>
          They read: <q>{reasonIn(form) || '…'}</q>
        </p>
        {await previewOf(c, sku, whereIn(form))}
      </>
    ),
    go: 'Give it up and cancel',
    isGrave: true,
    act: async ({ c, found: sku, form, actId }) => {
      await giveUp(c, sku, { giveUpId: actId, ...whereIn(form), reason: reasonIn(form) });
      return { said: 'It is given up. The orders are being cancelled.' };
    },
  });
  mountAct(app, deps, {
    path: '/desk/supplies/:supplyId/give-up',
    scopes: ['admin'],
    at: 'supplies',
    find: getSupply,
    title: ({ supplyId }) => `Give up the supply ${supplyId}`,
    back: ({ supplyId }) => supplyPath(supplyId),
    fields: (_supply, form) => <Reason form={form} />,
    preview: async ({ c, found, form }) => (
      <BothWays
        c={c}
        supply={found}
        reason={reasonIn(form)}
        ways={[
          await previewOf(c, found.sku, { supplyId: found.supplyId }),
          await previewChange({ ...deskOf(c), supplyId: found.supplyId }, null, found),
        ]}
      />
    ),
    go: 'Give it up and cancel',
    isGrave: true,
    act: async ({ c, found: { supplyId, sku }, form, actId }) => {
      await giveUp(c, sku, { giveUpId: actId, supplyId, reason: reasonIn(form) });
      return { said: 'The supply is given up. The orders are being cancelled.', to: skuPath(sku) };
    },
  });
  mountAct(app, deps, {
    path: '/desk/supplies/~sku/:sku/take-up',
    scopes: ['admin'],
    at: 'supplies',
    find: async (c) => skuIn(c),
    title: (sku) => `Sell ${sku} on backorder again`,
    back: skuPath,
    preview: async ({ c, found: sku }) => (
      <>
        <p>
          People can order it and wait for it again, at every location. What was cancelled stays so,
          what is not yet goes on waiting, and what was to come has to be announced anew.
        </p>
        <p>{await underWay(c, sku)}</p>
      </>
    ),
    go: 'Sell it again',
    act: async ({ c, found: sku }) => {
      const { api } = deskOf(c);
      await answerOf(api.DELETE('/v1/skus/{sku}/give-up', { params: { path: { sku } } }));
      return { said: 'It can be ordered on backorder again.' };
    },
  });
};

/** What would stop: the cancelling of an SKU goes on in the background. That of a supply stays. */
const underWay = async (c: Context<DeskEnv>, sku: string): Promise<string> => {
  const { api } = deskOf(c);
  const params = { path: { sku } };
  const { giveUps } = await answerOf(api.GET('/v1/skus/{sku}/give-up', { params }));
  const running = giveUps.filter(({ state, supplyId }) => state === 'running' && !supplyId);
  const sumOf = (of: (giveUp: Named<'GivenUp'>['giveUps'][number]) => number) =>
    running.reduce((sum, giveUp) => sum + of(giveUp), 0);
  if (running.length === 0) return 'Nothing of it is being cancelled at this moment.';
  const done = sumOf(({ cancelled }) => cancelled);
  const left = sumOf(({ total, gone, refused }) => total - gone - refused) - done;
  return `It is being cancelled at this moment: ${counted(done, 'order')} so far, and about ${counted(left, 'order')} would go on waiting. A supply that was given up alone is not taken up by this.`;
};

const Reason = ({ form }: { form: Form }) => (
  <Text
    name="reason"
    label="Why, in words for the customers"
    value={form.get('reason') ?? ''}
    hint="It stands in their mail, as you write it here."
  />
);

type BothProps = {
  c: Context<DeskEnv>;
  supply: Named<'Supply'>;
  reason: string;
  ways: [ReactNode, ReactNode];
};

/** The operator chooses: to cancel those whom nothing else reaches, or to leave them without a date. */
const BothWays = ({ c, supply, reason, ways: [cancelled, undated] }: BothProps) => (
  <div className="columns">
    <div>
      <h3>Cancel those whom nothing else that is expected reaches</h3>
      <p>
        They read: <q>{reason || '…'}</q> Those whom another supply reaches get their new date.
      </p>
      {cancelled}
    </div>
    <div>
      <h3>Or withdraw it, and let all of them wait</h3>
      {undated}
      <p>
        <a className="button" href={`${deskOf(c).base}${supplyPath(supply.supplyId)}/withdraw`}>
          Withdraw it instead
        </a>
      </p>
    </div>
  </div>
);

const reasonIn = (form: Form): string => (form.get('reason') ?? '').replaceAll(/\s+/g, ' ').trim();

const whereIn = (form: Form): { location?: string } => {
  const location = form.get('location')?.trim() ?? '';
  return location === '' ? {} : { location };
};

const previewOf = async (
  c: Context<DeskEnv>,
  sku: string,
  body: { location?: string; supplyId?: string },
) => {
  const { api, base } = deskOf(c);
  const params = { path: { sku } };
  const preview = await answerOf(api.POST('/v1/skus/{sku}/give-up/preview', { params, body }));
  return <GiveUpPreview base={base} preview={preview} />;
};

const giveUp = (c: Context<DeskEnv>, sku: string, body: Named<'GiveUp'>) =>
  answerOf(deskOf(c).api.POST('/v1/skus/{sku}/give-up', { params: { path: { sku } }, body }));

/** The SKU of the address; a 404 for what can be none. */
export const skuIn = (c: Context<DeskEnv>): string => {
  const read = skuScalar.safeParse(c.req.param('sku'));
  if (!read.success) throw notFound();
  return read.data;
};
