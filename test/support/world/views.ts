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
