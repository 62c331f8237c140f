import type { z } from '@hono/zod-openapi';
import type { suppressions } from '../../mail/suppressions-schema.ts';
import type { Desk } from '../env.ts';
import { Field } from '../parts/field.tsx';
import { Filter, Pager } from '../parts/filter.tsx';
import { Table } from '../parts/table.tsx';
import { When } from '../parts/when.tsx';
import { room, Tabs } from './tabs.tsx';
import { suppressionWords } from './words.ts';

type Answer = z.output<typeof suppressions>;

export type Suppressed = Answer['data'][number];

type Props = { desk: Desk; zone: string; query: URLSearchParams; found: Answer };

/** The addresses that get no relationship mail, the newest first. */
export const SuppressionsPage = ({ desk, zone, query, found }: Props) => {
  const path = `${desk.base}${room}/suppressions`;
  return (
    <>
      <Tabs desk={desk} at={`${room}/suppressions`} />
      <p>
        These addresses get no countdown, excitement or check-in, whatever they prefer. Mail about
        the contract goes on.
      </p>
      <Filter path={path}>
        <Field
          name="email"
          label="Address"
          type="email"
          value={query.get('email') ?? ''}
          maxLength={320}
        />
      </Filter>
      <p className="buttons">
        <a className="button" href={`${path}/add`}>
          Suppress an address
        </a>
      </p>
      <Table
        caption="Suppressed addresses, the newest first"
        columns={[
          { head: 'Address', isHead: true, cell: ({ email }) => <Address email={email} /> },
          { head: 'Why', cell: ({ reason }) => suppressionWords[reason] },
          { head: 'Since', cell: ({ at }) => <When at={at} zone={zone} /> },
          { head: 'Lift', cell: ({ email }) => <Lift path={path} email={email} /> },
        ]}
        rows={found.data}
        keyOf={({ email, at }) => `${email} ${at}`}
        none={
          query.has('email')
            ? 'This address is not suppressed.'
            : 'No address is suppressed: no mail came back for good, and nobody was taken off.'
        }
      />
      <Pager path={path} query={query} nextCursor={found.nextCursor} />
    </>
  );
};

const Address = ({ email }: { email: string | null }) =>
  email === null ? <span className="muted">erased with the last order</span> : <bdi>{email}</bdi>;

const Lift = ({ path, email }: { path: string; email: string | null }) =>
  email === null ? (
    <span className="muted">look it up by its address</span>
  ) : (
    <a href={`${path}/lift?${new URLSearchParams({ email })}`}>
      Lift<span className="hidden"> of {email}</span>
    </a>
  );
