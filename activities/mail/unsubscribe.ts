import { unsubscribePlaceholder } from '../../db/page/page-link.ts';
import { classOf, type MessageKind } from '../../workflows/domain/backorder/message-kind.ts';

/**
 * How the customer unsubscribes by one click (RFC 8058) or by a mail, with a placeholder for the
 * token of their address. Service mail has no such headers, because nobody can decline it.
 * `List-ID` (RFC 2919) lets a mail program tell these mails from the others.
 */
export const unsubscribeFor = (
  kind: MessageKind,
  {
    publicUrl,
    unsubscribeMailbox = null,
  }: { publicUrl: string; unsubscribeMailbox?: string | null },
): { headers: Record<string, string>; link: string } => {
  const link = `${publicUrl}/u/${unsubscribePlaceholder}`;
  if (classOf(kind) === 'service') return { headers: {}, link };
  const ways = [link, ...(unsubscribeMailbox ? [mailto(unsubscribeMailbox)] : [])];
  const headers = {
    'List-Unsubscribe': ways.map((way) => `<${way}>`).join(', '),
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'List-ID': `<updates.${new URL(publicUrl).hostname}>`,
  };
  return { headers, link };
};

/** A mail to this address with the token as its subject (RFC 6068). */
const mailto = (mailbox: string): string =>
  `mailto:${mailbox.split('@').map(encodeURIComponent).join('@')}?subject=${unsubscribePlaceholder}`;
