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
 * that a notice has to give, its deadline, and what silence does (16 CFR 435.2(b)); what becomes of
 * the money of a cancellation; that an answer or a withdrawal was received, and when; after a missed
 * day what the customer may do, and the two steps of a withdrawal (2011/83/EU, articles 18 and 11a).
 */
export const lawTexts = [
  ...(['lawNotice', 'lawInforms', 'delayAnswer', 'withdrawal'] as const).flatMap(everyTextOf),
  ...everyTextOf('cancelled'),
  ...(['refunded.amount', 'refunded.refundedOn', 'refunded.byUs', 'refunded.byShop'] as const),
  ...(['delayNotice.late', 'delayNotice.moved', 'delayNotice.reason'] as const),
  ...(['delayNotice.before', 'delayNotice.now', 'standing.noDate'] as const),
  ...(['delayNotice.noNewDate', 'delayNotice.newDatePast'] as const),
  ...(['delayNotice.keep', 'delayNotice.cancel', 'delayNotice.ifSilent'] as const),
  ...(['noticePage.silenceConsents', 'noticePage.silenceCancels'] as const),
  ...(['noticePage.silenceNothing', 'noticePage.reasonNotInTime'] as const),
  ...(['noticePage.refundWorkingDays', 'noticePage.refundDays'] as const),
  ...(['noticePage.missedWhat', 'noticePage.missedEssential', 'noticePage.end'] as const),
  ...(['noticePage.withdraw', 'withdrawPage.what', 'withdrawPage.confirm'] as const),
  ...(['withdrawPage.receivedAt', 'answerPage.agreeUntil', 'answerPage.agreeOpen'] as const),
  'letter.viewOrCancel',
] as const satisfies readonly TextName[];
