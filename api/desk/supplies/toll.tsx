import { noticeWords } from '../../../workflows/domain/desk/law-words.ts';
import { atStart } from '../../../workflows/domain/desk/sentence.ts';
import type { Named } from '../call.ts';
import { OrderLink } from '../parts/order-link.tsx';
import { Table } from '../parts/table.tsx';
import { Day, EndOf } from '../parts/when.tsx';
import { counted } from '../parts/words.ts';

/** What a change of a supply does, or would do, to those who wait. */
export type Report = Omit<Named<'SupplyAnswer'>, 'supply'>;

type Notice = keyof Report['notices'];

const noticeOf = (kind: Notice): string =>
  kind === 'none' ? 'The law wants no notice' : atStart(noticeWords[kind]);

type Props = {
  base: string;
  report: Report;
  /** Whether it has been done. */
  isDone?: boolean;
};

/** Who is told what, by kind; who ends by silence, and when; and the first orders. */
export const TollOf = ({ base, report, isDone = false }: Props) => {
  const { broken, moved, told, notices, cancels, more } = report;
  const counts = Object.entries(notices).filter(([, count]) => count > 0);
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  return (
    <>
      <p className="lead">
        {all === 0
          ? `${isDone ? 'No promise broke' : 'No promise breaks'}: nobody is told anything.`
          : `${counted(all, 'promise')} ${isDone ? 'broke' : all === 1 ? 'breaks' : 'break'}. ${mails(told)}`}
      </p>
      <p>
        {counted(moved, 'order')} {isDone ? 'got' : 'would get'} another projected date.
        {more && ' The list below is cut, or the queue is still being gone through.'}
      </p>
      {counts.length > 0 && (
        <Table
          caption="Notices by kind"
          columns={[
            { head: 'Notice', cell: ([kind]) => noticeOf(kind as Notice), isHead: true },
            { head: 'Orders', cell: ([, count]) => count.toLocaleString('en-US'), isNumber: true },
          ]}
          rows={counts}
          keyOf={([kind]) => kind}
          none=""
        />
      )}
      {cancels.length > 0 && (
        <Table
          caption="Cancelled if nobody answers"
          columns={[
            { head: 'At the end of', cell: ({ on }) => <Day on={on} />, isHead: true },
            { head: 'Orders', cell: ({ count }) => count.toLocaleString('en-US'), isNumber: true },
          ]}
          rows={cancels}
          keyOf={({ on }) => on}
          none=""
        />
      )}
      {broken.length > 0 && <Broken base={base} broken={broken} />}
    </>
  );
};

const Broken = ({ base, broken }: { base: string; broken: Report['broken'] }) => (
  <Table
    caption={broken.length < 100 ? 'The orders' : 'The first 100 orders'}
    columns={[
      {
        head: 'Order',
        isHead: true,
        cell: ({ orderId }) => <OrderLink base={base} orderId={orderId} />,
      },
      { head: 'Promised', cell: ({ from }) => <Day on={from} /> },
      { head: 'From now on', cell: ({ to }) => <Day on={to} /> },
      { head: 'Notice', cell: ({ notice }) => noticeOf(notice ?? 'none') },
      { head: 'Told by mail', cell: ({ told }) => (told ? 'yes' : 'no') },
      {
        head: 'Cancelled unless answered by',
        cell: (order) => <EndBySilence of={order} />,
      },
    ]}
    rows={broken}
    keyOf={({ orderId }) => orderId}
    none=""
  />
);

type Ending = Pick<Report['broken'][number], 'cancelledAt' | 'cancelledOn'>;

const EndBySilence = ({ of: { cancelledAt, cancelledOn } }: { of: Ending }) =>
  cancelledAt === null || cancelledOn === null ? (
    <span className="muted">never</span>
  ) : (
    <EndOf on={cancelledOn} at={cancelledAt} />
  );

const mails = (count: number): string =>
  count === 0
    ? 'Nobody is told by mail.'
    : `${count.toLocaleString('en-US')} ${count === 1 ? 'customer is' : 'customers are'} told by mail.`;
