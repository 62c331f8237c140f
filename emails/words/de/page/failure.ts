/** Pages that say why there is nothing to see, or why nothing was done. */
export const failurePage = {
  unknown: 'Wir finden diese Bestellung nicht',
  unknownLink:
    'Bitte prüfen Sie, ob der Link vollständig ist: Lange Links werden manchmal abgeschnitten.',
  unknownHelp:
    '{reach, select, mail {Wenn es dann immer noch nicht klappt, schreiben Sie uns bitte an {email}.} other {Wenn es dann immer noch nicht klappt, melden Sie sich bitte bei uns.}}',
  replaced: 'Dieser Link wurde durch einen neuen ersetzt',
  replacedLink:
    'Damit die Bestellung sicher bleibt, öffnet der alte Link sie nicht mehr. Bitte benutzen Sie den Link in der neuesten E-Mail zu der Bestellung.',
  replacedHelp:
    '{reach, select, mail {Wenn Sie keine haben, schreiben Sie uns bitte an {email}.} other {Wenn Sie keine haben, melden Sie sich bitte bei uns.}}',
  erased: 'Diese Seite wurde entfernt',
  erasedWhy:
    'Die Bestellung ist abgeschlossen, und die personenbezogenen Daten dazu wurden gelöscht.',
  erasedHelp:
    '{reach, select, mail {Wenn Sie eine Frage dazu haben, schreiben Sie uns bitte an {email}.} other {Wenn Sie eine Frage dazu haben, melden Sie sich bitte bei uns.}}',
  formsOnly: 'Hier gibt es nichts zu sehen',
  formsOnlyWhy:
    'Diese Adresse nimmt nur entgegen, was von Ihrer Bestellseite kommt. Es wurde nichts geändert.',
  outage: 'Bitte versuchen Sie es gleich noch einmal',
  outageWhy:
    'Wir erreichen Ihre Bestellung gerade nicht. Ihre Bestellung ist sicher. Wenn Sie gerade etwas ändern wollten, sehen Sie bitte in einer Minute auf Ihrer Bestellseite nach, ob es geklappt hat.',
  tooMany: 'Das war viel auf einmal',
  tooManyWhy:
    'Wir haben in kurzer Zeit viele Anfragen zu dieser Seite erhalten. Bitte warten Sie eine Minute und versuchen Sie es dann noch einmal. Ihre Bestellung ist sicher.',
  tooLong: 'Es wurde nichts geändert',
  tooLongWhy:
    '{reach, select, mail {Was Ihr Browser geschickt hat, ist länger als alles auf unseren Seiten. Bitte gehen Sie zurück auf Ihre Bestellseite und versuchen Sie es noch einmal, oder schreiben Sie uns an {email}.} other {Was Ihr Browser geschickt hat, ist länger als alles auf unseren Seiten. Bitte gehen Sie zurück auf Ihre Bestellseite und versuchen Sie es noch einmal, oder melden Sie sich bei uns.}}',
  defect: 'Bei uns ist etwas schiefgegangen',
  defectHelp:
    '{reach, select, mail {Bitte versuchen Sie es später noch einmal, oder schreiben Sie uns an {email}.} other {Bitte versuchen Sie es später noch einmal, oder melden Sie sich bei uns.}}',
} as const;

/** Why something that was asked for is not done. */
export const refusalPage = {
  foreign: 'Es wurde nichts geändert',
  foreignWhy:
    'Diese Anfrage kam von einer anderen Website. Bitte benutzen Sie stattdessen Ihre Bestellseite.',
  foreignCancel: 'Es wurde nichts storniert',
  foreignCancelWhy:
    'Diese Anfrage kam von einer anderen Website. Wenn Sie stornieren möchten, tun Sie das bitte auf Ihrer Bestellseite.',
  unknownChoice: 'Bitte gehen Sie zurück auf Ihre Bestellseite und wählen Sie noch einmal.',
  noMail: 'Wir finden diese E-Mail nicht',
  noMailWhy:
    'Eine solche E-Mail haben wir zu dieser Bestellung nicht geschickt. Auf Ihrer Bestellseite stehen alle, die wir geschickt haben.',
  noCards: 'Hier können wir Ihre Karte nicht annehmen',
  noCardsHelp:
    '{reach, select, mail {Um die Zahlung zu bestätigen oder eine andere Karte zu verwenden, schreiben Sie uns bitte an {email}.} other {Um die Zahlung zu bestätigen oder eine andere Karte zu verwenden, melden Sie sich bitte bei uns.}}',
  nothingToPay: 'Es ist nichts mehr zu zahlen',
  payCancelled: 'Ihre Bestellung wurde storniert, und es ist keine weitere Zahlung nötig.',
  payShipped: 'Ihre Bestellung ist verschickt, und es ist keine weitere Zahlung nötig.',
  payNoCard: 'Für Ihre Bestellung ist keine Karte nötig.',
  payNothingToDo: 'Sie brauchen nichts zu bestätigen und keine andere Karte zu verwenden.',
  shipped: 'Schon verschickt',
  shippedWhy:
    'Ihre Artikel sind beim Versanddienst, deshalb lässt sich die Bestellung hier nicht mehr stornieren.',
  shippedHelp:
    '{reach, select, mail {Wenn Sie die Artikel nicht behalten möchten, schreiben Sie uns bitte an {email}.} other {Wenn Sie die Artikel nicht behalten möchten, melden Sie sich bitte bei uns.}}',
  nothingToCancel: 'Es gibt nichts mehr zu stornieren',
  nothingToCancelWhy:
    'Alles, was noch nicht verschickt war, wurde schon storniert. Sie brauchen nichts zu tun.',
} as const;
