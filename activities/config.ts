import { z } from 'zod';
import type { Environment } from '../db/safety.ts';
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
import { brandFrom, readShopFiles } from '../emails/brand/read.ts';
import { mailAddress } from '../workflows/domain/mail/address.ts';

const key = (right: string) => z.string(right).regex(/^[\x21-\x7e]{1,300}$/, right);

const rate = 'a number of mails a second, up to 10000';

const sender = 'a sender such as Shop <orders@example.org>';

const operator = 'the address of whoever looks after the orders';

const onlyTo = 'addresses and @domains, with commas between them';

/** Who is written to in a trial. */
const addresses = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ''),
  )
  .refine(
    (entries) => entries.length > 0 && entries.every((entry) => mailAddress.test(`a${entry}`)),
    onlyTo,
  );

const smtp = 'a mail server, smtp://user:password@host:port or smtps://…';

const settings = z.object({
  ...sharedSettings,
  ...operatorSettings,
  PUBLIC_URL: webUrl.default('http://localhost:3000'),
  WORKER_METRICS_PORT: port.default(metricsPorts.WORKER_METRICS_PORT),
  WORKFLOW_BUNDLE: z.string().optional(),
  WORKER_CACHE: count('a number of cached workflows, at least 1', 1_000_000).default(1_000),
  STOP_GRACE: seconds('a number of seconds, 0 to 600', { most: 600 }).default(20_000),
  STRIPE_SECRET_KEY: key('a secret key of Stripe'),
  STRIPE_API_BASE: webUrl.optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: smtp }).optional(),
  RESEND_API_KEY: key('an API key of Resend').optional(),
  RESEND_BASE_URL: webUrl.optional(),
  MAIL_RATE: z.coerce.number(rate).positive(rate).max(10_000, rate).optional(),
  MAIL_FROM: z.string(sender).regex(/@/, sender),
  UNSUBSCRIBE_MAILBOX: z
    .email({ pattern: mailAddress, error: 'a mail address that takes unsubscriptions' })
    .optional(),
  MAIL_ONLY_TO: addresses.optional(),
  ALERT_EMAIL: z.email({ pattern: mailAddress, error: operator }).optional(),
});

/** With a mail server of one's own there is no key of Resend. */
const withoutResend = settings.transform((env) => settle(env));
const withResend = settings
  .extend({ RESEND_API_KEY: key('an API key of Resend') })
  .transform((env) => settle(env));

const settle = (env: z.output<typeof settings>) => ({
  databaseUrl: env.DATABASE_URL,
  databasePool: env.DATABASE_POOL,
  databaseLimits: limitsOf(env),
  links: {
    publicUrl: env.PUBLIC_URL,
    secrets: env.LINK_SECRET,
    unsubscribeMailbox: env.UNSUBSCRIBE_MAILBOX ?? null,
  },
  taskQueue: env.TASK_QUEUE,
  metrics: { hostname: listenOn(env).metricsHost, port: env.WORKER_METRICS_PORT },
  workflowBundle: env.WORKFLOW_BUNDLE,
  workerCache: env.WORKER_CACHE,
  stopGraceMs: env.STOP_GRACE,
  stripe: { secretKey: env.STRIPE_SECRET_KEY, apiBase: env.STRIPE_API_BASE },
  resend: { apiKey: env.RESEND_API_KEY ?? '', baseUrl: env.RESEND_BASE_URL },
  smtpUrl: env.SMTP_URL ?? null,
  mailFrom: env.MAIL_FROM,
  mailRate: env.MAIL_RATE ?? null,
  mailOnlyTo: env.MAIL_ONLY_TO,
  alerts: env.ALERT_EMAIL === undefined ? null : { to: env.ALERT_EMAIL, ...placeOf(env) },
  law: lawRulesOf(env),
  shop: shopOf(env),
  isStaging: env.STAGING,
  logLevel: env.LOG_LEVEL,
});

/** Where an alert leads, and by which clock the daily one goes out. */
const placeOf = (env: Place) => ({
  timeZone: env.SHOP_TIME_ZONE,
  temporalUiUrl: env.TEMPORAL_UI_URL,
  temporalNamespace: env.TEMPORAL_NAMESPACE,
});

type Place = Record<'SHOP_TIME_ZONE' | 'TEMPORAL_UI_URL' | 'TEMPORAL_NAMESPACE', string>;

const needed = z.object(neededInProduction);

/**
 * The configuration in an environment, with the files that it names; throws one error that names
 * all that is wrong with them. `notes`: what was changed in the files so that it can be read.
 */
export const parseConfig = (env: Environment) => {
  const files = readShopFiles({ brandFile: env.BRAND_FILE, wordsDir: env.WORDS_DIR });
  const { problems, overrides, notes } = files;
  const schema = env.SMTP_URL ? withoutResend : withResend;
  const given = parseSettings(withShopFile(env, files.given), { schema, needed, problems });
  return Object.freeze({ ...given, shop: brandFrom(given.shop, files), overrides, notes });
};

/** The configuration of this process. The only place of the worker that reads the environment. */
export const readConfig = () => parseConfig(process.env);
