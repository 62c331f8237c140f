/** The question before an order, or a part of it, is canceled. */
export const cancelPage = {
  title: 'Bestellung {order} stornieren',
  question: 'Bestellung {order} stornieren?',
  itemsTitle: 'Artikel aus Bestellung {order} stornieren',
  itemsQuestion: 'Welche Artikel aus Bestellung {order} möchten Sie stornieren?',
  undoneFree:
    'Eine Stornierung lässt sich nicht rückgängig machen: Eine neue Bestellung käme ans Ende der Warteliste.',
  undone:
    'Die Stornierung ist kostenlos und lässt sich nicht rückgängig machen: Eine neue Bestellung käme ans Ende der Warteliste.',
  refund: `{by, select,
    shop {Was Sie dafür bezahlt haben, erstattet Ihnen {shop} auf das Zahlungsmittel, mit dem Sie bezahlt haben.}
    other {Was Sie dafür bezahlt haben, wird Ihnen auf das Zahlungsmittel erstattet, mit dem Sie bezahlt haben.}}`,
  doubtful:
    '{reach, select, mail {Wenn Sie dafür bezahlt haben, schreiben Sie uns bitte an {email}.} other {Wenn Sie dafür bezahlt haben, melden Sie sich bitte bei uns.}}',
  released: 'Die auf Ihrer Karte reservierten {sum} werden freigegeben und nicht abgebucht.',
  partReleased:
    'Von dem, was auf Ihrer Karte reserviert ist, werden {sum} freigegeben und nicht abgebucht.',
  noCharge: 'Für das, was Sie stornieren, wird nichts abgebucht.',
  noMoreCharge: 'Für das, was Sie stornieren, wird nichts mehr abgebucht.',
  onlyRest: 'Abgebucht wird nur, was verschickt wird.',
  what: 'Das wird storniert',
  howMany: 'Wie viele möchten Sie stornieren?',
  upTo: '{title}: bis zu {count, number}',
  sure: 'Möchten Sie stornieren?',
  yes: 'Ja, diese Bestellung stornieren',
  yesRest: 'Ja, alles stornieren, was noch nicht verschickt ist',
  yesItems: 'Ja, die oben ausgewählten Artikel stornieren',
  no: 'Nein, meine Bestellung lassen, wie sie ist',
  send: 'Absenden',
  someItems: 'Nur einige Artikel stornieren',
  wholeOrder: 'Stattdessen alles stornieren',
  unanswered: 'Es wurde nichts geändert. Bitte wählen Sie, ob Sie stornieren möchten.',
  noneChosen:
    'Es wurde nichts geändert. Bitte geben Sie an, wie viele von einem Artikel Sie stornieren möchten.',
  tooManyChosen:
    'Es wurde nichts geändert. Sie können höchstens so viele stornieren, wie noch nicht verschickt sind.',
} as const;

/** A cancellation that is not carried out yet, or came too late. */
export const keptPage = {
  received: 'Wir haben Ihre Stornierung erhalten',
  askedAll:
    'Am {day} haben Sie uns gebeten, Ihre Bestellung zu stornieren. Dieser Tag ist maßgeblich.',
  askedRest:
    'Am {day} haben Sie uns gebeten, alles zu stornieren, was noch nicht verschickt war. Dieser Tag ist maßgeblich.',
  askedPart:
    'Am {day} haben Sie uns gebeten, einen Teil Ihrer Bestellung zu stornieren. Dieser Tag ist maßgeblich.',
  notYet:
    'Die Stornierung ist noch nicht ausgeführt, das dauert meist eine Minute. Sie brauchen nichts zu tun: Auf dieser Seite sehen Sie, wenn es so weit ist.',
  tooLate: 'Wir konnten nicht stornieren, worum Sie uns gebeten haben',
  tooLateWhy:
    'Am {day} haben Sie uns um die Stornierung gebeten, aber die Artikel waren schon beim Versanddienst.',
  tooLateHelp:
    '{reach, select, mail {Wenn Sie die Artikel nicht behalten möchten, schreiben Sie uns bitte an {email}.} other {Wenn Sie die Artikel nicht behalten möchten, melden Sie sich bitte bei uns.}}',
} as const;
