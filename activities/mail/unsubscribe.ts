import { unsubscribePlaceholder } from '../../db/page/page-link.ts';
import { unsubscribeWith } from '../../emails/parts/unsubscribe.ts';
import type { MessageKind } from '../../workflows/domain/backorder/message-kind.ts';

/** How the customer unsubscribes, with a placeholder for the token of their address. */
export const unsubscribeFor = (
  kind: MessageKind,
  links: { publicUrl: string; unsubscribeMailbox?: string | null },
): { headers: Record<string, string>; link: string } =>
  unsubscribeWith(kind, { ...links, token: unsubscribePlaceholder });
