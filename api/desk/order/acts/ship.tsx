import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { getState } from '../../../../db/backorder/state.ts';
import { instantAt, offsetTime } from '../../../../workflows/calendar/zone.ts';
import { previewShipment, type ShipPreview } from '../../../../workflows/domain/preview/ship.ts';
import { answerOf } from '../../call.ts';
import type { DeskDeps, DeskEnv } from '../../env.ts';
import { Field } from '../../parts/field.tsx';
import { Sum } from '../../parts/when.tsx';
import { type Order, zoneOf } from '../order.ts';
import { apiIn, mountOrderAct, refuse, textIn } from './order-act.ts';
import { UnitFields, UnitList, unitsIn } from './units.tsx';

/** Reports a parcel that the carrier has. */
export const mountShip = (app: Hono<DeskEnv>, deps: DeskDeps): void =>
  mountOrderAct(app, deps, {
    ...{ name: 'ship', title: 'Report a parcel', scopes: ['fulfilment'] },
    fields: (order, form) => (
      <>
        <Field
          name="shipmentId"
          label="Id of the parcel"
          hint="The same id is one parcel, however often it is reported."
          value={form.get('shipmentId') ?? `desk-${randomUUID().slice(0, 8)}`}
          required
          maxLength={64}
        />
        <Field
          name="carrier"
          label="Carrier"
          value={form.get('carrier') ?? ''}
          required
          maxLength={100}
        />
        <Field
          name="tracking"
          label="Tracking number"
          value={form.get('tracking') ?? ''}
          required
          maxLength={200}
        />
        <Field
          name="scannedAt"
          label={`When the carrier scanned it, in ${zoneOf(order)}`}
          type="datetime-local"
          value={form.get('scannedAt') ?? nowIn(order)}
          required
        />
        <UnitFields
          {...{ order, form, most: ({ allocated }) => allocated, isAll: true }}
          asks="How many units of each line are in it?"
        />
      </>
    ),
    preview: async ({ found, form }) => {
      for (const name of ['shipmentId', 'carrier', 'tracking']) {
        if (textIn(form, name) === '') throw refuse('Fill in the id, the carrier and the number.');
      }
      scannedAtIn(found, form);
      const lines = unitsIn(found, form).map(({ id, quantity }) => ({ lineId: id, quantity }));
      const state = await getState(deps.reads.sql, found.orderId, found.now);
      return <Follows order={found} preview={previewShipment(state, lines, found.now)} />;
    },
    go: 'Report the parcel',
    act: async ({ c, found, form }) => {
      const body = {
        ...{ shipmentId: textIn(form, 'shipmentId'), carrier: textIn(form, 'carrier') },
        ...{ tracking: textIn(form, 'tracking'), lines: unitsIn(found, form) },
        scannedAt: scannedAtIn(found, form),
      };
      const params = { path: { orderId: found.orderId } };
      await answerOf(apiIn(c).POST('/v1/backorders/{orderId}/shipments', { params, body }));
      return { said: 'The parcel is reported.' };
    },
  });

/** The moment in the order's own zone, to the minute: the same form is the same report. */
const scannedAtIn = (order: Order, form: URLSearchParams): string => {
  const given = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)/.exec(textIn(form, 'scannedAt'));
  if (given === null) throw refuse('Say when the carrier scanned it.');
  const [, on = '', hour, minute] = given;
  try {
    const clock = { on, hour: Number(hour), minute: Number(minute) };
    return instantAt({ ...clock, timeZone: zoneOf(order) });
  } catch {
    throw refuse('There is no such day or hour.');
  }
};

const nowIn = (order: Order): string =>
  offsetTime(new Date().toISOString(), zoneOf(order)).slice(0, 16);

type Props = { order: Order; preview: ShipPreview | { refused: string } };

const Follows = ({ order, preview }: Props) => {
  if ('refused' in preview) {
    return (
      <p>
        <strong>It will be refused</strong> (<span className="id">{preview.refused}</span>): these
        units are not set aside and paid for, or the order is held or cancelled. The report is kept
        all the same, and a person is asked.
      </p>
    );
  }
  const charge = { amount: preview.charge, currency: currencyOf(order) };
  return (
    <>
      <p>These units are shipped, and the customer is told with the tracking number:</p>
      <UnitList
        units={preview.units.map(({ lineId, quantity }) => ({ id: lineId, quantity }))}
        order={order}
      />
      <p>
        {preview.charge === 0 ? (
          'Nothing is charged for them: they are paid for.'
        ) : (
          <>
            <Sum money={charge} /> is charged for them.
          </>
        )}
      </p>
    </>
  );
};

const currencyOf = ({ payment }: Order): string => payment.captured.currency;
