import type { Hono } from 'hono';
import { answerOf, type Named } from '../../call.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../../env.ts';
import { mountAct } from '../../parts/act.tsx';
import { Check, Field, Select } from '../../parts/field.tsx';
import { productPath } from '../place.ts';
import { type FoundStock, findStock, locationIn, numberIn, shelvesHint } from './found.ts';
import { Outcome, unitWords } from './outcome.tsx';

type Found = FoundStock & { supplies: Named<'Sku'>['supplies'] };

/** Stock that arrived, and who gets it. */
export const mountReceive = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  const find = findStock(deps);
  mountAct<Found>(app, deps, {
    path: '/desk/products/:sku/receive',
    scopes: ['inventory'],
    at: 'products',
    find: async (c) => {
      const found = await find(c);
      const { sku } = found;
      const known = await answerOf(
        deskOf(c).api.GET('/v1/skus/{sku}', { params: { path: { sku } } }),
      );
      return { ...found, supplies: known.supplies };
    },
    title: ({ sku }) => `Receive stock of ${sku}`,
    back: ({ sku }) => productPath(sku),
    fields: (found, form) => <Fields found={found} form={form} />,
    preview: async ({ c, found, form }) => {
      const body = bodyOf(found, form);
      const told = await answerOf(deskOf(c).api.POST('/v1/restocks/preview', { body }));
      return (
        <>
          <p>
            {unitWords(body.quantity)} arrive at <span className="id">{body.location}</span>
            {body.supplyId === undefined ? (
              ', taken off the supplies to that location, the earliest first.'
            ) : (
              <>
                , from the supply <span className="id">{body.supplyId}</span>.
              </>
            )}
          </p>
          <Outcome base={deskOf(c).base} {...told} />
          <p>
            {body.share ? 'Public stock updates tell of it.' : 'The public is told nothing of it.'}
          </p>
        </>
      );
    },
    go: 'Receive it',
    act: async ({ c, found, form, actId }) => {
      const body = { restockId: actId, ...bodyOf(found, form) };
      const { allocated, left } = await answerOf(deskOf(c).api.POST('/v1/restocks', { body }));
      const said = `Received. ${unitWords(allocated)} went to those who wait, and ${left} are free.`;
      return { said };
    },
  });
};

/** A supply is to one location, so it says where it arrives. */
const bodyOf = (found: Found, form: URLSearchParams) => {
  const supply = found.supplies.find(({ supplyId }) => supplyId === form.get('supplyId'));
  const note = (form.get('note') ?? '').trim();
  return {
    sku: found.sku,
    location: supply?.location ?? locationIn(form, found),
    quantity: numberIn(form, 'quantity'),
    ...(supply && { supplyId: supply.supplyId }),
    share: form.get('share') === 'yes',
    ...(note !== '' && { note }),
  };
};

const Fields = ({ found, form }: { found: Found; form: URLSearchParams }) => (
  <>
    <Field
      name="quantity"
      label="Units that arrived"
      type="number"
      min={1}
      value={form.get('quantity') ?? ''}
      required
    />
    <Select
      name="supplyId"
      label="From which supply"
      value={form.get('supplyId') ?? ''}
      hint="Its units still to come are lowered. A supply says where it arrives, whatever stands below."
      choices={[
        { value: '', label: 'Whichever is expected first there' },
        ...found.supplies.map(({ supplyId, quantity, expectedOn, location }) => ({
          value: supplyId,
          label: `${supplyId}: ${quantity} to ${location}, ${expectedOn ?? 'no date'}`,
        })),
      ]}
    />
    <Field
      name="location"
      label="Location"
      value={locationIn(form, found)}
      hint={shelvesHint(found)}
      required
    />
    <Check
      name="share"
      label="Tell of it in public stock updates"
      isChecked={form.get('share') === 'yes'}
    />
    <Field
      name="note"
      label="What they say besides"
      value={form.get('note') ?? ''}
      maxLength={300}
      hint="Word for word; nothing unless they are told."
    />
  </>
);
