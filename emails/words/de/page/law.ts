/** A notice of a delay on the order's page, what silence means, and what else the law lets one do. */
export const noticePage = {
  heading: 'Ihre Bestellung verspätet sich. Möchten Sie warten?',
  silenceConsents:
    'Wenn wir nichts von Ihnen hören, sind Sie mit dem neuen Termin einverstanden: {day}. Auch dann können Sie bis zum Versand jederzeit stornieren.',
  silenceCancels:
    'Wenn wir bis einschließlich {day} nichts von Ihnen hören, wird alles storniert, was bis dahin nicht verschickt ist.',
  silenceNothing:
    'Wenn Sie nichts tun, ändert sich nichts: Sie haben keinem anderen Termin zugestimmt, und Ihre Bestellung läuft weiter. Bis zum Versand können Sie jederzeit stornieren.',
  refundWorkingDays: 'Was erstattet wird, geht innerhalb von 7 Arbeitstagen an Sie zurück.',
  refundDays:
    'Was erstattet wird, geht unverzüglich an Sie zurück, spätestens innerhalb von 14 Tagen.',
  reasonNotInTime: 'Wir konnten die Artikel nicht rechtzeitig verschicken.',
  answered: 'Ihre Antwort zur Verspätung',
  answeredUntil: 'Am {on} haben Sie zugestimmt, bis {day} zu warten.',
  answeredOpen: 'Am {on} haben Sie zugestimmt, so lange zu warten, wie es dauert.',
  missed: 'Ihre Bestellung sollte bis {day} bei Ihnen sein',
  missedWhat:
    'Es tut uns leid, dass wir diesen Tag nicht eingehalten haben. Sie können uns eine letzte Frist für die Lieferung setzen oder vom Vertrag zurücktreten, indem Sie stornieren.',
  missedAgain:
    'Es tut uns leid, dass wir auch diesen Tag nicht eingehalten haben. Sie können vom Vertrag zurücktreten, indem Sie stornieren, oder uns noch eine Frist für die Lieferung setzen.',
  missedEssential:
    'Dieser Tag war für Ihre Bestellung wesentlich. Sie können deshalb sofort vom Vertrag zurücktreten, ohne uns eine weitere Frist zu setzen.',
  furtherSet: 'Sie haben uns für die Lieferung eine letzte Frist gesetzt: bis {day}.',
  furtherOver:
    'Die letzte Frist, die Sie uns für die Lieferung gesetzt haben ({day}), ist verstrichen.',
  end: 'Vom Vertrag zurücktreten',
  withdrawWhy: 'Wenn Sie Ihr Widerrufsrecht nutzen möchten, können Sie das hier tun.',
  withdraw: 'Vertrag hier widerrufen',
  doneKept: 'Erledigt: Ihre Antwort ist notiert. Wir bestätigen sie Ihnen per E-Mail.',
  donePeriod: 'Erledigt: Ihre letzte Frist ist notiert. Wir bestätigen sie Ihnen per E-Mail.',
  doneWithdrawn: 'Erledigt: Ihr Widerruf ist eingegangen. Wir bestätigen ihn Ihnen per E-Mail.',
} as const;

/** Where a customer answers a notice of a delay. */
export const answerPage = {
  title: 'Ihre Antwort zu Bestellung {order}',
  question: 'Bestellung {order} verspätet sich. Möchten Sie warten?',
  howLong: 'Wie lange möchten Sie warten?',
  untilNew: 'Bis zum neuen Termin, {day}',
  open: 'So lange, wie es dauert',
  untilDay: 'Bis zu einem Tag, den ich wähle',
  day: 'Falls Sie einen Tag wählen: der letzte Tag, bis zu dem Sie warten möchten',
  agreeUntil:
    'Sie stimmen zu, bis {day} zu warten. Bis zum Versand können Sie jederzeit stornieren.',
  agreeOpen:
    'Sie stimmen zu, so lange zu warten, wie es dauert. Bis zum Versand können Sie jederzeit stornieren.',
  unanswered: 'Es wurde nichts geändert. Bitte wählen Sie, wie lange Sie warten möchten.',
  badDay: 'Es wurde nichts geändert. Bitte wählen Sie einen Tag von {from} bis {to}.',
  changed:
    'Es wurde nichts geändert, weil wir Ihnen inzwischen einen neueren Termin genannt haben. Bitte antworten Sie noch einmal.',
  nothing: 'Es ist keine Antwort offen',
  nothingAsked: 'Zu dieser Bestellung warten wir auf keine Antwort.',
  nothingShipped:
    'Ihre Artikel sind beim Versanddienst, deshalb ist zu keiner Verspätung mehr eine Antwort nötig.',
  nothingCancelled: 'Alles, was noch nicht verschickt war, ist bereits storniert.',
} as const;

/** The two steps of a withdrawal in the European Union: the statement, and its confirmation. */
export const withdrawPage = {
  title: 'Vertrag über Bestellung {order} widerrufen',
  what: 'Mit diesem Formular widerrufen Sie den Vertrag über die Bestellung {order} vom {day}. Einen Grund brauchen Sie nicht anzugeben.',
  open: 'Alles, was noch nicht verschickt ist, wird storniert.',
  shipped:
    'Um das, was bereits verschickt ist, kümmert sich {shop} und schreibt Ihnen wegen der Rücksendung.',
  covers: 'Ihr Widerruf umfasst',
  name: 'Ihr Name',
  means: 'Wir bestätigen Ihren Widerruf mit Inhalt, Datum und Uhrzeit per E-Mail an {address}.',
  sure: 'Möchten Sie widerrufen?',
  yes: 'Ja, ich widerrufe den Vertrag',
  confirm: 'Widerruf bestätigen',
  unanswered: 'Es wurde nichts geändert. Bitte wählen Sie, ob Sie widerrufen möchten.',
  nameMissing: 'Es wurde nichts geändert. Bitte geben Sie Ihren Namen an.',
  received: 'Ihr Widerruf ist eingegangen',
  receivedAt:
    'Ihr Widerruf des Vertrags über die Bestellung {order} ist bei uns eingegangen: {when}.',
  mailFollows: 'Wir bestätigen ihn Ihnen per E-Mail.',
  none: 'Hier gibt es nichts zu widerrufen',
  noneWhy: 'Auf der Seite Ihrer Bestellung sehen Sie, was Sie tun können.',
} as const;

/** The last day that a customer gives us after a day that we missed. */
export const periodPage = {
  title: 'Eine letzte Frist für Bestellung {order}',
  day: 'Der letzte Tag für die Lieferung',
  what: 'Wenn Ihre Bestellung bis zum Ende dieses Tages nicht angekommen ist, können Sie vom Vertrag zurücktreten. Stornieren können Sie in jedem Fall jederzeit bis zum Versand.',
  send: 'Diese Frist setzen',
  badDay: 'Es wurde nichts geändert. Bitte wählen Sie einen Tag von {from} bis {to}.',
  none: 'Eine letzte Frist lässt sich jetzt nicht setzen',
  noneWhy:
    'Das geht, sobald wir den Tag verpasst haben, an dem Ihre Bestellung ankommen sollte, und solange noch etwas zu verschicken ist.',
} as const;

/** An answer, a withdrawal or a period that is not carried out yet, or came too late. */
export const heardPage = {
  answer: 'Wir haben Ihre Antwort erhalten',
  waits: 'Am {on} haben Sie uns mitgeteilt, dass Sie warten möchten. Dieser Tag ist maßgeblich.',
  waitUntil:
    'Am {on} haben Sie uns mitgeteilt, dass Sie bis {day} warten möchten. Maßgeblich ist der Tag Ihrer Mitteilung.',
  waitOpen:
    'Am {on} haben Sie uns mitgeteilt, dass Sie so lange warten möchten, wie es dauert. Maßgeblich ist der Tag Ihrer Mitteilung.',
  withdrawal: 'Wir haben Ihren Widerruf erhalten',
  withdrew: 'Ihr Widerruf ist eingegangen: {when}. Dieser Zeitpunkt ist maßgeblich.',
  period:
    'Am {on} haben Sie uns für die Lieferung eine letzte Frist bis {day} gesetzt. Maßgeblich ist der Tag Ihrer Mitteilung.',
  notYet:
    'Das wird bald berücksichtigt, meist innerhalb einer Minute. Sie brauchen nichts zu tun: Auf dieser Seite sehen Sie, wenn es so weit ist.',
  tooLate: 'Ihre Antwort kam zu spät',
  tooLateWhy: 'Als Ihre Antwort vom {on} bei Ihrer Bestellung ankam, war keine Antwort mehr offen.',
  newer: 'Bitte antworten Sie noch einmal',
  newerWhy:
    'Als Ihre Antwort vom {on} bei Ihrer Bestellung ankam, hatten wir Ihnen schon einen neueren Termin genannt.',
} as const;

/** What the customer said, and what the law did, among all that has happened to an order. */
export const saidPage = {
  waits: 'Sie haben zugestimmt zu warten.',
  waitUntil: 'Sie haben zugestimmt, bis {day} zu warten.',
  waitOpen: 'Sie haben zugestimmt, so lange zu warten, wie es dauert.',
  refused: 'Sie haben entschieden, nicht zu warten.',
  withdrew: 'Sie haben den Vertrag widerrufen.',
  period: 'Sie haben uns für die Lieferung eine letzte Frist gesetzt: bis {day}.',
  cancelledByLaw:
    '{count, plural, one {# Artikel wurde storniert, weil wir ihn nicht rechtzeitig verschickt haben.} other {# Artikel wurden storniert, weil wir sie nicht rechtzeitig verschickt haben.}}',
} as const;
