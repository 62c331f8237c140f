export const confirmation = {
  subject: 'Ihre Bestellung {order} ist bei uns eingegangen',
  heading: 'Vielen Dank für Ihre Bestellung',
  received: 'Ihre Bestellung {order} ist bei uns eingegangen.',
  allWait:
    'Die Artikel, die Sie ausgesucht haben, sind gerade nicht auf Lager, aber Ihr Platz auf der Warteliste ist Ihnen sicher.',
  someWait:
    'Einige der Artikel, die Sie ausgesucht haben, sind schon für Sie zurückgelegt. Für die anderen, die gerade nicht auf Lager sind, ist Ihnen Ihr Platz auf der Warteliste sicher.',
  noneWait: 'Die Artikel, die Sie ausgesucht haben, sind auf Lager und für Sie zurückgelegt.',
  over: 'Davon ist nichts mehr zu verschicken. Alles dazu finden Sie auf Ihrer Bestellseite.',
  stepPlace:
    'Ihr Platz auf der Warteliste ist Ihnen sicher, und wir legen Ihre Artikel für Sie zurück, sobald sie eintreffen.',
  stepSetAside: 'Wir haben Ihre Artikel für Sie zurückgelegt.',
  stepAhead:
    'Wir verschicken Ihre Bestellung bis {day}. Wenn sich das ändert, geben wir Ihnen Bescheid.',
  stepToday: 'Wir verschicken Ihre Bestellung heute, {day}.',
  stepLate:
    'Der Versand Ihrer Bestellung war bis {day} vorgesehen und verspätet sich. Das tut uns leid. Sobald wir einen neuen Termin haben, schreiben wir Ihnen.',
  stepUndated:
    'Einen Versandtermin gibt es noch nicht. Sobald es einen gibt, schreiben wir Ihnen. Bis dahin melden wir uns alle 30 Tage.',
  stepTold: 'Sobald der Versanddienst Ihre Bestellung hat, schreiben wir Ihnen wieder.',
  charge:
    'Bisher wurde nichts abgebucht. Wir buchen erst von Ihrer Karte ab, wenn Ihre Bestellung verschickt wird, und insgesamt nie mehr als {maximum}.',
  chargeRest:
    'Sie haben schon {paid} bezahlt. Die restlichen {left} buchen wir erst ab, wenn Ihre Bestellung verschickt wird, und nie mehr als {maximum}.',
  chargeNothing:
    'Sie haben schon {paid} bezahlt, das ist der volle Betrag. Es wird nichts mehr abgebucht.',
  asked:
    'Bisher wurde nichts abgebucht. Damit es mit Ihrer Bestellung weitergeht, brauchen wir bis einschließlich {day} noch Ihre Karte und Ihre Zustimmung zu dem, was von ihr abgebucht wird: Beides können Sie uns auf Ihrer Bestellseite geben. Wir buchen erst von Ihrer Karte ab, wenn Ihre Bestellung verschickt wird, und insgesamt nie mehr als {maximum}.',
  alreadyPaid: 'Schon bezahlt',
  mostCharged: 'Höchstbetrag beim Versand',
  changeCard:
    'Solange Ihre Artikel noch nicht zurückgelegt sind, können Sie dort auch Ihre Karte ändern. Um die Lieferadresse zu ändern, melden Sie sich bitte bei uns.',
  changeAddress: 'Um die Lieferadresse zu ändern, melden Sie sich bitte bei uns.',
} as const;
