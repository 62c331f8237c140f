export const addressPage = {
  title: 'E-Mail-Adresse ändern',
  intro:
    'Geben Sie die Adresse ein, an die E-Mails zu Bestellung {orderId} gehen sollen. Wir schicken einen Link dorthin und ändern die Adresse, sobald Sie den Link geöffnet und die Adresse bestätigt haben.',
  email: 'Neue E-Mail-Adresse',
  send: 'Link schicken',
  back: 'Zurück zu Ihrer Bestellung',
  asked:
    'Wir haben einen Link an die neue Adresse geschickt. Bitte öffnen Sie ihn innerhalb von 24 Stunden und bestätigen Sie die Adresse. Bis dahin gehen unsere E-Mails an die bisherige Adresse.',
  invalid: 'Bitte geben Sie eine E-Mail-Adresse ein, zum Beispiel name@example.com.',
  same: 'Unsere E-Mails zu dieser Bestellung gehen schon an diese Adresse.',
  tooMany:
    'Sie haben mehrere Änderungen angefordert. Bitte warten Sie eine Stunde und versuchen Sie es dann noch einmal.',
} as const;

export const addressConfirmPage = {
  title: 'E-Mail-Adresse bestätigen',
  question:
    'Sollen E-Mails zu Ihrer Bestellung an die Adresse gehen, an der Sie diesen Link gefunden haben?',
  confirm: 'Ja, diese Adresse verwenden',
  otherwise:
    'Wenn Sie das nicht angefordert haben, schließen Sie einfach diese Seite. Dann ändert sich nichts.',
  done: 'Ihre E-Mail-Adresse wurde geändert',
  doneText:
    'Ab jetzt gehen E-Mails zu Ihrer Bestellung an diese Adresse. Der Link zu Ihrer Bestellseite hat sich geändert: Wir schicken Ihnen den neuen.',
  expired: 'Dieser Link gilt nicht mehr',
  expiredText:
    'Links zum Bestätigen einer Adresse gelten 24 Stunden, und nur der neueste gilt. Um einen neuen zu bekommen, ändern Sie die Adresse auf Ihrer Bestellseite noch einmal.',
  unknown: 'Diesen Link kennen wir nicht',
  unknownText:
    'Bitte prüfen Sie, ob der Link vollständig ist: Lange Links werden manchmal abgeschnitten.',
  foreign: 'Es wurde nichts geändert',
  foreignText:
    'Diese Anfrage kam von einer anderen Website. Bitte benutzen Sie stattdessen den Link in unserer E-Mail.',
} as const;
