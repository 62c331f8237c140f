import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/** The hosts that Stripe.js loads, frames and calls: docs.stripe.com/security/guide. */
const stripe = {
  scripts: ['https://js.stripe.com', 'https://*.js.stripe.com'],
  others: [
    'https://js.stripe.com',
    'https://hooks.stripe.com',
    'https://api.stripe.com',
    'https://*.stripe.com',
  ],
};

/**
 * Headers that keep a page to itself. It loads nothing from elsewhere, cannot be framed, runs only
 * scripts of ours, if any, and none written into it. It tells no other site its address, which may
 * be a customer's secret. `stripeJs`: the page also takes a card by that script.
 */
export const pageHeaders = ({
  scripts = false,
  stripeJs,
}: {
  scripts?: boolean;
  stripeJs?: string;
} = {}): MiddlewareHandler => {
  const sources = stripeJs === undefined ? undefined : stripeSources(stripeJs);
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: [scripts ? "'self'" : "'none'", ...(sources?.scripts ?? [])],
      styleSrc: ["'self'", "'unsafe-inline'"],
      // Those of a shop on this computer come without TLS.
      imgSrc: ["'self'", 'data:', 'https:', 'http://localhost:*'],
      connectSrc: [scripts ? "'self'" : "'none'", ...(sources?.others ?? [])],
      ...(sources && { frameSrc: sources.others }),
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'same-origin',
    // The proxy that terminates HTTPS says whether its host speaks nothing else.
    strictTransportSecurity: false,
    // A bank may ask for its confirmation in a window of its own.
    ...(sources && { crossOriginOpenerPolicy: 'same-origin-allow-popups' }),
  });
};

const stripeSources = (stripeJs: string): typeof stripe => {
  const { origin } = new URL(stripeJs);
  return stripe.scripts.includes(origin)
    ? stripe
    : { scripts: [origin], others: [...stripe.others, origin] };
};
