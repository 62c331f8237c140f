import { chained, type EvidenceEntry } from '../../../db/law/chain.ts';
import { day } from '../../support/cast.ts';

/** As the API answers it: so many refunds, and the workflow knows all of them. */
export const exported = (count: number, orderId = '1001') => {
  const entries: EvidenceEntry[] = [];
  for (let n = 1; n <= count; n++) {
    const text = `Hello {name},\n“${n}”: {link}`;
    const data = { orderId, intentId: 'i1', amount: { amount: n, currency: 'USD' }, text };
    entries.push(chained(entries.at(-1) ?? null, { at: day(n), type: 'refund', data }));
  }
  const head = entries.at(-1)?.hash ?? null;
  return { orderId, policy: 'us', entries, head, witnessedHead: head };
};
