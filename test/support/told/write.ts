import { type Given, propsOf, type Writer } from '../../../activities/mail/content.ts';
import type { Found } from '../../../activities/mail/look-up.ts';
import { statusPage } from '../../../api/page/status-page.tsx';
import { type PropsOf, templates } from '../../../emails/index.ts';
import { brandOf } from '../../../emails/parts/brand.ts';
import { createLexicon } from '../../../emails/words/lexicon.ts';
import { dayAtShipTo } from '../../../workflows/calendar/ship-to-day.ts';
import type { OutgoingMail } from '../../../workflows/domain/backorder/mail.ts';
import type { MessageKind } from '../../../workflows/domain/backorder/message-kind.ts';
import { textOf } from '../page/page-text.ts';
import type { World } from '../world/effects.ts';
import type { Sent } from './mail-laws.ts';
import type { Shown } from './page-laws.ts';
import { factsOf, movedBy, pageRowsOf, type Told } from './told-order.ts';

const writer: Writer = {
  shop: brandOf({ name: 'Lantern & Sons', supportEmail: 'help@shop.example.org' }),
  lexicon: createLexicon(),
  links: { publicUrl: 'https://orders.example.org', secrets: ['s'.repeat(32)] },
};

/** The mail as it goes out at this moment, in English. */
export const writeMail = (told: Told, world: World, message: OutgoingMail): Sent => {
  const facts = factsOf(told, world);
  const found = foundFor(world, message);
  const said = inWords(message.kind, {
    facts,
    message,
    at: world.now,
    found,
  } as Given<MessageKind>);
  const moved = found !== null && 'lines' in found ? found.lines : [];
  return { facts, message, at: world.now, moved, ...said };
};

const inWords = <K extends MessageKind>(
  kind: K,
  given: Given<K>,
): Pick<Sent, 'subject' | 'text'> => {
  const template: { text(props: PropsOf<K>): string; subject(props: PropsOf<K>): string } =
    templates[kind];
  const props = propsOf(writer, kind, { ...given, message: given.message as OutgoingMail });
  return { subject: template.subject(props), text: `${template.text(props)}\n` };
};

const foundFor = ({ ledger, now }: World, message: OutgoingMail): Found<MessageKind> => {
  switch (message.kind) {
    case 'excitement':
      return { told: [], isWanted: false };
    case 'countdown':
      return { others: [] };
    case 'delay-notice':
      return { reason: null };
    case 'shipped': {
      const lines = movedBy(ledger, 'ship', message.about.shipmentId);
      return { lines, carrier: 'UPS', tracking: null };
    }
    case 'cancelled': {
      const lines = movedBy(ledger, 'cancel', message.about.cancelId);
      return { lines, by: 'shop', requestedAt: now, reason: null };
    }
    case 'withdrawal':
      return { cancelled: movedBy(ledger, 'cancel', message.key.replace('withdrawal:', '')) };
    default:
      return null;
  }
};

/** The customer's page as it is at this moment, in English. */
export const showPage = (told: Told, world: World): Shown => {
  const page = pageRowsOf(told, world);
  const facts = factsOf(told, world);
  const site = { shop: { ...writer.shop, isStaging: false }, words: writer.lexicon('en-US') };
  const html = statusPage({
    page: { ...page, ...site, now: world.now },
    path: '/b/1',
    done: null,
    formId: 'f1',
  });
  const text = textOf(html.slice(html.indexOf('<h1')));
  return { facts, page, today: dayAtShipTo(facts, world.now), text };
};
