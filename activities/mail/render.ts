import type { Db } from '../../db/client.ts';
import type { MailFacts } from '../../db/mail/facts.ts';
import type { Covered } from '../../db/schema/mail/messages.ts';
import { type RenderedMail, renderMail } from '../../emails/index.ts';
import type { OutgoingMail } from '../../workflows/domain/backorder/mail.ts';
import type { MessageKind } from '../../workflows/domain/backorder/message-kind.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import { propsOf, type Writer } from './content.ts';
import { lookUp } from './look-up.ts';

/** `covers`: the countdowns of other orders of the same address that it says as well. */
type Given = {
  facts: MailFacts;
  message: OutgoingMail;
  at: Instant;
  covers?: readonly Covered[];
};

/** Reads what is still to be known for the mail, and renders it. Writes nothing. */
export const renderMessage = (writer: Writer & { db: Db }, given: Given): Promise<RenderedMail> =>
  renderKind(writer, given.message.kind, given);

const renderKind = async <K extends MessageKind>(
  writer: Writer & { db: Db },
  kind: K,
  { covers = [], ...given }: Given,
): Promise<RenderedMail> => {
  const found = await lookUp(writer.db.sql, kind, { ...given, covers });
  return renderMail(kind, propsOf(writer, kind, { ...given, found }));
};
