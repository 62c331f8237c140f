/**
 * Settings that are each right by themselves and wrong in their place. Both processes and the
 * embedded stack judge the whole environment by these rules, whichever part of it they read.
 */

export type Environment = Readonly<Record<string, string | undefined>>;

/** `right` says what the variable must be. It never holds a value, since some are secrets. */
export type Unsafe = { variable: string; right: string };

/** The key that the embedded stack makes up. Everybody knows it. */
export const devKey = 'dev-key';

type Rule = { variable: string; right: string; isBroken: (value: string) => boolean };

const isTrue = (value: string | undefined): boolean =>
  /^(true|1|yes|on|y|enabled)$/i.test(value ?? '');

const isHttp = (url: string): boolean => /^http:/i.test(url);

/** Stripe's keys say their mode: https://docs.stripe.com/keys. */
const isLive = (key: string): boolean => /^[a-z]+_live_/.test(key);
const isTest = (key: string): boolean => /^[a-z]+_test_/.test(key);

const always = (): boolean => true;

const keyLength = 32;
const https = 'a URL that begins with https:// (http:// only with STAGING=true)';
const unset = 'left out in production (it may be set with STAGING=true)';
const testKey = 'a test key, because STAGING is true';
const liveKey = 'a live key in production (a test key only with STAGING=true)';

const stripeKeys = ['STRIPE_SECRET_KEY', 'STRIPE_PUBLISHABLE_KEY'];

/** The first key of an installation. */
export const strongKey: Rule = {
  variable: 'MEANWHILE_API_KEY',
  right: `a key of at least ${keyLength} characters that holds every scope`,
  isBroken: (key) => key.length < keyLength,
};

const production: Rule[] = [
  ...['PUBLIC_URL', 'SHOP_URL', 'MASTODON_URL', 'BLUESKY_URL'].map((variable) => ({
    ...{ variable, right: https, isBroken: isHttp },
  })),
  ...stripeKeys.map((variable) => ({ variable, right: liveKey, isBroken: isTest })),
  ...['STRIPE_API_BASE', 'RESEND_BASE_URL'].map((variable) => ({
    variable,
    right: unset,
    isBroken: always,
  })),
  {
    variable: 'STRIPE_JS_URL',
    right: 'a URL that begins with https://js.stripe.com/ (another only with STAGING=true)',
    isBroken: (url) => !url.startsWith('https://js.stripe.com/'),
  },
  {
    variable: 'FAST_FORWARD',
    right: 'false in production (true only with STAGING=true)',
    isBroken: isTrue,
  },
];

const staging: Rule[] = stripeKeys.map((variable) => ({
  variable,
  right: testKey,
  isBroken: isLive,
}));

const knownKey: Rule = {
  variable: 'MEANWHILE_API_KEY',
  right: `a key of your own beside a live key of Stripe or Resend, not ${devKey}`,
  isBroken: (key) => key === devKey,
};

/** What is unsafe in an environment; an empty variable counts as unset. */
export const findUnsafe = (env: Environment): Unsafe[] =>
  rulesFor(env).flatMap(({ variable, right, isBroken }) => {
    const value = env[variable];
    return value && isBroken(value) ? [{ variable, right }] : [];
  });

const rulesFor = (env: Environment): Rule[] => {
  const isProduction = env.NODE_ENV === 'production';
  const isStaging = isTrue(env.STAGING);
  return [
    ...(isProduction ? [strongKey] : []),
    ...(isProduction && !isStaging ? production : []),
    ...(isStaging ? staging : []),
    ...(!isProduction && movesTheWorld(env) ? [knownKey] : []),
  ];
};

/** Whether money or mail is real. Resend's keys do not tell, so all that reach Resend count. */
const movesTheWorld = (env: Environment): boolean =>
  stripeKeys.some((variable) => isLive(env[variable] ?? '')) ||
  Boolean(env.RESEND_API_KEY && !env.RESEND_BASE_URL);
