import { describe, expect, it } from 'vitest';
import { findUnsafe } from '../../db/safety.ts';

const variablesOf = (env: Record<string, string>) =>
  findUnsafe(env).map(({ variable }) => variable);

describe('on a developer’s computer', () => {
  it.each<[Record<string, string>, string[]]>([
    [{}, []],
    [{ MEANWHILE_API_KEY: 'dev-key', STRIPE_SECRET_KEY: 'sk_test_1' }, []],
    [{ MEANWHILE_API_KEY: 'dev-key', RESEND_API_KEY: 're_1', RESEND_BASE_URL: 'http://a' }, []],
    [{ MEANWHILE_API_KEY: 'dev-key', STRIPE_SECRET_KEY: 'sk_live_1' }, ['MEANWHILE_API_KEY']],
    [{ MEANWHILE_API_KEY: 'dev-key', STRIPE_SECRET_KEY: 'rk_live_1' }, ['MEANWHILE_API_KEY']],
    [{ MEANWHILE_API_KEY: 'dev-key', STRIPE_PUBLISHABLE_KEY: 'pk_live_1' }, ['MEANWHILE_API_KEY']],
    [{ MEANWHILE_API_KEY: 'dev-key', RESEND_API_KEY: 're_1' }, ['MEANWHILE_API_KEY']],
    [{ MEANWHILE_API_KEY: 'mine', STRIPE_SECRET_KEY: 'sk_live_1', RESEND_API_KEY: 're_1' }, []],
    [{ FAST_FORWARD: 'true', PUBLIC_URL: 'http://localhost:3000' }, []],
  ])('%j is refused for %j', (env, expected) => {
    expect(variablesOf(env)).toEqual(expected);
  });
});

const NODE_ENV = 'production';

describe('in production', () => {
  it.each<[Record<string, string>, string[]]>([
    [{}, []],
    [{ PUBLIC_URL: 'https://a.example', SHOP_URL: 'https://b.example' }, []],
    [{ STRIPE_SECRET_KEY: 'sk_live_1', STRIPE_PUBLISHABLE_KEY: 'pk_live_1' }, []],
    [{ STRIPE_JS_URL: 'https://js.stripe.com/endive/stripe.js', FAST_FORWARD: 'false' }, []],
    [{ MEANWHILE_API_KEY: 'k'.repeat(32) }, []],
    [{ MEANWHILE_API_KEY: 'k'.repeat(31) }, ['MEANWHILE_API_KEY']],
    [{ MEANWHILE_API_KEY: 'dev-key' }, ['MEANWHILE_API_KEY']],
    [{ PUBLIC_URL: 'http://a.example' }, ['PUBLIC_URL']],
    [{ PUBLIC_URL: 'HTTP://a.example', SHOP_URL: 'http://b' }, ['PUBLIC_URL', 'SHOP_URL']],
    [{ STRIPE_SECRET_KEY: 'sk_test_1' }, ['STRIPE_SECRET_KEY']],
    [{ STRIPE_SECRET_KEY: 'rk_test_1' }, ['STRIPE_SECRET_KEY']],
    [{ STRIPE_PUBLISHABLE_KEY: 'pk_test_1' }, ['STRIPE_PUBLISHABLE_KEY']],
    [{ STRIPE_API_BASE: 'https://a.example' }, ['STRIPE_API_BASE']],
    [{ RESEND_BASE_URL: 'https://a.example' }, ['RESEND_BASE_URL']],
    [{ STRIPE_JS_URL: 'https://js.stripe.com.example/stripe.js' }, ['STRIPE_JS_URL']],
    [{ FAST_FORWARD: 'true' }, ['FAST_FORWARD']],
    [{ FAST_FORWARD: 'yes' }, ['FAST_FORWARD']],
  ])('%j is refused for %j', (env, expected) => {
    expect(variablesOf({ NODE_ENV, ...env })).toEqual(expected);
  });
});

describe('on a staging system', () => {
  const staging = { NODE_ENV, STAGING: 'true' };

  it.each<[Record<string, string>, string[]]>([
    [{ PUBLIC_URL: 'http://a.example', SHOP_URL: 'http://b.example' }, []],
    [{ STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_PUBLISHABLE_KEY: 'pk_test_1' }, []],
    [{ STRIPE_API_BASE: 'http://a', RESEND_BASE_URL: 'http://a', STRIPE_JS_URL: 'http://a' }, []],
    [{ FAST_FORWARD: 'true' }, []],
    [{ MEANWHILE_API_KEY: 'dev-key' }, ['MEANWHILE_API_KEY']],
    [{ STRIPE_SECRET_KEY: 'sk_live_1' }, ['STRIPE_SECRET_KEY']],
    [{ STRIPE_SECRET_KEY: 'rk_live_1' }, ['STRIPE_SECRET_KEY']],
    [{ STRIPE_PUBLISHABLE_KEY: 'pk_live_1' }, ['STRIPE_PUBLISHABLE_KEY']],
  ])('%j is refused for %j', (env, expected) => {
    expect(variablesOf({ ...staging, ...env })).toEqual(expected);
  });

  it('refuses live keys outside production too', () => {
    const env = { STAGING: 'true', STRIPE_SECRET_KEY: 'sk_live_1' };
    expect(variablesOf(env)).toEqual(['STRIPE_SECRET_KEY']);
  });
});
