/**
 * Who may ask for what: a row for every page of the desk and every call of the API, by the roles of
 * operators. A new route needs a row, so that somebody says who it is for.
 */

const all = 'viewer support buyer manager';
const support = 'support manager';
const buyer = 'buyer manager';
const manager = 'manager';
/** Also those who have not signed in. */
const everybody = 'everybody';

export const whoMay: Record<'desk' | 'api', Record<string, string>> = {
  desk: {
    'GET /desk': all,

    'GET /desk/desk.css': everybody,

    'GET /desk/messages': all,

    'GET /desk/orders': all,
    'GET /desk/orders/:orderId': all,

    'GET /desk/people': all,
    'GET /desk/people/accounts/:operatorId': manager,
    'GET /desk/people/accounts/:operatorId/change': manager,
    'POST /desk/people/accounts/:operatorId/change': manager,
    'GET /desk/people/accounts/:operatorId/disable': manager,
    'POST /desk/people/accounts/:operatorId/disable': manager,
    'GET /desk/people/accounts/:operatorId/enable': manager,
    'POST /desk/people/accounts/:operatorId/enable': manager,
    'GET /desk/people/accounts/:operatorId/sign-out': manager,
    'POST /desk/people/accounts/:operatorId/sign-out': manager,
    'GET /desk/people/audit': all,
    'GET /desk/people/audit.csv': all,
    'GET /desk/people/password': all,
    'POST /desk/people/password': all,

    'GET /desk/plumbing': all,

    'GET /desk/products': all,

    'GET /desk/results': all,

    'GET /desk/sign-in': everybody,
    'POST /desk/sign-in': everybody,
    'GET /desk/sign-in/callback': everybody,
    'POST /desk/sign-in/demo': everybody,
    'GET /desk/sign-in/provider': everybody,

    'POST /desk/sign-out': all,
    'POST /desk/sign-out/everywhere': all,

    'GET /desk/supplies': all,
  },

  api: {
    'POST /v1/adjustments': buyer,

    'GET /v1/availability': everybody,
    'GET /v1/availability/:sku': everybody,

    'GET /v1/backorders': all,
    'POST /v1/backorders': manager,
    'GET /v1/backorders/:orderId': all,
    'POST /v1/backorders/:orderId/accumulate': support,
    'POST /v1/backorders/:orderId/cancel': support,
    'POST /v1/backorders/:orderId/customer': support,
    'POST /v1/backorders/:orderId/delay-answer': support,
    'POST /v1/backorders/:orderId/erase': manager,
    'GET /v1/backorders/:orderId/evidence': all,
    'POST /v1/backorders/:orderId/fast-forward': manager,
    'POST /v1/backorders/:orderId/further-period': support,
    'POST /v1/backorders/:orderId/hold': support,
    'POST /v1/backorders/:orderId/link': support,
    'GET /v1/backorders/:orderId/messages': all,
    'GET /v1/backorders/:orderId/messages/:id': all,
    'POST /v1/backorders/:orderId/messages/:id/resend': support,
    'POST /v1/backorders/:orderId/payment-method': support,
    'POST /v1/backorders/:orderId/priority': support,
    'POST /v1/backorders/:orderId/promise': buyer,
    'POST /v1/backorders/:orderId/promise/preview': buyer,
    'POST /v1/backorders/:orderId/reassign': support,
    'POST /v1/backorders/:orderId/release': support,
    'POST /v1/backorders/:orderId/resolve': support,
    'POST /v1/backorders/:orderId/shipments': buyer,
    'GET /v1/backorders/:orderId/timeline': all,
    'POST /v1/backorders/:orderId/withdraw': support,

    'GET /v1/demand': all,

    'GET /v1/import/:importId': all,
    'POST /v1/import/backorders': manager,
    'POST /v1/import/products': buyer,
    'POST /v1/import/stock': buyer,
    'POST /v1/import/supplies': buyer,

    'GET /v1/law/ahead': all,

    'GET /v1/messages': all,

    'GET /v1/operators': manager,
    'PUT /v1/operators/:operatorId': manager,
    'DELETE /v1/operators/:operatorId/sessions': manager,

    'GET /v1/preferences': support,
    'PUT /v1/preferences': support,

    'PUT /v1/products/:sku': buyer,

    'GET /v1/reconciliation': all,
    'POST /v1/reconciliation': manager,

    'POST /v1/restocks': buyer,
    'POST /v1/restocks/preview': buyer,

    'GET /v1/shops': manager,
    'DELETE /v1/shops/:id': manager,
    'GET /v1/shops/:id': manager,
    'PUT /v1/shops/:id': manager,
    'POST /v1/shops/:id/sync': manager,
    'POST /v1/shops/:id/test': manager,

    'GET /v1/skus/:sku': all,

    'PUT /v1/stock/:sku': buyer,

    'GET /v1/structured-data/:sku': everybody,

    'DELETE /v1/supplies/:supplyId': buyer,
    'GET /v1/supplies/:supplyId': all,
    'PUT /v1/supplies/:supplyId': buyer,
    'POST /v1/supplies/:supplyId/preview': buyer,

    'DELETE /v1/suppressions': support,
    'GET /v1/suppressions': support,
    'PUT /v1/suppressions': support,

    'GET /v1/updates': all,
    'DELETE /v1/updates/:updateId': buyer,

    'GET /v1/webhook-endpoints': manager,
    'DELETE /v1/webhook-endpoints/:id': manager,
    'GET /v1/webhook-endpoints/:id': manager,
    'PUT /v1/webhook-endpoints/:id': manager,
    'GET /v1/webhook-endpoints/:id/deliveries': manager,
    'POST /v1/webhook-endpoints/:id/deliveries/:deliveryId/replay': manager,
    'POST /v1/webhook-endpoints/:id/rotate': manager,
  },
};
