import { en } from './en/index.ts';

/** A text of the catalogue by its section and key. */
export type TextName = {
  [S in keyof typeof en & string]: `${S}.${keyof (typeof en)[S] & string}`;
}[keyof typeof en & string];

const everyTextOf = (section: keyof typeof en): TextName[] =>
  Object.keys(en[section]).map((key) => `${section}.${key}` as TextName);

/**
 * Texts that a shop cannot put in words of its own, because the law wants them said: the options
 * that a notice has to give, its deadline, and what silence does (16 CFR 435.2(b)); what becomes of
 * the money of a cancellation; that an answer or a withdrawal was received, and when.
 */
export const lawTexts: readonly TextName[] = [
  ...(['lawNotice', 'lawInforms', 'delayAnswer', 'withdrawal', 'cancelled'] as const).flatMap(
    everyTextOf,
  ),
  ...(['delayNotice.late', 'delayNotice.moved', 'delayNotice.reason'] as const),
  ...(['delayNotice.before', 'delayNotice.now', 'standing.noDate'] as const),
  ...(['delayNotice.noNewDate', 'delayNotice.newDatePast'] as const),
  ...(['delayNotice.keep', 'delayNotice.cancel', 'delayNotice.ifSilent'] as const),
  ...(['refunded.amount', 'refunded.refundedOn', 'refunded.byUs', 'refunded.byShop'] as const),
  'letter.viewOrCancel',
];
