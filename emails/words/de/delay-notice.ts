export const delayNotice = {
  subjectLate: 'Ihre Bestellung {order} verspätet sich',
  subjectMoved: 'Ein neuer Termin für Ihre Bestellung {order}',
  subjectBack: 'Einige Artikel aus Ihrer Bestellung {order} müssen wieder warten',
  subjectSame: 'Zu Ihrer Bestellung {order}',
  headingLate: 'Ihre Bestellung verspätet sich',
  headingMoved: 'Ihre Bestellung hat einen neuen Termin',
  headingBack: 'Einige Ihrer Artikel müssen wieder warten',
  headingSame: 'Zu Ihrer Bestellung',
  late: 'Es tut uns leid, aber die Ware, auf die Ihre Bestellung {order} wartet, verspätet sich.',
  moved: 'Der Termin, bis zu dem wir Ihre Bestellung {order} verschicken, hat sich geändert.',
  back: 'Es tut uns leid, aber einige Artikel, die für Ihre Bestellung {order} zurückgelegt waren, sind nicht mehr verfügbar, deshalb müssen sie wieder warten, bis neue Ware eintrifft.',
  mended:
    'Einige Artikel, die für Ihre Bestellung {order} zurückgelegt waren, waren zeitweise nicht verfügbar. Für Sie hat sich nichts geändert.',
  over: 'Bei der Ware, auf die Ihre Bestellung {order} gewartet hat, gab es eine Verspätung. Von der Bestellung ist jetzt nichts mehr zu verschicken.',
  reason: 'Der Grund: {reason}',
  noNewDate:
    'Einen neuen Termin können wir Ihnen noch nicht nennen. Sobald es einen gibt, schreiben wir Ihnen.',
  newDatePast:
    'Der Versand Ihrer Bestellung war bis spätestens {day} vorgesehen, und dieser Tag ist vorbei. Sobald wir einen neuen Termin haben, schreiben wir Ihnen.',
  placeKept: 'Ihre Bestellung behält ihren Platz auf der Warteliste.',
  dateStands:
    'Der Termin, den wir Ihnen genannt haben, hat sich nicht geändert: {day}. Wenn er sich ändert, geben wir Ihnen Bescheid.',
  dateStandsLate:
    'Der Termin, den wir Ihnen genannt haben, war {day}, und dieser Tag ist vorbei. Sobald wir einen neuen Termin haben, schreiben wir Ihnen.',
  undated:
    'Einen Termin können wir Ihnen noch nicht nennen. Sobald es einen gibt, schreiben wir Ihnen.',
  before: 'Der bisher genannte Termin',
  now: 'Der neue Termin',
  waiting: 'Wieder auf der Warteliste',
  keep: 'Bestellung behalten',
  cancel: 'Bestellung stornieren',
  ifSilent: 'Was geschieht, wenn Sie nichts tun',
} as const;
