import { en } from './en/index.ts';

/** A text of the catalogue by its section and key. */
export type TextName = {
  [S in keyof typeof en & string]: `${S}.${keyof (typeof en)[S] & string}`;
}[keyof typeof en & string];

/** The law speaks in all of these: notices, answers, withdrawals, and the ends of orders. */
const everyTextOf = (section: keyof typeof en): TextName[] =>
  Object.keys(en[section]).map((key) => `${section}.${key}` as TextName);

/**
 * Texts that a shop cannot put in words of its own, because the law wants them said: the options
 * that a notice has to give, its deadline, and what silence does (16 CFR 435.2(b)), and the statement
 * that nothing was charged and nothing will be.
 */
export const lawTexts = [
  ...(['lawNotice', 'lawInforms', 'delayAnswer', 'withdrawal'] as const).flatMap(everyTextOf),
  ...everyTextOf('cancelled'),
  ...(['refunded.amount', 'refunded.refundedOn', 'refunded.byUs', 'refunded.byShop'] as const),
  ...(['delayNotice.late', 'delayNotice.moved', 'delayNotice.reason'] as const),
  ...(['delayNotice.before', 'delayNotice.now', 'standing.noDate'] as const),
  ...(['delayNotice.noNewDate', 'delayNotice.newDatePast'] as const),
  ...(['delayNotice.keep', 'delayNotice.cancel', 'delayNotice.ifSilent'] as const),
  'letter.viewOrCancel',
] as const satisfies readonly TextName[];
