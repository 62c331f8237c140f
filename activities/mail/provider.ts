/** One rendered mail, exactly as it is stored and sent. */
export type Mail = {
  from: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  tags: { name: string; value: string }[];
};

/**
 * `unknown`: it may or may not have been accepted, and is repeated with the same key and mail.
 * `later`: nothing happened, and it is sent again after the delay. `refused`: it can never be
 * accepted.
 */
export type MailAnswer =
  | { outcome: 'accepted'; providerId: string }
  | { outcome: 'unknown' }
  | { outcome: 'later'; retryAfterMs: number }
  | { outcome: 'refused'; code: string };

/** What a provider says of how often it may be called. */
export type Limits = {
  /** Calls a second that it takes; absent if it does not say. */
  perSecond?: number;
  /** It takes none for as long as that, in milliseconds. */
  pauseMs?: number;
};

type SendOptions = {
  idempotencyKey: string;
  /** Hears what the provider says of its limits, before the answer is given. */
  heed?: (limits: Limits) => void;
};

/** Hands mail to the provider. */
export type MailProvider = {
  /** Tells providers apart, whose limits differ. */
  name: string;
  /**
   * For so long the same key with the same mail is sent once, however often it is handed over. 0: it
   * knows no keys, so that nobody may hand over a mail again whose outcome is `unknown`.
   */
  keyLifeMs: number;
  send(mail: Mail, options: SendOptions): Promise<MailAnswer>;
};
