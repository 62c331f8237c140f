import type { Followed } from '../../../db/desk/results/mail.ts';
import { soonDays } from '../../../db/desk/results/mail.ts';
import type { Wait } from '../../../db/desk/results/waits.ts';
import { Bars } from '../parts/bars.tsx';
import { Table } from '../parts/table.tsx';
import { counted } from '../parts/words.ts';
import { waitedIn, weeksOfWait } from './tallies.ts';
import { number, percent } from './words.ts';

/** When customers cancel. */
export const WaitsPart = ({ waits }: { waits: readonly Wait[] }) => {
  const weeks = weeksOfWait(waits);
  return (
    <section>
      <h2>When customers cancel</h2>
      <p className="muted">
        Of the orders of these weeks that were still open when their first, second, third … week of
        waiting began: how many the customer cancelled in it, as a whole or in part, in words or by
        refusing a delay.
      </p>
      {weeks.length > 0 && (
        <Bars
          title="Cancellations by week of wait"
          desc={`${number(waitedIn(waits).cancelled)} cancellations over ${weeks.length} weeks of waiting.`}
          parts={['Cancelled by the customer']}
          bars={weeks.map(({ week, cancelled }) => ({ label: `${week}`, values: [cancelled] }))}
        />
      )}
      <Table
        caption="Cancellations by week of wait"
        columns={[
          { head: 'Week of wait', isHead: true, cell: ({ week }) => week },
          { head: 'Open at its start', isNumber: true, cell: ({ open }) => number(open) },
          { head: 'Cancelled in it', isNumber: true, cell: ({ cancelled }) => number(cancelled) },
          {
            head: 'Share',
            isNumber: true,
            cell: ({ open, cancelled }) => (open === 0 ? '' : percent(cancelled / open)),
          },
        ]}
        rows={weeks}
        keyOf={({ week }) => String(week)}
        none="No order was placed in these weeks."
      />
    </section>
  );
};

const names = { countdown: 'Countdown', excitement: 'Excitement' };

/** What followed on mails, said as what it is. */
export const MailPart = ({
  followed,
  waits,
}: {
  followed: readonly Followed[];
  waits: readonly Wait[];
}) => {
  const { weeks, cancelled } = waitedIn(waits);
  return (
    <section>
      <h2>Cancellations soon after a mail</h2>
      <p className="muted">
        Of the mails that were sent in these weeks, how many were followed by a cancellation of the
        customer within {soonDays} days. That one follows the other does not mean that it came from
        it: a countdown goes out when the wait is nearly over, when fewer cancel anyway. Only the
        experiment below can tell what excitement is worth.
      </p>
      <Table
        caption="Mails and what followed"
        columns={[
          { head: 'Mail', isHead: true, cell: ({ kind }) => names[kind] },
          { head: 'Sent', isNumber: true, cell: ({ sent }) => number(sent) },
          {
            head: `Cancelled within ${soonDays} days`,
            isNumber: true,
            cell: (row) => number(row.followed),
          },
          { head: 'Share', isNumber: true, cell: (row) => percent(row.followed / row.sent) },
        ]}
        rows={followed}
        keyOf={({ kind }) => kind}
        none="No countdown and no excitement was sent in these weeks."
      />
      {weeks >= 1 && (
        <p className="muted">
          To compare: over all {number(weeks)} weeks that the orders of this page have waited
          together, the customer cancelled {counted(cancelled, 'time')}, which is{' '}
          {percent(cancelled / weeks)} of the weeks.
        </p>
      )}
    </section>
  );
};
