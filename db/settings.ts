import { z } from 'zod';
import { defaultLimits, type Limits } from './connection/limits.ts';

/** What both processes read of the environment, and how they report what is wrong with it. */

export const webUrl = z
  .url({ protocol: /^https?$/, error: 'a URL that begins with http:// or https://' })
  .transform((url) => url.replace(/\/+$/, ''));

/** A whole number from 1 on; `right` says what would be right. */
export const count = (right: string, most = Number.MAX_SAFE_INTEGER) =>
  z.coerce.number(right).int(right).min(1, right).max(most, right);

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const seconds = count('a number of seconds, 1 to 3600', 3_600);

export const sharedSettings = {
  NODE_ENV: z.string().default('development'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'a URL that begins with postgres://' })
    .default('postgres://postgres:postgres@127.0.0.1:5432/postgres'),
  DATABASE_POOL: count('a number of connections, 1 to 500', 500).default(20),
  DATABASE_LOCK_TIMEOUT: seconds.default(defaultLimits.lockMs / 1_000),
  DATABASE_STATEMENT_TIMEOUT: seconds.default(defaultLimits.statementMs / 1_000),
  DATABASE_IDLE_TIMEOUT: seconds.default(defaultLimits.idleMs / 1_000),
  TASK_QUEUE: z.string().min(1, 'the name of a Temporal task queue').default('backorders'),
  SHOP_NAME: z.string().min(1, "the shop's name").default('Our shop'),
  SHOP_URL: webUrl.optional(),
  SHOP_EMAIL: z.email('an address that customers can write to').optional(),
  LOG_LEVEL: z.enum(logLevels, { error: `one of ${logLevels.join(', ')}` }).default('info'),
};

/** Settings that production must have, because the local defaults would be wrong there. */
export const neededInProduction = {
  DATABASE_URL: z.string('a URL that begins with postgres://'),
  PUBLIC_URL: z.string('the URL under which customers reach the API'),
  SHOP_NAME: z.string("the shop's name"),
};

/** How long a request lets PostgreSQL take. */
export const limitsOf = (env: Patience): Limits => ({
  lockMs: env.DATABASE_LOCK_TIMEOUT * 1_000,
  statementMs: env.DATABASE_STATEMENT_TIMEOUT * 1_000,
  idleMs: env.DATABASE_IDLE_TIMEOUT * 1_000,
});

type Patience = Record<
  'DATABASE_LOCK_TIMEOUT' | 'DATABASE_STATEMENT_TIMEOUT' | 'DATABASE_IDLE_TIMEOUT',
  number
>;

/** The shop as pages and mails introduce it. */
export const shopOf = ({ SHOP_NAME, SHOP_URL, SHOP_EMAIL }: Shop) => ({
  name: SHOP_NAME,
  url: SHOP_URL ?? null,
  supportEmail: SHOP_EMAIL ?? null,
});

type Shop = { SHOP_NAME: string; SHOP_URL?: string | undefined; SHOP_EMAIL?: string | undefined };

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the environment once. Throws one error that lists every variable that is wrong and what
 * would be right, never their values, since some are secrets. An empty variable counts as unset.
 */
export const parseSettings = <Settings>(
  env: Environment,
  { schema, needed }: { schema: z.ZodType<Settings>; needed: z.ZodType },
): Readonly<Settings> => {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(set);
  const missing = set.NODE_ENV === 'production' ? needed.safeParse(set).error : undefined;
  if (parsed.success && !missing) return Object.freeze(parsed.data);
  const wrong = [...(parsed.error?.issues ?? []), ...(missing?.issues ?? [])];
  const lines = wrong.map(({ path, message }) => `  ${String(path[0])} must be ${message}`);
  throw new Error(`The configuration is not valid:\n${[...new Set(lines)].join('\n')}`);
};
