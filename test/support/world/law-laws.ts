import { expect } from 'vitest';
import type { Until } from '../../../workflows/domain/backorder/law.ts';
import { isTerminal, phaseOf } from '../../../workflows/domain/backorder/snapshot.ts';
import type { EvidenceNote } from '../../../workflows/domain/law/evidence.ts';
import { isPlanned } from '../../../workflows/domain/law/facts.ts';
import { policies } from '../../../workflows/domain/law/policy/policies.ts';
import type { CivilDate, Instant } from '../../../workflows/domain/time.ts';
import type { World } from './effects.ts';
import { codesOf } from './law.ts';
import { sentOf } from './views.ts';

type Noted<T extends EvidenceNote['type']> = Extract<EvidenceNote, { type: T }>;

/** The notice whose silence ends the order, as it was seen last, and how often anybody agreed. */
type Threat = { policy: string; notices: string; deadlineOn: CivilDate; agreed: number };

export type LawWatch = { threat: Threat | null };

export const createLawWatch = (): LawWatch => ({ threat: null });

/** What holds of the law at every moment of a life. */
export const watchLaw = (watch: LawWatch, world: World): void => {
  watchEnd(world);
  watchDeadline(world);
  watchThreat(watch, world);
};

/** Where an order ends by law, nothing ships any more, and its customer had not agreed to wait. */
const watchEnd = ({ evidence }: World): void => {
  const index = evidence.findIndex((note) => isEndByLaw(note));
  const end = evidence[index];
  if (end === undefined || !isEndByLaw(end)) return;
  const kinds = evidence.slice(index).map(({ type }) => type);
  expect(kinds, 'shipped after the end by law').not.toContain('shipment');
  const until = agreedUntil(evidence.slice(0, index));
  if (until !== null) expect(until <= (end.endedOn ?? ''), `agreed: ${until}`).toBe(true);
};

const isEndByLaw = (note: EvidenceNote): note is Noted<'cancellation'> =>
  note.type === 'cancellation' && note.by === 'law';

/** What the customer agreed to last; `open` is after all days. */
const agreedUntil = (evidence: readonly EvidenceNote[]): Until | null =>
  evidence.reduce<Until | null>(
    (until, note) => (note.type === 'answer' && note.answer === 'accepted' ? note.until : until),
    null,
  );

/** No order outlives its deadline, unless a person was asked for it. */
const watchDeadline = (world: World): void => {
  const { state, now, inFlight } = world;
  const { clock, passed } = state.law;
  const isAtRest = inFlight.length === 0 && state.delays.length === 0 && isPlanned(state);
  if (!isAtRest || state.isRevived || isTerminal(phaseOf(state.stock))) return;
  const { deadlineAt, policy } = clock;
  if (!policies[policy].isEndedByLaw || deadlineAt === null || deadlineAt > now) return;
  expect(passed, `over since ${deadlineAt}`).toMatchObject({ deadlineAt, isLate: true });
  expect(codesOf(world), `over since ${deadlineAt}`).toContain('notice_due');
};

/** A silence that ends the order never comes to mean that its customer agrees. */
const watchThreat = (watch: LawWatch, { state, evidence }: World): void => {
  const { law } = state;
  const { policy, silence, deadlineOn } = law.clock;
  if (!isPlanned(state)) return;
  const agreed = evidence.filter(({ type }) => type === 'answer').length;
  const { threat } = watch;
  const notices = [law.grantedOn, ...law.notices.map(({ key }) => key)].join();
  if (threat !== null && threat.policy === policy && threat.agreed === agreed) {
    const isSame = notices.startsWith(threat.notices);
    if (isSame) expect(deadlineOn, 'moved by silence').toBe(threat.deadlineOn);
  }
  const isThreat = silence === 'cancels' && deadlineOn !== null;
  watch.threat = isThreat ? { policy, notices, deadlineOn, agreed } : null;
};

/**
 * Whoever was cancelled has it in writing. If nothing broke down meanwhile, the mail, and each refund
 * after the last cancellation, were in time.
 */
export const expectStatements = (world: World, { isUndisturbed }: { isUndisturbed: boolean }) => {
  const { evidence, state, now } = world;
  const ends = evidence.filter((note) => note.type === 'cancellation');
  for (const { cancelId, refundBy } of ends) {
    expect(refundBy, `the day of ${cancelId}`).not.toBeNull();
    const isOwed = state.mail.owed.length > 0 && !(isUndisturbed && now > (refundBy ?? ''));
    const mail = sentOf(world, 'cancelled').find(({ about }) => about.cancelId === cancelId);
    if (!isOwed) expect(mail, `the statement of ${cancelId}`).toBeDefined();
    if (mail && isUndisturbed) expect(mail.at <= (refundBy ?? ''), 'stated in time').toBe(true);
  }
  if (isUndisturbed) expectRefundsBy(evidence, ends.at(-1)?.refundBy ?? null);
};

const expectRefundsBy = (evidence: readonly EvidenceNote[], refundBy: Instant | null): void => {
  const late = evidence.filter(
    ({ type, at }) => type === 'refund' && refundBy !== null && at > refundBy,
  );
  expect(late, 'sent back late').toEqual([]);
};
