import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { whatUrlMustBe } from '../db/connection/database-url.ts';
import { devKey, findUnsafe } from '../db/safety.ts';

export const projectRoot = fileURLToPath(new URL('..', import.meta.url));

export type DevConfig = {
  /** Where everything the embedded stack keeps lies; absolute. */
  home: string;
  ports: Record<PortName, number>;
  /** Where the API and the development server listen. */
  host: string;
  /** The caller's own parts, used instead of the embedded ones. */
  databaseUrl: string | undefined;
  temporalAddress: string | undefined;
  /** Calls a second that the stand-in for Resend takes; undefined for more than anybody makes. */
  resendRate: number | undefined;
};

export type PortName = keyof typeof defaultPorts;

const defaultPorts = {
  PORT: 3000,
  DEV_PORT: 3001,
  TEMPORAL_PORT: 7233,
  TEMPORAL_UI_PORT: 8233,
  POSTGRES_PORT: 54329,
};

const port = (fallback: number) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? fallback : Number(value)),
    z.int('must be a port, 1 to 65535').min(1).max(65_535),
  );

const schema = z
  .object({
    PORT: port(defaultPorts.PORT),
    DEV_PORT: port(defaultPorts.DEV_PORT),
    TEMPORAL_PORT: port(defaultPorts.TEMPORAL_PORT),
    TEMPORAL_UI_PORT: port(defaultPorts.TEMPORAL_UI_PORT),
    POSTGRES_PORT: port(defaultPorts.POSTGRES_PORT),
    MEANWHILE_HOME: z.string().optional(),
    HOST: z
      .string()
      .regex(/^[\w.:%-]+$/, 'must be an address to listen on')
      .default('127.0.0.1'),
    DATABASE_URL: z
      .string()
      .superRefine((url, context) => {
        const right = whatUrlMustBe(url);
        if (right) context.addIssue(`must be ${right}`);
      })
      .optional(),
    RESEND_RATE: z.coerce.number('must be calls a second').min(1, 'must be at least 1').optional(),
    TEMPORAL_ADDRESS: z
      .string()
      .regex(/^\S+:\d+$/, 'must be host:port')
      .optional(),
  })
  .superRefine(refuseSharedPorts);

/**
 * The embedded stack's settings from the environment; an empty variable counts as not set.
 * Refuses with one error that names every variable that is wrong.
 */
export function parseDevConfig(env: NodeJS.ProcessEnv): DevConfig {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  const unsafe = findUnsafe({ MEANWHILE_API_KEY: devKey, ...given, NODE_ENV: 'development' });
  if (!parsed.success || unsafe.length > 0) {
    const problems = [
      ...(parsed.error?.issues ?? []).map((issue) => `  ${issue.path.join('.')}: ${issue.message}`),
      ...unsafe.map(({ variable, right }) => `  ${variable}: must be ${right}`),
    ];
    throw new Error(`The settings cannot be used:\n${problems.join('\n')}`);
  }
  const { MEANWHILE_HOME, HOST, DATABASE_URL, TEMPORAL_ADDRESS, RESEND_RATE, ...ports } =
    parsed.data;
  return Object.freeze({
    home: resolve(projectRoot, MEANWHILE_HOME ?? '.meanwhile'),
    ports,
    host: HOST,
    databaseUrl: DATABASE_URL,
    temporalAddress: TEMPORAL_ADDRESS,
    resendRate: RESEND_RATE,
  });
}

function refuseSharedPorts(ports: Record<PortName, number>, context: z.RefinementCtx) {
  const owners = new Map<number, string>();
  for (const name of Object.keys(defaultPorts) as PortName[]) {
    const owner = owners.get(ports[name]);
    if (owner) {
      context.addIssue({
        code: 'custom',
        path: [name],
        message: `is ${ports[name]}, the same as ${owner}; each needs a port of its own`,
      });
    }
    owners.set(ports[name], name);
  }
}
