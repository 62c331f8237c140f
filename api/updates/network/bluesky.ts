import type { ClaimedPost } from '../../../db/updates/posts.ts';
import { ask, failureOf } from './ask.ts';
import type { Answer, SocialAccount } from './network.ts';

const collection = 'app.bsky.feed.post';

type Settings = { url: string; handle: string; password: string; lang: string };
type Session = { did: string; token: string };

/**
 * Posts by `com.atproto.repo.putRecord` under a key of our own, so that repeating it writes the same
 * record again, however much later.
 */
export const createBluesky = ({ url, handle, password, lang }: Settings): SocialAccount => {
  let session: Session | undefined;

  const call = (method: string, body: object, { signal, token }: Call) =>
    ask(`${url}/xrpc/${method}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
      signal,
    });

  /** Nothing is posted by it, so whatever fails was certainly not heard as a post. */
  const logIn = async (signal: AbortSignal): Promise<Session | Answer> => {
    const login = { identifier: handle, password };
    const answer = await call('com.atproto.server.createSession', login, { signal });
    if ('outcome' in answer) return { outcome: 'unheard', reason: answer.reason };
    const { accessJwt: token, did } = (answer.json ?? {}) as Record<string, unknown>;
    if (answer.status === 200 && typeof token === 'string' && typeof did === 'string') {
      return { token, did };
    }
    const failure = answer.status === 200 ? undefined : failureOf(answer);
    if (failure?.outcome === 'refused') return { ...failure, reason: `login_${failure.reason}` };
    if (failure?.outcome === 'paused') return failure;
    return { outcome: 'unheard', reason: failure ? `login_${answer.status}` : 'unreadable' };
  };

  const put = async (post: ClaimedPost, signal: AbortSignal, isAgain: boolean): Promise<Answer> => {
    if (session === undefined) {
      const begun = await logIn(signal);
      if ('outcome' in begun) return begun;
      session = begun;
    }
    const { did, token } = session;
    const body = { repo: did, collection, rkey: post.recordKey, record: recordOf(post, lang) };
    const answer = await call('com.atproto.repo.putRecord', body, { signal, token });
    if ('outcome' in answer) return answer;
    if (answer.status === 200) {
      return { outcome: 'posted', url: `https://bsky.app/profile/${did}/post/${post.recordKey}` };
    }
    if (!hasSessionEnded(answer)) return failureOf(answer);
    session = undefined;
    return isAgain ? { outcome: 'refused', reason: 'session_refused' } : put(post, signal, true);
  };

  return {
    name: `bluesky ${handle} ${url}`,
    network: 'bluesky',
    repeatableMs: Number.POSITIVE_INFINITY,
    post: (post, signal) => put(post, signal, false),
    find: async () => ({ outcome: 'absent' }),
  };
};

type Call = { signal: AbortSignal; token?: string };

const hasSessionEnded = ({ status, json }: { status: number; json: unknown }): boolean =>
  status === 401 ||
  (status === 400 && ['ExpiredToken', 'InvalidToken'].includes((json as { error: string })?.error));

/** The same record each time. Links are marked by the bytes that they stand at. */
export const recordOf = ({ text, link, publishedAt }: ClaimedPost, lang: string) => {
  const at = text.lastIndexOf(link);
  const byteStart = Buffer.byteLength(text.slice(0, at));
  return {
    $type: collection,
    text,
    createdAt: publishedAt,
    langs: [lang],
    facets: [
      {
        index: { byteStart, byteEnd: byteStart + Buffer.byteLength(link) },
        features: [{ $type: 'app.bsky.richtext.facet#link', uri: link }],
      },
    ],
  };
};
