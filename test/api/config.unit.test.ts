import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../api/config.ts';

const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://db/meanwhile',
  PUBLIC_URL: 'https://orders.example.org/',
  MEANWHILE_API_KEY: 'k'.repeat(32),
  LINK_SECRET: 's'.repeat(32),
  SHOP_NAME: 'Lantern & Sons',
  STRIPE_WEBHOOK_SECRET: 'whsec_1',
  STRIPE_PUBLISHABLE_KEY: 'pk_live_1',
};

describe('configuration', () => {
  it('works locally with nothing set', () => {
    const config = parseConfig({});
    expect(config).toMatchObject({
      port: 3000,
      publicUrl: 'http://localhost:3000',
      taskQueue: 'backorders',
      fastForward: false,
      reconcileEveryHours: 24,
    });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('takes an empty variable as one that is not set', () => {
    expect(parseConfig({ PORT: '' }).port).toBe(3000);
  });

  it('names every variable that is wrong, and what would be right', () => {
    const parse = () =>
      parseConfig({
        PORT: 'http',
        DATABASE_URL: 'mysql://x',
        FAST_FORWARD: 'perhaps',
        RECONCILE_EVERY: '0.5',
        ASK_DAYS: '91',
        EXCITEMENT_CONTROL: '0.6',
        RETAIN_DAYS: '0',
      });
    expect(parse).toThrow(/PORT must be a port number/);
    expect(parse).toThrow(/DATABASE_URL must be a URL that begins with postgres/);
    expect(parse).toThrow(/FAST_FORWARD must be true or false/);
    expect(parse).toThrow(/ASK_DAYS must be a number of days, 1 to 90/);
    expect(parse).toThrow(/EXCITEMENT_CONTROL must be a share of the orders, 0 to 0.5/);
    expect(parse).toThrow(/RETAIN_DAYS must be a number of days after its end, 1 to 36500/);
    expect(parse).toThrow(/RECONCILE_EVERY must be a number of hours, 1 to 168/);
  });

  it('keeps personal data for ever, unless it is told for how long', () => {
    expect(parseConfig({}).retainDays).toBeUndefined();
    expect(parseConfig({ RETAIN_DAYS: '365' }).retainDays).toBe(365);
  });

  it('lets every customer be told, unless a share of them is drawn not to be', () => {
    expect(parseConfig({}).excitementControl).toBe(0);
    expect(parseConfig({ EXCITEMENT_CONTROL: '0.2' }).excitementControl).toBe(0.2);
  });

  it('publishes stock updates after ten minutes, on no network unless it has a whole account', () => {
    expect(parseConfig({})).toMatchObject({
      updatesDelayMs: 600_000,
      shopLocale: 'en',
      networks: { mastodon: null, bluesky: null },
    });
    const half = () =>
      parseConfig({ MASTODON_URL: 'https://m.example', BLUESKY_APP_PASSWORD: 'hunter2' });
    expect(half).toThrow(/MASTODON_TOKEN must be set together with MASTODON_URL/);
    expect(half).toThrow(/BLUESKY_HANDLE must be set together with BLUESKY_APP_PASSWORD/);
    expect(half).not.toThrow(/hunter2/);
    const { networks } = parseConfig({
      ...{ MASTODON_URL: 'https://m.example/', MASTODON_TOKEN: 't' },
      ...{ BLUESKY_HANDLE: 'shop.example', BLUESKY_APP_PASSWORD: 'p' },
    });
    expect(networks).toEqual({
      mastodon: { url: 'https://m.example', token: 't' },
      bluesky: { url: 'https://bsky.social', handle: 'shop.example', password: 'p' },
    });
    const overHttp = { ...production, MASTODON_URL: 'http://m.example', MASTODON_TOKEN: 't' };
    expect(() => parseConfig(overHttp)).toThrow(
      /MASTODON_URL must be a URL that begins with https/,
    );
  });

  it('signs operators in by a provider of identities only if it is wholly set', () => {
    expect(parseConfig({}).desk).toEqual({ demo: false, passwords: true, provider: null });
    const half = () =>
      parseConfig({ OIDC_ISSUER: 'https://id.example/', OIDC_ROLES: 'viewer=all' });
    expect(half).toThrow(/OIDC_CLIENT_ID must be set together with OIDC_ISSUER, OIDC_ROLES/);
    expect(half).toThrow(/OIDC_CLIENT_SECRET must be set together with/);
    const set = {
      OIDC_ISSUER: 'https://id.example/',
      OIDC_CLIENT_ID: 'desk',
      OIDC_CLIENT_SECRET: 'hunter2',
      OIDC_ROLES: 'manager=ops lead, support=care|helpdesk',
      DESK_PASSWORDS: 'false',
    };
    expect(parseConfig(set).desk).toEqual({
      demo: false,
      passwords: false,
      provider: {
        issuer: 'https://id.example/',
        clientId: 'desk',
        clientSecret: 'hunter2',
        scope: 'openid profile email',
        roleClaim: 'groups',
        roles: [
          { value: 'ops lead', role: 'manager' },
          { value: 'care', role: 'support' },
          { value: 'helpdesk', role: 'support' },
        ],
      },
    });
    for (const OIDC_ROLES of ['boss=a', 'manager', 'manager=', 'manager=a|']) {
      expect(() => parseConfig({ ...set, OIDC_ROLES })).toThrow(/OIDC_ROLES must be such as/);
    }
  });

  it.each([
    ['http://id.example', false],
    ['http://localhost:9000', true],
    ['http://127.0.0.1:9000/realms/shop', true],
    ['http://localhost.evil.example', false],
    ['https://id.example/?a=b', false],
    ['ftp://id.example', false],
  ])('takes %s as a provider: %s', (OIDC_ISSUER, isRight) => {
    const parse = () =>
      parseConfig({
        ...{ OIDC_ISSUER, OIDC_CLIENT_ID: 'desk', OIDC_CLIENT_SECRET: 's' },
        OIDC_ROLES: 'viewer=all',
      });
    if (isRight) expect(parse().desk.provider?.issuer).toBe(OIDC_ISSUER);
    else expect(parse).toThrow(/OIDC_ISSUER must be the https/);
  });

  it('refuses that nobody could sign in, and the demo operator in production', () => {
    expect(() => parseConfig({ DESK_PASSWORDS: 'false' })).toThrow(/DESK_PASSWORDS must be true/);
    expect(parseConfig({ DEMO_OPERATOR: 'true' }).desk.demo).toBe(true);
    expect(parseConfig({ ...production, DEMO_OPERATOR: 'true' }).desk.demo).toBe(false);
  });

  it('never shows a value, since some are secrets', () => {
    expect(() => parseConfig({ DATABASE_URL: 'mysql://u:hunter2@x' })).not.toThrow(/hunter2/);
  });

  it('refuses production without its secrets, all of them at once', () => {
    const parse = () => parseConfig({ NODE_ENV: 'production' });
    expect(parse).toThrow(
      /DATABASE_URL.*PUBLIC_URL.*LINK_SECRET.*MEANWHILE_API_KEY.*SHOP_NAME.*STRIPE_W.*STRIPE_PUB/s,
    );
  });

  it('refuses a short key in production', () => {
    expect(() => parseConfig({ ...production, MEANWHILE_API_KEY: 'dev-key' })).toThrow(
      /MEANWHILE_API_KEY must be a key of at least 32 characters/,
    );
  });

  it('takes several link secrets, the one that signs first', () => {
    const secretsOf = (LINK_SECRET: string) => parseConfig({ LINK_SECRET }).linkSecrets;
    expect(secretsOf('new, old')).toEqual(['new', 'old']);
    expect(secretsOf('')).toHaveLength(1);
    for (const wrong of [',', 'new,', 'two words']) {
      expect(() => secretsOf(wrong)).toThrow(/LINK_SECRET must be secrets with commas/);
    }
  });

  it.each([
    ['a short one', 's'.repeat(31)],
    ['a short one beside a long one', `${'s'.repeat(32)},short`],
    ['the one that everybody knows', parseConfig({}).linkSecrets[0]],
  ])('refuses %s as the secret of links in production', (_, LINK_SECRET) => {
    expect(() => parseConfig({ ...production, LINK_SECRET })).toThrow(
      /LINK_SECRET must be secrets of your own, each of at least 32 characters/,
    );
  });

  it('takes several webhook secrets, so that one can be rolled', () => {
    const secretsOf = (STRIPE_WEBHOOK_SECRET: string) =>
      parseConfig({ STRIPE_WEBHOOK_SECRET }).stripe.webhookSecrets;
    expect(secretsOf('whsec_old, whsec_new')).toEqual(['whsec_old', 'whsec_new']);
    expect(secretsOf(' whsec_old\nwhsec_new ')).toEqual(['whsec_old', 'whsec_new']);
    expect(secretsOf('')).toEqual([]);
    expect(() => secretsOf('whsec_1 hunter2')).toThrow(/STRIPE_WEBHOOK_SECRET must be signing/);
  });

  it('refuses a blank webhook secret in production', () => {
    expect(() => parseConfig({ ...production, STRIPE_WEBHOOK_SECRET: ' , ' })).toThrow(
      /STRIPE_WEBHOOK_SECRET must be the signing secret/,
    );
  });

  it('never takes a secret key for the publishable one', () => {
    const parse = () => parseConfig({ STRIPE_PUBLISHABLE_KEY: 'sk_live_1' });
    expect(parse).toThrow(/STRIPE_PUBLISHABLE_KEY must be a publishable key/);
  });

  it('loads Stripe.js from Stripe, unless told otherwise', () => {
    expect(parseConfig({}).stripe).toEqual({
      webhookSecrets: [],
      publishableKey: null,
      jsUrl: 'https://js.stripe.com/endive/stripe.js',
    });
    const STRIPE_JS_URL = 'http://localhost:3001/stripe/stripe.js';
    expect(parseConfig({ STRIPE_JS_URL }).stripe.jsUrl).toBe(STRIPE_JS_URL);
  });

  it('starts in production with its secrets', () => {
    expect(parseConfig(production)).toMatchObject({
      host: '0.0.0.0',
      production: true,
      publicUrl: 'https://orders.example.org',
      shop: { isStaging: false },
    });
  });

  it('listens to this computer alone outside production, unless told otherwise', () => {
    expect(parseConfig({}).host).toBe('127.0.0.1');
    expect(parseConfig({ HOST: '::' }).host).toBe('::');
    expect(() => parseConfig({ HOST: 'http://x' })).toThrow(/HOST must be an address to listen on/);
  });

  it('shows what is measured to this computer alone outside production', () => {
    const of = (env: Record<string, string>) => {
      const { metricsHost, metricsPort } = parseConfig(env);
      return [metricsHost, metricsPort];
    };
    expect(of({ HOST: '0.0.0.0' })).toEqual(['127.0.0.1', 9464]);
    expect(of({ ...production, METRICS_PORT: '0' })).toEqual(['0.0.0.0', 0]);
    expect(of({ ...production, HOST: '10.0.0.7' })).toEqual(['10.0.0.7', 9464]);
  });

  it('refuses what is unsafe in production together with what is missing', () => {
    const unsafe = { ...production, SHOP_NAME: '', PUBLIC_URL: 'http://x', FAST_FORWARD: 'true' };
    expect(() => parseConfig(unsafe)).toThrow(
      /SHOP_NAME must be .*PUBLIC_URL must be .*https.*FAST_FORWARD must be false/s,
    );
  });

  it('refuses the key that everybody knows beside a live one', () => {
    const env = { MEANWHILE_API_KEY: 'dev-key', STRIPE_PUBLISHABLE_KEY: 'pk_live_1' };
    expect(() => parseConfig(env)).toThrow(/MEANWHILE_API_KEY must be a key of your own/);
  });

  it('takes test keys and http on a staging system, and says that it is one', () => {
    const staging = { ...production, STAGING: 'true', PUBLIC_URL: 'http://staging.example' };
    const config = parseConfig({ ...staging, STRIPE_PUBLISHABLE_KEY: 'pk_test_1' });
    expect(config.shop.isStaging).toBe(true);
    expect(() => parseConfig(staging)).toThrow(/STRIPE_PUBLISHABLE_KEY must be a test key/);
  });
});
