/** Of so many that were watched up to a time, what happened to them then. */
export type Tally = { time: number; events: number; censored: number };

/** Where a curve stands from `time` on. */
export type Step = {
  time: number;
  /** Who was still watched just before it, those that were lost sight of at it included. */
  atRisk: number;
  events: number;
  survival: number;
  /** Of `survival`; null once nobody is left, since nothing varies then. */
  standardError: number | null;
  /** Of 95 %. Null where the curve is at its ends, where it cannot be told. */
  interval: readonly [lower: number, upper: number] | null;
};

/** Φ⁻¹(0.975). */
const z95 = 1.959963984540054;

/**
 * The share that goes on without an event: the estimator of Kaplan and Meier (1958), its variance
 * by Greenwood's formula, and limits on the scale of log(−log), which stay between 0 and 1
 * (Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data). One step for each time
 * with an event, earliest first. What is censored at such a time was at risk then.
 */
export const survivalOf = (tallies: readonly Tally[]): Step[] => {
  const steps: Step[] = [];
  let survival = 1;
  let greenwood = 0;
  for (const { time, events, atRisk } of withAtRisk(tallies)) {
    if (events === 0) continue;
    survival *= (atRisk - events) / atRisk;
    greenwood += events / (atRisk * (atRisk - events));
    const isOut = events === atRisk;
    steps.push({
      ...{ time, atRisk, events, survival },
      standardError: isOut ? null : survival * Math.sqrt(greenwood),
      interval: isOut ? null : limitsOf(survival, greenwood),
    });
  }
  return steps;
};

const limitsOf = (survival: number, greenwood: number): [number, number] => {
  const spread = Math.exp((z95 * Math.sqrt(greenwood)) / -Math.log(survival));
  return [survival ** spread, survival ** (1 / spread)];
};

/** One for each time, earliest first, with all that had not left before it. */
export const withAtRisk = (tallies: readonly Tally[]): (Tally & { atRisk: number })[] => {
  const byTime = new Map<number, Tally>();
  for (const { time, events, censored } of tallies) {
    const sum = byTime.get(time) ?? { time, events: 0, censored: 0 };
    byTime.set(time, {
      time,
      events: sum.events + events,
      censored: sum.censored + censored,
    });
  }
  let atRisk = watchedIn(tallies);
  return [...byTime.values()]
    .sort((a, b) => a.time - b.time)
    .map((tally) => {
      const row = { ...tally, atRisk };
      atRisk -= tally.events + tally.censored;
      return row;
    });
};

/** Everybody, whatever became of them. */
export const watchedIn = (tallies: readonly Tally[]): number =>
  tallies.reduce((sum, { events, censored }) => sum + events + censored, 0);

export const eventsIn = (tallies: readonly Tally[]): number =>
  tallies.reduce((sum, { events }) => sum + events, 0);

/** The step that holds at that time; undefined before the first event. */
export const stepAt = (steps: readonly Step[], time: number): Step | undefined =>
  steps.findLast((step) => step.time <= time);
