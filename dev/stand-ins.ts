import { mkdirSync } from 'node:fs';
import { devKey } from '../db/safety.ts';
import { parseDevConfig } from './config.ts';
import { mailWebhook } from './environment.ts';
import { createDevServer, serveApp } from './server.ts';

/**
 * Stripe, Resend, the inbox and the shop without the rest of the embedded stack, beside an API that
 * runs elsewhere: `API_URL` is where this process reaches it, `PUBLIC_URL` where a browser does.
 */
const { env } = process;
const { home, ports, host, resendRate } = parseDevConfig(env);
const publicUrl = `http://localhost:${ports.DEV_PORT}`;
const apiUrl = env.API_URL || `http://127.0.0.1:${ports.PORT}`;
const secret = env.STRIPE_WEBHOOK_SECRET;

mkdirSync(home, { recursive: true });
const app = createDevServer({
  home,
  publicUrl,
  shop: {
    apiUrl,
    apiKey: env.MEANWHILE_API_KEY || devKey,
    stripeBase: env.STRIPE_API_BASE || undefined,
    stripeKey: env.STRIPE_SECRET_KEY ?? '',
    publicUrl: env.PUBLIC_URL || apiUrl,
    temporalUiUrl: `http://localhost:${ports.TEMPORAL_UI_PORT}`,
    inboxUrl: `${publicUrl}/inbox`,
  },
  webhook: secret ? { url: `${apiUrl}/webhooks/stripe`, secret } : undefined,
  resend: { webhook: mailWebhook(apiUrl, env.RESEND_WEBHOOK_SECRET), perSecond: resendRate },
});
await serveApp(app, ports.DEV_PORT, host);
process.stdout.write(`The stand-ins answer at ${publicUrl}\n`);
