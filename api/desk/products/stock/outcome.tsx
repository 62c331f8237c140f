import { OrderLink } from '../../parts/order-link.tsx';
import { Table } from '../../parts/table.tsx';

type Part = { orderId: string; lineId: string; quantity: number };
type Filled = Part & { kept?: true | undefined };
type Skipped = { orderId: string; reason: string };

const parts = (base: string) => [
  {
    head: 'Order',
    isHead: true,
    cell: ({ orderId }: Part) => <OrderLink base={base} orderId={orderId} />,
  },
  { head: 'Line', cell: ({ lineId }: Part) => <span className="id">{lineId}</span> },
  { head: 'Units', isNumber: true, cell: ({ quantity }: Part) => quantity },
];

type Given = {
  base: string;
  allocated: number;
  left: number;
  filled: readonly Filled[];
  skipped: readonly Skipped[];
  more: boolean;
};

/** Who gets units, who is passed over and why, and what is left. */
export const Outcome = ({ base, allocated, left, filled, skipped, more }: Given) => (
  <>
    <p>
      Given to those who wait: <strong>{unitWords(allocated)}</strong>. Free afterwards:{' '}
      <strong>{unitWords(left)}</strong>.
    </p>
    {filled.length > 0 && (
      <Table
        caption="Who gets them"
        columns={[
          ...parts(base),
          {
            head: 'What follows',
            cell: ({ kept }: Filled) =>
              kept ? 'Kept until the order is whole' : 'Set aside, and paid for before it ships',
          },
        ]}
        rows={filled}
        keyOf={({ orderId, lineId }) => `${orderId} ${lineId}`}
        none=""
      />
    )}
    {skipped.length > 0 && (
      <Table
        caption="Who is passed over and keeps their place"
        columns={[
          {
            head: 'Order',
            isHead: true,
            cell: ({ orderId }: Skipped) => <OrderLink base={base} orderId={orderId} />,
          },
          { head: 'Why', cell: ({ reason }: Skipped) => skipWords[reason] ?? reason },
        ]}
        rows={skipped}
        keyOf={({ orderId }) => orderId}
        none=""
      />
    )}
    {more && (
      <p className="muted">
        The queue is longer than this shows: the lists are cut, and the rest is given out in the
        background.
      </p>
    )}
  </>
);

const skipWords: Record<string, string> = {
  nothing_free: 'Nothing was left for it.',
  needs_more_units: 'It takes its units only together, and fewer are left.',
  needs_other_lines: 'It goes only as a whole, and its other lines are not there yet.',
};

/** Whose units are taken back, from the end of the queue. */
export const TakenBack = ({ base, revoked }: { base: string; revoked: readonly Part[] }) =>
  revoked.length === 0 ? (
    <p>Nobody loses units that were set aside.</p>
  ) : (
    <>
      <p>
        <strong>{revoked.reduce((sum, { quantity }) => sum + quantity, 0)}</strong> units that were
        set aside are taken back, from the end of the queue. Those orders wait again, at their
        place.
      </p>
      <Table
        caption="Whose units are taken back"
        columns={parts(base)}
        rows={revoked}
        keyOf={({ orderId, lineId }) => `${orderId} ${lineId}`}
        none=""
      />
    </>
  );

/** `1 unit`, `3 units`. */
export const unitWords = (count: number): string => (count === 1 ? '1 unit' : `${count} units`);
