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

/** Hands mail to the provider. The same key with the same mail is sent once within 24 hours. */
export type MailProvider = {
  send(mail: Mail, options: { idempotencyKey: string }): Promise<MailAnswer>;
};
