import type { OutgoingMail, OutgoingOf } from '../../../workflows/domain/backorder/mail.ts';
import type { Instant } from '../../../workflows/domain/time.ts';
import type { World } from './effects.ts';

/** Kinds of the mails in the mailbox, with the day on which they came. */
export const mailsOf = ({ mailbox }: World): string[] =>
  mailbox.map(({ kind, at }) => `${kind} ${at.slice(0, 10)}`);

/** What asks for a person. */
export const attentionOf = ({ state }: World): string[] => state.attention.map(({ code }) => code);

/** `i1 L1 13800 held` for each intent of ours: its lease, its amount and how it stands. */
export const intentsOf = ({ state }: World): string[] =>
  state.intents.map(
    ({ intentId, leaseId, amount, state: its }) => `${intentId} ${leaseId} ${amount} ${its}`,
  );

/** How often a bank was asked. */
export const triesOf = ({ provider }: World): number => Object.keys(provider.intents).length;

/** The mails of one kind, oldest first. */
export const sentOf = <K extends OutgoingMail['kind']>(
  { mailbox }: World,
  kind: K,
): (OutgoingOf<K> & { at: Instant })[] =>
  mailbox.filter((mail): mail is OutgoingOf<K> & { at: Instant } => mail.kind === kind);

/** Minor units that mails have told as never to be charged. */
export const waivedTold = ({ mailbox }: World): number =>
  mailbox.reduce((sum, mail) => {
    if (mail.kind === 'shipped') return sum + mail.about.waived;
    if (mail.kind !== 'payment-recovered' || mail.about.outcome !== 'waived') return sum;
    return sum + mail.about.amount;
  }, 0);

/** Minor units that mails have stated as charged, with their kinds, in the order of the mails. */
export const chargesTold = ({ mailbox }: World): { kind: string; charge: number | null }[] =>
  mailbox.flatMap((mail): { kind: string; charge: number | null }[] => {
    if (mail.kind === 'shipped') return [{ kind: mail.kind, charge: mail.about.charge || null }];
    return mail.kind === 'payment-recovered' && mail.about.outcome === 'charged'
      ? [{ kind: mail.kind, charge: mail.about.amount }]
      : [];
  });
