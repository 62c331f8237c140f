import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/**
 * What keeps a page to itself: it loads nothing from elsewhere, runs no script unless it says
 * so and then none written into it, cannot be framed, and tells no other site its address,
 * which may hold a customer's secret.
 */
export const pageHeaders = ({ scripts = false } = {}): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: [scripts ? "'self'" : "'none'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'https:'],
      connectSrc: [scripts ? "'self'" : "'none'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'same-origin',
    // Whether a host speaks only HTTPS is for whoever terminates it to say.
    strictTransportSecurity: false,
  });
