import type { Context, Hono } from 'hono';
import { answerOf } from '../../call.ts';
import type { DeskDeps, DeskEnv } from '../../env.ts';
import { Field, Select } from '../../parts/field.tsx';
import { Sum, Until } from '../../parts/when.tsx';
import { type Order, openOf, zoneOf } from '../order.ts';
import { apiIn, mountOrderAct, onceFor, refuse, textIn } from './order-act.ts';
import { UnitFields, UnitList, unitsIn } from './units.tsx';

/** Cancels units that have not left. */
export const mountCancel = (app: Hono<DeskEnv>, deps: DeskDeps): void =>
  mountOrderAct(app, deps, {
    ...{ name: 'cancel', title: 'Cancel units', scopes: ['support'], isGrave: true },
    fields: (order, form) => (
      <>
        <Select
          name="by"
          label="Who wants it?"
          value={form.get('by') ?? 'customer'}
          choices={[
            { value: 'customer', label: 'The customer: their word counts from now on' },
            { value: 'shop', label: 'The shop' },
          ]}
        />
        <Field
          name="reason"
          label="Reason"
          hint="The order keeps it. It never goes to the payment provider or to Temporal."
          value={form.get('reason') ?? ''}
          required
          maxLength={500}
        />
        <UnitFields
          {...{ order, form, most: openOf, isAll: true }}
          asks="How many units of each line shall not come?"
        />
      </>
    ),
    preview: async ({ c, found, form }) => {
      if (textIn(form, 'reason') === '') throw refuse('Give a reason.');
      return (
        <>
          <p>The reason that is kept: {textIn(form, 'reason')}</p>
          <CancelPreview
            order={found}
            preview={await previewCancel(c, found, { by: byIn(form), lines: unitsIn(found, form) })}
          />
        </>
      );
    },
    go: 'Cancel these units',
    act: async ({ c, found, form, actId }) => {
      const body = { by: byIn(form), reason: textIn(form, 'reason'), lines: unitsIn(found, form) };
      const params = onceFor(found, actId);
      await answerOf(apiIn(c).POST('/v1/backorders/{orderId}/cancel', { params, body }));
      return { said: 'The units are cancelled.' };
    },
  });

const byIn = (form: URLSearchParams): 'customer' | 'shop' =>
  form.get('by') === 'shop' ? 'shop' : 'customer';

type Asked = { by: 'customer' | 'shop'; lines?: { id: string; quantity: number }[] };

/** What cancelling these units would do; without `lines` all that is open. */
export const previewCancel = (c: Context<DeskEnv>, { orderId }: Order, body: Asked) =>
  answerOf(
    apiIn(c).POST('/v1/backorders/{orderId}/cancel/preview', {
      params: { path: { orderId } },
      body,
    }),
  );

type Preview = Awaited<ReturnType<typeof previewCancel>>;

/** Which units go, what goes back and by when, and what is never charged. */
export const CancelPreview = ({ order, preview }: { order: Order; preview: Preview }) => {
  const { lines, ends, refundBy, byShop, unsent, neverCharged, unconfirmed } = preview;
  return (
    <>
      <p>
        These units are cancelled, {ends ? 'and the order ends' : 'and the order goes on'}. What was
        set aside for them goes to the next in line. The customer gets one mail about it.
      </p>
      <UnitList units={lines} order={order} />
      <ul>
        {preview.refunds.map(({ intent, payment, amount }) => (
          <li key={`refund ${intent}`}>
            <Sum money={amount} /> is sent back on <span className="id">{payment ?? intent}</span>.
          </li>
        ))}
        {preview.voids.map(({ intent, payment, amount }) => (
          <li key={`void ${intent}`}>
            The hold of <Sum money={amount} /> on <span className="id">{payment ?? intent}</span> is
            let go.
          </li>
        ))}
        {byShop.amount > 0 && (
          <li>
            <Sum money={byShop} /> has to be sent back by the shop, which holds the money: the order
            asks for it.
          </li>
        )}
        {unsent.amount > 0 && (
          <li>
            <Sum money={unsent} /> more is owed back and cannot be sent by itself: a refund has
            failed before, and a person has to see to it.
          </li>
        )}
        {neverCharged.amount > 0 && (
          <li>
            <Sum money={neverCharged} /> is never charged.
          </li>
        )}
        {unconfirmed && (
          <li>
            The provider has not confirmed the payment at checkout. Whatever it turns out to have
            taken is sent back.
          </li>
        )}
      </ul>
      {refundBy !== null && (
        <p>
          The law wants the money sent by <Until at={refundBy} zone={zoneOf(order)} />.
        </p>
      )}
    </>
  );
};
