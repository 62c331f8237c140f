import { addressKeyOf } from '../mail/address-key.ts';
import { unsubscribeTokenOf } from '../mail/unsubscribe.ts';
import type { messages, StoredLink, StoredMail } from '../schema/mail/messages.ts';
import { signAddressTokenAs } from './address-token.ts';
import { type LinkSecrets, secretOf, signPageTokenAs } from './page-token.ts';

/** Stands in a stored mail for the token of the customer's page. Letters that every URL takes. */
export const pageTokenPlaceholder = '__PAGE_TOKEN__';

/** The same for the token by which its address unsubscribes. */
export const unsubscribePlaceholder = '__UNSUBSCRIBE_TOKEN__';

/** The same for the token with which a new mail address is confirmed. */
export const addressTokenPlaceholder = '__ADDRESS_TOKEN__';

/** What a mail says, for a copy that shall open nothing and name no link. */
export const withoutTokens = (text: string): string =>
  [pageTokenPlaceholder, unsubscribePlaceholder, addressTokenPlaceholder].reduce(
    (left, placeholder) => left.replaceAll(placeholder, '…'),
    text,
  );

type Stored = Pick<typeof messages.$inferSelect, 'orderId' | 'mail' | 'pageLink' | 'about'>;

/**
 * The mail as the customer gets it, whose link leads to their page; the stored one opens none. Null
 * when none was rendered, or it was erased since. The bytes are the same at every call, as long as
 * the secret that signed the first is listed.
 */
export const mailOf = (stored: Stored, secrets: LinkSecrets): StoredMail | null => {
  const { mail, pageLink } = stored;
  if (mail === null || pageLink === null) return mail;
  const fill = filler(stored, pageLink, secrets);
  const headers = Object.entries(mail.headers).map(([name, value]) => [name, fill(value)]);
  const { html, text } = mail;
  return { ...mail, html: fill(html), text: fill(text), headers: Object.fromEntries(headers) };
};

/** The token by which whoever gets the mail can unsubscribe; null where it says nothing of it. */
export const findUnsubscribeToken = (
  { mail, pageLink }: Pick<Stored, 'mail' | 'pageLink'>,
  secrets: LinkSecrets,
): { token: string; addressKey: string } | null => {
  if (mail === null || pageLink === null) return null;
  const parts = [mail.html, mail.text, ...Object.values(mail.headers)];
  if (!parts.some((part) => part.includes(unsubscribePlaceholder))) return null;
  const addressKey = addressKeyOf(mail.to);
  return {
    token: unsubscribeTokenOf([secretOf(secrets, pageLink.signer)], addressKey),
    addressKey,
  };
};

/** A mail that confirms an address may reach a stranger, so it holds no other token than that. */
const filler = (
  stored: Stored,
  pageLink: StoredLink,
  secrets: LinkSecrets,
): ((text: string) => string) => {
  const { orderId, about } = stored;
  if (about?.kind === 'address-confirm') {
    const { changeId } = about.about;
    const token = signAddressTokenAs(secrets, { changeId, signer: pageLink.signer });
    return (text) => text.replaceAll(addressTokenPlaceholder, token);
  }
  const token = signPageTokenAs(secrets, { orderId, ...pageLink });
  const unsubscribing = findUnsubscribeToken(stored, secrets)?.token ?? '';
  return (text) =>
    text.replaceAll(pageTokenPlaceholder, token).replaceAll(unsubscribePlaceholder, unsubscribing);
};
