import { join } from 'node:path';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { type FaultPlan, faultsRoute } from '../faults.ts';
import { appendLine, readLines } from '../resend/journal.ts';
import { faulty } from './faulty.ts';
import { socialPage } from './page.tsx';

type Stored = { rkey: string; record: z.output<typeof record>; at: string };

const did = 'did:plc:standin';
const sessionMs = 2 * 3_600_000;

const graphemes = (text: string): number =>
  [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].length;

/** The lexicon of a post (app.bsky.feed.post), as far as it concerns one with a link. */
const record = z
  .object({
    $type: z.literal('app.bsky.feed.post'),
    text: z
      .string()
      .refine((text) => Buffer.byteLength(text) <= 3_000, 'text is longer than 3000 bytes')
      .refine((text) => graphemes(text) <= 300, 'text is longer than 300 graphemes'),
    createdAt: z.iso.datetime({ offset: true }),
    langs: z.array(z.string()).max(3).optional(),
    facets: z
      .array(
        z.object({
          index: z.object({ byteStart: z.int().min(0), byteEnd: z.int().min(0) }),
          features: z.array(z.object({ $type: z.string(), uri: z.url() })),
        }),
      )
      .optional(),
  })
  .refine(
    ({ text, facets = [] }) =>
      facets.every(({ index: { byteStart, byteEnd }, features }) => {
        const marked = Buffer.from(text).subarray(byteStart, byteEnd).toString();
        return features.every(({ uri }) => uri === marked);
      }),
    'a facet marks other bytes than those of its link',
  );

const put = z.object({
  repo: z.literal(did),
  collection: z.literal('app.bsky.feed.post'),
  // atproto.com/specs/tid
  rkey: z.string().regex(/^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/),
  record,
});

/**
 * Speaks as much of Bluesky's API as one account takes to log in and to put a post under its key.
 * With a folder, what was posted outlives the process; sessions do not.
 */
export const createBlueskyStandIn = ({
  faults,
  folder,
  now = () => new Date(),
}: {
  faults: FaultPlan;
  folder?: string | undefined;
  now?: () => Date;
}): Hono => {
  const file = folder === undefined ? undefined : join(folder, 'bluesky.jsonl');
  const records = new Map<string, Stored>();
  if (file !== undefined) {
    for (const line of readLines(file) as Stored[]) records.set(line.rkey, line);
  }
  const sessions = new Map<string, number>();

  const hasSession = (c: Context): boolean => {
    const [, token = ''] = /^Bearer (\S+)$/.exec(c.req.header('Authorization') ?? '') ?? [];
    return (sessions.get(token) ?? 0) > now().getTime();
  };

  const app = new Hono();
  app.route('/', faultsRoute(faults, { without: ['decline', 'customer', 'to'] }));
  app.get('/', (c) => {
    const posts = [...records.values()].map(({ rkey, record: { text }, at }) => ({
      ...{ id: rkey, text, at },
    }));
    return c.html(socialPage('Bluesky', posts));
  });
  app.post('/xrpc/com.atproto.server.createSession', async (c) => {
    const body = (await c.req.json().catch(() => ({}))) as Record<string, unknown>;
    const method = 'com.atproto.server.createSession';
    return faulty(c, { faults, path: `/xrpc/${method}` }, () => {
      if (!body.identifier || !body.password) {
        const message = 'Invalid identifier or password';
        return c.json({ error: 'AuthenticationRequired', message }, 401);
      }
      const token = `session-${sessions.size + 1}`;
      sessions.set(token, now().getTime() + sessionMs);
      return c.json({ did, handle: body.identifier, accessJwt: token, refreshJwt: `${token}-r` });
    });
  });
  app.post('/xrpc/com.atproto.repo.putRecord', async (c) => {
    const body = put.safeParse(await c.req.json().catch(() => undefined));
    return faulty(c, { faults, path: '/xrpc/com.atproto.repo.putRecord' }, () => {
      if (!hasSession(c)) return c.json({ error: 'ExpiredToken', message: 'expired' }, 400);
      if (!body.success) {
        return c.json({ error: 'InvalidRequest', message: z.prettifyError(body.error) }, 400);
      }
      const { rkey, record: written } = body.data;
      const at = records.get(rkey)?.at ?? now().toISOString();
      const stored: Stored = { rkey, record: written, at };
      if (file !== undefined) appendLine(file, stored);
      records.set(rkey, stored);
      return c.json({ uri: `at://${did}/app.bsky.feed.post/${rkey}`, cid: `bafy-${rkey}` });
    });
  });
  app.get('/xrpc/com.atproto.repo.listRecords', (c) =>
    c.json({
      records: [...records.values()].toReversed().map(({ rkey, record: value }) => ({
        uri: `at://${did}/app.bsky.feed.post/${rkey}`,
        value,
      })),
    }),
  );
  return app;
};
