import type { Hono } from 'hono';
import { noticeWords } from '../../../../workflows/domain/desk/law-words.ts';
import { answerOf } from '../../call.ts';
import type { DeskDeps, DeskEnv } from '../../env.ts';
import { Field, Select } from '../../parts/field.tsx';
import { Day, When } from '../../parts/when.tsx';
import { type Order, zoneOf } from '../order.ts';
import { CancelPreview, previewCancel } from './cancel.tsx';
import { apiIn, mountOrderAct, onceFor, refuse, textIn } from './order-act.ts';

/** Takes what a customer said by phone, letter or mail: answers, withdrawals, further periods. */
export const mountWordsOfCustomer = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  mountAnswer(app, deps);
  mountWithdraw(app, deps);
  mountFurtherPeriod(app, deps);
};

const Channel = ({ form }: { form: URLSearchParams }) => (
  <Field
    name="channel"
    label="How it reached the shop"
    hint="A short code such as phone, letter or email: it becomes part of the evidence."
    value={form.get('channel') ?? 'phone'}
    required
    maxLength={40}
  />
);

const mountAnswer = (app: Hono<DeskEnv>, deps: DeskDeps): void =>
  mountOrderAct(app, deps, {
    ...{ name: 'delay-answer', title: 'The customer’s answer to the notice', scopes: ['support'] },
    fields: (order, form) => (
      <>
        <NoticeWords order={order} />
        <Select
          name="accept"
          label="What do they say?"
          value={form.get('accept') ?? 'yes'}
          choices={[
            { value: 'yes', label: 'They wait' },
            { value: 'no', label: 'They do not wait: what has not left is cancelled' },
          ]}
        />
        <Field
          name="until"
          label="Until when, if they said so"
          type="date"
          hint="Left empty: the date of the notice, or as long as it takes if it named none."
          value={form.get('until') ?? ''}
        />
        <Channel form={form} />
      </>
    ),
    preview: async ({ c, found, form }) => {
      if (form.get('accept') === 'no') {
        return (
          <CancelPreview
            order={found}
            preview={await previewCancel(c, found, { by: 'customer' })}
          />
        );
      }
      const until = textIn(form, 'until');
      const named = found.law.notice?.newOn ?? null;
      return (
        <p>
          The order waits on. They agreed until{' '}
          <Day on={until === '' ? named : until} none="whenever it comes" />, and a mail confirms
          it.
        </p>
      );
    },
    go: 'Take their answer',
    act: async ({ c, found, form, actId }) => {
      const accept = form.get('accept') !== 'no';
      const until = textIn(form, 'until');
      const body = {
        ...{ accept, channel: textIn(form, 'channel') },
        ...(accept && until !== '' && { until }),
      };
      const params = onceFor(found, actId);
      await answerOf(apiIn(c).POST('/v1/backorders/{orderId}/delay-answer', { params, body }));
      return { said: 'Their answer is taken.' };
    },
  });

const NoticeWords = ({ order }: { order: Order }) => {
  const { notice } = order.law;
  if (notice === null) return <p>No notice of a delay has reached them.</p>;
  return (
    <p>
      It was {noticeWords[notice.kind]}, sent <When at={notice.sentAt} zone={zoneOf(order)} />, and
      named <Day on={notice.newOn} />.
    </p>
  );
};

const mountWithdraw = (app: Hono<DeskEnv>, deps: DeskDeps): void =>
  mountOrderAct(app, deps, {
    ...{ name: 'withdraw', title: 'The customer withdraws', scopes: ['support'], isGrave: true },
    fields: (_, form) => (
      <>
        <p>
          Contracts in the European Union are withdrawn from, until 14 days after the goods have
          come. They need no reason.
        </p>
        <Channel form={form} />
      </>
    ),
    preview: async ({ c, found }) => {
      const hasShipped = found.lines.some(({ shipped }) => shipped > 0);
      const isOpen = found.lines.some(({ waiting, allocated }) => waiting + allocated > 0);
      return (
        <>
          {hasShipped && (
            <p>
              Something has left already: the withdrawal is recorded, acknowledged by mail and
              handed to a person, who takes the goods back and sends the money for them.
            </p>
          )}
          {isOpen && (
            <CancelPreview
              order={found}
              preview={await previewCancel(c, found, { by: 'customer' })}
            />
          )}
        </>
      );
    },
    go: 'Take the withdrawal',
    act: async ({ c, found, form, actId }) => {
      const body = { channel: textIn(form, 'channel') };
      const params = onceFor(found, actId);
      await answerOf(apiIn(c).POST('/v1/backorders/{orderId}/withdraw', { params, body }));
      return { said: 'The withdrawal is taken.' };
    },
  });

const mountFurtherPeriod = (app: Hono<DeskEnv>, deps: DeskDeps): void =>
  mountOrderAct(app, deps, {
    ...{ name: 'further-period', title: 'The customer sets a last day', scopes: ['support'] },
    fields: (_, form) => (
      <>
        <p>
          After a missed date the law of the Union and of the United Kingdom lets the customer set a
          last one.
        </p>
        <Field
          name="until"
          label="The last day that they wait for"
          type="date"
          value={form.get('until') ?? ''}
          required
        />
        <Channel form={form} />
      </>
    ),
    preview: async ({ form }) => {
      const until = textIn(form, 'until');
      if (until === '') throw refuse('Give the last day.');
      return (
        <p>
          The goods have to arrive by the end of <Day on={until} />. After that the customer may end
          the contract, is told so, and a person is asked.
        </p>
      );
    },
    go: 'Take the last day',
    act: async ({ c, found, form, actId }) => {
      const body = { until: textIn(form, 'until'), channel: textIn(form, 'channel') };
      const params = onceFor(found, actId);
      await answerOf(apiIn(c).POST('/v1/backorders/{orderId}/further-period', { params, body }));
      return { said: 'The last day is taken.' };
    },
  });
