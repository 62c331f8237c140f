import type { ClaimedPost } from '../../../db/updates/posts.ts';
import { type Asked, ask, failureOf } from './ask.ts';
import type { Lookup, SocialAccount } from './network.ts';

/** Mastodon keeps a key for an hour: docs.joinmastodon.org/methods/statuses. */
const repeatableMs = 50 * 60_000;

/** An account posts a few updates a day; so many statuses reach back far enough. */
const pages = 5;
const pageSize = 40;

type Settings = { url: string; token: string; lang: string };

/** Posts by `POST /api/v1/statuses`. The token needs `write:statuses`, `read:statuses`, `read:accounts`. */
export const createMastodon = ({ url, token, lang }: Settings): SocialAccount => {
  const authorization = { Authorization: `Bearer ${token}` };
  const read = (path: string, signal: AbortSignal) =>
    ask(`${url}${path}`, { headers: authorization, signal });
  return {
    name: `mastodon ${url}`,
    network: 'mastodon',
    repeatableMs,
    post: async (post, signal) => {
      const answer = await ask(`${url}/api/v1/statuses`, {
        method: 'POST',
        headers: {
          ...authorization,
          'Content-Type': 'application/json',
          'Idempotency-Key': `meanwhile-${post.updateId}`,
        },
        body: JSON.stringify({ status: post.text, visibility: 'public', language: lang }),
        signal,
      });
      if ('outcome' in answer) return answer;
      if (answer.status !== 200) return failureOf(answer);
      const { id, url: at } = (answer.json ?? {}) as Status;
      if (typeof id !== 'string') return { outcome: 'unsure', reason: 'unreadable' };
      return { outcome: 'posted', url: typeof at === 'string' ? at : null };
    },
    find: async (post, sinceMs, signal) => {
      const me = await read('/api/v1/accounts/verify_credentials', signal);
      const failure = failureIn(me);
      if (failure) return failure;
      const { id } = ((me as Asked).json ?? {}) as Status;
      if (typeof id !== 'string' || !/^[\w-]{1,64}$/.test(id)) {
        return { outcome: 'lost', reason: 'unreadable' };
      }
      return search(post, sinceMs, (query) =>
        read(`/api/v1/accounts/${id}/statuses?${query}`, signal),
      );
    },
  };
};

type Status = { id?: unknown; url?: unknown; content?: unknown; created_at?: unknown };

/** A clock there may differ from ours. */
const marginMs = 10 * 60_000;

/** Each post has a link that no other has. It goes back until before the post can have been made. */
const search = async (
  { link }: ClaimedPost,
  sinceMs: number,
  read: (query: string) => ReturnType<typeof ask>,
): Promise<Lookup> => {
  const begin = Date.now() - sinceMs - marginMs;
  let before = '';
  for (let page = 0; page < pages; page++) {
    const answer = await read(`limit=${pageSize}&exclude_reblogs=true${before}`);
    const failure = failureIn(answer);
    if (failure) return failure;
    const { json } = answer as Asked;
    if (!Array.isArray(json)) return { outcome: 'lost', reason: 'unreadable' };
    const statuses = json as Status[];
    const found = statuses.find(({ content }) => String(content).includes(link));
    if (found) return { outcome: 'posted', url: typeof found.url === 'string' ? found.url : null };
    const last = statuses.at(-1);
    if (!last || Date.parse(String(last.created_at)) < begin) return { outcome: 'absent' };
    before = `&max_id=${encodeURIComponent(String(last.id))}`;
  }
  return { outcome: 'lost', reason: 'not_among_the_latest' };
};

/** A look that fails may pass, unless the token may not look at all. */
const failureIn = (answer: Awaited<ReturnType<typeof ask>>): Lookup | undefined => {
  if ('outcome' in answer) return { outcome: 'unsure', reason: answer.reason };
  if (answer.status === 200) return undefined;
  const failure = failureOf(answer);
  if (failure.outcome === 'paused' || failure.outcome === 'unsure') return failure;
  return { outcome: 'lost', reason: `lookup_status_${answer.status}` };
};
