import { z } from 'zod';

export type Config = Readonly<z.output<typeof environment>>;

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const webUrl = z
  .url({ protocol: /^https?$/, error: 'a URL that begins with http:// or https://' })
  .transform((url) => url.replace(/\/+$/, ''));

const count = (right: string, most: number) =>
  z.coerce.number(right).int(right).min(1, right).max(most, right);

const key = (right: string) => z.string().regex(/^[\x21-\x7e]{1,300}$/, right);

const environment = z
  .object({
    NODE_ENV: z.string().default('development'),
    DATABASE_URL: z
      .url({ protocol: /^postgres(ql)?$/, error: 'a URL that begins with postgres://' })
      .default('postgres://postgres:postgres@127.0.0.1:5432/postgres'),
    DATABASE_POOL: count('a number of connections, 1 to 500', 500).default(20),
    PUBLIC_URL: webUrl.default('http://localhost:3000'),
    TASK_QUEUE: z.string().min(1, 'the name of a Temporal task queue').default('backorders'),
    WORKFLOW_BUNDLE: z.string().optional(),
    WORKER_CACHE: count('a number of cached workflows, at least 1', 1_000_000).default(1_000),
    STRIPE_SECRET_KEY: key('a secret key of Stripe'),
    STRIPE_API_BASE: webUrl.optional(),
    RESEND_API_KEY: key('an API key of Resend'),
    RESEND_BASE_URL: webUrl.optional(),
    MAIL_FROM: z.string().regex(/@/, 'a sender such as Shop <orders@example.org>'),
    SHOP_NAME: z.string().min(1, "the shop's name").default('Our shop'),
    SHOP_URL: webUrl.optional(),
    SHOP_EMAIL: z.email('an address that customers can write to').optional(),
    SHOP_ADDRESS: z.string().optional(),
    LOG_LEVEL: z.enum(logLevels, { error: `one of ${logLevels.join(', ')}` }).default('info'),
  })
  .transform((env) => ({
    databaseUrl: env.DATABASE_URL,
    databasePool: env.DATABASE_POOL,
    publicUrl: env.PUBLIC_URL,
    taskQueue: env.TASK_QUEUE,
    workflowBundle: env.WORKFLOW_BUNDLE,
    workerCache: env.WORKER_CACHE,
    stripe: { secretKey: env.STRIPE_SECRET_KEY, apiBase: env.STRIPE_API_BASE },
    resend: { apiKey: env.RESEND_API_KEY, baseUrl: env.RESEND_BASE_URL },
    mailFrom: env.MAIL_FROM,
    shop: {
      name: env.SHOP_NAME,
      url: env.SHOP_URL ?? null,
      supportEmail: env.SHOP_EMAIL ?? null,
      postalAddress: env.SHOP_ADDRESS ?? null,
    },
    logLevel: env.LOG_LEVEL,
  }));

/** What production must be told, because the local defaults would be wrong there. */
const neededInProduction = {
  DATABASE_URL: 'a URL that begins with postgres://',
  PUBLIC_URL: 'the URL under which customers reach the API',
  SHOP_NAME: "the shop's name",
} as const;

/**
 * Reads the environment once. Throws one error that lists every variable that is wrong and what
 * would be right, never their values. An empty variable counts as unset.
 */
export const parseConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(set);
  const wrong = (parsed.error?.issues ?? []).map(
    ({ path, message }) => `  ${String(path[0])} must be ${message}`,
  );
  if (set.NODE_ENV === 'production') {
    for (const [name, right] of Object.entries(neededInProduction)) {
      if (set[name] === undefined) wrong.push(`  ${name} must be ${right}`);
    }
  }
  if (parsed.success && wrong.length === 0) return Object.freeze(parsed.data);
  throw new Error(`The configuration is not valid:\n${wrong.join('\n')}`);
};

/** The configuration of this process. */
export const readConfig = (): Config => parseConfig(process.env);
