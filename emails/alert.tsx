import { renderToStaticMarkup } from 'react-dom/server';
import { Body, Head, Html, Link, Text } from 'react-email';
import type { RenderedMail } from './index.ts';

/** One thing that waits for the operator. Days and times come formatted. */
export type AlertLine = {
  orderId: string;
  code: string;
  since: string;
  due: string | null;
  workflowUrl: string;
};

type Props = { shop: string; lines: readonly AlertLine[] };

/** More would be cut off by mail programs; `GET /v1/backorders?attention=true` lists all. */
const most = 200;

/**
 * A mail to whoever looks after the orders, in plain words. It names orders and codes, and nothing
 * of a customer. The same props always give the same bytes.
 */
export const alertMail = ({ shop, lines }: Props): RenderedMail => {
  const subject = subjectOf({ shop, lines });
  const shown = lines.slice(0, most);
  const more = lines.length > most ? [`And ${lines.length - most} more.`] : [];
  const rows = shown.map((line) => ({ ...line, words: wordsOf(line) }));
  const text = [
    intro,
    ...rows.map(({ words, workflowUrl }) => `${words}\n${workflowUrl}`),
    ...more,
    outro,
  ];
  const html = renderToStaticMarkup(
    <Html lang="en">
      <Head />
      <Body>
        <Text>{intro}</Text>
        {rows.map(({ words, workflowUrl, orderId, code }) => (
          <Text key={`${orderId} ${code}`}>
            {words} <Link href={workflowUrl}>Workflow</Link>
          </Text>
        ))}
        {more.map((words) => (
          <Text key={words}>{words}</Text>
        ))}
        <Text>{outro}</Text>
      </Body>
    </Html>,
  );
  return { subject, html: `<!DOCTYPE html>${html}`, text: `${text.join('\n\n')}\n` };
};

const intro = 'A person is needed:';

const outro =
  'Once it is settled, answer it with POST /v1/backorders/<order>/resolve. GET /v1/backorders?attention=true lists all that is open.';

const subjectOf = ({ shop, lines }: Props): string => {
  const [first] = lines;
  if (first?.due && lines.length === 1) {
    return `[${shop}] Order ${first.orderId}: ${first.code}, due ${first.due}`;
  }
  const orders = new Set(lines.map(({ orderId }) => orderId)).size;
  return `[${shop}] ${orders} ${orders === 1 ? 'order needs' : 'orders need'} a person`;
};

const wordsOf = ({ orderId, code, since, due }: AlertLine): string =>
  `Order ${orderId}: ${code}, since ${since}${due === null ? '' : `, due ${due}`}.`;
