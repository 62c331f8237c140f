/** Pages that say why there is nothing to see, or why nothing was done. */
export const failurePage = {
  unknown: 'We cannot find this order',
  unknownLink: 'Please check that the link is complete: long links are sometimes cut off.',
  unknownHelp:
    '{reach, select, mail {If it still does not work, please email us at {email}.} other {If it still does not work, please contact us.}}',
  replaced: 'This link was replaced by a new one',
  replacedLink:
    'To keep the order safe, the old link no longer opens it. Please use the link in the newest email about the order.',
  replacedHelp:
    '{reach, select, mail {If you do not have one, please email us at {email}.} other {If you do not have one, please contact us.}}',
  erased: 'This page was removed',
  erasedWhy: 'The order is closed, and the personal data that belonged to it was deleted.',
  erasedHelp:
    '{reach, select, mail {If you have a question about it, please email us at {email}.} other {If you have a question about it, please contact us.}}',
  formsOnly: 'There is nothing to see here',
  formsOnlyWhy: 'This address only takes what is sent from your order page. Nothing was changed.',
  outage: 'Please try again in a moment',
  outageWhy:
    'We cannot reach your order right now. Your order is safe. If you were making a change, please check your order page in a minute to see whether it went through.',
  tooMany: 'That was a lot at once',
  tooManyWhy:
    'We have received many requests for this page in a short time. Please wait a minute, then try again. Your order is safe.',
  tooLong: 'Nothing was changed',
  tooLongWhy:
    '{reach, select, mail {What your browser sent is longer than anything on our pages. Please go back to your order page and try again, or email us at {email}.} other {What your browser sent is longer than anything on our pages. Please go back to your order page and try again, or contact us.}}',
  defect: 'Something went wrong on our end',
  defectHelp:
    '{reach, select, mail {Please try again later, or email us at {email}.} other {Please try again later, or contact us.}}',
} as const;

/** Why something that was asked for is not done. */
export const refusalPage = {
  foreign: 'Nothing was changed',
  foreignWhy: 'This request came from another website. Please use your order page instead.',
  foreignCancel: 'Nothing was canceled',
  foreignCancelWhy:
    'This request came from another website. If you want to cancel, please do so on your order page.',
  unknownChoice: 'Please go back to your order page and choose again.',
  noMail: 'We cannot find this email',
  noMailWhy: 'We have sent no such email about this order. Your order page lists all that we sent.',
  noCards: 'We cannot take your card here',
  noCardsHelp:
    '{reach, select, mail {To confirm the payment or use a different card, please email us at {email}.} other {To confirm the payment or use a different card, please contact us.}}',
  nothingToPay: 'There is nothing left to pay',
  payCancelled: 'Your order has been canceled, and no further payment is needed.',
  payShipped: 'Your order has shipped, and no further payment is needed.',
  payNoCard: 'No card is needed for your order.',
  payNothingToDo: 'You do not need to confirm anything or use a different card.',
  shipped: 'It has already shipped',
  shippedWhy: 'Your items are with the carrier, so the order can no longer be canceled here.',
  shippedHelp:
    '{reach, select, mail {If you do not want to keep them, please email us at {email}.} other {If you do not want to keep them, please contact us.}}',
  nothingToCancel: 'There is nothing left to cancel',
  nothingToCancelWhy:
    'Everything that had not shipped has already been canceled. There is nothing you need to do.',
} as const;
