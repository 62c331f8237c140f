import { join } from 'node:path';
import { Hono } from 'hono';
import { type FaultPlan, faultsRoute } from '../faults.ts';
import { appendLine, readLines } from '../resend/journal.ts';
import { faulty } from './faulty.ts';
import { socialPage } from './page.tsx';

/** A status as Mastodon shows it, and the key that it was posted under. */
export type Status = {
  id: string;
  created_at: string;
  content: string;
  text: string;
  url: string;
  visibility: string;
  language: string | null;
  key: string | null;
};

/** docs.joinmastodon.org/methods/statuses: keys are kept for at most an hour. */
const keyLifeMs = 3_600_000;
const mostCharacters = 500;
const account = '1';

/**
 * Speaks as much of Mastodon's API as posting a status and finding it again takes, for one account.
 * With a folder, what was posted outlives the process.
 */
export const createMastodonStandIn = ({
  faults,
  publicUrl,
  folder,
  now = () => new Date(),
}: {
  faults: FaultPlan;
  /** Where a browser finds it. */
  publicUrl: string;
  folder?: string | undefined;
  now?: () => Date;
}): Hono => {
  const file = folder === undefined ? undefined : join(folder, 'mastodon.jsonl');
  const statuses: Status[] = file === undefined ? [] : (readLines(file) as Status[]);

  const keep = (body: Record<string, unknown>, key: string | null): Status => {
    const id = String(1_000 + statuses.length);
    const text = String(body.status);
    const status: Status = {
      ...{ id, created_at: now().toISOString(), text, content: toHtml(text), key },
      url: `${publicUrl}#${id}`,
      visibility: String(body.visibility ?? 'public'),
      language: typeof body.language === 'string' ? body.language : null,
    };
    if (file !== undefined) appendLine(file, status);
    statuses.push(status);
    return status;
  };

  const findByKey = (key: string | null): Status | undefined =>
    statuses.find(
      (status) =>
        key !== null &&
        status.key === key &&
        now().getTime() - Date.parse(status.created_at) < keyLifeMs,
    );

  const app = new Hono();
  app.route('/', faultsRoute(faults, { without: ['decline', 'customer', 'to'] }));
  app.get('/', (c) =>
    c.html(
      socialPage(
        'Mastodon',
        statuses.map(({ id, text, created_at: at }) => ({ id, text, at })),
      ),
    ),
  );
  app.use('/api/*', async (c, next) => {
    const authorized = /^Bearer \S+$/.test(c.req.header('Authorization') ?? '');
    if (!authorized) return c.json({ error: 'The access token is invalid' }, 401);
    return next();
  });
  app.post('/api/v1/statuses', async (c) => {
    const body = (await c.req.json().catch(() => ({}))) as Record<string, unknown>;
    const text = typeof body.status === 'string' ? body.status : '';
    if (text === '') return c.json({ error: "Validation failed: Text can't be blank" }, 422);
    if ([...text].length > mostCharacters) {
      return c.json({ error: 'Validation failed: Text character limit of 500 exceeded' }, 422);
    }
    const key = c.req.header('Idempotency-Key') ?? null;
    const known = findByKey(key);
    if (known) return c.json(shown(known));
    return faulty(c, { faults, path: '/api/v1/statuses' }, () => c.json(shown(keep(body, key))));
  });
  app.get('/api/v1/accounts/verify_credentials', (c) =>
    faulty(c, { faults, path: '/api/v1/accounts/verify_credentials' }, () =>
      c.json({ id: account, username: 'shop', acct: 'shop' }),
    ),
  );
  app.get('/api/v1/accounts/:id/statuses', (c) =>
    faulty(c, { faults, path: `/api/v1/accounts/${c.req.param('id')}/statuses` }, () => {
      if (c.req.param('id') !== account) return c.json({ error: 'Record not found' }, 404);
      const before = c.req.query('max_id');
      const limit = Math.min(40, Number(c.req.query('limit') ?? 20));
      const older = statuses
        .toReversed()
        .filter(({ id }) => before === undefined || Number(id) < Number(before));
      return c.json(older.slice(0, limit).map(shown));
    }),
  );
  return app;
};

const shown = ({ key: _, text: __, ...status }: Status) => status;

/** As Mastodon does: escaped, in paragraphs, with its links. */
const toHtml = (text: string): string => {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const linked = escaped.replace(
    /https?:\/\/[^\s<]+/g,
    (url) => `<a href="${url}" rel="nofollow noopener" target="_blank">${url}</a>`,
  );
  return linked
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replace(/\n/g, '<br>')}</p>`)
    .join('');
};
