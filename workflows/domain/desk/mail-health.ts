/** What became of messages that are alike. `status`: the most that the provider has said. */
export type Counted = { decision: string; status: string | null; count: number };

/** In the order in which they are shown. */
export const outcomes = [
  'accepted',
  'delayed',
  'delivered',
  'bounced',
  'complained',
  'failed',
  'refused',
  'unknown',
  'waiting',
  'skipped',
  'merged',
] as const;

/** One word for each message, of the decision about it and of what its provider has said since. */
export type Outcome = (typeof outcomes)[number];

export const outcomeOf = ({ decision, status }: Omit<Counted, 'count'>): Outcome => {
  switch (decision) {
    case 'sent':
      return isSaid(status) ? status : 'accepted';
    case 'failed':
      return 'refused';
    case 'unknown':
    case 'skipped':
    case 'merged':
      return decision;
    default:
      return 'waiting';
  }
};

const said = ['delayed', 'delivered', 'bounced', 'complained', 'failed'] as const;

const isSaid = (status: string | null): status is (typeof said)[number] =>
  said.some((one) => one === status);

export type Totals = Record<Outcome, number>;

export const totalsOf = (counted: readonly Counted[]): Totals => {
  const totals = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Totals;
  for (const one of counted) totals[outcomeOf(one)] += one.count;
  return totals;
};

/** Mails that the provider has taken, whatever became of them. */
export const sentOf = (totals: Totals): number =>
  totals.accepted + said.reduce((sum, one) => sum + totals[one], 0);

/**
 * A rate by what providers act on. `untold`: the provider says nothing of what it took. `few`: too
 * few mails for a rate to say anything.
 */
export type Rate = {
  part: number;
  of: number;
  standing: 'untold' | 'few' | 'fine' | 'watch' | 'bad';
};

/** Shares of one: from `watch` on a person should look, from `bad` on providers act. */
export const limits = {
  /** Amazon SES reviews an account at 5 % and may pause it at 10 %; it advises less than 2 %. */
  bounce: { watch: 0.02, bad: 0.05 },
  /** Gmail's and Yahoo's rules for senders: below 0.1 %, and never 0.3 %. */
  complaint: { watch: 0.001, bad: 0.003 },
} as const;

/** Fewer mails than that are too few: a single one would move the rate by a whole per cent. */
export const fewMails = 100;

/** How many of the mails that were taken came back. */
export const bounceRateOf = (totals: Totals): Rate =>
  rate({ part: totals.bounced, of: sentOf(totals), told: toldOf(totals) }, limits.bounce);

/** How many of the mails that arrived were called spam. */
export const complaintRateOf = (totals: Totals): Rate => {
  const of = totals.delivered + totals.complained;
  return rate({ part: totals.complained, of, told: toldOf(totals) }, limits.complaint);
};

const toldOf = (totals: Totals): number => said.reduce((sum, one) => sum + totals[one], 0);

const rate = (
  { part, of, told }: { part: number; of: number; told: number },
  { watch, bad }: { watch: number; bad: number },
): Rate => {
  if (told === 0) return { part, of, standing: 'untold' };
  if (of < fewMails) return { part, of, standing: 'few' };
  const share = part / of;
  return { part, of, standing: share >= bad ? 'bad' : share >= watch ? 'watch' : 'fine' };
};
