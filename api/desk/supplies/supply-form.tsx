import type { Api, Named } from '../call.ts';
import { answerOf, Refused } from '../call.ts';
import type { Form } from '../parts/act.tsx';
import { Check, Field } from '../parts/field.tsx';
import { Day } from '../parts/when.tsx';
import { type Report, TollOf } from './toll.tsx';

type Supply = Named<'Supply'>;
type Change = Named<'SupplyChange'>;

/** What is asked of a supply; what is known of it stands there already. */
export const SupplyFields = ({ form, known }: { form: Form; known: Supply | null }) => {
  const isGiven = form.has('sku');
  const value = (name: keyof Change & keyof Supply): string =>
    form.get(name) ?? (known?.[name] === undefined ? '' : String(known[name] ?? ''));
  const isShared = isGiven ? form.get('share') === 'yes' : (known?.share ?? false);
  return (
    <>
      {known === null && (
        <Field
          name="supplyId"
          label="Name of the supply"
          value={form.get('supplyId') ?? ''}
          required
          maxLength={64}
          hint="Such as the number of the purchase order. A supply that has it already is changed."
        />
      )}
      <Field name="sku" label="SKU" value={value('sku')} required maxLength={64} />
      <Field
        name="location"
        label="Location"
        value={value('location') || 'main'}
        required
        maxLength={64}
      />
      <Field
        name="quantity"
        label="Units still to come"
        type="number"
        min={1}
        max={100_000}
        value={value('quantity') === '0' ? '' : value('quantity')}
        required
      />
      <Field
        name="expectedOn"
        label="Expected on"
        type="date"
        value={value('expectedOn')}
        hint="Left empty: nobody knows when."
      />
      <Field name="basis" label="Who or what says so" value={value('basis')} required />
      <Check name="share" label="Tell the public of it" isChecked={isShared} />
      <Field
        name="note"
        label="What the public is told besides"
        value={value('note')}
        maxLength={300}
        hint="Only where the public is told of it."
      />
    </>
  );
};

/** The form as the API takes it. */
export const changeIn = (form: Form): Change => {
  const given = (name: string) => form.get(name)?.trim() ?? '';
  return {
    sku: given('sku'),
    location: given('location') || 'main',
    quantity: Number(given('quantity')),
    expectedOn: given('expectedOn') || null,
    basis: given('basis'),
    share: form.get('share') === 'yes',
    ...(given('note') && { note: given('note') }),
  };
};

/** The name that the form gives a new supply; throws what the page shows where there is none. */
export const supplyIdIn = (form: Form): string => {
  const supplyId = form.get('supplyId')?.trim() ?? '';
  if (/^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/.test(supplyId)) return supplyId;
  const detail = 'Expected 1 to 64 of A-Z a-z 0-9 . _ : - and a letter or digit first';
  throw new Refused({
    ...{ status: 422, code: 'invalid_request', title: 'The supply needs a name.', detail: '' },
    errors: [{ pointer: '/supplyId', detail }],
  });
};

type Asked = { api: Api; base: string; supplyId: string };

/** What a change would do, before anybody is told; null withdraws the supply. */
export const previewChange = async (
  { api, base, supplyId }: Asked,
  change: Change | null,
  before?: Supply,
) => {
  const report: Report & { supply: Supply } = await answerOf(
    api.POST('/v1/supplies/{supplyId}/preview', {
      params: { path: { supplyId } },
      body: change ?? { withdraw: true as const },
    }),
  );
  return (
    <>
      <p>
        {change === null ? (
          <>
            Nothing of the supply <span className="id">{supplyId}</span> is awaited any more.
          </>
        ) : (
          <>
            {change.quantity.toLocaleString('en-US')} of {change.sku} at {change.location},{' '}
            {change.expectedOn !== null && 'expected on '}
            <Day on={change.expectedOn} none="without a date" />
            {before && before.expectedOn !== change.expectedOn && (
              <>
                {' '}
                (until now: <Day on={before.expectedOn} none="without a date" />)
              </>
            )}
            . Who says so: {change.basis}.
          </>
        )}{' '}
        Nobody has been told of it yet.
      </p>
      <TollOf base={base} report={report} />
    </>
  );
};
