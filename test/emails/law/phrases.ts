/**
 * What each language has to say for the law, as somebody who knows both has read it. `%` stands for
 * the day that is meant.
 */
export type Phrases = {
  late: string;
  newDate: string;
  noDate: string;
  reason: string;
  cancel: string;
  refunded: string;
  uncharged: string;
  free: string;
  byMail: string;
  keep: string;
  drop: string;
  keepUndated: string;
  longer: string;
  consents: string;
  cancels: string;
  thenRefunded: string;
  neverCharged: string;
  agree: string;
  agreeUndated: string;
  costsNothing: string;
  allBack: string;
  changesNothing: string;
  period: string;
  periodNow: string;
  essential: string;
  essentialNow: string;
  over: string;
  mayEnd: string;
  staysOpen: string;
};

export const phrases: Record<'en-US' | 'de-DE' | 'fr-FR' | 'es-ES', Phrases> = {
  'en-US': {
    late: 'order 1001 is delayed',
    newDate: 'We now expect it to ship by %\\.',
    noDate: 'we cannot give you a new date',
    reason: 'The reason: \\S+',
    cancel: 'You can cancel at any time until it ships',
    refunded: 'until it ships\\. Everything you have paid for it is then promptly refunded in full',
    uncharged: 'Nothing has been charged for it, and nothing will be if you cancel\\.',
    free: 'It costs you nothing\\.',
    byMail: 'by email to help@shop\\.example\\.org',
    keep: 'Keep my order ?:\\n',
    drop: 'Cancel my order ?:\\n',
    keepUndated: 'it stays open without a date, and you can still cancel at any time',
    longer: 'You can also agree to wait longer than %',
    consents: 'do not hear from you by the end of %, we take it that you agree to the new date',
    cancels:
      'do not hear from you by the end of %, and it has not shipped by then, (?:the rest of )?your order is canceled',
    thenRefunded:
      'is canceled\\. Everything you have paid for it is then promptly refunded in full',
    neverCharged: 'is canceled\\. Nothing has been charged for it, and nothing will be\\.',
    agree: 'You can agree to the new date: it is then the day that we have agreed on',
    agreeUndated: 'You can agree to wait without a date',
    costsNothing: 'until it ships, free of charge',
    allBack:
      '[Ee]verything you have paid for it (?:is then refunded )?without undue delay, within 14 days at most',
    changesNothing: 'nothing changes: your silence does not count as agreement',
    period: 'not arrived by the end of %, you can from then on give us a last date',
    periodNow: 'should have arrived by %\\. You can now give us a last date',
    essential: 'not arrived by the end of %, you can end the contract at once',
    essentialNow: 'should have arrived by %\\. You can now end the contract at once',
    over: 'the last date that you gave us for (?:the rest of )?your order 1001, %, has passed without delivery',
    mayEnd: 'You can now end the contract',
    staysOpen: 'If you do nothing, your order stays open',
  },
  'de-DE': {
    late: 'Bestellung 1001 verspätet sich',
    newDate: 'Der Versand ist jetzt bis % vorgesehen\\.',
    noDate: 'einen neuen Termin können wir Ihnen nicht nennen',
    reason: 'Der Grund: \\S+',
    cancel: 'Bis zum Versand können Sie jederzeit (?:kostenlos )?stornieren',
    refunded:
      'stornieren\\. Alles, was Sie dafür bezahlt haben, wird Ihnen dann umgehend und vollständig erstattet',
    uncharged:
      'Dafür wurde nichts abgebucht, und wenn Sie stornieren, wird auch nichts abgebucht\\.',
    free: 'Das kostet Sie nichts\\.',
    byMail: 'per E-Mail an help@shop\\.example\\.org',
    keep: 'Bestellung behalten ?:\\n',
    drop: 'Bestellung stornieren ?:\\n',
    keepUndated:
      'bleibt sie ohne Termin bestehen\\. Auch dann können Sie bis zum Versand jederzeit',
    longer: 'zustimmen, länger als bis % zu warten',
    consents:
      'bis einschließlich % nichts von Ihnen hören, gehen wir davon aus, dass Sie mit dem neuen Termin einverstanden sind',
    cancels:
      'bis einschließlich % nichts von Ihnen hören und bis dahin nicht versandt haben, wird (?:der Rest Ihrer|Ihre) Bestellung storniert',
    thenRefunded:
      'storniert\\. Alles, was Sie dafür bezahlt haben, wird Ihnen dann umgehend und vollständig erstattet',
    neverCharged: 'storniert\\. Dafür wurde nichts abgebucht, und es wird auch nichts abgebucht\\.',
    agree: 'Sie können dem neuen Termin zustimmen: Dann gilt er als vereinbart',
    agreeUndated: 'Sie können zustimmen, ohne Termin zu warten',
    costsNothing: 'Bis zum Versand können Sie jederzeit kostenlos stornieren',
    allBack:
      'Alles, was Sie dafür bezahlt haben, wird Ihnen dann unverzüglich erstattet, spätestens binnen 14 Tagen',
    changesNothing: 'ändert sich nichts: Ihr Schweigen gilt nicht als Zustimmung',
    period: 'bis einschließlich % nicht bei Ihnen ist, können Sie uns von da an .* letzte Frist',
    periodNow: 'sollte bis % bei Ihnen sein\\. Sie können uns jetzt .* letzte Frist',
    essential:
      'bis einschließlich % nicht bei Ihnen ist, können Sie sofort vom Vertrag zurücktreten',
    essentialNow: 'sollte bis % bei Ihnen sein\\. Sie können jetzt sofort vom Vertrag zurücktreten',
    over: 'letzte Frist, die Sie uns für (?:den Rest Ihrer|Ihre) Bestellung 1001 gesetzt haben \\(%\\), ist ohne Lieferung verstrichen',
    mayEnd: 'Sie können jetzt vom Vertrag zurücktreten',
    staysOpen: 'Wenn Sie nichts tun, bleibt Ihre Bestellung bestehen',
  },
  'fr-FR': {
    late: 'commande 1001 a du retard',
    newDate: 'L’expédition est maintenant prévue au plus tard le %\\.',
    noDate: 'nous ne pouvons pas vous donner de nouvelle date',
    reason: 'La raison : \\S+',
    cancel: 'Vous pouvez annuler (?:sans frais )?à tout moment avant l’expédition',
    refunded:
      'expédition\\. Tout ce que vous avez payé pour ces articles vous est alors remboursé rapidement et en totalité',
    uncharged: 'Rien n’a été débité pour ces articles, et rien ne le sera si vous annulez\\.',
    free: 'Cela ne vous coûte rien\\.',
    byMail: 'par e-mail à help@shop\\.example\\.org',
    keep: 'Garder ma commande ?:\\n',
    drop: 'Annuler ma commande ?:\\n',
    keepUndated: 'elle reste en cours sans date, et vous pouvez toujours annuler à tout moment',
    longer: 'accepter d’attendre au-delà du %',
    consents:
      'Sans réponse de votre part jusqu’au % inclus, nous considérerons que vous acceptez la nouvelle date',
    cancels:
      'Sans réponse de votre part jusqu’au % inclus, et si l’expédition n’a pas eu lieu d’ici là, (?:le reste de )?votre commande sera annulée?',
    thenRefunded:
      'annulée?\\. Tout ce que vous avez payé pour ces articles vous sera alors remboursé rapidement et en totalité',
    neverCharged: 'annulée?\\. Rien n’a été débité pour ces articles, et rien ne le sera\\.',
    agree: 'Vous pouvez accepter la nouvelle date : elle devient alors la date convenue',
    agreeUndated: 'Vous pouvez accepter d’attendre sans date',
    costsNothing: 'Vous pouvez annuler sans frais à tout moment',
    allBack:
      'Tout ce que vous avez payé pour ces articles vous (?:est|sera) alors remboursé sans retard injustifié, au plus tard dans les 14 jours',
    changesNothing: 'rien ne change : votre silence ne vaut pas accord',
    period: 'pas parvenus le % au plus tard, vous pourrez dès lors nous fixer un dernier délai',
    periodNow:
      'devaient vous parvenir le % au plus tard\\. Vous pouvez maintenant nous fixer un dernier délai',
    essential: 'pas parvenus le % au plus tard, vous pourrez mettre fin au contrat immédiatement',
    essentialNow:
      'devaient vous parvenir le % au plus tard\\. Vous pouvez maintenant mettre fin au contrat immédiatement',
    over: 'dernier délai que vous nous aviez fixé pour (?:le reste de )?votre commande 1001 a expiré le % sans livraison',
    mayEnd: 'Vous pouvez maintenant mettre fin au contrat',
    staysOpen: 'Si vous ne faites rien, votre commande reste en cours',
  },
  'es-ES': {
    late: 'pedido 1001 se retrasa',
    newDate: 'Ahora prevemos enviarlo a más tardar el %\\.',
    noDate: 'no podemos darte una nueva fecha',
    reason: 'El motivo: \\S+',
    cancel: 'Puedes cancelar (?:sin coste alguno )?en cualquier momento antes del envío',
    refunded:
      'envío\\. Todo lo que has pagado por él se te reembolsa entonces con prontitud y por completo',
    uncharged: 'No se ha cobrado nada por él, ni se cobrará si cancelas\\.',
    free: 'No te cuesta nada\\.',
    byMail: 'por correo a help@shop\\.example\\.org',
    keep: 'Mantener mi pedido ?:\\n',
    drop: 'Cancelar mi pedido ?:\\n',
    keepUndated: 'sigue abierto sin fecha, y puedes cancelarlo en cualquier momento',
    longer: 'aceptar esperar más allá del %',
    consents: 'no recibimos tu respuesta hasta el % inclusive, entenderemos que aceptas',
    cancels:
      'no recibimos tu respuesta hasta el % inclusive y para entonces no se ha enviado, se cancelará (?:el resto de )?tu pedido',
    thenRefunded:
      'pedido\\. Todo lo que has pagado por él se te reembolsará entonces con prontitud y por completo',
    neverCharged: 'pedido\\. No se ha cobrado nada por él, ni se cobrará\\.',
    agree: 'Puedes aceptar la nueva fecha: pasa a ser entonces la fecha acordada',
    agreeUndated: 'Puedes aceptar esperar sin fecha',
    costsNothing: 'Puedes cancelar sin coste alguno en cualquier momento',
    allBack:
      'Todo lo que has pagado por él se te reembolsa(?:rá)? entonces sin demora indebida, en un plazo máximo de 14 días',
    changesNothing: 'nada cambia: tu silencio no cuenta como aceptación',
    period: 'no te ha llegado a más tardar el %, desde entonces podrás darnos un último plazo',
    periodNow: 'haberte llegado a más tardar el %\\. Ahora puedes darnos un último plazo',
    essential: 'no te ha llegado a más tardar el %, podrás resolver el contrato de inmediato',
    essentialNow:
      'haberte llegado a más tardar el %\\. Ahora puedes resolver el contrato de inmediato',
    over: 'último plazo que nos diste para (?:el resto de )?tu pedido 1001 venció el % sin que lo hayamos entregado',
    mayEnd: 'Ahora puedes resolver el contrato',
    staysOpen: 'Si no haces nada, tu pedido sigue abierto',
  },
};
