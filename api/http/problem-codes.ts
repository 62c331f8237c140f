/** Every problem the API answers with. The codes are stable: callers branch on them. */
export const problemCodes = {
  malformed_json: [400, 'The body is not JSON', 'Send one well-formed JSON document.'],
  invalid_header: [400, 'A header is not valid', 'The detail names the header and what it takes.'],
  unauthenticated: [
    401,
    'A valid key is needed',
    'Send Authorization: Bearer <key>. The key may be missing, unknown, expired or revoked.',
  ],
  invalid_signature: [
    401,
    'The signature is not valid',
    'It must be of the body as it was sent, with the secret of this endpoint, and not be old.',
  ],
  missing_scope: [403, 'The key may not do this', 'The detail names the scope that is missing.'],
  not_found: [404, 'There is nothing here', 'The path or the id in it is not known.'],
  method_not_allowed: [405, 'The method is not allowed', 'Allow names those that are.'],
  order_exists: [
    409,
    'The order exists',
    'The same order id came before with another body. Nothing was changed.',
  ],
  backorder_limit: [
    409,
    'Too many would wait',
    'The SKU has a backorderLimit. available says how many units could still be taken.',
  ],
  id_reused: [
    409,
    'The id was used before',
    'The same id came before with another body. Nothing was changed.',
  ],
  more_than_on_hand: [
    409,
    'There is less on hand',
    'A correction takes no more than is on hand; the detail names how much that is.',
  ],
  count_superseded: [
    409,
    'There is a newer count',
    'The same SKU and location was counted later. Nothing was changed.',
  ],
  not_set_aside: [409, 'Fewer units are set aside', 'Only units that are set aside can be given.'],
  not_waiting: [
    409,
    'The other order does not wait for them',
    'It has to wait for at least as many units of the same SKU at the same location.',
  ],
  already_shipped: [409, 'It has shipped', 'What has left cannot be changed any more.'],
  nothing_to_cancel: [409, 'There is nothing to cancel', 'No open unit is left to cancel.'],
  not_ready_to_ship: [
    409,
    'It is not ready to ship',
    'The units are not firm and paid for. The report is kept, and a person is asked.',
  ],
  cancelled: [
    409,
    'It is cancelled',
    'It was cancelled before. Of a shipment the report is kept, and a person is asked.',
  ],
  on_hold: [
    409,
    'It is on hold',
    'The shop holds this backorder. A shipment report is kept, and a person is asked.',
  ],
  nothing_to_resolve: [409, 'There is nothing to resolve', 'No such attention item is open.'],
  nothing_to_pay: [
    409,
    'There is nothing to pay here',
    'The order costs nothing, or the shop holds its money: no card is of any use.',
  ],
  nothing_to_release: [409, 'There is no hold', 'The backorder is not on hold.'],
  nothing_to_resend: [
    409,
    'There is nothing to send again',
    'Only a mail that failed, bounced or may be lost goes out again, and only the newest of its copies.',
  ],
  no_own_address: [
    409,
    'No address of your own is known',
    'A test mail goes to the address of the operator who asks for it. A key has none.',
  ],
  still_open: [409, 'It is still open', 'Personal data goes only after the backorder has ended.'],
  erased: [409, 'It was erased', 'The personal data is gone and cannot be changed any more.'],
  last_manager: [
    409,
    'Somebody must stay a manager',
    'No other account that is enabled has the role manager. Nothing was changed.',
  ],
  role_from_provider: [
    409,
    'Their role comes from the provider',
    'Whoever signs in by OpenID Connect gets a role anew each time. Disable them, or change it there.',
  ],
  shop_gone: [
    409,
    'The shop has removed us',
    'Its platform lets us in no more. Put the shop anew once it does.',
  ],
  in_flight: [
    409,
    'The first request is still running',
    'Another request with this Idempotency-Key has not been answered yet. Repeat it later.',
  ],
  changed_meanwhile: [
    412,
    'It was changed meanwhile',
    'If-Match names another version than the stored one. Read it anew. Nothing was changed.',
  ],
  payload_too_large: [
    413,
    'The body is too large',
    'A body has at most 256 KB, a file that is uploaded 64 MB.',
  ],
  unsupported_media_type: [
    415,
    'The body is of another type',
    'Send Content-Type: application/json; text/csv, in UTF-8, where a file is uploaded.',
  ],
  invalid_request: [422, 'The request is not valid', 'errors lists everything that is wrong.'],
  contradictory_dates: [
    422,
    'The dates contradict each other',
    'Send promise.on or promise.within. errors lists everything that is wrong.',
  ],
  idempotency_key_reused: [
    422,
    'The Idempotency-Key was used for another body',
    'A key belongs to one request. Nothing was changed.',
  ],
  nothing_to_answer: [
    409,
    'Nothing waits for an answer',
    'No notice is open, or it was answered before; or no date was missed yet.',
  ],
  nothing_to_withdraw: [
    409,
    'There is nothing to withdraw from',
    'Only contracts in the European Union are withdrawn from, once, while something of them is left.',
  ],
  until_too_early: [
    422,
    'The answer ends before the new date',
    'Name the date of the notice, a later one, or open.',
  ],
  too_many_requests: [429, 'Too many requests', 'Wait for the seconds named by Retry-After.'],
  internal: [500, 'Something went wrong here', 'It is logged under the request id.'],
  outcome_unknown: [
    503,
    'It may still take effect',
    'No answer came in time. Repeating it with the same id or key is safe.',
  ],
  unavailable: [503, 'Not available right now', 'Nothing was changed. Repeat it later.'],
} as const satisfies Record<string, readonly [status: number, title: string, meaning: string]>;

export type ProblemCode = keyof typeof problemCodes;

/** The code for a bare HTTP status that a library has chosen. */
export const codeOfStatus: Readonly<Record<number, ProblemCode>> = {
  400: 'malformed_json',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'payload_too_large',
  415: 'unsupported_media_type',
};
