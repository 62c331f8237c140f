import { devKey } from '../db/safety.ts';
import type { DevConfig } from './config.ts';
import { usualRate } from './resend/rate.ts';

export type Parts = { databaseUrl: string; temporalAddress: string; workflowBundle: string };

export type Environment = ReturnType<typeof environmentFor>;

/**
 * The environment of the worker and the API: what the caller has set, and for the rest the
 * embedded parts. A key of the caller's own means the real service, so no stand-in is named then.
 */
export function environmentFor({ ports }: DevConfig, parts: Parts, env: NodeJS.ProcessEnv) {
  const { PORT, DEV_PORT, TEMPORAL_UI_PORT } = ports;
  return {
    DATABASE_URL: parts.databaseUrl,
    TEMPORAL_ADDRESS: parts.temporalAddress,
    WORKFLOW_BUNDLE: parts.workflowBundle,
    TEMPORAL_UI_URL: `http://localhost:${TEMPORAL_UI_PORT}`,
    PUBLIC_URL: `http://localhost:${PORT}`,
    MEANWHILE_API_KEY: devKey,
    MAIL_FROM: 'Lantern & Co <orders@shop.example>',
    SHOP_NAME: 'Lantern & Co',
    SHOP_URL: `http://localhost:${DEV_PORT}/shop`,
    SHOP_EMAIL: 'hello@shop.example',
    UNSUBSCRIBE_MAILBOX: 'unsubscribe@shop.example',
    FAST_FORWARD: 'true',
    DEMO_OPERATOR: 'true',
    // There is nobody here from whom something would have to be taken back.
    UPDATES_DELAY_S: '0',
    WEBHOOK_NETWORKS: '127.0.0.0/8,::1',
    STRIPE_SECRET_KEY: 'sk_test_local',
    RESEND_API_KEY: 're_local',
    ...(env.STRIPE_SECRET_KEY ? {} : stripeStandIn(DEV_PORT)),
    ...(env.RESEND_API_KEY ? {} : resendStandIn(DEV_PORT)),
    ...(env.MASTODON_TOKEN || env.MASTODON_URL ? {} : mastodonStandIn(DEV_PORT)),
    ...(env.BLUESKY_HANDLE || env.BLUESKY_APP_PASSWORD ? {} : blueskyStandIn(DEV_PORT)),
    ...onlySet(env),
    PORT: String(PORT),
    NODE_ENV: 'development',
  };
}

/** Where the API and a browser find the stand-in, and the secret that its events are signed with. */
function stripeStandIn(port: number) {
  return {
    STRIPE_API_BASE: `http://127.0.0.1:${port}/stripe`,
    STRIPE_WEBHOOK_SECRET: 'whsec_local',
    STRIPE_PUBLISHABLE_KEY: 'pk_test_local',
    STRIPE_JS_URL: `http://localhost:${port}/stripe/stripe.js`,
  };
}

function resendStandIn(port: number) {
  return {
    RESEND_BASE_URL: `http://127.0.0.1:${port}/resend`,
    RESEND_WEBHOOK_SECRET: localMailSecret,
    // So that the first mails need not find out how many it takes.
    MAIL_RATE: String(usualRate),
  };
}

function mastodonStandIn(port: number) {
  return { MASTODON_URL: `http://127.0.0.1:${port}/mastodon`, MASTODON_TOKEN: 'local' };
}

function blueskyStandIn(port: number) {
  return {
    BLUESKY_URL: `http://127.0.0.1:${port}/bluesky`,
    BLUESKY_HANDLE: 'shop.local',
    BLUESKY_APP_PASSWORD: 'local',
  };
}

/** Signs what the stand-in for Resend tells, in base64 as Resend's secrets are. */
export const localMailSecret = `whsec_${Buffer.from('known-to-everybody').toString('base64')}`;

/** Where the stand-in for Resend sends its events. Of several secrets it signs with the first. */
export function mailWebhook(apiUrl: string, secrets = '') {
  const [secret] = secrets.split(/[\s,]+/);
  return secret ? { url: `${apiUrl}/webhooks/resend`, secret } : undefined;
}

function onlySet(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}
