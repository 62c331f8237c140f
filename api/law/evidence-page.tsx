import { renderToStaticMarkup } from 'react-dom/server';
import type { Evidence } from './evidence-schema.ts';
import { pageStyle } from './page-style.ts';

type Printed = { shop: string; printedAt: string };

/** One page to be printed: it loads nothing and runs nothing. For people of the shop, in English. */
export const renderEvidence = (evidence: Evidence, printed: Printed): string =>
  `<!doctype html>${renderToStaticMarkup(<Page {...evidence} {...printed} />)}`;

const Page = ({ shop, printedAt, ...evidence }: Evidence & Printed) => {
  const { orderId, policy, entries, head } = evidence;
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>{`Evidence of order ${orderId}`}</title>
        <link rel="icon" href="data:," />
        <style>{pageStyle}</style>
      </head>
      <body>
        <main>
          <h1>
            Evidence of order <bdi>{orderId}</bdi>
          </h1>
          <dl className="head">
            <Row name="Shop" value={shop} />
            <Row name="Judged by" value={`policy ${policy}`} />
            <Row name="Printed" value={printedAt} />
            <Row name="Entries" value={`${entries.length}`} />
            <Row name="Head" value={head ?? 'none yet'} />
            <Row name="Witness" value={witnessWords(evidence)} />
          </dl>
          {entries.map((entry) => (
            <Entry key={entry.seq} {...entry} />
          ))}
        </main>
      </body>
    </html>
  );
};

/** How far the workflow vouches for what is printed. */
const witnessWords = ({ entries, head, witnessedHead }: Evidence): string => {
  if (witnessedHead === null) return 'No workflow vouches for it.';
  if (witnessedHead === head) return 'The workflow of the order vouches for all of it.';
  const last = entries.find(({ hash }) => hash === witnessedHead);
  return last === undefined
    ? `The workflow holds ${witnessedHead}, which is no entry here: the database was rewritten.`
    : `The workflow of the order vouches for it up to entry ${last.seq}.`;
};

type EntryProps = Evidence['entries'][number];

const Entry = ({ seq, at, type, data, previous, hash }: EntryProps) => {
  const { text, orderId: _, ...others } = data;
  return (
    <section>
      <h2>
        {seq}. {type} <time dateTime={at}>{at}</time>
      </h2>
      <dl>
        {Object.entries(others).map(([name, value]) => (
          <Row key={name} name={name} value={shown(value)} />
        ))}
      </dl>
      {typeof text === 'string' && <pre dir="auto">{text}</pre>}
      <dl className="hashes">
        <Row name="previous" value={previous ?? 'none, it is the first'} />
        <Row name="hash" value={hash} />
      </dl>
    </section>
  );
};

const Row = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>
      <bdi>{value}</bdi>
    </dd>
  </div>
);

const shown = (value: unknown): string => {
  if (value === null) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value, null, 1);
};
