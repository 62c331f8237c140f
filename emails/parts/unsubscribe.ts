import { classOf, type MessageKind } from '../../workflows/domain/backorder/message-kind.ts';

type Given = {
  publicUrl: string;
  /** An address that takes unsubscriptions by mail, if there is one. */
  unsubscribeMailbox?: string | null;
  /** By which the address is known. */
  token: string;
};

/**
 * How the customer unsubscribes by one click (RFC 8058) or by a mail. Service mail has no such
 * headers, because nobody can decline it. `List-ID` (RFC 2919) lets a mail program tell these mails
 * from the others.
 */
export const unsubscribeWith = (
  kind: MessageKind,
  { publicUrl, unsubscribeMailbox = null, token }: Given,
): { headers: Record<string, string>; link: string } => {
  const link = `${publicUrl}/u/${token}`;
  if (classOf(kind) === 'service') return { headers: {}, link };
  const ways = [link, ...(unsubscribeMailbox ? [mailto(unsubscribeMailbox, token)] : [])];
  const headers = {
    'List-Unsubscribe': ways.map((way) => `<${way}>`).join(', '),
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'List-ID': `<updates.${new URL(publicUrl).hostname}>`,
  };
  return { headers, link };
};

/** A mail to this address with the token as its subject (RFC 6068). */
const mailto = (mailbox: string, token: string): string =>
  `mailto:${mailbox.split('@').map(encodeURIComponent).join('@')}?subject=${token}`;
