/** Where the order stands, by when it ships, and what happens next. */
export const nextPage = {
  heading: 'La suite',
  waiting: `{part, select,
    rest {{awaited, select,
      both {Le reste de votre commande attend votre carte et votre accord.}
      card {Le reste de votre commande attend votre carte.}
      consent {Le reste de votre commande attend votre accord.}
      payment {Le reste de votre commande attend le paiement.}
      other {Le reste de votre commande est en attente de stock.}}}
    other {{awaited, select,
      both {Votre commande attend votre carte et votre accord.}
      card {Votre commande attend votre carte.}
      consent {Votre commande attend votre accord.}
      payment {Votre commande attend le paiement.}
      other {Votre commande est en attente de stock.}}}}`,
  placeKept: 'Nous gardons votre place dans la file.',
  setAside: `{part, select,
    more {Une autre partie de votre commande est mise de côté pour vous.}
    some {Une partie de votre commande est mise de côté pour vous.}
    rest {Le reste de votre commande est mis de côté pour vous.}
    other {Votre commande est mise de côté pour vous.}}`,
  unsettled: 'Le paiement n’est pas encore réglé.',
  paymentNext: 'L’étape suivante est le paiement.',
  ready: `{part, select,
    more {Une autre partie de votre commande est en stock et prête à partir.}
    some {Une partie de votre commande est en stock et prête à partir.}
    rest {Le reste de votre commande est en stock et prêt à partir.}
    other {Votre commande est en stock et prête à partir.}}`,
  shipped: 'Votre commande est expédiée.',
  shippedExcept: 'Votre commande est expédiée, sauf ce qui a été annulé.',
  cancelled: 'Votre commande a été annulée.',
  noDate:
    'Il n’y a pas encore de date d’expédition. Nous vous préviendrons dès qu’il y en aura une.',
  expected: 'Expédition prévue au plus tard le {day}. Si cela change, nous vous préviendrons.',
  expectedOncePaid: 'Expédition prévue au plus tard le {day}, une fois le paiement réglé.',
  late: 'L’expédition était prévue au plus tard le {day} et a du retard. Nous en sommes désolés. Nous vous donnerons une nouvelle date dès que nous en aurons une.',
  lateUnpaid:
    'L’expédition était prévue au plus tard le {day}. Ce jour est passé, et le paiement n’est pas encore réglé.',
  lookedInto: 'Nous examinons votre commande avant de la poursuivre.',
  paymentLookedInto:
    'Nous examinons le paiement de votre commande. Vos articles pourront être expédiés une fois cette question résolue.',
  setAsideNext:
    'Dès que vos articles arriveront, nous les mettrons de côté pour vous et nous vous préviendrons.',
  readySoon: 'Vos articles seront prêts à partir dans un instant.',
  paidReadySoon: 'C’est déjà payé. Vos articles seront prêts à partir dans un instant.',
  bankAsked:
    'Nous demandons à votre banque d’autoriser le montant. Dès qu’elle l’aura fait, vos articles seront prêts à partir.',
  handOver: 'Nous confierons vos articles au transporteur et vous enverrons un e-mail.',
  handOverCharged:
    'Nous confierons vos articles au transporteur. Votre carte sera alors débitée, et nous vous enverrons un e-mail.',
  restFollows: 'Le reste de votre commande suivra dès qu’il sera prêt.',
  withCarrier: 'Vos articles ont été confiés au transporteur.',
  nothingToDo: 'Vous n’avez rien à faire.',
  mailCountdown: 'Nous vous écrirons de nouveau le {day}, avec le nombre de jours restants.',
  mailExcitement:
    'Nous vous écrirons de nouveau le {day}, avec quelques mots sur ce que vous avez commandé.',
  mailCheckIn: 'Nous vous écrirons de nouveau le {day}, pour vous dire où en est votre commande.',
} as const;
