import type { ReactNode } from 'react';
import type { Notice } from '../../../workflows/domain/backorder/law.ts';
import { refusalWords } from '../../../workflows/domain/backorder/request.ts';
import {
  cancellerWords,
  noticeWords,
  policyInFull,
  silenceWords,
} from '../../../workflows/domain/desk/law-words.ts';
import { decisionWords } from '../../../workflows/domain/desk/message-words.ts';
import { atStart } from '../../../workflows/domain/desk/sentence.ts';
import { withdrawnWords } from '../../../workflows/domain/promise/withdrawn.ts';
import { Facts } from '../parts/badge.tsx';
import { Table } from '../parts/table.tsx';
import { Day, Until, When } from '../parts/when.tsx';
import { pathOf } from './order.ts';
import type { Names } from './story.tsx';
import type { OrderView } from './view.ts';

/** Every date that was promised, with the evidence for it and what was told of it. */
export const PromisesSection = ({ view, names }: { view: OrderView; names: Names }) => {
  const { promises, zone, order, base } = view;
  return (
    <section id="promises" aria-labelledby="promises-title">
      <h2 id="promises-title">Promises</h2>
      <Table
        caption="Promises, the oldest first"
        isCaptioned
        columns={[
          { head: 'Promised for', isHead: true, cell: ({ on }) => <Day on={on} /> },
          { head: 'Stated', cell: ({ statedAt }) => <When at={statedAt} zone={zone} /> },
          { head: 'Basis', cell: ({ basis }) => <bdi>{basis ?? 'none'}</bdi> },
          { head: 'Reason given', cell: ({ reason }) => <bdi>{reason ?? 'none'}</bdi> },
          { head: 'By', cell: ({ promiseId, by }) => sourceOf(promiseId, by, names) },
          {
            head: 'Notice',
            cell: ({ notice }) =>
              notice === null ? (
                <span className="muted">none</span>
              ) : (
                <a href={`${base}${pathOf(order)}/messages/${notice.id}`}>
                  {decisionWords[notice.decision]}
                </a>
              ),
          },
          {
            head: 'Stands since',
            cell: ({ acceptedAt, withdrawnAt, withdrawnBecause }) => {
              if (withdrawnAt !== null)
                return `withdrawn: ${withdrawnBecause === null ? 'no reason is kept' : withdrawnWords[withdrawnBecause]}`;
              if (acceptedAt === null) return <span className="muted">not decided yet</span>;
              return <When at={acceptedAt} zone={zone} />;
            },
          },
        ]}
        rows={promises}
        keyOf={({ promiseId }) => promiseId}
        none="Nothing was promised."
      />
    </section>
  );
};

const sourceOf = (promiseId: string, by: string | null, names: Names): ReactNode => {
  if (by !== null) return names.get(by) ?? by;
  if (promiseId === 'checkout') return 'the checkout';
  if (promiseId.startsWith('supply/')) return `a change of supply (${promiseId})`;
  if (promiseId.startsWith('law/')) return 'the law: no date could be met';
  return (
    <>
      a key of the API, as <span className="id">{promiseId}</span>
    </>
  );
};

/** Under whose law it is, what that asks, and what was said. */
export const LawSection = ({ view }: { view: OrderView }) => {
  const { order, kept, zone, base } = view;
  const { law } = order;
  return (
    <section id="law" aria-labelledby="law-title">
      <h2 id="law-title">Law</h2>
      <Facts facts={lawFacts(view)} />
      <Table
        caption="Notices that reached the customer"
        columns={noticeColumns(zone)}
        rows={kept.state?.law.notices ?? []}
        keyOf={({ key }) => key}
        none={
          law.notice === null
            ? 'No notice of a delay has reached the customer.'
            : 'What is kept of the notices is in the evidence.'
        }
      />
      <p>
        <a href={`${base}${pathOf(order)}/evidence`}>All of it as evidence</a>
      </p>
    </section>
  );
};

const lawFacts = ({ order, kept, zone }: OrderView): [string, ReactNode][] => {
  const { law } = order;
  const refundBy = kept.state?.law.refundBy ?? null;
  const startOn = kept.state?.law.clock.startOn ?? null;
  return [
    ['Law of', atStart(policyInFull(law.policy))],
    ['Clock began', <Day key="start" on={startOn} none="not yet, or not any more" />],
    [
      'Deadline',
      law.deadlineAt === null ? 'none' : <Until key="deadline" at={law.deadlineAt} zone={zone} />,
    ],
    ['No answer', atStart(silenceWords[law.silence])],
    ['The date is of the essence', kept.essential ? 'yes' : 'no'],
    ['The shop’s own credit', kept.sellerCredit ? 'yes: 50 days instead of 30' : 'no'],
    [
      'Refund due by',
      refundBy === null ? 'nothing is due' : <Until key="refund" at={refundBy} zone={zone} />,
    ],
  ];
};

const noticeColumns = (zone: string) => [
  {
    head: 'Notice',
    isHead: true,
    cell: ({ kind }: Notice) => atStart(noticeWords[kind]),
  },
  { head: 'Sent', cell: ({ sentAt }: Notice) => <When at={sentAt} zone={zone} /> },
  { head: 'Names', cell: ({ newOn }: Notice) => <Day on={newOn} /> },
  { head: 'No answer', cell: ({ silence }: Notice) => atStart(silenceWords[silence]) },
  {
    head: 'To answer by the end of',
    cell: ({ answerOn }: Notice) => <Day on={answerOn} none="no day" />,
  },
  {
    head: 'Answer',
    cell: ({ answer }: Notice) => {
      if (answer === null) return <span className="muted">none</span>;
      const what = answer.accept ? `agreed until ${answer.until ?? 'its date'}` : 'refused';
      return (
        <>
          {what} ({answer.channel}), <When at={answer.at} zone={zone} />
        </>
      );
    },
  },
];

/** What has left, what was reported and not taken, and what was cancelled. */
export const LeftSection = ({ view }: { view: OrderView }) => {
  const { shipments, cancellations, zone, sees } = view;
  return (
    <section id="left" aria-labelledby="left-title">
      <h2 id="left-title">Shipped and cancelled</h2>
      <Table
        caption="Parcels"
        columns={[
          {
            head: 'Parcel',
            isHead: true,
            cell: ({ shipmentId }) => <span className="id">{shipmentId}</span>,
          },
          { head: 'Scanned', cell: ({ scannedAt }) => <When at={scannedAt} zone={zone} /> },
          { head: 'Carrier', cell: ({ carrier }) => <bdi>{carrier ?? 'unknown'}</bdi> },
          {
            head: 'Tracking',
            cell: ({ tracking }) =>
              sees ? <bdi className="id">{tracking ?? 'erased'}</bdi> : 'hidden from your role',
          },
          { head: 'Units', cell: ({ lines }) => unitsWords(lines) },
          {
            head: 'What became of it',
            cell: ({ status, code }) =>
              code === null ? status : `${status}: ${refusalWords[code]}`,
          },
        ]}
        rows={shipments}
        keyOf={({ shipmentId }) => shipmentId}
        none="No parcel was reported."
      />
      <Table
        caption="Cancellations"
        columns={[
          {
            head: 'Asked for',
            isHead: true,
            cell: ({ requestedAt }) => <When at={requestedAt} zone={zone} />,
          },
          { head: 'By', cell: ({ by }) => atStart(cancellerWords[by]) },
          { head: 'Units', cell: ({ lines }) => unitsWords(lines) },
          { head: 'Reason', cell: ({ reason }) => <bdi>{reason ?? 'none is kept'}</bdi> },
        ]}
        rows={cancellations}
        keyOf={({ cancelId }) => cancelId}
        none="Nothing was cancelled."
      />
    </section>
  );
};

const unitsWords = (lines: { lineId: string; quantity: number }[] | null): string =>
  lines === null || lines.length === 0
    ? 'none'
    : lines.map(({ lineId, quantity }) => `${quantity} of line ${lineId}`).join(', ');
