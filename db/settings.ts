import { z } from 'zod';
import type { LawRules } from '../workflows/calendar/law-clock.ts';
import { isTimeZone } from '../workflows/calendar/zone.ts';
import { mailAddress } from '../workflows/domain/mail/address.ts';
import { whatUrlMustBe } from './connection/database-url.ts';
import { defaultLimits, type Limits } from './connection/limits.ts';
import { type Environment, findUnsafe } from './safety.ts';

/** What both processes read of the environment, and how they report what is wrong with it. */

export const webUrl = z
  .url({ protocol: /^https?$/, error: 'a URL that begins with http:// or https://' })
  .transform((url) => url.replace(/\/+$/, ''));

/** A whole number from 1 on; `right` says what would be right. */
export const count = (right: string, most = Number.MAX_SAFE_INTEGER) =>
  z.coerce.number(right).int(right).min(1, right).max(most, right);

/** A time in seconds, as milliseconds. */
export const seconds = (right: string, { least = 0, most }: { least?: number; most: number }) =>
  z.coerce
    .number(right)
    .min(least, right)
    .max(most, right)
    .transform((value) => value * 1_000);

/** Signs the links of customers where nobody set a secret: known to all, so never in production. */
const localLinkSecret = 'known-to-everybody-and-for-local-use';

const strongSecrets = 'secrets of your own, each of at least 32 characters, with commas between';
const linkSecret = z.string().regex(/^[\x21-\x7e]{1,300}$/, 'secrets with commas between them');

/** Several, so that one can be rolled: the first signs, and all are believed. */
const linkSecrets = z
  .string()
  .default(localLinkSecret)
  .transform((text) => text.split(',').map((secret) => secret.trim()))
  .pipe(z.tuple([linkSecret], linkSecret));

const portNumber = 'a port number, 0 to 65535';

/** 0 takes any that is free. */
export const port = z.coerce
  .number(portNumber)
  .int(portNumber)
  .min(0, portNumber)
  .max(65_535, portNumber);

/** Where each process shows what is measured, unless told otherwise. */
export const metricsPorts = { METRICS_PORT: 9464, WORKER_METRICS_PORT: 9465 };

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const patience = seconds('a number of seconds, 1 to 3600', { least: 1, most: 3_600 });

const days = (right: string, { least, most }: { least: number; most: number }) =>
  z.coerce.number(right).int(right).min(least, right).max(most, right);

export const sharedSettings = {
  NODE_ENV: z.string().default('development'),
  STAGING: z.stringbool({ error: 'true or false' }).default(false),
  HOST: z
    .string()
    .regex(/^[\w.:%-]+$/, 'an address to listen on, such as 127.0.0.1')
    .optional(),
  DATABASE_URL: z
    .string('a URL that begins with postgres://')
    .superRefine((url, context) => {
      const right = whatUrlMustBe(url);
      if (right) context.addIssue(right);
    })
    .default('postgres://postgres:postgres@127.0.0.1:5432/postgres'),
  DATABASE_POOL: count('a number of connections, 1 to 500', 500).default(20),
  DATABASE_LOCK_TIMEOUT: patience.default(defaultLimits.lockMs),
  DATABASE_STATEMENT_TIMEOUT: patience.default(defaultLimits.statementMs),
  DATABASE_IDLE_TIMEOUT: patience.default(defaultLimits.idleMs),
  TASK_QUEUE: z.string().min(1, 'the name of a Temporal task queue').default('backorders'),
  JOIN_LEASES_S: seconds('a number of seconds, 0 to 60', { most: 60 }).default(5_000),
  NOTICE_LEAD_DAYS: days('a number of days, 1 to 25', { least: 1, most: 25 }).default(3),
  LATE_SHIP_DAYS: days('a number of days, 1 to 30', { least: 1, most: 30 }).default(3),
  UNATTENDED_NOTICES: z.enum(['send', 'attention'], 'send or attention').default('send'),
  LINK_SECRET: linkSecrets,
  SHOP_NAME: z.string().min(1, "the shop's name").default('Our shop'),
  SHOP_URL: webUrl.optional(),
  SHOP_EMAIL: z
    .email({ pattern: mailAddress, error: 'an address that customers can write to' })
    .optional(),
  SHOP_ADDRESS: z.string().optional(),
  LOG_LEVEL: z.enum(logLevels, { error: `one of ${logLevels.join(', ')}` }).default('info'),
};

/** Where operators look at workflows, and what day it is for the shop. */
export const operatorSettings = {
  TEMPORAL_UI_URL: webUrl.default('http://localhost:8233'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  SHOP_TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'an IANA time zone, such as America/New_York')
    .default('UTC'),
};

/**
 * Where a process listens. In production proxies and Prometheus come from other hosts; elsewhere
 * nobody should, and what is measured never leaves the computer.
 */
export const listenOn = ({ NODE_ENV, HOST }: { NODE_ENV: string; HOST?: string | undefined }) => {
  const isProduction = NODE_ENV === 'production';
  const host = HOST ?? (isProduction ? '0.0.0.0' : '127.0.0.1');
  return { host, metricsHost: isProduction ? host : '127.0.0.1' };
};

/** Settings that production must have, because the local defaults would be wrong there. */
export const neededInProduction = {
  DATABASE_URL: z.string('a URL that begins with postgres://'),
  PUBLIC_URL: z.string('the URL under which customers reach the API'),
  LINK_SECRET: z
    .string(strongSecrets)
    .refine((text) => text.split(',').every(isStrong), strongSecrets),
  SHOP_NAME: z.string("the shop's name"),
};

const isStrong = (secret: string): boolean =>
  secret.trim().length >= 32 && secret.trim() !== localLinkSecret;

/** How long a request lets PostgreSQL take, in milliseconds. */
export const limitsOf = (env: Patience): Limits => ({
  lockMs: env.DATABASE_LOCK_TIMEOUT,
  statementMs: env.DATABASE_STATEMENT_TIMEOUT,
  idleMs: env.DATABASE_IDLE_TIMEOUT,
});

type Patience = Record<
  'DATABASE_LOCK_TIMEOUT' | 'DATABASE_STATEMENT_TIMEOUT' | 'DATABASE_IDLE_TIMEOUT',
  number
>;

/** The shop as pages and mails introduce it. */
export const shopOf = ({ SHOP_NAME, SHOP_URL, SHOP_EMAIL, SHOP_ADDRESS }: Shop) => ({
  name: SHOP_NAME,
  url: SHOP_URL ?? null,
  supportEmail: SHOP_EMAIL ?? null,
  postalAddress: SHOP_ADDRESS ?? null,
});

type Shop = { SHOP_NAME: string } & {
  [Name in Exclude<ShopSetting, 'SHOP_NAME'>]?: string | undefined;
};

type ShopSetting = 'SHOP_NAME' | 'SHOP_URL' | 'SHOP_EMAIL' | 'SHOP_ADDRESS';

type ShopFile = Partial<Record<'name' | 'url' | 'supportEmail' | 'postalAddress', string | null>>;

/** The environment with what a `brand.json` says instead: it is judged by the same rules. */
export const withShopFile = (env: Environment, given: ShopFile): Environment => {
  const { name, url, supportEmail, postalAddress } = given;
  return {
    ...env,
    ...(name && { SHOP_NAME: name }),
    ...(url && { SHOP_URL: url }),
    ...(supportEmail && { SHOP_EMAIL: supportEmail }),
    ...(postalAddress && { SHOP_ADDRESS: postalAddress }),
  };
};

/**
 * Reads the environment once. Throws one error that lists every variable that is wrong and what
 * would be right, never their values, since some are secrets; so it does of what is unsafe where it
 * runs. An empty variable counts as unset. `problems`: lines about files that the environment names.
 */
export const parseSettings = <Settings>(
  env: Environment,
  {
    schema,
    needed,
    problems = [],
  }: { schema: z.ZodType<Settings>; needed: z.ZodType; problems?: readonly string[] },
): Readonly<Settings> => {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(set);
  const missing = set.NODE_ENV === 'production' ? needed.safeParse(set).error : undefined;
  const unsafe = findUnsafe(set);
  const isFine = !missing && unsafe.length === 0 && problems.length === 0;
  if (parsed.success && isFine) return Object.freeze(parsed.data);
  const wrong = [...(parsed.error?.issues ?? []), ...(missing?.issues ?? [])];
  const lines = [
    ...wrong.map(({ path, message }) => `  ${String(path[0])} must be ${message}`),
    ...unsafe.map(({ variable, right }) => `  ${variable} must be ${right}`),
    ...problems.map((problem) => `  ${problem}`),
  ];
  throw new Error(`The configuration is not valid:\n${[...new Set(lines)].join('\n')}`);
};

/** How a shop wants deadlines of the law met; days are calendar days. */
export const lawRulesOf = (env: {
  NOTICE_LEAD_DAYS: number;
  LATE_SHIP_DAYS: number;
  UNATTENDED_NOTICES: 'send' | 'attention';
}): LawRules => ({
  leadDays: env.NOTICE_LEAD_DAYS,
  lateShipDays: env.LATE_SHIP_DAYS,
  mayTell: env.UNATTENDED_NOTICES === 'send',
});
