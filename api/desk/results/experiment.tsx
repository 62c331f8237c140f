import type { Wait } from '../../../db/desk/results/waits.ts';
import {
  eventsIn,
  type Step,
  stepAt,
  survivalOf,
  type Tally,
  watchedIn,
  withAtRisk,
} from '../../../workflows/domain/desk/survival.ts';
import { type Verdict, verdictOf } from '../../../workflows/domain/desk/survival-verdict.ts';
import type { Instant } from '../../../workflows/domain/time.ts';
import { type Curve, Curves } from '../parts/curve.tsx';
import { Table } from '../parts/table.tsx';
import { When } from '../parts/when.tsx';
import { counted } from '../parts/words.ts';
import { firstDrawn, talliesOf } from './tallies.ts';
import { number, percent } from './words.ts';

type Props = { waits: readonly Wait[]; share: number; timeZone: string };

/** Whether excitement keeps orders: both groups side by side, and what may be concluded. */
export const ExperimentPart = ({ waits, share, timeZone }: Props) => {
  const since = firstDrawn(waits);
  return (
    <section>
      <h2>Does excitement keep orders?</h2>
      <p className="muted">
        {share > 0
          ? `${percent(share)} of the customers are drawn at checkout, by their address, to be sent no excitement; the others are sent it as ever.`
          : 'Nobody is drawn at the moment: every customer is sent excitement. EXCITEMENT_CONTROL draws a share of them.'}
      </p>
      {since === undefined ? (
        <p className="empty">
          No order of these weeks was drawn into a group, so there is nothing to compare.
        </p>
      ) : (
        <Comparison {...{ waits, since, timeZone }} />
      )}
    </section>
  );
};

type ComparisonProps = { waits: readonly Wait[]; since: Instant; timeZone: string };

const Comparison = ({ waits, since, timeZone }: ComparisonProps) => {
  const groups = { told: talliesOf(waits, 'told'), control: talliesOf(waits, 'control') };
  const verdict = verdictOf(groups);
  return (
    <>
      <VerdictNote verdict={verdict} />
      <p>
        The first order that was drawn in these weeks was placed at{' '}
        <When at={since} zone={timeZone} />. Since then {counted(watchedIn(groups.told), 'order')}{' '}
        {watchedIn(groups.told) === 1 ? 'was' : 'were'} told of (
        {counted(eventsIn(groups.told), 'cancellation')}), and{' '}
        {counted(watchedIn(groups.control), 'order')}{' '}
        {watchedIn(groups.control) === 1 ? 'was' : 'were'} not (
        {counted(eventsIn(groups.control), 'cancellation')}).
      </p>
      <Curves
        title="Orders that the customer has not cancelled"
        desc={descOf(groups)}
        along="Days since the order was placed"
        curves={[curveOf('Told', groups.told), curveOf('Control', groups.control)]}
      />
      <StandingTable groups={groups} />
      <p className="muted">
        The bands are intervals of 95 %, each day for itself. An order that ships, or that the shop,
        the law or the payment ends, counts until then as not cancelled. Two orders of one customer
        count as two, which makes the test a little too sure where many buy often.
      </p>
    </>
  );
};

type Groups = { told: readonly Tally[]; control: readonly Tally[] };

const VerdictNote = ({ verdict }: { verdict: Verdict }) => (
  <div className={verdict.is === 'too-few' ? 'notice' : 'panel'}>
    {verdict.is === 'too-few' ? <TooFew verdict={verdict} /> : <Tested verdict={verdict} />}
    <p>
      Whoever looks every day, and stops on the first day that shows a difference, finds one far
      more often than one time in twenty where there is none. Decide beforehand how long it is to
      run.
    </p>
  </div>
);

const names = { told: 'the group that is told', control: 'the control group' };

const TooFew = ({ verdict }: { verdict: Extract<Verdict, { is: 'too-few' }> }) => {
  const { lacks, group, has, needs } = verdict;
  const noun = lacks === 'orders' ? 'order' : 'cancellation';
  return (
    <p>
      <strong>Too few to tell.</strong> There {has === 1 ? 'is' : 'are'} {counted(has, noun)} in{' '}
      {names[group]}; with fewer than {needs} chance alone would decide what is seen here, so
      nothing is concluded.
    </p>
  );
};

const Tested = ({ verdict }: { verdict: Exclude<Verdict, { is: 'too-few' }> }) => {
  const { observed, expected, chiSquare, p } = verdict.test;
  const isMore = observed > expected;
  return (
    <p>
      <strong>
        {verdict.is === 'not-different'
          ? 'No difference is shown.'
          : `Customers without excitement cancel ${isMore ? 'more' : 'less'}.`}
      </strong>{' '}
      The control group cancelled {number(observed)} times, and {number(expected)} times would be
      expected if both groups were alike. A difference as large as this comes by chance in{' '}
      {chanceOf(p)} (log-rank test, χ² {chiSquare.toFixed(2)}, p{' '}
      {p < 0.0001 ? '< 0.0001' : `= ${p.toFixed(4)}`}).
      {verdict.is === 'not-different' &&
        ' That does not show that there is none: a small one may need more orders.'}
    </p>
  );
};

const chanceOf = (p: number): string => {
  if (p < 0.001) return 'fewer than 1 of 1000 such experiments';
  return `${p < 0.1 ? (p * 100).toFixed(1) : Math.round(p * 100)} of 100 such experiments`;
};

const curveOf = (name: string, tallies: readonly Tally[]): Curve => ({
  name,
  points: survivalOf(tallies).map(({ time, survival, interval }) => ({
    x: time,
    y: survival,
    limits: interval,
  })),
  end: Math.max(0, ...tallies.map(({ time }) => time)),
});

const descOf = (groups: Groups): string =>
  (['told', 'control'] as const)
    .map((group) => {
      const last = survivalOf(groups[group]).at(-1);
      return `Of ${names[group]}, ${percent(last?.survival ?? 1)} were not cancelled in the end.`;
    })
    .join(' ');

/** Every week as long as somebody of either group was watched. */
const StandingTable = ({ groups }: { groups: Groups }) => {
  const last = Math.max(0, ...[...groups.told, ...groups.control].map(({ time }) => time));
  const steps = { told: survivalOf(groups.told), control: survivalOf(groups.control) };
  const days = Array.from({ length: Math.floor(last / 7) + 1 }, (_, week) => week * 7);
  return (
    <Table
      caption="Not cancelled after so many days"
      columns={[
        { head: 'Days', isHead: true, cell: (day) => day },
        ...(['told', 'control'] as const).flatMap((group) => {
          const of = group === 'told' ? 'told' : 'control';
          return [
            {
              head: `At risk, ${of}`,
              isNumber: true,
              cell: (day: number) => number(atRiskOn(groups[group], day)),
            },
            {
              head: `Not cancelled, ${of}`,
              isNumber: true,
              cell: (day: number) => percent(stepAt(steps[group], day)?.survival ?? 1),
            },
            {
              head: `95 % interval, ${of}`,
              isNumber: true,
              cell: (day: number) => intervalOf(stepAt(steps[group], day)),
            },
          ];
        }),
        {
          head: 'Difference',
          isNumber: true,
          cell: (day) => differenceOf(stepAt(steps.told, day), stepAt(steps.control, day)),
        },
      ]}
      rows={days}
      keyOf={String}
      none="No order was drawn into a group."
    />
  );
};

const atRiskOn = (tallies: readonly Tally[], day: number): number =>
  withAtRisk(tallies).find(({ time }) => time >= day)?.atRisk ?? 0;

const intervalOf = (step: Step | undefined): string => {
  if (step === undefined) return 'none cancelled yet';
  if (step.interval === null) return 'cannot be told';
  return step.interval.map(percent).join(' – ');
};

/** In points of a hundred: positive where more of those who were told stayed. */
const differenceOf = (told: Step | undefined, control: Step | undefined): string => {
  const points = ((told?.survival ?? 1) - (control?.survival ?? 1)) * 100;
  return `${points > 0 ? '+' : ''}${points.toFixed(1)} points`;
};
