/** The `error` object of an answer (docs.stripe.com/api/errors). */
export type ApiError = {
  type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';
  message: string;
  code?: string;
  param?: string;
  decline_code?: string;
  advice_code?: string;
  charge?: string;
  doc_url?: string;
  payment_method?: object;
  payment_intent?: object;
  setup_intent?: object;
};

/**
 * An answer that is an error. `stored` is false where Stripe keeps nothing under the idempotency
 * key: when the parameters are not valid or the endpoint never began.
 */
export class ApiFailure extends Error {
  readonly status: number;
  readonly error: ApiError;
  readonly stored: boolean;

  constructor(status: number, error: ApiError, { stored = true } = {}) {
    super(error.message);
    this.status = status;
    this.error = error;
    this.stored = stored;
  }
}

/** A 400 that the caller must fix; not kept under the key. */
export const invalid = (message: string, more: Partial<ApiError> = {}): ApiFailure =>
  new ApiFailure(400, { type: 'invalid_request_error', message, ...more }, { stored: false });

/** A 400 that the object's state asks for; kept under the key. */
export const refused = (message: string, more: Partial<ApiError> = {}): ApiFailure =>
  new ApiFailure(400, { type: 'invalid_request_error', message, ...more });

/** An id that names nothing: 404 where it stands in the path, else 400 with its parameter. */
export const missing = (noun: string, id: string, param?: string): ApiFailure =>
  new ApiFailure(param === undefined ? 404 : 400, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${noun}: '${id}'`,
    param: param ?? 'id',
  });

/** What Stripe says when it is itself at fault. */
export const serverError: ApiError = {
  type: 'api_error',
  message: 'An unknown error occurred',
};

/** The error that goes with a bare HTTP status. */
export const errorOfStatus = (status: number): ApiError =>
  status >= 500
    ? serverError
    : {
        type: 'invalid_request_error',
        message: `The request was answered with ${status} by the fault plan.`,
        ...(status === 429 ? { code: 'rate_limit' } : {}),
      };
