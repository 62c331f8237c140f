export const updatesPage = {
  title: 'Neues zum Bestand',
  about: 'Was gerade nachbestellt ist, welche Termine sich ändern und was eingetroffen ist.',
  none: 'Noch gibt es nichts Neues.',
  backorderTitle: '{title}: derzeit nicht auf Lager',
  backorder: 'Sie können schon jetzt bestellen. Wir versenden bis {day}.',
  backorderUndated: 'Sie können schon jetzt bestellen. Einen Versandtermin gibt es noch nicht.',
  movedTitle: '{title}: neuer Termin',
  moved:
    'Bestellungen, die auf diese Lieferung warten, versenden wir bis {day}. Bisher galt: {before}.',
  datedTitle: '{title}: jetzt mit Termin',
  dated: 'Bestellungen, die auf diese Lieferung warten, versenden wir bis {day}.',
  undatedTitle: '{title}: vorerst ohne Termin',
  undated:
    'Der Termin für diese Lieferung ({before}) gilt nicht mehr, und einen neuen gibt es noch nicht.',
  arrivedTitle: '{title}: Lieferung eingetroffen',
  arrived: 'Tag der Ankunft: {day}.',
  toProduct: 'Zum Artikel',
  all: 'Alles Neue zum Bestand',
} as const;
