import { isAbsolute } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDevConfig } from '../../dev/config.ts';
import { environmentFor } from '../../dev/environment.ts';

const parts = {
  databaseUrl: 'postgres://meanwhile@127.0.0.1:54329/meanwhile',
  temporalAddress: '127.0.0.1:7233',
  workflowBundle: '/tmp/workflows.cjs',
};

describe('the settings', () => {
  it('work with nothing set', () => {
    const config = parseDevConfig({});
    expect(config.ports.PORT).toBe(3000);
    expect(isAbsolute(config.home)).toBe(true);
  });

  it('name every variable that is wrong at once', () => {
    const read = () => parseDevConfig({ PORT: 'x', DEV_PORT: '70000', DATABASE_URL: 'mysql://a' });
    expect(read).toThrow(/PORT: .*\n.*DEV_PORT: .*\n.*DATABASE_URL: /);
  });

  it('refuse one port for two parts', () => {
    expect(() => parseDevConfig({ PORT: '3001' })).toThrow('DEV_PORT: is 3001, the same as PORT');
  });
});

describe('real services', () => {
  it.each([{ STRIPE_SECRET_KEY: 'sk_live_1' }, { RESEND_API_KEY: 're_mine' }])(
    'are refused with the key that everybody knows: %j',
    (env) => {
      expect(() => parseDevConfig(env)).toThrow('MEANWHILE_API_KEY: must be a key of your own');
      expect(() => parseDevConfig({ ...env, MEANWHILE_API_KEY: 'mine' })).not.toThrow();
    },
  );

  it('in test mode may be had with any key', () => {
    expect(() => parseDevConfig({ STRIPE_SECRET_KEY: 'sk_test_mine' })).not.toThrow();
  });
});

describe('the environment of the worker and the API', () => {
  const config = parseDevConfig({});

  it('names the stand-ins when the caller has no keys', () => {
    expect(environmentFor(config, parts, {})).toMatchObject({
      STRIPE_SECRET_KEY: 'sk_test_local',
      STRIPE_API_BASE: 'http://127.0.0.1:3001/stripe',
      STRIPE_JS_URL: 'http://localhost:3001/stripe/stripe.js',
      STRIPE_WEBHOOK_SECRET: 'whsec_local',
      RESEND_BASE_URL: 'http://127.0.0.1:3001/resend',
      RESEND_WEBHOOK_SECRET: expect.stringMatching(/^whsec_/),
    });
  });

  it('names no stand-in beside a key of the caller', () => {
    const env = environmentFor(config, parts, { RESEND_API_KEY: 're_live' });
    expect(env).toMatchObject({ RESEND_API_KEY: 're_live', STRIPE_SECRET_KEY: 'sk_test_local' });
    expect(env).not.toHaveProperty('RESEND_BASE_URL');
    expect(env).not.toHaveProperty('RESEND_WEBHOOK_SECRET');
  });

  it('names nothing of the Stripe stand-in beside a key of the caller', () => {
    const env = environmentFor(config, parts, { STRIPE_SECRET_KEY: 'sk_live_1' });
    for (const name of ['STRIPE_API_BASE', 'STRIPE_JS_URL', 'STRIPE_WEBHOOK_SECRET'])
      expect(env).not.toHaveProperty(name);
  });

  it('keeps what the caller has set, and fills in what is empty', () => {
    const env = environmentFor(config, parts, { SHOP_NAME: 'Mine', MEANWHILE_API_KEY: '' });
    expect(env).toMatchObject({ SHOP_NAME: 'Mine', MEANWHILE_API_KEY: 'dev-key' });
  });
});
