export const unsubscribePage = {
  title: 'Abbestellen',
  question: 'Neuigkeiten abbestellen?',
  asks: 'Wir schicken Ihnen dann während der Wartezeit keine Neuigkeiten mehr, zu keiner Ihrer Bestellungen. Solange Sie nicht auf die Schaltfläche drücken, ändert sich nichts.',
  stays:
    'Über Zahlung, Versand, Stornierungen und jede Änderung des Termins schreiben wir Ihnen weiterhin, denn das müssen Sie wissen.',
  button: 'Abbestellen',
  doneTitle: 'Die Neuigkeiten sind abbestellt',
  done: 'Wir schicken Ihnen während der Wartezeit keine Neuigkeiten mehr, zu keiner Ihrer Bestellungen.',
  regret: 'Wenn Sie die Neuigkeiten doch möchten, können Sie sie jederzeit wieder einschalten.',
  again: 'Neuigkeiten wieder einschalten',
  backTitle: 'Die Neuigkeiten sind wieder eingeschaltet',
  back: 'Wir schicken Ihnen während der Wartezeit Neuigkeiten. Sie können sie jederzeit abbestellen.',
  unknownTitle: 'Diesen Link kennen wir nicht',
  unknown:
    'Bitte prüfen Sie, ob der Link vollständig ist: Lange Links werden manchmal abgeschnitten. In jeder E-Mail mit Neuigkeiten steht ein Link zum Abbestellen.',
  heardTitle: 'Wir haben Sie verstanden',
  heard:
    'Dieser Link wurde innerhalb einer Minute sehr oft benutzt, und wir führen ihn nur begrenzt oft aus. Bitte sehen Sie in einer Minute noch einmal nach.',
  foreignTitle: 'Es wurde nichts geändert',
  foreign:
    'Diese Anfrage kam von einer anderen Website. Bitte öffnen Sie stattdessen den Link in Ihrer E-Mail.',
} as const;
