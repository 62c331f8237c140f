import type { ReactNode } from 'react';
import { paymentWords, problemWords } from '../../../workflows/domain/desk/payment-words.ts';
import { sentenceOf } from '../../../workflows/domain/desk/sentence.ts';
import { Facts } from '../parts/badge.tsx';
import { Table } from '../parts/table.tsx';
import { Sum, Until, When } from '../parts/when.tsx';
import type { OrderView } from './view.ts';
import { bankWords, outcomeWords, stepWords, termsWords } from './words.ts';

/** Sums, what stands in the way, and every call that moved money. */
export const MoneySection = ({ view }: { view: OrderView }) => {
  const { kept, attempts, zone, isTest } = view;
  const inMoney = (amount: number) => ({ amount, currency: kept.currency });
  return (
    <section id="money" aria-labelledby="money-title">
      <h2 id="money-title">Money</h2>
      <div className="columns">
        <Facts facts={factsOf(view)} />
        <div>
          <Problem view={view} />
          <MandateFacts view={view} />
        </div>
      </div>
      <Table
        caption="Attempts at the payment provider"
        columns={[
          {
            head: 'Attempt',
            isHead: true,
            cell: ({ step, intent }) => (
              <>
                {stepWords[step]} <span className="id">{intent}</span>
              </>
            ),
          },
          { head: 'Sum', isNumber: true, cell: ({ amount }) => <Sum money={inMoney(amount)} /> },
          {
            head: 'What came of it',
            cell: (attempt) => (
              <>
                {outcomeWords(attempt)}
                {attempt.decline && (
                  <div className="muted">
                    <span className="id">{attempt.decline.code}</span> {bankWords(attempt.decline)}
                  </div>
                )}
              </>
            ),
          },
          {
            head: 'At the provider',
            cell: ({ providerIntentId, providerRefundId }) => (
              <>
                <Payment id={providerIntentId} isTest={isTest} />
                {providerRefundId !== null && <div className="id">{providerRefundId}</div>}
              </>
            ),
          },
          { head: 'Asked', cell: ({ createdAt }) => <When at={createdAt} zone={zone} /> },
        ]}
        rows={attempts}
        keyOf={({ attemptId }) => attemptId}
        none="The provider was not asked for anything yet."
      />
    </section>
  );
};

const factsOf = ({ order, kept, zone, isTest }: OrderView): [string, ReactNode][] => {
  const { payment } = order;
  return [
    ['State', paymentWords[payment.state]],
    ['Terms', termsWords[payment.terms]],
    ['Held', <Sum key="held" money={payment.authorized} />],
    [
      'Hold ends',
      payment.holdUntil === null ? (
        'nothing is held'
      ) : (
        <Until key="until" at={payment.holdUntil} zone={zone} />
      ),
    ],
    ['Captured', <Sum key="captured" money={payment.captured} />],
    ['Sent back', <Sum key="refunded" money={payment.refunded} />],
    ['Not asked for any more', <Sum key="waived" money={payment.waived} />],
    ...(kept.paidUpfront === null
      ? []
      : ([
          [
            'Paid at checkout',
            <>
              <Sum money={{ amount: kept.paidUpfront, currency: kept.currency }} />{' '}
              {payment.heldBy === 'shop' ? (
                <>
                  , held by the shop as <span className="id">{payment.reference ?? 'unnamed'}</span>
                </>
              ) : (
                <Payment id={kept.upfrontIntentId} isTest={isTest} />
              )}
            </>,
          ],
        ] as [string, ReactNode][])),
    ...(payment.askedUntil === null
      ? []
      : ([['Card and consent by', <Until key="asked" at={payment.askedUntil} zone={zone} />]] as [
          string,
          ReactNode,
        ][])),
  ];
};

/** Leads to the provider's own page of it, where it has one. */
const Payment = ({ id, isTest }: { id: string | null; isTest: boolean }) => {
  if (id === null) return <span className="muted">none yet</span>;
  if (!/^(pi|ch)_\w+$/.test(id)) return <span className="id">{id}</span>;
  const href = `https://dashboard.stripe.com/${isTest ? 'test/' : ''}payments/${id}`;
  return (
    <a className="id" href={href} rel="noreferrer">
      {id}
    </a>
  );
};

const Problem = ({ view: { order, zone } }: { view: OrderView }) => {
  const { problem } = order.payment;
  if (problem === null) return <p>Nothing stands in the way of its payment.</p>;
  const dates: [string, string | null][] = [
    ['Units are set aside until', problem.keptUntil],
    ['The same card is asked again', problem.retryAt],
    ['What waits is cancelled', problem.cancelledAt],
  ];
  return (
    <div className="notice">
      <p>
        <strong>{sentenceOf(problemWords[problem.reason])}</strong> It is about{' '}
        <Sum money={problem.amount} />.
      </p>
      <Facts
        facts={dates.map(([name, at]) => [
          name,
          at === null ? 'not planned' : <When key={name} at={at} zone={zone} />,
        ])}
      />
    </div>
  );
};

const MandateFacts = ({ view: { kept, zone } }: { view: OrderView }) => {
  const { mandate } = kept;
  if (mandate === null) return <p>No mandate is kept: nothing is charged by card.</p>;
  return (
    <>
      <h3>Mandate</h3>
      <Facts
        facts={[
          [
            'Accepted',
            mandate.acceptedAt === null ? (
              'not yet'
            ) : (
              <When key="accepted" at={mandate.acceptedAt} zone={zone} />
            ),
          ],
          ['At most', <Sum key="maximum" money={mandate.maximum} />],
          [
            'Version',
            <span key="version" className="id">
              {mandate.version}
            </span>,
          ],
          ['Text', mandate.text === '' ? 'erased' : <bdi key="text">{mandate.text}</bdi>],
        ]}
      />
    </>
  );
};
