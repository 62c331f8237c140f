/**
 * A fetch for the SDK that reaches an API at another path too; the SDK itself takes another host
 * only. A failure without Stripe's `error` object gets one, because the SDK would take its body for
 * the object that was asked for.
 */
export const createStripeFetch = (apiBase: string | undefined): typeof fetch => {
  const base = apiBase?.replace(/\/+$/, '');
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const target = base === undefined ? url : `${base}${url.pathname}${url.search}`;
    const response = await fetch(target, { ...init, redirect: 'manual' });
    return response.ok ? response : withErrorObject(response);
  };
};

const withErrorObject = async (response: Response): Promise<Response> => {
  const text = await response.text();
  const { status, headers } = response;
  return new Response(hasErrorObject(text) ? text : unexpected, { status, headers });
};

const hasErrorObject = (text: string): boolean => {
  try {
    const body: unknown = JSON.parse(text);
    if (body === null || typeof body !== 'object' || !('error' in body)) return false;
    return body.error !== null && typeof body.error === 'object';
  } catch {
    // Not JSON: a proxy or another server answered.
    return false;
  }
};

const unexpected = JSON.stringify({
  error: { type: 'api_error', code: 'unexpected_answer', message: 'The answer is not of Stripe.' },
});
