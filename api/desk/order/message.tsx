import type { Context, Hono } from 'hono';
import { wordsOfMail } from '../../../workflows/domain/desk/mail-words.ts';
import { secrecy } from '../../html/secrecy.ts';
import { sendMailHtml } from '../../http/page-headers.ts';
import { allow } from '../access/allow.ts';
import { mayDo } from '../access/scopes.ts';
import { answerOf, findOf, notFound } from '../call.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../env.ts';
import { mountAct } from '../parts/act.tsx';
import { Facts } from '../parts/badge.tsx';
import { showPage } from '../parts/layout.tsx';
import { Table } from '../parts/table.tsx';
import { When } from '../parts/when.tsx';
import { Decision, Status } from './mails.tsx';
import { findOrder, pathOf, seesCustomer, zoneOf } from './order.ts';

/** One mail as it was sent, and sending it again. */
export const mountMessages = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  const path = '/desk/orders/:orderId/messages/:messageId';
  app.get(path, allow(deps, 'read'), async (c) => {
    const found = await findMessage(c);
    const { message } = found;
    const title = message.subject ?? `Mail: ${wordsOfMail(message.kind)}`;
    return showPage(c, { title, at: 'orders', children: <MessagePage found={found} c={c} /> });
  });
  app.get(`${path}/mail`, allow(deps, 'read'), secrecy, async (c) => {
    const { html } = (await findMessage(c)).message;
    if (html === null) throw notFound();
    return sendMailHtml(c, html);
  });
  mountResend(app, deps, path);
};

/** The mail with its order; 404 where there is none. */
const findMessage = async (c: Context<DeskEnv>) => {
  const order = await findOrder(c);
  const path = { orderId: order.orderId, id: c.req.param('messageId') ?? '' };
  const message = await findOf(
    deskOf(c).api.GET('/v1/backorders/{orderId}/messages/{id}', { params: { path } }),
  );
  if (!message) throw notFound();
  return { order, message };
};

type Found = Awaited<ReturnType<typeof findMessage>>;

const pathOfMessage = ({ order, message }: Found): string =>
  `${pathOf(order)}/messages/${encodeURIComponent(message.id)}`;

const MessagePage = ({ found, c }: { found: Found; c: Context<DeskEnv> }) => {
  const { order, message } = found;
  const { base, operator } = deskOf(c);
  const zone = zoneOf(order);
  const here = `${base}${pathOfMessage(found)}`;
  return (
    <>
      <Facts
        facts={[
          [
            'Order',
            <a key="order" href={`${base}${pathOf(order)}#mails`}>
              {order.orderId}
            </a>,
          ],
          [
            'Kind',
            <span key="kind">
              {wordsOfMail(message.kind)} <span className="id">{message.kind}</span>
            </span>,
          ],
          ['Class', message.class],
          ['Decision', <Decision key="decision" mail={message} zone={zone} />],
          ['Status', <Status key="status" status={message.status} />],
          ['Decided', <When key="at" at={message.at} zone={zone} />],
          ...(message.to === null ? [] : ([['To', <bdi key="to">{message.to}</bdi>]] as const)),
          ...(message.into === null
            ? []
            : ([
                [
                  'Said by',
                  <a
                    key="into"
                    href={`${base}${pathOf(order)}/messages/${encodeURIComponent(message.into)}`}
                  >
                    another mail
                  </a>,
                ],
              ] as const)),
        ]}
      />
      {mayDo(operator.role, ['support']) && canGoAgain(found) && (
        <p className="buttons">
          <a className="button" href={`${here}/resend`}>
            Send it again
          </a>
        </p>
      )}
      <Sent {...{ message, here, zone }} sees={seesCustomer(operator.role)} />
    </>
  );
};

/** Whether the API may take it: it knows more, such as whether a copy went out already. */
const canGoAgain = ({ order, message: { decision, status } }: Found): boolean =>
  order.links.status !== null &&
  (decision === 'failed' ||
    decision === 'unknown' ||
    status === 'bounced' ||
    status === 'complained' ||
    status === 'failed');

type SentProps = { message: Found['message']; here: string; sees: boolean; zone: string };

const Sent = ({ message, here, sees, zone }: SentProps) => {
  const { html, text, headers, events } = message;
  if (!sees) return <p className="muted">Your role does not see what mails say.</p>;
  if (html === null) return <p className="muted">No mail was written, or it was erased.</p>;
  return (
    <>
      <h2>As it looks</h2>
      <iframe
        className="mail"
        src={`${here}/mail`}
        title="The mail as it was sent"
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
      />
      <h2>As text</h2>
      <pre className="panel" dir="auto">
        {text}
      </pre>
      <h2>Headers</h2>
      {Object.keys(headers ?? {}).length === 0 ? (
        <p className="muted">It had no headers of its own.</p>
      ) : (
        <Facts
          facts={Object.entries(headers ?? {}).map(([name, value]) => [
            name,
            <span key={name} className="id">
              {value}
            </span>,
          ])}
        />
      )}
      <h2>What the provider has told</h2>
      <Told events={events ?? []} zone={zone} />
    </>
  );
};

type ToldEvent = Record<string, unknown>;

/** What came by the provider's webhooks. They name their own codes, which are kept as they are. */
const Told = ({ events, zone }: { events: readonly ToldEvent[]; zone: string }) => (
  <Table
    caption="What the provider has told"
    isCaptioned
    columns={[
      { head: 'What', isHead: true, cell: ({ type }) => textOf(type) },
      {
        head: 'When',
        cell: ({ at }) => (typeof at === 'string' ? <When at={at} zone={zone} /> : null),
      },
      { head: 'Why', cell: ({ cause }) => <span className="id">{textOf(cause)}</span> },
      { head: 'In its words', cell: ({ causeDetail }) => <bdi>{textOf(causeDetail)}</bdi> },
    ]}
    rows={events}
    keyOf={(event) => JSON.stringify(event)}
    none="Nothing so far."
  />
);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const mountResend = (app: Hono<DeskEnv>, deps: DeskDeps, path: string): void =>
  mountAct<Found>(app, deps, {
    ...{ path: `${path}/resend`, scopes: ['support'], at: 'orders' },
    find: findMessage,
    title: ({ message }) => `Send it again: ${message.subject ?? wordsOfMail(message.kind)}`,
    back: pathOfMessage,
    preview: async ({ found: { order, message } }) => (
      <p>
        It is written anew as things stand now, and goes to{' '}
        <bdi>{order.customer.email ?? 'the address of the order'}</bdi> as a new mail. What was sent
        before stays in the record
        {message.status === 'bounced' && ', which says that it bounced'}.
      </p>
    ),
    go: 'Send it again',
    act: async ({ c, found: { order, message }, actId }) => {
      const params = {
        path: { orderId: order.orderId, id: message.id },
        header: { 'idempotency-key': actId },
      };
      const { id } = await answerOf(
        deskOf(c).api.POST('/v1/backorders/{orderId}/messages/{id}/resend', { params }),
      );
      return {
        said: 'It is on its way again.',
        to: `${pathOf(order)}/messages/${encodeURIComponent(id)}`,
      };
    },
  });
