import type { z } from '@hono/zod-openapi';
import {
  decisions,
  messageClasses,
  messageKinds,
  statuses,
} from '../../../workflows/domain/backorder/message-kind.ts';
import { outcomeOf } from '../../../workflows/domain/desk/mail-health.ts';
import { unsentWords, whyUnsent } from '../../../workflows/domain/desk/mail-reasons.ts';
import {
  classWords,
  decisionWords,
  messageWords,
  statusWords,
} from '../../../workflows/domain/desk/message-words.ts';
import type { messageOfOrder } from '../../mail/message-schema.ts';
import { mayDo } from '../access/scopes.ts';
import type { Refused } from '../call.ts';
import type { Desk } from '../env.ts';
import { Badge } from '../parts/badge.tsx';
import { Field, Select } from '../parts/field.tsx';
import { Filter, Pager } from '../parts/filter.tsx';
import { OrderLink } from '../parts/order-link.tsx';
import { RefusalNote } from '../parts/refusal.tsx';
import { Table } from '../parts/table.tsx';
import { When } from '../parts/when.tsx';
import { room, Tabs } from './tabs.tsx';
import { outcomeWords } from './words.ts';

type Answer = { data: z.output<typeof messageOfOrder>[]; nextCursor: string | null };

export type Listed = Answer['data'][number];

type Props = {
  desk: Desk;
  zone: string;
  query: URLSearchParams;
  found: Answer | Refused;
};

/** Every decision about a message, newest first, as far as it is asked for. */
export const ListPage = ({ desk, zone, query, found }: Props) => (
  <>
    <Tabs desk={desk} at={`${room}/list`} />
    <Search desk={desk} query={query} />
    {'refusal' in found ? (
      <RefusalNote refusal={found.refusal} />
    ) : (
      <section id="found" data-fresh>
        <Found desk={desk} zone={zone} rows={found.data} />
        <Pager
          path={`${desk.base}${room}/list`}
          csv={`${desk.base}${room}/list.csv`}
          query={query}
          nextCursor={found.nextCursor}
        />
      </section>
    )}
  </>
);

const Search = ({ desk, query }: { desk: Desk; query: URLSearchParams }) => {
  const given = (name: string) => query.get(name) ?? '';
  return (
    <Filter path={`${desk.base}${room}/list`}>
      <Select
        name="kind"
        label="Kind"
        value={given('kind')}
        choices={choicesOf(messageKinds, messageWords)}
      />
      <Select
        name="class"
        label="Class"
        value={given('class')}
        choices={choicesOf(messageClasses, classWords)}
      />
      <Select
        name="decision"
        label="Decision"
        value={given('decision')}
        choices={choicesOf(decisions, decisionWords)}
      />
      <Select
        name="status"
        label="What the provider said"
        value={given('status')}
        choices={choicesOf(statuses, statusWords)}
      />
      <Select
        name="reason"
        label="Reason"
        value={given('reason')}
        choices={reasonChoices(given('reason'))}
      />
      {mayDo(desk.operator.role, ['support']) && (
        <Field name="email" label="Address" type="email" value={given('email')} maxLength={320} />
      )}
      <Field name="since" label="From the day" value={given('since')} maxLength={40} />
      <Field name="until" label="Before the day" value={given('until')} maxLength={40} />
    </Filter>
  );
};

const choicesOf = <Value extends string>(
  values: readonly Value[],
  words: Record<Value, string>,
) => [{ value: '', label: 'any' }, ...values.map((value) => ({ value, label: words[value] }))];

/** A provider's own code is none of these, and comes by a link alone. */
const reasonChoices = (given: string) => [
  ...choicesOf(Object.keys(unsentWords), unsentWords),
  ...(given === '' || Object.hasOwn(unsentWords, given) ? [] : [{ value: given, label: given }]),
];

const Found = ({ desk, zone, rows }: { desk: Desk; zone: string; rows: Listed[] }) => (
  <Table
    caption="Messages, the newest first"
    columns={[
      { head: 'Decided', cell: ({ at }) => <When at={at} zone={zone} /> },
      {
        head: 'Message',
        isHead: true,
        cell: ({ orderId, id, kind, subject }) => (
          <>
            <a href={`${orderPath(desk, orderId)}/messages/${encodeURIComponent(id)}`}>
              {messageWords[kind]}
            </a>
            {subject !== null && (
              <div className="muted">
                <bdi>{subject}</bdi>
              </div>
            )}
          </>
        ),
      },
      {
        head: 'Order',
        cell: ({ orderId }) => <OrderLink base={desk.base} orderId={orderId} />,
      },
      { head: 'Class', cell: (row) => classWords[row.class] },
      { head: 'How it stands', cell: (row) => <Standing row={row} /> },
      ...(mayDo(desk.operator.role, ['support'])
        ? [{ head: 'Test', cell: (row: Listed) => <SendMe desk={desk} row={row} /> }]
        : []),
      { head: 'Why', cell: (row) => <Why desk={desk} row={row} zone={zone} /> },
    ]}
    rows={rows}
    keyOf={({ id }) => id}
    none="No message is like that. Every decision about a message is kept, also that none was sent."
  />
);

const orderPath = (desk: Desk, orderId: string): string =>
  `${desk.base}/desk/orders/${encodeURIComponent(orderId)}`;

const Standing = ({ row }: { row: Listed }) => {
  const { name, tone } = outcomeWords[outcomeOf(row)];
  return <Badge tone={tone}>{name}</Badge>;
};

const SendMe = ({ desk, row: { orderId, id, kind, subject } }: { desk: Desk; row: Listed }) =>
  subject === null ? (
    <span className="muted">no mail</span>
  ) : (
    <a href={`${desk.base}${room}/send?${new URLSearchParams({ orderId, id })}`}>
      Send me this
      <span className="hidden">
        {' '}
        “{messageWords[kind]}” of {orderId}
      </span>
    </a>
  );

const Why = ({ desk, row, zone }: { desk: Desk; row: Listed; zone: string }) => (
  <>
    {whyUnsent(row.decision, row.reason)}
    {row.until !== null && (
      <div>
        Held until <When at={row.until} zone={zone} />.
      </div>
    )}
    {row.into !== null && (
      <div>
        <a href={`${orderPath(desk, row.orderId)}/messages/${encodeURIComponent(row.into)}`}>
          The mail that says it
        </a>
      </div>
    )}
  </>
);
