import type { ShownSession } from '../../../db/desk/people/sessions.ts';
import { Badge } from '../parts/badge.tsx';
import { Table } from '../parts/table.tsx';
import { When } from '../parts/when.tsx';

type Props = {
  rows: readonly ShownSession[];
  own?: string | undefined;
  zone: string;
  isCaptioned?: boolean;
};

/** Where somebody is signed in. `own`: the session of whoever looks. */
export const SessionTable = ({ rows, own, zone, isCaptioned = false }: Props) => (
  <Table
    caption="Sessions"
    isCaptioned={isCaptioned}
    rows={rows}
    keyOf={({ tokenHash }) => tokenHash}
    none="Signed in nowhere."
    columns={[
      {
        head: 'Signed in at',
        isHead: true,
        cell: ({ createdAt, tokenHash }) => (
          <>
            <When at={createdAt} zone={zone} /> {tokenHash === own && <Badge>this browser</Badge>}
          </>
        ),
      },
      { head: 'Used last', cell: ({ seenAt }) => <When at={seenAt} zone={zone} /> },
      { head: 'Ends at the latest', cell: ({ endsAt }) => <When at={endsAt} zone={zone} /> },
    ]}
  />
);
