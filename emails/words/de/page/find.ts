export const findPage = {
  title: 'Bestellung finden',
  intro:
    'Geben Sie Ihre Bestellnummer und die E-Mail-Adresse ein, mit der Sie bestellt haben. Wir schicken Ihnen den Link zu Ihrer Bestellseite per E-Mail.',
  orderId: 'Bestellnummer',
  email: 'E-Mail-Adresse',
  send: 'Link per E-Mail schicken',
  sent: 'Sehen Sie in Ihr Postfach',
  sentText:
    'Wenn wir eine Bestellung mit dieser Nummer und dieser E-Mail-Adresse haben, ist der Link dazu unterwegs. Das kann eine Minute dauern.',
  sentNothing:
    'Nach ein paar Minuten noch keine E-Mail? Bitte prüfen Sie die Bestellnummer, die E-Mail-Adresse und Ihren Spam-Ordner und versuchen Sie es dann später noch einmal.',
  another: 'Noch einmal versuchen',
  foreign: 'Es wurde nichts verschickt',
  foreignText:
    'Diese Anfrage kam von einer anderen Website. Bitte benutzen Sie stattdessen das Formular auf unserer Seite.',
} as const;
