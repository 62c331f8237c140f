/** Giving a card, and agreeing to what it is charged. */
export const cardPage = {
  give: 'Karte hinterlegen',
  otherCard: 'Andere Karte verwenden',
  consent: 'Was von Ihrer Karte abgebucht wird',
  yours: 'Ihre Karte',
  newCard: 'Ihre neue Karte',
  useThis: 'Diese Karte verwenden',
  usedFor: 'Ihre Karte wird für Bestellung {order} verwendet.',
  usedInstead:
    'Für Bestellung {order} wird die neue Karte statt der bisher hinterlegten verwendet.',
  approvedNow: 'Sobald wir sie haben, bitten wir Ihre Bank, den Betrag zu genehmigen.',
  approvedLater:
    'Jetzt wird nichts abgebucht. Sobald Artikel für Sie zurückgelegt sind, bitten wir Ihre Bank, den Betrag zu genehmigen.',
  continue: 'Weiter',
  again: 'Noch einmal versuchen',
  noAnswer: 'Wir haben noch keine Antwort',
  noAnswerWhy:
    'Ihre Anfrage hat uns vielleicht nicht erreicht. Bitte versuchen Sie es gleich noch einmal.',
  waiting: 'Einen Moment bitte',
  waitingWhy: 'Wir bereiten das Kartenformular vor.',
  check: 'Noch einmal nachsehen',
  refused: 'Wir können Ihnen kein Kartenformular zeigen',
  refusedWhy:
    'Der Zahlungsdienst hat das Formular für Ihre Karte abgelehnt. Es wurde nichts abgebucht, und an Ihrer Bestellung hat sich nichts geändert. Wir klären das.',
  refusedHelp:
    '{reach, select, mail {Sie können es mit einem neuen Formular noch einmal versuchen. Wenn auch das nicht klappt, schreiben Sie uns bitte an {email}.} other {Sie können es mit einem neuen Formular noch einmal versuchen. Wenn auch das nicht klappt, melden Sie sich bitte bei uns.}}',
  returned: 'Danke, einen Moment noch',
  returnedWhy:
    'Sie sind von Ihrer Bank zurück. Gehen Sie weiter, um zu sehen, was das für Ihre Bestellung bedeutet.',
  agreeFor: 'Für Ihre Bestellung {order}. Jetzt wird nichts abgebucht.',
  agreeTo: 'Wozu Sie Ihre Zustimmung geben',
  version: 'Fassung {version}',
  iAgree:
    'Ich stimme zu, dass für diese Bestellung wie hier beschrieben von meiner Karte abgebucht wird.',
  iAgreeMost:
    'Ich stimme zu, dass für diese Bestellung wie hier beschrieben von meiner Karte abgebucht wird, insgesamt aber nie mehr als {sum}.',
  agree: 'Zustimmen',
  agreeAndContinue: 'Zustimmen und weiter',
  unchecked:
    'Bitte setzen Sie zuerst das Häkchen. Ohne Ihre Zustimmung können wir nicht von Ihrer Karte abbuchen.',
  lost: 'Wir haben noch keine Antwort. Bitte versuchen Sie es gleich noch einmal.',
  needsScript:
    '{reach, select, mail {Dieser Schritt braucht JavaScript, denn nur Ihre Bank und der Zahlungsdienst sehen Ihre Karte. Wenn Sie es nicht einschalten können, schreiben Sie uns bitte an {email}.} other {Dieser Schritt braucht JavaScript, denn nur Ihre Bank und der Zahlungsdienst sehen Ihre Karte. Wenn Sie es nicht einschalten können, melden Sie sich bitte bei uns.}}',
} as const;

/** Confirming a payment that the bank asks about, and what the page says while it does. */
export const payPage = {
  title: 'Zahlung bestätigen',
  needed: 'Ihre Bank verlangt, dass Sie die Zahlung von {sum} für Bestellung {order} bestätigen.',
  heldThen:
    'Der Betrag wird dann auf Ihrer Karte reserviert und erst abgebucht, wenn Ihre Artikel verschickt werden.',
  keptUntil: 'Ihre Artikel sind bis einschließlich {day} für Sie zurückgelegt.',
  same: 'Mit der hinterlegten Karte bestätigen',
  card: 'Ihre Karte',
  orOther: 'Oder mit einer anderen Karte bezahlen',
  pay: 'Mit dieser Karte bezahlen',
  unconfirmed:
    'Die Zahlung wurde nicht bestätigt. Bitte versuchen Sie es noch einmal oder verwenden Sie eine andere Karte.',
  declined:
    'Ihre Karte wurde abgelehnt. Bitte versuchen Sie es noch einmal oder verwenden Sie eine andere Karte.',
  failed: 'Das hat nicht geklappt. Bitte versuchen Sie es gleich noch einmal.',
  wait: 'Einen Moment bitte. Das kann ein paar Sekunden dauern.',
  noForm: 'Das Kartenformular konnte nicht geladen werden. Bitte laden Sie die Seite neu.',
  noProvider: 'Wir erreichen den Zahlungsdienst nicht. Bitte laden Sie die Seite neu.',
} as const;
