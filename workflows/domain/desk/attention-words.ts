import type { AttentionCode } from '../backorder/attention.ts';

/** What happened, what follows while nobody acts, and what a person can do. Complete sentences. */
export type AttentionWords = { title: string; meaning: string; todo: string };

/**
 * Why a backorder waits for a person, as people read it: in the Temporal UI, in mails to the
 * operator and on the desk. docs/operating.md says more of each code.
 */
export const attentionWords: Record<AttentionCode, AttentionWords> = {
  payment_failed: {
    title: 'The card was declined',
    meaning:
      'The customer was asked for another card. The units go to the next in line in a few days, and 14 days later the order is cancelled.',
    todo: 'Nothing, unless the customer writes. Another card takes this back by itself.',
  },
  payment_refused: {
    title: 'The payment provider refused the request',
    meaning: 'Nothing can be charged and nothing ships until somebody looks.',
    todo: 'Look at the customer and method ids of the checkout, then resolve: it is tried again.',
  },
  shipped_unpaid: {
    title: 'Shipped, but not paid yet',
    meaning: 'The goods left. Their money is pursued, also on another card.',
    todo: 'Resolve it only when the money came another way or is given up: then it is not asked for again.',
  },
  refund_failed: {
    title: 'A refund did not go through',
    meaning: 'The customer has not got their money back. The due date is the law’s.',
    todo: 'See to it at the provider, then resolve: it is tried again, unless the order has ended. Then send the money there first.',
  },
  refund_wanted: {
    title: 'Send money back to the customer',
    meaning: 'The shop holds the money of this order, so nobody else can send it back.',
    todo: 'Send the amount by the due date, then resolve: that counts as your word, and the customer is told.',
  },
  disputed: {
    title: 'The customer’s bank disputes a charge',
    meaning: 'Nothing of this order ships. A dispute that is not answered is lost.',
    todo: 'Answer it at the payment provider, then resolve.',
  },
  fraud_warning: {
    title: 'The card network suspects fraud',
    meaning: 'Nothing of this order ships until somebody has looked.',
    todo: 'Check the order, refund it if need be, then resolve.',
  },
  refunded_elsewhere: {
    title: 'Money was given back outside of here',
    meaning: 'It is not asked for again. Nothing of this order ships.',
    todo: 'Find out who gave it back and why. Cancel the order, or resolve so that it ships.',
  },
  unpaid: {
    title: 'The payment at checkout does not check out',
    meaning:
      'What the checkout named is not captured in full, is another customer’s, in another currency, or pays for something else. No unit is made ready to ship.',
    todo: 'See to it at the provider, then resolve: it is looked at again.',
  },
  money_differs: {
    title: 'The books differ',
    meaning: 'The payment provider’s books and ours say different things about this order.',
    todo: 'See the last comparison under Plumbing, and mend the side that is wrong. The next one that finds nothing takes this back.',
  },
  unexpected_shipment: {
    title: 'A parcel was reported that was not ready',
    meaning: 'Its units were neither set aside for it nor paid for.',
    todo: 'Check what the warehouse sent, then resolve.',
  },
  shipped_after_cancel: {
    title: 'A parcel left for a cancelled order',
    meaning: 'The customer gets goods that they do not wait for any more.',
    todo: 'Stop the parcel, or take the goods back and refund them, or charge by hand. Then resolve.',
  },
  shipment_short: {
    title: 'More left than was counted',
    meaning: 'The parcel holds more units than the ledger knew of.',
    todo: 'Count the shelf, then resolve.',
  },
  mail_failed: {
    title: 'A mail was refused',
    meaning: 'The mail provider did not take it, so the customer has not read it.',
    todo: 'Send it again from the order’s messages, or write by hand. Then resolve.',
  },
  mail_unknown: {
    title: 'A mail may not have gone out',
    meaning: 'Nobody can know whether it did, and it is not sent twice by itself.',
    todo: 'Look at the provider, send it again if need be, then resolve.',
  },
  mail_undelivered: {
    title: 'A mail that must arrive came back',
    meaning: 'The customer has not read it. A notice that came back was none in law.',
    todo: 'Correct the address, which sends it again, or reach the customer another way.',
  },
  notice_due: {
    title: 'A notice of delay is due',
    meaning: 'The promised day comes near, and the law wants the customer told before it ends.',
    todo: 'Ship, or give a later date. To resolve it before it is due says that it ships in time.',
  },
  deadline_missed: {
    title: 'The day by which the goods had to arrive is over',
    meaning: 'The customer may set a last day, or end the contract.',
    todo: 'Ship, or give a later date.',
  },
  further_period_over: {
    title: 'The last day that the customer set is over',
    meaning: 'They were told that they may end the contract.',
    todo: 'Ship, or talk to them.',
  },
  withdrawal_after_shipment: {
    title: 'Withdrawn after something had shipped',
    meaning: 'The contract is over, and the customer has that in writing.',
    todo: 'Take the goods back, send the money for them at the provider, then resolve.',
  },
  dead_end: {
    title: 'A step can never succeed',
    meaning: 'It is not tried again by itself; the timeline says which step it is.',
    todo: 'Mend the cause, then resolve: it is tried again.',
  },
  orphaned: {
    title: 'The workflow is gone before its end',
    meaning: 'It was terminated or lost: nobody looks after this order.',
    todo: 'Run npm run revive, which starts it anew.',
  },
  parked: {
    title: 'The workflow stands still',
    meaning: 'It should have woken a quarter of an hour ago. Nothing is sent or charged meanwhile.',
    todo: 'See whether workers run, and whether its task fails in Temporal.',
  },
  news_late: {
    title: 'The workflow has not heard what stock did',
    meaning: 'For ten minutes it has not been told, so it does not charge, ship or write.',
    todo: 'See whether Temporal answers, and the relay’s log.',
  },
  filling_late: {
    title: 'Free units were not given out',
    meaning: 'They have waited five minutes for this order.',
    todo: 'See the log of the sweeps.',
  },
  lease_late: {
    title: 'Units are set aside for too long',
    meaning: 'For a quarter of an hour its units are kept from the next in line.',
    todo: 'See the log of the sweeps.',
  },
  shop_differs: {
    title: 'The shop says otherwise',
    meaning:
      'This order and the one at its shop have come apart, and nothing mends that by itself.',
    todo: 'See the timeline and the shop under Plumbing, mend one of them by hand, then resolve.',
  },
};
