export const lawNotice = {
  subjectDated: 'Ihre Bestellung {order} verspätet sich: neuer Termin {day}',
  subjectCancels: 'Ihre Bestellung {order} verspätet sich: bitte bis {day} antworten',
  subjectUndated: 'Kein neuer Termin für Ihre Bestellung {order}: bitte bis {day} antworten',
  headingUndated: 'Für Ihre Bestellung gibt es keinen neuen Termin',
  dated:
    'Es tut uns leid, aber {rest, select, yes {der Rest Ihrer Bestellung {order}} other {Ihre Bestellung {order}}} verspätet sich. Der Versand ist jetzt bis {day} vorgesehen.',
  undated:
    'Es tut uns leid, aber {rest, select, yes {der Rest Ihrer Bestellung {order}} other {Ihre Bestellung {order}}} verspätet sich, und einen neuen Termin können wir Ihnen nicht nennen. Sobald es einen gibt, schreiben wir Ihnen.',
  before: 'Der bisherige Termin',
  unknown: 'Noch nicht bekannt',
  reasonSupply:
    'Der Grund: Die Ware dafür trifft nicht zu der Zeit ein, die man uns genannt hatte.',
  reasonAgain:
    'Der Grund: Artikel, die dafür zurückgelegt waren, sind nicht mehr verfügbar, deshalb müssen sie warten, bis neue Ware eintrifft.',
  reasonStock:
    '{dated, select, yes {Der Grund: Die Ware dafür trifft später ein, als wir erwartet hatten.} other {Der Grund: Die Ware dafür ist noch nicht eingetroffen, und einen sicheren Termin haben wir nicht.}}',
  reasonShipping:
    'Der Grund: Alles ist für Sie zurückgelegt, aber der Versand dauert länger als geplant.',
  cancel:
    '{money, select, paid {Bis zum Versand können Sie jederzeit stornieren. Alles, was Sie dafür bezahlt haben, wird Ihnen dann umgehend und vollständig erstattet.} free {Bis zum Versand können Sie jederzeit stornieren.} other {Bis zum Versand können Sie jederzeit stornieren. Dafür wurde nichts abgebucht, und wenn Sie stornieren, wird auch nichts abgebucht.}}',
  keepUndated:
    'Wenn Sie Ihre Bestellung behalten, bleibt sie ohne Termin bestehen. Auch dann können Sie bis zum Versand jederzeit stornieren.',
  longer:
    'Sie können auch zustimmen, länger als bis {day} zu warten: Wie lange, wählen Sie auf Ihrer Bestellseite.',
  howTo:
    'Bitte sagen Sie uns auf Ihrer Bestellseite, ob Sie Ihre Bestellung behalten oder stornieren möchten. Das kostet Sie nichts.',
  howToMail:
    'Bitte sagen Sie uns auf Ihrer Bestellseite oder per E-Mail an {address}, ob Sie Ihre Bestellung behalten oder stornieren möchten. Das kostet Sie nichts.',
  consents:
    'Wenn wir bis einschließlich {day} nichts von Ihnen hören, gehen wir davon aus, dass Sie mit dem neuen Termin einverstanden sind. Auch danach können Sie bis zum Versand jederzeit stornieren.',
  cancels:
    'Wenn wir bis einschließlich {day} nichts von Ihnen hören und bis dahin nicht versandt haben, wird {rest, select, yes {der Rest Ihrer Bestellung} other {Ihre Bestellung}} storniert.{money, select, paid { Alles, was Sie dafür bezahlt haben, wird Ihnen dann umgehend und vollständig erstattet.} free {} other { Dafür wurde nichts abgebucht, und es wird auch nichts abgebucht.}}',
} as const;
