export const lawInforms = {
  subjectUndated: 'Ihre Bestellung {order} verspätet sich, ohne neuen Termin',
  subjectOver: 'Die letzte Frist für Ihre Bestellung {order} ist verstrichen',
  headingOver: 'Die letzte Frist, die Sie gesetzt haben, ist verstrichen',
  agree:
    '{dated, select, yes {Sie können dem neuen Termin zustimmen: Dann gilt er als vereinbart.} other {Sie können zustimmen, ohne Termin zu warten.}}',
  cancel:
    '{money, select, paid {Bis zum Versand können Sie jederzeit kostenlos stornieren. Alles, was Sie dafür bezahlt haben, wird Ihnen dann unverzüglich erstattet, spätestens binnen 14 Tagen.} free {Bis zum Versand können Sie jederzeit stornieren.} other {Bis zum Versand können Sie jederzeit kostenlos stornieren. Dafür wurde nichts abgebucht, und wenn Sie stornieren, wird auch nichts abgebucht.}}',
  silence:
    'Wenn Sie nicht antworten, ändert sich nichts: Ihr Schweigen gilt nicht als Zustimmung, Ihre Bestellung bleibt bestehen, und Sie behalten alle Ihre Rechte.',
  period:
    'Wenn die Ware bis einschließlich {day} nicht bei Ihnen ist, können Sie uns von da an auf Ihrer Bestellseite eine letzte Frist für die Lieferung setzen. Verstreicht auch sie, können Sie vom Vertrag zurücktreten{money, select, paid {. Alles, was Sie dafür bezahlt haben, wird Ihnen dann unverzüglich erstattet, spätestens binnen 14 Tagen} other {}}.',
  periodNow:
    'Die Ware sollte bis {day} bei Ihnen sein. Sie können uns jetzt auf Ihrer Bestellseite eine letzte Frist für die Lieferung setzen. Verstreicht auch sie, können Sie vom Vertrag zurücktreten{money, select, paid {. Alles, was Sie dafür bezahlt haben, wird Ihnen dann unverzüglich erstattet, spätestens binnen 14 Tagen} other {}}.',
  essential:
    'Wenn die Ware bis einschließlich {day} nicht bei Ihnen ist, können Sie sofort vom Vertrag zurücktreten, ohne uns eine weitere Frist zu setzen{money, select, paid {. Alles, was Sie dafür bezahlt haben, wird Ihnen dann unverzüglich erstattet, spätestens binnen 14 Tagen} other {}}.',
  essentialNow:
    'Die Ware sollte bis {day} bei Ihnen sein. Sie können jetzt sofort vom Vertrag zurücktreten, ohne uns eine weitere Frist zu setzen{money, select, paid {. Alles, was Sie dafür bezahlt haben, wird Ihnen dann unverzüglich erstattet, spätestens binnen 14 Tagen} other {}}.',
  over: 'Es tut uns leid: Die letzte Frist, die Sie uns für {rest, select, yes {den Rest Ihrer Bestellung {order}} other {Ihre Bestellung {order}}} gesetzt haben ({day}), ist ohne Lieferung verstrichen.',
  overRight:
    'Sie können jetzt vom Vertrag zurücktreten{money, select, paid {. Alles, was Sie dafür bezahlt haben, wird Ihnen dann unverzüglich erstattet, spätestens binnen 14 Tagen} free {} other {. Dafür wurde nichts abgebucht, und es wird auch nichts abgebucht}}.',
  overSilence:
    'Wenn Sie nichts tun, bleibt Ihre Bestellung bestehen, und Sie können bis zum Versand weiterhin jederzeit vom Vertrag zurücktreten.',
  end: 'Vom Vertrag zurücktreten',
} as const;
