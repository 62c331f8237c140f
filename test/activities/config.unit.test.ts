import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../activities/config.ts';

const keys = {
  STRIPE_SECRET_KEY: 'sk_test_1',
  RESEND_API_KEY: 're_1',
  MAIL_FROM: 'Lantern & Sons <orders@example.org>',
};

describe("the worker's configuration", () => {
  it('needs nothing locally but the keys of its providers and a sender', () => {
    const config = parseConfig(keys);
    expect(config).toMatchObject({
      taskQueue: 'backorders',
      links: { publicUrl: 'http://localhost:3000' },
    });
    expect(config.metrics).toEqual({ hostname: '127.0.0.1', port: 9465 });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('says of every variable that is missing what would be right', () => {
    const parse = () => parseConfig({ RESEND_API_KEY: '', WORKER_CACHE: '0.5' });
    expect(parse).toThrow(
      [
        'The configuration is not valid:',
        '  WORKER_CACHE must be a number of cached workflows, at least 1',
        '  STRIPE_SECRET_KEY must be a secret key of Stripe',
        '  RESEND_API_KEY must be an API key of Resend',
        '  MAIL_FROM must be a sender such as Shop <orders@example.org>',
      ].join('\n'),
    );
  });

  it('refuses test keys and stand-ins in production, and takes them on a staging system', () => {
    const env = {
      ...keys,
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://db/meanwhile',
      PUBLIC_URL: 'https://orders.example.org',
      LINK_SECRET: 's'.repeat(32),
      SHOP_NAME: 'Lantern & Sons',
      RESEND_BASE_URL: 'http://127.0.0.1:3001/resend',
    };
    expect(() => parseConfig(env)).toThrow(/STRIPE_SECRET_KEY must be a live.*RESEND_BASE_URL/s);
    expect(parseConfig({ ...env, STAGING: 'true' }).isStaging).toBe(true);
  });

  it('refuses production without what the local defaults would get wrong', () => {
    expect(() => parseConfig({ ...keys, NODE_ENV: 'production' })).toThrow(
      /DATABASE_URL must be .*PUBLIC_URL must be .*LINK_SECRET must be .*SHOP_NAME must be/s,
    );
  });

  it('reads who is written to in a trial, and who is told what waits for a person', () => {
    const config = parseConfig({
      ...keys,
      MAIL_ONLY_TO: 'ada@example.org, @lantern.test',
      ALERT_EMAIL: 'ops@lantern.test',
      SHOP_TIME_ZONE: 'Europe/Berlin',
    });
    expect(config.mailOnlyTo).toEqual(['ada@example.org', '@lantern.test']);
    expect(config.alerts).toMatchObject({ to: 'ops@lantern.test', timeZone: 'Europe/Berlin' });
    expect(parseConfig(keys)).toMatchObject({ mailOnlyTo: undefined, alerts: null });
  });

  it.each(['lantern.test', '@lantern.test; ada@example.org', ',', '@'])(
    'refuses "%s" as those who are written to, for then nobody would be',
    (list) => {
      expect(() => parseConfig({ ...keys, MAIL_ONLY_TO: list })).toThrow(
        /MAIL_ONLY_TO must be addresses and @domains, with commas between them/,
      );
    },
  );
});

describe('who sends the mails', () => {
  const own = { STRIPE_SECRET_KEY: 'sk_test_1', MAIL_FROM: 'orders@shop.example' };

  it('is a mail server where one is named, and no key of Resend is needed then', () => {
    const url = 'smtps://shop%40example.org:secret@mail.example.org:465';
    expect(parseConfig({ ...own, SMTP_URL: url }).smtpUrl).toBe(url);
    expect(parseConfig({ ...own, RESEND_API_KEY: 're_1' }).smtpUrl).toBeNull();
    expect(() => parseConfig(own)).toThrow('RESEND_API_KEY');
  });

  it('is named with its way, and the pace is a number', () => {
    const wrong = { ...own, SMTP_URL: 'http://mail.example.org:secret', MAIL_RATE: '0' };
    expect(() => parseConfig(wrong)).toThrow(/SMTP_URL must be[\s\S]*MAIL_RATE must be/);
    expect(() => parseConfig(wrong)).not.toThrow('secret');
  });
});
