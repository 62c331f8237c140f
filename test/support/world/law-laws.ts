import { expect } from 'vitest';
import { policies } from '../../../workflows/domain/law/policy/policies.ts';
import type { World } from './effects.ts';
import type { Ledger } from './ledger.ts';

/** What was seen of the law's end of an order. */
export type LawWatch = { endedBy: string | null; shippedThen: number; untils: string[] };

export const createLawWatch = (): LawWatch => ({ endedBy: null, shippedThen: 0, untils: [] });

const shippedUnits = ({ lines }: Ledger): number =>
  lines.reduce((sum, { shipped }) => sum + shipped, 0);

/**
 * Nothing ships after a cancellation by law. Silence consents to a first delay of 30 days alone, and
 * no order ends by law while its customer has agreed to wait.
 */
export const watchLaw = (watch: LawWatch, { state, ledger }: World): void => {
  const { law, acts } = state;
  const ended = acts.find((act) => act.type === 'cancel' && act.by === 'law');
  if (ended && watch.endedBy === null) {
    watch.endedBy = ended.actId;
    expect(policies[law.clock.policy].isEndedByLaw, 'ended by law').toBe(true);
    const agreed = law.notices.findLast(({ answer }) => answer?.accept)?.answer?.until;
    if (agreed === 'open' && law.notices.at(-1)?.answer?.accept) expect(agreed).not.toBe('open');
    watch.shippedThen = shippedUnits(ledger);
  }
  if (watch.endedBy !== null && acts.length === 0) {
    expect(shippedUnits(ledger), 'shipped after the end by law').toBe(watch.shippedThen);
  }
  for (const { answer, kind, silence } of law.notices) {
    if (silence === 'consents') expect(kind).toBe('first_within_30');
    if (answer?.accept) expect(answer.until).not.toBeNull();
  }
};

/** Whoever was cancelled has it in writing, with what becomes of their money. */
export const expectStatements = ({ state, mailbox }: World, ledger: Ledger): void => {
  const cancelled = ledger.lines.some((line) => line.cancelled > 0);
  if (cancelled && state.mail.owed.length === 0) {
    expect(mailbox.some(({ kind }) => kind === 'cancelled')).toBe(true);
  }
};
