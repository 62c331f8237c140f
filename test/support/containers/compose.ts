import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '../../../dev/config.ts';

type Condition = 'service_started' | 'service_healthy' | 'service_completed_successfully';

/** What we write of a service; see https://docs.docker.com/reference/compose-file/services/. */
export type Service = {
  image?: string;
  build?: string | { context: string; target: string };
  command?: string[];
  environment?: Record<string, string | number>;
  env_file?: string;
  ports?: string[];
  expose?: number[];
  volumes?: string[];
  user?: string;
  init?: boolean;
  depends_on?: Record<string, { condition: Condition }>;
  healthcheck?: { test: string[] };
  stop_grace_period?: string;
};

export type Services = Record<string, Service>;

/** The services of compose.yaml, its variables filled in from what .env would hold. */
export const readCompose = (env: Record<string, string>): Services => {
  const text = readFileSync(join(projectRoot, 'compose.yaml'), 'utf8');
  const { services } = parse(text, { merge: true }) as { services: Services };
  return fillIn(services, env);
};

const fillIn = <T>(value: T, env: Record<string, string>): T => {
  if (typeof value === 'string') return interpolate(value, env) as T;
  if (Array.isArray(value)) return value.map((item) => fillIn(item, env)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const filled = Object.entries(value).map(([key, item]) => [key, fillIn(item, env)]);
  return Object.fromEntries(filled) as T;
};

/** `${A:-b}`, `${A-b}` and `${A:?why}`, as https://docs.docker.com/reference/compose-file/interpolation/ says. */
const interpolate = (text: string, env: Record<string, string>): string =>
  text.replace(/\$\{(\w+)(:?[-?])([^}]*)\}/g, (_all, name: string, how: string, rest: string) => {
    const value = env[name];
    const isThere = how.startsWith(':') ? Boolean(value) : value !== undefined;
    if (isThere) return value ?? '';
    if (how.endsWith('?')) throw new Error(`${name} is ${rest}`);
    return rest;
  });

/** Their names, each after all that it depends on. */
export const inOrder = (services: Services): string[] => {
  const ordered = new Set<string>();
  const add = (name: string, above: string[]): void => {
    if (above.includes(name)) throw new Error(`${name} depends on itself`);
    for (const needed of Object.keys(get(services, name).depends_on ?? {})) {
      add(needed, [...above, name]);
    }
    ordered.add(name);
  };
  for (const name of Object.keys(services)) add(name, []);
  return [...ordered];
};

/** The service of a name. */
export const get = (services: Services, name: string): Service => {
  const service = services[name];
  if (!service) throw new Error(`compose.yaml has no service ${name}`);
  return service;
};

/** The ports on which a service can be reached: of the host, `outer`, and inside its network. */
export const portsOf = ({ ports = [], expose = [] }: Service) => [
  ...ports.map((port) => {
    const [host, outer, inner] = port.split(':');
    return { host, outer: Number(outer), inner: Number(inner) };
  }),
  ...expose.map((inner) => ({ host: undefined, outer: undefined, inner })),
];
