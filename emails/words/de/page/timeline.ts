/** What has happened to an order, and what is still to come. */
export const timelinePage = {
  soFar: 'Was bisher geschehen ist',
  placed: 'Sie haben bestellt.',
  confirmed: 'Wir haben Ihre Bestellung per E-Mail bestätigt.',
  dateChanged: 'Neuer Versandtermin wurde {day}.',
  dateLost: 'Wir konnten Ihnen keinen Versandtermin mehr nennen.',
  setAside:
    '{count, plural, one {# Artikel wurde für Sie zurückgelegt.} other {# Artikel wurden für Sie zurückgelegt.}}',
  takenBack:
    '{count, plural, one {# Artikel, der zurückgelegt war, musste zurück auf die Warteliste.} other {# Artikel, die zurückgelegt waren, mussten zurück auf die Warteliste.}}',
  shipped:
    '{count, plural, one {# Artikel wurde dem Versanddienst übergeben.} other {# Artikel wurden dem Versanddienst übergeben.}}',
  cancelled:
    '{count, plural, one {# Artikel wurde storniert.} other {# Artikel wurden storniert.}}',
  shipsBy: 'Bis zu diesem Tag rechnen wir mit dem Versand.',
} as const;
