import type { DevConfig } from './config.ts';

export type Parts = { databaseUrl: string; temporalAddress: string; linkSecret: string };

/**
 * The environment of the worker and the API: what the caller has set, and for the rest the
 * embedded parts. A key of the caller's own means the real service, so no stand-in is named then.
 */
export function environmentFor(config: DevConfig, parts: Parts, env: NodeJS.ProcessEnv) {
  const { PORT, DEV_PORT, TEMPORAL_UI_PORT } = config.ports;
  const local = {
    DATABASE_URL: parts.databaseUrl,
    TEMPORAL_ADDRESS: parts.temporalAddress,
    TEMPORAL_UI_URL: `http://localhost:${TEMPORAL_UI_PORT}`,
    PUBLIC_URL: `http://localhost:${PORT}`,
    MEANWHILE_API_KEY: 'dev-key',
    LINK_SECRET: parts.linkSecret,
    MAIL_FROM: 'Lantern & Co <orders@shop.example>',
    SHOP_NAME: 'Lantern & Co',
    FAST_FORWARD: 'true',
    ...(env.STRIPE_SECRET_KEY
      ? {}
      : {
          STRIPE_SECRET_KEY: 'sk_test_local',
          STRIPE_API_BASE: `http://127.0.0.1:${DEV_PORT}/stripe`,
        }),
    ...(env.RESEND_API_KEY
      ? {}
      : { RESEND_API_KEY: 're_local', RESEND_BASE_URL: `http://127.0.0.1:${DEV_PORT}/resend` }),
  };
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value));
  return { ...local, ...given, PORT: String(PORT), NODE_ENV: 'development' };
}
