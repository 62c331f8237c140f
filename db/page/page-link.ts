import type { messages, StoredMail } from '../schema/mail/messages.ts';
import { signAddressTokenAs } from './address-token.ts';
import { type LinkSecrets, signPageTokenAs } from './page-token.ts';

/** Stands in a stored mail for the token of the customer's page. Letters that every URL takes. */
export const pageTokenPlaceholder = '__PAGE_TOKEN__';

/** The same for the token with which a new mail address is confirmed. */
export const addressTokenPlaceholder = '__ADDRESS_TOKEN__';

type Stored = Pick<typeof messages.$inferSelect, 'orderId' | 'mail' | 'pageLink' | 'about'>;

/**
 * The mail as the customer gets it, whose link leads to their page; the stored one opens none. Null
 * when none was rendered, or it was erased since. The bytes are the same at every call, as long as
 * the secret that signed the first is listed.
 */
export const mailOf = (stored: Stored, secrets: LinkSecrets): StoredMail | null => {
  const { orderId, mail, pageLink } = stored;
  if (mail === null || pageLink === null) return mail;
  const token = signPageTokenAs(secrets, { orderId, ...pageLink });
  const confirming = addressTokenOf(stored, secrets) ?? '';
  const fill = (text: string) =>
    text.replaceAll(pageTokenPlaceholder, token).replaceAll(addressTokenPlaceholder, confirming);
  return { ...mail, html: fill(mail.html), text: fill(mail.text) };
};

const addressTokenOf = ({ about, pageLink }: Stored, secrets: LinkSecrets): string | undefined => {
  if (about?.kind !== 'address-confirm' || pageLink === null) return undefined;
  const { changeId } = about.about;
  return signAddressTokenAs(secrets, { changeId, signer: pageLink.signer });
};
