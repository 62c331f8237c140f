export const preferencesPage = {
  title: 'Welche E-Mails Sie bekommen',
  scope: 'Das gilt für alle Ihre Bestellungen mit dieser E-Mail-Adresse.',
  saved: 'Ihre Auswahl ist gespeichert.',
  suppressed:
    'E-Mails an diese Adresse kamen zurück oder wurden als Spam gemeldet. Vorerst schicken wir keine Neuigkeiten dorthin, was auch immer Sie hier auswählen. Wenn Sie sie wieder möchten, melden Sie sich bitte bei uns.',
  choice: 'E-Mails, die Sie auswählen können',
  updates: 'Neuigkeiten während der Wartezeit',
  updatesAre: 'Wie viele Tage es noch sind und worauf Sie sich freuen können.',
  offers: 'Angebote',
  offersAre: 'Einige Dinge, die zu Ihrer Bestellung passen, in diesen Neuigkeiten.',
  pause: 'Pause für diese E-Mails bis',
  pauseIs:
    'Der erste Tag, an dem wir Ihnen wieder schreiben dürfen. Lassen Sie das Feld leer, wenn Sie keine Pause möchten.',
  wrongDay:
    'Bitte wählen Sie einen Tag nach heute oder lassen Sie das Feld leer. Es wurde nichts geändert.',
  incomplete: 'Was Ihr Browser geschickt hat, war nicht vollständig. Es wurde nichts geändert.',
  save: 'Speichern',
  staysTitle: 'E-Mails, die Sie immer bekommen',
  stays:
    'Über Zahlung, Versand, Stornierungen und jede Änderung des Termins schreiben wir Ihnen immer, denn das müssen Sie wissen.',
  changesTitle: 'Was geändert wurde',
  updatesOn: 'Die Neuigkeiten wurden eingeschaltet.',
  updatesOff: 'Die Neuigkeiten wurden ausgeschaltet.',
  offersOn: 'Die Angebote wurden eingeschaltet.',
  offersOff: 'Die Angebote wurden ausgeschaltet.',
  paused: 'Die E-Mails wurden bis {day} ausgesetzt.',
  pauseEnded: 'Die Pause wurde beendet.',
  changedBy:
    '{by, select, page {{time}, auf einer unserer Seiten} oneClick {{time}, über den Link zum Abbestellen} checkout {{time}, bei der Bestellung} other {{time}, durch unseren Kundenservice}}',
  back: 'Bestellung ansehen',
  foreignTitle: 'Es wurde nichts geändert',
  foreign:
    'Diese Anfrage kam von einer anderen Website. Bitte benutzen Sie stattdessen das Formular auf Ihrer Bestellseite.',
} as const;
