export const addressConfirm = {
  subject: 'Bitte bestätigen Sie Ihre E-Mail-Adresse',
  heading: 'Ist das Ihre E-Mail-Adresse?',
  status:
    'Jemand hat uns gebeten, alle E-Mails zu Bestellung {orderId} an diese Adresse zu schicken.',
  ask: 'Wenn Sie das waren, bestätigen Sie die Adresse bitte innerhalb von 24 Stunden. Bis dahin ändert sich nichts.',
  notYou: 'Wenn Sie das nicht waren, brauchen Sie nichts zu tun.',
  action: 'Diese Adresse bestätigen',
} as const;

export const addressChanged = {
  subject: 'Ihre E-Mail-Adresse für Bestellung {orderId} wurde geändert',
  heading: 'Ihre E-Mail-Adresse wurde geändert',
  status:
    'Ab jetzt gehen E-Mails zu Ihrer Bestellung {orderId} an eine andere Adresse. Wir haben die Adresse geändert, weil jemand auf der Bestellseite darum gebeten und es von der neuen Adresse aus bestätigt hat.',
  link: 'Der Link zur Bestellseite in unseren früheren E-Mails funktioniert nicht mehr.',
  notYou: 'Wenn Sie das nicht waren, melden Sie sich bitte sofort bei uns.',
  action: 'Bestellung finden',
} as const;
