import { addressChanged, addressConfirm } from './address.ts';
import { availability } from './availability.ts';
import { cancelled } from './cancelled.ts';
import { cardExpiring } from './card-expiring.ts';
import { cardWanted } from './card-wanted.ts';
import { checkIn } from './check-in.ts';
import { confirmation } from './confirmation.ts';
import { countdown } from './countdown.ts';
import { delayNotice } from './delay-notice.ts';
import { excitement } from './excitement.ts';
import { delayAnswer, withdrawal } from './law/answers.ts';
import { lawInforms } from './law/informs.ts';
import { lawNotice } from './law/notice.ts';
import { letter } from './letter.ts';
import { addressConfirmPage, addressPage } from './page/address.ts';
import { cancelPage, keptPage } from './page/cancel.ts';
import { cardPage, payPage } from './page/card.ts';
import { failurePage, refusalPage } from './page/failure.ts';
import { findPage } from './page/find.ts';
import {
  answerPage,
  heardPage,
  noticePage,
  periodPage,
  saidPage,
  withdrawPage,
} from './page/law.ts';
import { layoutPage } from './page/layout.ts';
import { linesPage } from './page/lines.ts';
import { messagesPage } from './page/messages.ts';
import { nextPage } from './page/next.ts';
import { paymentPage } from './page/payment.ts';
import { preferencesPage } from './page/preferences.ts';
import { askedPage, problemPage } from './page/problem.ts';
import { statusPage } from './page/status.ts';
import { timelinePage } from './page/timeline.ts';
import { unsubscribePage } from './page/unsubscribe.ts';
import { updatesPage } from './page/updates.ts';
import { paymentProblem } from './payment-problem.ts';
import { paymentRecovered } from './payment-recovered.ts';
import { readyToShip } from './ready-to-ship.ts';
import { refunded } from './refunded.ts';
import { shipped } from './shipped.ts';
import { standing } from './standing.ts';
import { statusLink } from './status-link.ts';

/** All our words in German. */
export const de = {
  addressChanged,
  addressConfirm,
  availability,
  cancelled,
  cardExpiring,
  cardWanted,
  checkIn,
  confirmation,
  countdown,
  delayAnswer,
  delayNotice,
  withdrawal,
  excitement,
  lawInforms,
  lawNotice,
  letter,
  addressConfirmPage,
  addressPage,
  cancelPage,
  keptPage,
  cardPage,
  payPage,
  failurePage,
  refusalPage,
  findPage,
  layoutPage,
  noticePage,
  answerPage,
  withdrawPage,
  periodPage,
  heardPage,
  saidPage,
  linesPage,
  messagesPage,
  nextPage,
  paymentPage,
  preferencesPage,
  askedPage,
  problemPage,
  statusPage,
  timelinePage,
  unsubscribePage,
  updatesPage,
  paymentProblem,
  paymentRecovered,
  readyToShip,
  refunded,
  shipped,
  standing,
  statusLink,
} as const;
