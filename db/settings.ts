import { z } from 'zod';
import { type Environment, findUnsafe } from './safety.ts';

/** What both processes read of the environment, and how they report what is wrong with it. */

export const webUrl = z
  .url({ protocol: /^https?$/, error: 'a URL that begins with http:// or https://' })
  .transform((url) => url.replace(/\/+$/, ''));

/** A whole number from 1 on; `right` says what would be right. */
export const count = (right: string, most = Number.MAX_SAFE_INTEGER) =>
  z.coerce.number(right).int(right).min(1, right).max(most, right);

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

export const sharedSettings = {
  NODE_ENV: z.string().default('development'),
  STAGING: z.stringbool({ error: 'true or false' }).default(false),
  HOST: z
    .string()
    .regex(/^[\w.:%-]+$/, 'an address to listen on, such as 127.0.0.1')
    .optional(),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'a URL that begins with postgres://' })
    .default('postgres://postgres:postgres@127.0.0.1:5432/postgres'),
  DATABASE_POOL: count('a number of connections, 1 to 500', 500).default(20),
  TASK_QUEUE: z.string().min(1, 'the name of a Temporal task queue').default('backorders'),
  SHOP_NAME: z.string().min(1, "the shop's name").default('Our shop'),
  SHOP_URL: webUrl.optional(),
  SHOP_EMAIL: z.email('an address that customers can write to').optional(),
  LOG_LEVEL: z.enum(logLevels, { error: `one of ${logLevels.join(', ')}` }).default('info'),
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
  SHOP_NAME: z.string("the shop's name"),
};

/** The shop as pages and mails introduce it. */
export const shopOf = ({ SHOP_NAME, SHOP_URL, SHOP_EMAIL }: Shop) => ({
  name: SHOP_NAME,
  url: SHOP_URL ?? null,
  supportEmail: SHOP_EMAIL ?? null,
});

type Shop = { SHOP_NAME: string; SHOP_URL?: string | undefined; SHOP_EMAIL?: string | undefined };

/**
 * Reads the environment once. Throws one error that lists every variable that is wrong and what
 * would be right, never their values, since some are secrets; so it does of what is unsafe where it
 * runs. An empty variable counts as unset.
 */
export const parseSettings = <Settings>(
  env: Environment,
  { schema, needed }: { schema: z.ZodType<Settings>; needed: z.ZodType },
): Readonly<Settings> => {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(set);
  const missing = set.NODE_ENV === 'production' ? needed.safeParse(set).error : undefined;
  const unsafe = findUnsafe(set);
  if (parsed.success && !missing && unsafe.length === 0) return Object.freeze(parsed.data);
  const wrong = [...(parsed.error?.issues ?? []), ...(missing?.issues ?? [])];
  const lines = [
    ...wrong.map(({ path, message }) => `  ${String(path[0])} must be ${message}`),
    ...unsafe.map(({ variable, right }) => `  ${variable} must be ${right}`),
  ];
  throw new Error(`The configuration is not valid:\n${[...new Set(lines)].join('\n')}`);
};
