import type { Network } from '../../../db/schema/updates/posts.ts';
import type { ClaimedPost } from '../../../db/updates/posts.ts';

/** What came of an attempt. A reason is a code or a status, never what a server wrote. */
export type Answer =
  | { outcome: 'posted'; url: string | null }
  /** It will never be taken. */
  | { outcome: 'refused'; reason: string }
  /** Certainly nothing was done; the network asks all of us to wait. */
  | { outcome: 'paused'; reason: string; delayMs: number }
  /** Certainly nothing was done. */
  | { outcome: 'unheard'; reason: string }
  /** It may have been taken. */
  | { outcome: 'unsure'; reason: string; delayMs?: number };

/** Whether a post that nobody is sure of stands on the account. */
export type Lookup =
  | { outcome: 'posted'; url: string | null }
  | { outcome: 'absent' }
  /** It can never be found out. */
  | { outcome: 'lost'; reason: string }
  | Extract<Answer, { outcome: 'paused' | 'unsure' }>;

/** One account on one network. */
export type SocialAccount = {
  /** Our name of the account, without any secret. */
  name: string;
  network: Network;
  /** For how long repeating a post of unknown outcome makes no second one. */
  repeatableMs: number;
  /** Within `repeatableMs` of the first call, a repetition is the same post. */
  post(post: ClaimedPost, signal: AbortSignal): Promise<Answer>;
  /** Looks for a post that may have been made so many milliseconds ago. */
  find(post: ClaimedPost, sinceMs: number, signal: AbortSignal): Promise<Lookup>;
};
