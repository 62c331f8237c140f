import type { Hono } from 'hono';
import { answerOf } from '../../call.ts';
import type { DeskDeps, DeskEnv } from '../../env.ts';
import { Field, Select, Text } from '../../parts/field.tsx';
import { Sum } from '../../parts/when.tsx';
import { wordsOf } from '../head.tsx';
import { apiIn, mountOrderAct, onceFor, refuse, textIn } from './order-act.ts';

/** Acts on how an order stands: holds, cards, items that wait for a person, links, time. */
export const mountStanding = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  mountHold(app, deps);
  mountPaymentMethod(app, deps);
  mountResolve(app, deps);
  mountEnds(app, deps);
  if (deps.config.fastForward) mountFastForward(app, deps);
};

export const Reason = ({ form, hint }: { form: URLSearchParams; hint?: string }) => (
  <Field
    name="reason"
    label="Reason"
    hint={hint}
    value={form.get('reason') ?? ''}
    required
    maxLength={500}
  />
);

export const reasonIn = (form: URLSearchParams): string => {
  const reason = textIn(form, 'reason');
  if (reason === '') throw refuse('Give a reason.');
  return reason;
};

const mountHold = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  mountOrderAct(app, deps, {
    ...{ name: 'hold', title: 'Put on hold', scopes: ['support'] },
    fields: (_, form) => <Reason form={form} hint="Only operators read it." />,
    preview: async ({ form }) => (
      <>
        <p>Held because: {reasonIn(form)}</p>
        <p>
          Nothing ships and no relationship mail goes out until somebody releases it. The legal
          clock, the time for which units are set aside and the days to pay run on.
        </p>
      </>
    ),
    go: 'Put it on hold',
    act: async ({ c, found, form, actId }) => {
      const params = onceFor(found, actId);
      const body = { reason: reasonIn(form) };
      await answerOf(apiIn(c).POST('/v1/backorders/{orderId}/hold', { params, body }));
      return { said: 'The order is on hold.' };
    },
  });
  mountOrderAct(app, deps, {
    ...{ name: 'release', title: 'Release the hold', scopes: ['support'] },
    preview: async () => (
      <p>What is ready may ship again, and each mail that was held is decided anew at once.</p>
    ),
    go: 'Release it',
    act: async ({ c, found, actId }) => {
      const params = onceFor(found, actId);
      await answerOf(apiIn(c).POST('/v1/backorders/{orderId}/release', { params }));
      return { said: 'The hold is released.' };
    },
  });
};

const mountPaymentMethod = (app: Hono<DeskEnv>, deps: DeskDeps): void =>
  mountOrderAct(app, deps, {
    ...{ name: 'payment-method', title: 'Give another payment method', scopes: ['support'] },
    fields: (_, form) => (
      <Field
        name="paymentMethodId"
        label="The provider’s id of the method"
        hint="It has to be attached to the order’s customer there. The same one again means: try once more."
        value={form.get('paymentMethodId') ?? ''}
        required
        maxLength={255}
      />
    ),
    preview: async ({ found, form }) => {
      const method = textIn(form, 'paymentMethodId');
      if (method === '') throw refuse('Give the id of the method.');
      const { problem } = found.payment;
      return (
        <>
          <p>
            Everything that is charged from now on is charged to{' '}
            <span className="id">{method}</span>.
          </p>
          <p>
            {problem === null ? (
              'Nothing is asked of it before the order needs it.'
            ) : (
              <>
                The payment of <Sum money={problem.amount} /> that had failed is tried with it at
                once.
              </>
            )}
          </p>
        </>
      );
    },
    go: 'Charge this method',
    act: async ({ c, found, form, actId }) => {
      const params = onceFor(found, actId);
      const body = { paymentMethodId: textIn(form, 'paymentMethodId') };
      await answerOf(apiIn(c).POST('/v1/backorders/{orderId}/payment-method', { params, body }));
      return { said: 'The method is changed.' };
    },
  });

/** The item is named by its code and moment, so that none is answered that nobody has seen. */
const mountResolve = (app: Hono<DeskEnv>, deps: DeskDeps): void =>
  mountOrderAct(app, deps, {
    ...{ name: 'resolve', title: 'Answer what waits for a person', scopes: ['support'] },
    fields: ({ attention }, form) => {
      const code = form.get('code') ?? attention[0]?.code ?? '';
      return (
        <>
          <Item code={code} />
          <input type="hidden" name="code" value={code} />
          <input
            type="hidden"
            name="at"
            value={form.get('at') ?? attention.find((item) => item.code === code)?.at ?? ''}
          />
          <Text
            name="note"
            label="What was found, and what was done"
            value={form.get('note') ?? ''}
          />
        </>
      );
    },
    preview: async ({ found, form }) => {
      const code = textIn(form, 'code');
      if (textIn(form, 'note') === '') throw refuse('Write down what was found.');
      const item = found.attention.find((each) => each.code === code);
      return (
        <>
          <Item code={code} />
          {item === undefined && <p>It is not open any more, so this will be refused.</p>}
          {item?.amount !== undefined && (
            <p>
              Answering it says that <Sum money={item.amount} /> was sent: the customer is told so.
            </p>
          )}
          <p>The note that is kept: {textIn(form, 'note')}</p>
        </>
      );
    },
    go: 'Answer it',
    act: async ({ c, found, form, actId }) => {
      const at = textIn(form, 'at');
      // An unknown code is the API's to refuse.
      const code = textIn(form, 'code') as 'dead_end';
      const body = { code, note: textIn(form, 'note'), ...(at !== '' && { at }) };
      const params = onceFor(found, actId);
      await answerOf(apiIn(c).POST('/v1/backorders/{orderId}/resolve', { params, body }));
      return { said: `It is answered: ${wordsOf(code).title}` };
    },
  });

const Item = ({ code }: { code: string }) => {
  const { title, meaning, todo } = wordsOf(code);
  return (
    <>
      <p>
        <strong>{title}</strong>
      </p>
      <p>
        {meaning} {todo}
      </p>
    </>
  );
};

const mountEnds = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  mountOrderAct(app, deps, {
    ...{ name: 'link', title: 'Replace the customer’s link', scopes: ['support'], isGrave: true },
    preview: async () => (
      <p>
        Every link to the customer’s page that was sent so far stops working at once. Mails from now
        on carry the new one; nothing is sent because of it.
      </p>
    ),
    go: 'Replace the link',
    act: async ({ c, found, actId }) => {
      const params = onceFor(found, actId);
      await answerOf(apiIn(c).POST('/v1/backorders/{orderId}/link', { params }));
      return { said: 'The old link is dead. The new one stands on this page.' };
    },
  });
  mountOrderAct(app, deps, {
    ...{ name: 'erase', title: 'Erase personal data', scopes: ['admin'], isGrave: true },
    preview: async ({ found }) => (
      <>
        {found.phase !== 'shipped' && found.phase !== 'cancelled' && (
          <p>The order has not ended, so this will be refused.</p>
        )}
        <p>
          Name, address, mails, reasons and notes are taken out for good, and the customer’s page
          closes. Money, dates, decisions and the evidence stay. Nobody can take this back.
        </p>
      </>
    ),
    go: 'Erase for good',
    act: async ({ c, found, actId }) => {
      const params = onceFor(found, actId);
      await answerOf(apiIn(c).POST('/v1/backorders/{orderId}/erase', { params }));
      return { said: 'The personal data is erased.' };
    },
  });
};

/** Moves the order's own time on, where that is configured. */
const mountFastForward = (app: Hono<DeskEnv>, deps: DeskDeps): void =>
  mountOrderAct(app, deps, {
    ...{ name: 'fast-forward', title: 'Move its time on', scopes: ['admin'] },
    fields: (_, form) => (
      <>
        <Field
          name="count"
          label="How many"
          type="number"
          min={1}
          max={400}
          value={form.get('count') ?? 1}
        />
        <Select
          name="of"
          label="Of what"
          value={form.get('of') ?? 'days'}
          choices={[
            { value: 'days', label: 'Days' },
            { value: 'hours', label: 'Hours' },
          ]}
        />
      </>
    ),
    preview: async ({ form }) => (
      <p>
        {textIn(form, 'count')} {form.get('of') === 'hours' ? 'hours' : 'days'} pass for this order
        alone: mails that fall due are sent, holds end, units that are set aside go to the next in
        line, deadlines pass.
      </p>
    ),
    go: 'Move its time on',
    act: async ({ c, found, form, actId }) => {
      const count = Number(textIn(form, 'count'));
      const body = form.get('of') === 'hours' ? { hours: count } : { days: count };
      const params = onceFor(found, actId);
      await answerOf(apiIn(c).POST('/v1/backorders/{orderId}/fast-forward', { params, body }));
      return { said: 'Its time has moved on.' };
    },
  });
