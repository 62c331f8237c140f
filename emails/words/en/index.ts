import { addressChanged } from './addressChanged.ts';
import { addressConfirm } from './addressConfirm.ts';
import { countdown } from './countdown.ts';
import { cancelPage, keptPage } from './page/cancel.ts';
import { cardPage, payPage } from './page/card.ts';
import { failurePage, refusalPage } from './page/failure.ts';
import { layoutPage } from './page/layout.ts';
import { linesPage } from './page/lines.ts';
import { messagesPage } from './page/messages.ts';
import { nextPage } from './page/next.ts';
import { paymentPage } from './page/payment.ts';
import { askedPage, problemPage } from './page/problem.ts';
import { statusPage } from './page/status.ts';
import { timelinePage } from './page/timeline.ts';
import { statusLink } from './statusLink.ts';

/** All our words in English, whose keys and placeholders the other languages have to have. */
export const en = {
  addressChanged,
  addressConfirm,
  countdown,
  cancelPage,
  keptPage,
  cardPage,
  payPage,
  failurePage,
  refusalPage,
  layoutPage,
  linesPage,
  messagesPage,
  nextPage,
  paymentPage,
  askedPage,
  problemPage,
  statusPage,
  timelinePage,
  statusLink,
} as const;
