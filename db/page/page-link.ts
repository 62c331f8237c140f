import type { messages, StoredMail } from '../schema/mail/messages.ts';
import { type LinkSecrets, signPageTokenAs } from './page-token.ts';

/** Stands in a stored mail for the token of the customer's page. Letters that every URL takes. */
export const pageTokenPlaceholder = '__PAGE_TOKEN__';

type Stored = Pick<typeof messages.$inferSelect, 'orderId' | 'mail' | 'pageLink'>;

/**
 * The mail as the customer gets it, whose link leads to their page; the stored one opens none. Null
 * when none was rendered, or it was erased since. The bytes are the same at every call, as long as
 * the secret that signed the first is listed.
 */
export const mailOf = (
  { orderId, mail, pageLink }: Stored,
  secrets: LinkSecrets,
): StoredMail | null => {
  if (mail === null || pageLink === null) return mail;
  const token = signPageTokenAs(secrets, { orderId, ...pageLink });
  const fill = (text: string) => text.replaceAll(pageTokenPlaceholder, token);
  return { ...mail, html: fill(mail.html), text: fill(mail.text) };
};
