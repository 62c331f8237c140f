import type { Hono } from 'hono';
import { answerOf, findOf } from '../../call.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../../env.ts';
import { Field, Select } from '../../parts/field.tsx';
import { OrderLink } from '../../parts/order-link.tsx';
import { Table } from '../../parts/table.tsx';
import { apiIn, mountOrderAct, onceFor, refuse, textIn } from './order-act.ts';
import { Reason, reasonIn } from './standing.tsx';
import { UnitFields, UnitList, unitsIn } from './units.tsx';

/** Acts on an order's place in the queue and on the units that are set aside for it. */
export const mountPlace = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  mountPriority(app, deps);
  mountAccumulate(app, deps);
  mountReassign(app, deps);
};

const mountPriority = (app: Hono<DeskEnv>, deps: DeskDeps): void =>
  mountOrderAct(app, deps, {
    ...{ name: 'priority', title: 'Change the priority', scopes: ['support'] },
    fields: (order, form) => (
      <>
        <Field
          name="priority"
          label="Priority"
          type="number"
          min={-1000}
          max={1000}
          hint="The higher, the earlier. Orders of the same priority are served as they came."
          value={form.get('priority') ?? order.priority}
          required
        />
        <Reason form={form} hint="The timeline keeps it." />
      </>
    ),
    preview: async ({ c, found, form }) => {
      reasonIn(form);
      const preview = await answerOf(
        apiIn(c).POST('/v1/backorders/{orderId}/priority/preview', {
          params: { path: { orderId: found.orderId } },
          body: { priority: priorityIn(form) },
        }),
      );
      return <PriorityPreview preview={preview} base={deskOf(c).base} />;
    },
    go: 'Change the priority',
    act: async ({ c, found, form, actId }) => {
      const params = onceFor(found, actId);
      const body = { priority: priorityIn(form), reason: reasonIn(form) };
      await answerOf(apiIn(c).POST('/v1/backorders/{orderId}/priority', { params, body }));
      return { said: 'The priority is changed.' };
    },
  });

const priorityIn = (form: URLSearchParams): number => {
  const given = textIn(form, 'priority');
  if (!/^-?\d{1,4}$/.test(given)) throw refuse('Give a whole number from -1000 to 1000.');
  return Number(given);
};

type Others = { count: number; more: boolean; orders: string[] };

type Place = { sku: string; location: string; waiting: number; ahead: number; aheadAfter: number };

type Preview = { from: number; to: number; places: Place[]; passes: Others; passedBy: Others };

const PriorityPreview = ({ preview, base }: { preview: Preview; base: string }) => {
  const { from, to, places, passes, passedBy } = preview;
  return (
    <>
      <p>
        The priority goes from {from} to {to}, for everything that arrives from then on. Units that
        are set aside stay where they are.
      </p>
      <Passed words="It is served before" others={passes} base={base} />
      <Passed words="It is served after" others={passedBy} base={base} />
      {passes.count + passedBy.count === 0 && <p>Nobody changes places with it.</p>}
      <Table
        caption="Units ahead of it"
        columns={[
          {
            head: 'SKU',
            isHead: true,
            cell: ({ sku, location }) => (
              <>
                <span className="id">{sku}</span> at {location}
              </>
            ),
          },
          { head: 'Now', isNumber: true, cell: ({ ahead }) => ahead },
          { head: 'Then', isNumber: true, cell: ({ aheadAfter }) => aheadAfter },
        ]}
        rows={places}
        keyOf={({ sku, location }) => `${sku} ${location}`}
        none="It waits in no queue just now."
      />
    </>
  );
};

const Passed = ({ words, others, base }: { words: string; others: Others; base: string }) => {
  const { count, more, orders } = others;
  if (count === 0) return null;
  return (
    <>
      <p>
        {words} {count}
        {more ? ' or more' : ''} {count === 1 && !more ? 'order' : 'orders'} from then on
        {count > orders.length ? ', the first of them:' : ':'}
      </p>
      <ul>
        {orders.map((orderId) => (
          <li key={orderId}>
            <OrderLink base={base} orderId={orderId} />
          </li>
        ))}
      </ul>
    </>
  );
};

const mountAccumulate = (app: Hono<DeskEnv>, deps: DeskDeps): void =>
  mountOrderAct(app, deps, {
    ...{ name: 'accumulate', title: 'Keep arriving units', scopes: ['support'] },
    fields: (_, form) => (
      <>
        <Select
          name="on"
          label="Units that arrive and are too few for the order"
          value={form.get('on') ?? 'yes'}
          choices={[
            { value: 'yes', label: 'Keep them until it is whole' },
            { value: 'no', label: 'Let them go to the next in line' },
          ]}
        />
        <Reason form={form} hint="The timeline keeps it." />
      </>
    ),
    preview: async ({ form }) => (
      <>
        <p>Because: {reasonIn(form)}</p>
        <p>
          {form.get('on') === 'no'
            ? 'What is kept for it goes to the next in line now, and nothing is kept from then on.'
            : 'Units that arrive are kept for it until it is whole, though others wait behind it who could have them at once.'}
        </p>
      </>
    ),
    go: 'Do that',
    act: async ({ c, found, form, actId }) => {
      const params = onceFor(found, actId);
      const body = { on: form.get('on') !== 'no', reason: reasonIn(form) };
      await answerOf(apiIn(c).POST('/v1/backorders/{orderId}/accumulate', { params, body }));
      return { said: 'It is noted how arriving units are kept.' };
    },
  });

const mountReassign = (app: Hono<DeskEnv>, deps: DeskDeps): void =>
  mountOrderAct(app, deps, {
    ...{ name: 'reassign', title: 'Give units to another order', scopes: ['support'] },
    isGrave: true,
    fields: (order, form) => (
      <>
        <Field
          name="to"
          label="The order that gets them"
          hint="It has to wait for the same SKU at the same place."
          value={form.get('to') ?? ''}
          required
          maxLength={64}
        />
        <UnitFields
          {...{ order, form, most: ({ allocated }) => allocated, isAll: false }}
          asks="How many units that are set aside shall it get?"
        />
        <Reason form={form} hint="The timelines of both orders keep it." />
      </>
    ),
    preview: async ({ c, found, form }) => {
      const to = textIn(form, 'to');
      const path = { orderId: to };
      const other =
        to === ''
          ? undefined
          : await findOf(apiIn(c).GET('/v1/backorders/{orderId}', { params: { path } }));
      if (!other) throw refuse('There is no such order.');
      return (
        <>
          <p>Because: {reasonIn(form)}</p>
          <p>
            Order <span className="id">{other.orderId}</span> gets these units now. They wait again
            here, the customer is told of it, and any hold that was for them alone is let go:
          </p>
          <UnitList units={unitsIn(found, form)} order={found} />
        </>
      );
    },
    go: 'Give them away',
    act: async ({ c, found, form, actId }) => {
      const params = onceFor(found, actId);
      const lines = unitsIn(found, form);
      const body = { to: textIn(form, 'to'), lines, reason: reasonIn(form) };
      await answerOf(apiIn(c).POST('/v1/backorders/{orderId}/reassign', { params, body }));
      return { said: 'The units are given away.' };
    },
  });
