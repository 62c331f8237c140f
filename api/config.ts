import { z } from 'zod';
import { type Environment, strongKey } from '../db/safety.ts';
import {
  count,
  lawRulesOf,
  limitsOf,
  listenOn,
  metricsPorts,
  neededInProduction,
  operatorSettings,
  parseSettings,
  port,
  seconds,
  sharedSettings,
  shopOf,
  webUrl,
  withShopFile,
} from '../db/settings.ts';
import { type Includes, parseSubnets } from '../db/subnets.ts';
import { brandFrom, readShopFiles } from '../emails/brand/read.ts';
import { deskSettings, requireWholeProvider, waysIn } from './desk-settings.ts';

export type Config = ReturnType<typeof parseConfig>;

/**
 * Several, so that one can be rolled: https://docs.stripe.com/webhooks, "Roll endpoint secrets";
 * https://resend.com/docs/webhooks/verify-webhooks-requests.
 */
const webhookSecrets = (sender: string, secret: RegExp) =>
  z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter((each) => each !== ''))
    .refine(
      (secrets) => secrets.every((each) => secret.test(each)),
      `signing secrets of ${sender}, whsec_…, with a space or a comma between them`,
    );

const stripeSecret = /^whsec_[\x21-\x7e]{1,300}$/;

/** In base64, as Standard Webhooks has it. */
const resendSecret = /^whsec_[A-Za-z0-9+/]{16,300}={0,2}$/;

/** The accounts to which stock updates are posted, and the secrets to do so. */
const networkSettings = {
  MASTODON_URL: webUrl.optional(),
  MASTODON_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{1,500}$/, 'an access token of the Mastodon account')
    .optional(),
  BLUESKY_URL: webUrl.default('https://bsky.social'),
  BLUESKY_HANDLE: z
    .string()
    .regex(/^[A-Za-z\d.:_-]{1,253}$/, 'the handle of the Bluesky account, without @')
    .optional(),
  BLUESKY_APP_PASSWORD: z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/, 'an app password of the Bluesky account')
    .optional(),
};

type NetworkSettings = z.output<z.ZodObject<typeof networkSettings>>;

/** Half an account would post nothing, and nobody would know why. */
const requireWholeAccounts = (env: NetworkSettings, context: z.RefinementCtx): void => {
  const pairs = [
    ['MASTODON_URL', 'MASTODON_TOKEN'],
    ['BLUESKY_HANDLE', 'BLUESKY_APP_PASSWORD'],
  ] as const;
  for (const pair of pairs) {
    const [missing, ...others] = pair.filter((name) => env[name] === undefined);
    if (missing === undefined || others.length > 0) continue;
    const given = pair.find((name) => name !== missing);
    context.addIssue({ code: 'custom', path: [missing], message: `set together with ${given}` });
  }
};

const networksOf = (env: NetworkSettings) => ({
  mastodon:
    env.MASTODON_URL && env.MASTODON_TOKEN
      ? { url: env.MASTODON_URL, token: env.MASTODON_TOKEN }
      : null,
  bluesky:
    env.BLUESKY_HANDLE && env.BLUESKY_APP_PASSWORD
      ? { url: env.BLUESKY_URL, handle: env.BLUESKY_HANDLE, password: env.BLUESKY_APP_PASSWORD }
      : null,
});

/** Stripe.js of the release whose API the SDK speaks (docs.stripe.com/sdks/stripejs-versioning). */
const stripeJs = 'https://js.stripe.com/endive/stripe.js';

const controlShare = 'a share of the orders, 0 to 0.5';

const networks = 'addresses and subnets, 10.0.0.0/8, with commas between them';

const webhookSecret = 'the signing secret of the webhook endpoint, whsec_…';

const schema = z
  .object({
    ...sharedSettings,
    ...operatorSettings,
    PORT: port.default(3000),
    METRICS_PORT: port.default(metricsPorts.METRICS_PORT),
    PUBLIC_URL: webUrl.optional(),
    MEANWHILE_API_KEY: z
      .string()
      .regex(/^[A-Za-z0-9._~+/=-]{1,200}$/, 'a key of letters, digits and . _ ~ + / = -')
      .optional(),
    FAST_FORWARD: z.stringbool({ error: 'true or false' }).default(false),
    STOP_GRACE: seconds('a number of seconds, 0 to 600', { most: 600 }).default(10_000),
    STOP_NOTICE: seconds('a number of seconds, 0 to 600', { most: 600 }).default(0),
    RATE_LIMIT: count('requests a minute that one key may make, at least 1').optional(),
    PUBLIC_RATE_LIMIT: count('requests a minute of one address without a key').default(600),
    TRUSTED_PROXIES: z
      .string()
      .default('')
      .transform(parseSubnets)
      .pipe(z.custom<Includes>(Boolean, networks)),
    WEBHOOK_NETWORKS: z
      .string()
      .default('')
      .transform(parseSubnets)
      .pipe(z.custom<Includes>(Boolean, networks)),
    ...deskSettings,
    ASK_DAYS: count('a number of days, 1 to 90', 90).default(7),
    EXCITEMENT_CONTROL: z.coerce
      .number(controlShare)
      .min(0, controlShare)
      .max(0.5, controlShare)
      .default(0),
    RECONCILE_EVERY: count('a number of hours, 1 to 168', 168).default(24),
    RETAIN_DAYS: count('a number of days after its end, 1 to 36500', 36_500).optional(),
    STRIPE_WEBHOOK_SECRET: webhookSecrets('Stripe', stripeSecret).default([]),
    RESEND_WEBHOOK_SECRET: webhookSecrets('Resend', resendSecret).default([]),
    STRIPE_PUBLISHABLE_KEY: z
      .string()
      .regex(/^pk_[\x21-\x7e]{1,300}$/, 'a publishable key of Stripe, pk_…')
      .optional(),
    STRIPE_JS_URL: webUrl.default(stripeJs),
    SHOP_LOCALE: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z\d]{2,8})*$/, 'a language tag, such as en-US')
      .default('en'),
    UPDATES_DELAY_S: seconds('a number of seconds, 0 to 86400', { most: 86_400 }).default(600_000),
    ...networkSettings,
  })
  .superRefine(requireWholeAccounts)
  .superRefine(requireWholeProvider)
  .transform(({ PORT, ...env }) => ({
    production: env.NODE_ENV === 'production',
    ...listenOn(env),
    port: PORT,
    metricsPort: env.METRICS_PORT,
    databaseUrl: env.DATABASE_URL,
    databasePool: env.DATABASE_POOL,
    databaseLimits: limitsOf(env),
    joinLeasesMs: env.JOIN_LEASES_S,
    law: lawRulesOf(env),
    publicUrl: env.PUBLIC_URL ?? `http://localhost:${PORT}`,
    bootstrapKey: env.MEANWHILE_API_KEY,
    temporalUiUrl: env.TEMPORAL_UI_URL,
    temporalNamespace: env.TEMPORAL_NAMESPACE,
    taskQueue: env.TASK_QUEUE,
    fastForward: env.FAST_FORWARD,
    rateLimit: env.RATE_LIMIT,
    strangers: {
      perMinute: env.PUBLIC_RATE_LIMIT,
      isTrustedProxy: env.TRUSTED_PROXIES,
      isLoopbackFree: env.NODE_ENV !== 'production',
    },
    webhooks: { own: env.WEBHOOK_NETWORKS },
    stop: { graceMs: env.STOP_GRACE, noticeMs: env.STOP_NOTICE },
    desk: waysIn(env),
    askDays: env.ASK_DAYS,
    excitementControl: env.EXCITEMENT_CONTROL,
    reconcileEveryHours: env.RECONCILE_EVERY,
    retainDays: env.RETAIN_DAYS,
    linkSecrets: env.LINK_SECRET,
    shop: shopOf(env),
    isStaging: env.STAGING,
    shopTimeZone: env.SHOP_TIME_ZONE,
    stripe: {
      webhookSecrets: env.STRIPE_WEBHOOK_SECRET,
      publishableKey: env.STRIPE_PUBLISHABLE_KEY ?? null,
      jsUrl: env.STRIPE_JS_URL,
    },
    resend: { webhookSecrets: env.RESEND_WEBHOOK_SECRET },
    shopLocale: env.SHOP_LOCALE,
    updatesDelayMs: env.UPDATES_DELAY_S,
    networks: networksOf(env),
    logLevel: env.LOG_LEVEL,
  }));

const { SHOP_NAME, ...addresses } = neededInProduction;

/**
 * Settings that production must have, because the local defaults would be wrong or unsafe there.
 */
const needed = z.object({
  ...addresses,
  MEANWHILE_API_KEY: z.string(strongKey.right),
  SHOP_NAME,
  STRIPE_WEBHOOK_SECRET: z.string(webhookSecret).regex(/[^\s,]/, webhookSecret),
  STRIPE_PUBLISHABLE_KEY: z.string('the publishable key of the Stripe account, pk_…'),
});

/**
 * The configuration in an environment, with the files that it names; throws one error that names
 * all that is wrong with them. `notes`: what was changed in the files so that it can be read.
 */
export const parseConfig = (env: Environment) => {
  const files = readShopFiles({ brandFile: env.BRAND_FILE, wordsDir: env.WORDS_DIR });
  const { problems, overrides, notes } = files;
  const parts = { schema, needed, problems };
  const { isStaging, ...settings } = parseSettings(withShopFile(env, files.given), parts);
  const shop = { ...brandFrom(settings.shop, files), isStaging };
  return Object.freeze({ ...settings, shop, overrides, notes });
};

/** The configuration of this process. The only place of the API that reads the environment. */
export const readConfig = (): Config => parseConfig(process.env);
