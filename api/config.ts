import { z } from 'zod';

export type Config = Readonly<z.output<typeof environment>>;

const port = z.coerce
  .number('a port number, 0 to 65535')
  .int('a port number, 0 to 65535')
  .min(0, 'a port number, 0 to 65535')
  .max(65_535, 'a port number, 0 to 65535');

const webUrl = z
  .url({ protocol: /^https?$/, error: 'a URL that begins with http:// or https://' })
  .transform((url) => url.replace(/\/+$/, ''));

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const environment = z
  .object({
    NODE_ENV: z.string().default('development'),
    PORT: port.default(3000),
    DATABASE_URL: z
      .url({ protocol: /^postgres(ql)?$/, error: 'a URL that begins with postgres://' })
      .default('postgres://postgres:postgres@127.0.0.1:5432/postgres'),
    DATABASE_POOL: z.coerce
      .number('a number of connections, 1 to 500')
      .int('a number of connections, 1 to 500')
      .min(1, 'a number of connections, 1 to 500')
      .max(500, 'a number of connections, 1 to 500')
      .default(20),
    PUBLIC_URL: webUrl.optional(),
    MEANWHILE_API_KEY: z
      .string()
      .regex(/^[A-Za-z0-9._~+/=-]{1,200}$/, 'a key of letters, digits and . _ ~ + / = -')
      .optional(),
    TEMPORAL_UI_URL: webUrl.default('http://localhost:8233'),
    TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
    TASK_QUEUE: z.string().min(1, 'the name of a Temporal task queue').default('backorders'),
    FAST_FORWARD: z.stringbool({ error: 'true or false' }).default(false),
    RATE_LIMIT: z.coerce
      .number('requests a minute that one key may make, at least 1')
      .int('requests a minute that one key may make, at least 1')
      .min(1, 'requests a minute that one key may make, at least 1')
      .optional(),
    SHOP_NAME: z.string().min(1, "the shop's name").default('Our shop'),
    SHOP_URL: webUrl.optional(),
    SHOP_EMAIL: z.email('an address that customers can write to').optional(),
    STRIPE_PUBLISHABLE_KEY: z
      .string()
      .regex(/^pk_\w+$/, 'a publishable key of Stripe, which begins with pk_')
      .optional(),
    STRIPE_JS_URL: webUrl.default('https://js.stripe.com/v3'),
    LOG_LEVEL: z.enum(logLevels, { error: `one of ${logLevels.join(', ')}` }).default('info'),
  })
  .transform(({ NODE_ENV, PORT, ...env }) => ({
    production: NODE_ENV === 'production',
    port: PORT,
    databaseUrl: env.DATABASE_URL,
    databasePool: env.DATABASE_POOL,
    publicUrl: env.PUBLIC_URL ?? `http://localhost:${PORT}`,
    bootstrapKey: env.MEANWHILE_API_KEY,
    temporalUiUrl: env.TEMPORAL_UI_URL,
    temporalNamespace: env.TEMPORAL_NAMESPACE,
    taskQueue: env.TASK_QUEUE,
    fastForward: env.FAST_FORWARD,
    rateLimit: env.RATE_LIMIT,
    shop: {
      name: env.SHOP_NAME,
      url: env.SHOP_URL ?? null,
      supportEmail: env.SHOP_EMAIL ?? null,
    },
    stripe: {
      webhookSecrets: [] as string[],
      publishableKey: env.STRIPE_PUBLISHABLE_KEY ?? null,
      jsUrl: env.STRIPE_JS_URL,
    },
    logLevel: env.LOG_LEVEL,
  }));

/** What production must be told, because the local defaults would be wrong or unsafe there. */
const neededInProduction = {
  DATABASE_URL: 'a URL that begins with postgres://',
  PUBLIC_URL: 'the URL under which customers reach this API',
  MEANWHILE_API_KEY: 'a key of at least 32 characters that holds every scope',
  SHOP_NAME: "the shop's name",
} as const;

/**
 * Reads the environment once. Throws one error that lists every variable that is wrong and what
 * would be right; never their values, since some are secrets. An empty variable counts as unset.
 */
export const parseConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(set);
  const wrong = (parsed.error?.issues ?? []).map(
    (issue) => [String(issue.path[0]), issue.message] as const,
  );
  if (set.NODE_ENV === 'production') {
    for (const [name, right] of Object.entries(neededInProduction)) {
      const weak = name === 'MEANWHILE_API_KEY' && (set[name] ?? '').length < 32;
      if (set[name] === undefined || weak) wrong.push([name, right]);
    }
  }
  if (parsed.success && wrong.length === 0) return Object.freeze(parsed.data);
  const lines = wrong.map(([name, right]) => `  ${name} must be ${right}`);
  throw new Error(`The configuration is not valid:\n${lines.join('\n')}`);
};

/** The configuration of this process. The only place of the API that reads the environment. */
export const readConfig = (): Config => parseConfig(process.env);
