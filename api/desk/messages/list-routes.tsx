import type { Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { listAllMessages, type MessageFilter } from '../../../db/mail/list-messages.ts';
import { startOfDay } from '../../../workflows/calendar/zone.ts';
import { type Cell, toCsv } from '../../http/csv.ts';
import { toFilter } from '../../mail/all-messages.ts';
import { toMessageAnswer } from '../../mail/message-answer.ts';
import { messagesQuery } from '../../mail/message-schema.ts';
import { allow } from '../access/allow.ts';
import { mayDo } from '../access/scopes.ts';
import { answerOf, Refused } from '../call.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../env.ts';
import { withQuery } from '../parts/filter.tsx';
import { showPage } from '../parts/layout.tsx';
import { ListPage } from './list-page.tsx';
import { room } from './tabs.tsx';

const path = `${room}/list`;
const linesAPiece = 1_000;

/** The list of all messages, as a page and as a table to take along. */
export const mountList = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  const zone = deps.config.shopTimeZone;
  app.get(path, allow(deps, 'read'), async (c) => {
    const desk = deskOf(c);
    const query = queryOf(c);
    const asked = { limit: 50, ...Object.fromEntries(inInstants(query, zone)) };
    const found = await orRefused(
      answerOf(desk.api.GET('/v1/messages', { params: { query: asked } })),
    );
    const children = <ListPage desk={desk} zone={zone} query={query} found={found} />;
    const status = found instanceof Refused ? found.refusal.status : 200;
    const page = { title: 'All messages', at: 'messages', children } as const;
    return showPage(c, page, status as ContentfulStatusCode);
  });
  app.get(`${path}.csv`, allow(deps, 'read'), (c) => {
    const query = queryOf(c);
    const asked = messagesQuery.safeParse(Object.fromEntries(inInstants(query, zone)));
    if (!asked.success) return c.redirect(withQuery(`${deskOf(c).base}${path}`, query), 303);
    const { limit: _, cursor: __, ...filter } = asked.data;
    return new Response(csvOf(deps, toFilter(filter)), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="messages.csv"',
      },
    });
  });
};

/** What is asked for, without what was left empty. Only who may see an address searches by one. */
const queryOf = (c: Context<DeskEnv>): URLSearchParams => {
  const given = Object.entries(c.req.query()).filter(([, value]) => value !== '');
  const query = new URLSearchParams(given);
  if (query.has('email') && !mayDo(deskOf(c).operator.role, ['support'])) {
    throw new HTTPException(403);
  }
  return query;
};

/** A day stands for its first moment at the shop. */
const inInstants = (query: URLSearchParams, zone: string): URLSearchParams => {
  const asked = new URLSearchParams(query);
  for (const name of ['since', 'until']) {
    const given = asked.get(name) ?? '';
    if (isDay(given)) asked.set(name, startOfDay(given, zone));
  }
  return asked;
};

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

const orRefused = async <T,>(call: Promise<T>): Promise<T | Refused> => {
  try {
    return await call;
  } catch (error) {
    if (error instanceof Refused && error.refusal.status === 422) return error;
    throw error;
  }
};

const heads = [
  ...['decided_at', 'order_id', 'message_id', 'kind', 'class', 'decision', 'reason'],
  ...['held_until', 'status', 'subject'],
];

/** The whole list, read a piece at a time as fast as it is taken. */
const csvOf = (deps: DeskDeps, filter: MessageFilter): ReadableStream<Uint8Array> => {
  const bytes = new TextEncoder();
  let after: { at: string; id: string } | null = null;
  return new ReadableStream({
    start: (stream) => stream.enqueue(bytes.encode(toCsv([heads]))),
    pull: async (stream) => {
      const rows = await listAllMessages(deps.reads.sql, { filter, after, limit: linesAPiece });
      const last = rows.at(-1);
      if (last) stream.enqueue(bytes.encode(toCsv(rows.map(lineOf))));
      if (last === undefined || rows.length < linesAPiece) return stream.close();
      after = { at: last.at, id: last.id };
    },
  });
};

const lineOf = (row: Parameters<typeof toMessageAnswer>[0]): Cell[] => {
  const {
    id,
    kind,
    class: of,
    decision,
    reason,
    until,
    status,
    at,
    subject,
  } = toMessageAnswer(row);
  return [at, row.orderId, id, kind, of, decision, reason, until, status, subject];
};
