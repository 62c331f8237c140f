import type { Context, Hono } from 'hono';
import { listFollowed } from '../../../db/desk/results/mail.ts';
import { listRevenue, readTogether } from '../../../db/desk/results/revenue.ts';
import { listWaits } from '../../../db/desk/results/waits.ts';
import { addDays } from '../../../workflows/domain/time.ts';
import { allow } from '../access/allow.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../env.ts';
import { Field } from '../parts/field.tsx';
import { Filter, withQuery } from '../parts/filter.tsx';
import { showPage } from '../parts/layout.tsx';
import { When } from '../parts/when.tsx';
import { experimentCsv, mailCsv, revenueCsv, waitsCsv } from './csv.ts';
import { ExperimentPart } from './experiment.tsx';
import { createKnown, type Results } from './known.ts';
import { mostWeeks, periodOf, type Question, questionOf } from './question.ts';
import { RevenuePart } from './revenue.tsx';
import { MailPart, WaitsPart } from './waits.tsx';

/** What became of what customers waited for. */
export const mountResults = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  const { shopTimeZone: timeZone, excitementControl: share } = deps.config;
  const know = createKnown(deps.reads);
  const asked = (c: Context<DeskEnv>): Question =>
    questionOf(new URL(c.req.url).searchParams, { now: new Date().toISOString(), timeZone });
  app.get('/desk/results', allow(deps, 'read'), async (c) => {
    const question = asked(c);
    const results = await know(periodOf(question, timeZone));
    if (results === undefined) c.header('Refresh', '2');
    const children = (
      <>
        <Search question={question} base={deskOf(c).base} />
        {results === undefined ? (
          <p role="status">These weeks are being summed up. The page shows them in a moment.</p>
        ) : (
          <Found {...{ question, results, share, timeZone }} base={deskOf(c).base} />
        )}
      </>
    );
    return showPage(c, { title: 'Results', at: 'results', children });
  });
  for (const [name, make] of Object.entries(files)) {
    app.get(`/desk/results/${name}.csv`, allow(deps, 'read'), async (c) => {
      const question = asked(c);
      c.header('Content-Type', 'text/csv; charset=utf-8');
      c.header('Content-Disposition', `attachment; filename="${name}.csv"`);
      const period = periodOf(question, timeZone);
      return c.body(await readTogether(deps.reads, (sql) => make(sql, period, question)));
    });
  }
};

type Reads = Parameters<typeof listWaits>;
type File = (sql: Reads[0], period: Reads[1], question: Question) => Promise<string>;

/** So many rows a spreadsheet still takes. */
const mostRows = 200_000;

const files: Record<string, File> = {
  revenue: async (sql, period, { weeks }) =>
    revenueCsv(await listRevenue(sql, period, { each: true, limit: mostRows }), weeks),
  waits: async (sql, period) => waitsCsv(await listWaits(sql, period)),
  mail: async (sql, period) => mailCsv(await listFollowed(sql, period)),
  experiment: async (sql, period) => experimentCsv(await listWaits(sql, period)),
};

const Search = ({ question, base }: { question: Question; base: string }) => {
  const { weeks, sku, faults } = question;
  return (
    <Filter path={`${base}/desk/results`}>
      <Field name="from" label="Ordered from" type="date" value={weeks[0]} fault={faults.from} />
      <Field
        name="to"
        label="Ordered until"
        type="date"
        value={addDays(weeks.at(-1) ?? '', 6)}
        fault={faults.to}
      />
      <Field name="sku" label="SKU" value={sku} maxLength={64} fault={faults.sku} />
    </Filter>
  );
};

type FoundProps = {
  question: Question;
  results: Results;
  share: number;
  timeZone: string;
  base: string;
};

const Found = ({ question, results, share, timeZone, base }: FoundProps) => {
  const { revenue, waits, followed } = results;
  const query = queryOf(question);
  return (
    <>
      <p className="muted">
        Whole weeks from Monday on, at most {mostWeeks}. Summed up at{' '}
        <When at={new Date(results.at).toISOString()} zone={timeZone} />, and anew when the page is
        opened a minute later. As CSV:{' '}
        {Object.keys(files).map((name, index) => (
          <span key={name}>
            {index > 0 && ', '}
            <a href={withQuery(`${base}/desk/results/${name}.csv`, query)}>{name}</a>
          </span>
        ))}
        .
      </p>
      <RevenuePart {...{ revenue, base }} weeks={question.weeks} />
      <WaitsPart waits={waits} />
      <MailPart followed={followed} waits={waits} />
      <ExperimentPart {...{ waits, share, timeZone }} />
    </>
  );
};

const queryOf = ({ weeks, sku }: Question): URLSearchParams =>
  new URLSearchParams({
    from: weeks[0] ?? '',
    to: addDays(weeks.at(-1) ?? '', 6),
    ...(sku !== undefined && { sku }),
  });
