import type { Hono } from 'hono';
import {
  type AdjustmentReason,
  adjustmentReasons,
} from '../../../../db/schema/stock/adjustments.ts';
import { answerOf } from '../../call.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../../env.ts';
import { mountAct } from '../../parts/act.tsx';
import { Field, Select } from '../../parts/field.tsx';
import { productPath } from '../place.ts';
import { type FoundStock, findStock, locationIn, numberIn, shelvesHint } from './found.ts';
import { TakenBack, unitWords } from './outcome.tsx';

/** Units more or fewer than the ledger says, and why. */
export const mountAdjust = (app: Hono<DeskEnv>, deps: DeskDeps): void =>
  mountAct<FoundStock>(app, deps, {
    path: '/desk/products/:sku/adjust',
    scopes: ['inventory'],
    at: 'products',
    find: findStock(deps),
    title: ({ sku }) => `Adjust the stock of ${sku}`,
    back: ({ sku }) => productPath(sku),
    fields: (found, form) => <Fields found={found} form={form} />,
    preview: async ({ c, found, form }) => {
      const body = bodyOf(found, form);
      const told = await answerOf(deskOf(c).api.POST('/v1/adjustments/preview', { body }));
      return (
        <>
          <p>
            {body.delta > 0
              ? `${unitWords(body.delta)} more are on hand`
              : `${unitWords(-body.delta)} fewer are on hand`}{' '}
            at <span className="id">{body.location}</span>: {reasonWords[reasonIn(form)]}.
          </p>
          <TakenBack base={deskOf(c).base} revoked={told.revoked} />
          <p>
            Given to those who wait: <strong>{unitWords(told.allocated)}</strong>. Free afterwards:{' '}
            <strong>{unitWords(told.left)}</strong>.
          </p>
        </>
      );
    },
    go: 'Adjust it',
    act: async ({ c, found, form, actId }) => {
      const body = { adjustmentId: actId, ...bodyOf(found, form), reason: reasonIn(form) };
      const { revoked, allocated, left } = await answerOf(
        deskOf(c).api.POST('/v1/adjustments', { body }),
      );
      const taken = revoked.reduce((sum, { quantity }) => sum + quantity, 0);
      return { said: `Adjusted. ${allocated} given out, ${taken} taken back, ${left} free.` };
    },
  });

const reasonWords: Record<AdjustmentReason, string> = {
  damaged: 'damaged',
  miscount: 'miscounted',
  sold: 'sold elsewhere',
  found: 'found',
  other: 'another reason',
};

const reasonIn = (form: URLSearchParams): AdjustmentReason =>
  adjustmentReasons.find((reason) => reason === form.get('reason')) ?? 'other';

const bodyOf = (found: FoundStock, form: URLSearchParams) => ({
  sku: found.sku,
  location: locationIn(form, found),
  delta: numberIn(form, 'delta'),
});

const Fields = ({ found, form }: { found: FoundStock; form: URLSearchParams }) => (
  <>
    <Field
      name="delta"
      label="Units more or fewer"
      type="number"
      value={form.get('delta') ?? ''}
      hint="Such as -1 for one that broke. Free units go first, then those of the last in the queue."
      required
    />
    <Select
      name="reason"
      label="Why"
      value={form.get('reason') ?? ''}
      choices={adjustmentReasons.map((reason) => ({ value: reason, label: reasonWords[reason] }))}
    />
    <Field
      name="location"
      label="Location"
      value={locationIn(form, found)}
      hint={shelvesHint(found)}
      required
    />
  </>
);
