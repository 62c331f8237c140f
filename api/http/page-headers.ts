import type { Context, MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { AppEnv } from './env.ts';

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
 * Headers that keep a page to itself. It loads nothing from elsewhere but the pictures that its
 * handler has named, cannot be framed by others, runs only scripts of ours, if any, and none written
 * into it. It tells no other site its address, which may be a customer's secret. `stripeJs`: the
 * page also takes a card by that script. `inlineStyles`: its style is written into it.
 */
export const pageHeaders = ({
  scripts = false,
  inlineStyles = true,
  stripeJs,
}: {
  scripts?: boolean;
  inlineStyles?: boolean;
  stripeJs?: string;
} = {}): MiddlewareHandler<AppEnv> => {
  const sources = stripeJs === undefined ? undefined : stripeSources(stripeJs);
  const secure = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: [scripts ? "'self'" : "'none'", ...(sources?.scripts ?? [])],
      styleSrc: ["'self'", ...(inlineStyles ? ["'unsafe-inline'"] : [])],
      imgSrc: ownPictures,
      connectSrc: [scripts ? "'self'" : "'none'", ...(sources?.others ?? [])],
      frameSrc: ["'self'", ...(sources?.others ?? [])],
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
  return async (c, next) => {
    await secure(c, next);
    if (c.get('isMail')) return c.header(policyHeader, mailPolicy);
    const policy = c.res.headers.get(policyHeader);
    const pictures = c.get('pictures') ?? [];
    if (policy === null || pictures.length === 0) return;
    c.header(policyHeader, policy.replace(rule, `${rule} ${pictures.join(' ')}`));
  };
};

/**
 * What a mail may do in a browser: show its pictures, also those of a demo on this machine, and
 * open links in windows of their own. It is framed by our page, and nobody else's.
 */
const mailPolicy = [
  'sandbox allow-popups allow-popups-to-escape-sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src https: data: http://localhost:* http://127.0.0.1:*',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** Answers with a mail's HTML, which can act upon nothing. */
export const sendMailHtml = (c: Context<AppEnv>, html: string): Response => {
  c.set('isMail', true);
  return c.html(html) as Response;
};

const policyHeader = 'Content-Security-Policy';
const ownPictures = ["'self'", 'data:'];
const rule = `img-src ${ownPictures.join(' ')}`;

const stripeSources = (stripeJs: string): typeof stripe => {
  const { origin } = new URL(stripeJs);
  return stripe.scripts.includes(origin)
    ? stripe
    : { scripts: [origin], others: [...stripe.others, origin] };
};
