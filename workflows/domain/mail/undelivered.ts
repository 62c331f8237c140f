import { raise } from '../backorder/attention.ts';
import type { Backorder } from '../backorder/backorder.ts';
import type { Fact } from '../backorder/fact.ts';
import { takeBackNotice } from '../law/tell.ts';
import { remember } from '../recent.ts';

type Undelivered = Extract<Fact, { type: 'MailUndelivered' }>;

/** Whether we have heard of it already: a person is asked once about each mail. */
export const isKnownUndelivered = ({ mail }: Backorder, { key }: Undelivered): boolean =>
  mail.undelivered?.includes(key) ?? false;

/** The customer has not heard what we owe them to say, so a person has to reach them. */
export const noteUndelivered = (state: Backorder, { key, at }: Undelivered): Backorder => {
  const next = raise(takeBackNotice(state, key, at), 'mail_undelivered', at);
  const undelivered = remember(state.mail.undelivered ?? [], key);
  return { ...next, mail: { ...next.mail, undelivered } };
};
