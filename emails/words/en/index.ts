import { cancelled } from './cancelled.ts';
import { cardExpiring } from './card-expiring.ts';
import { cardWanted } from './card-wanted.ts';
import { checkIn } from './check-in.ts';
import { confirmation } from './confirmation.ts';
import { countdown } from './countdown.ts';
import { delayNotice } from './delay-notice.ts';
import { excitement } from './excitement.ts';
import { letter } from './letter.ts';
import { paymentProblem } from './payment-problem.ts';
import { paymentRecovered } from './payment-recovered.ts';
import { readyToShip } from './ready-to-ship.ts';
import { refunded } from './refunded.ts';
import { shipped } from './shipped.ts';
import { standing } from './standing.ts';

/** All our words in English, whose keys and placeholders the other languages have to have. */
export const en = {
  cancelled,
  cardExpiring,
  cardWanted,
  checkIn,
  confirmation,
  countdown,
  delayNotice,
  excitement,
  letter,
  paymentProblem,
  paymentRecovered,
  readyToShip,
  refunded,
  shipped,
  standing,
} as const;
