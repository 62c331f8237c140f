import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseConfig as parseWorkerConfig } from '../../../activities/config.ts';
import { parseConfig as parseApiConfig } from '../../../api/config.ts';
import { createLexicon } from '../../../emails/words/lexicon.ts';

const keys = {
  STRIPE_SECRET_KEY: 'sk_test_1',
  RESEND_API_KEY: 're_1',
  MAIL_FROM: 'Lantern <orders@example.org>',
};

const shop = {
  SHOP_NAME: 'Lantern & Sons',
  SHOP_URL: 'https://sons.example',
  SHOP_EMAIL: 'help@sons.example',
  SHOP_ADDRESS: '12 Mill Lane',
};

const fileWith = (brand: unknown): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'brand-')), 'brand.json');
  writeFileSync(file, JSON.stringify(brand));
  return file;
};

const folderWith = (files: Record<string, unknown>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'words-'));
  for (const [name, texts] of Object.entries(files))
    writeFileSync(join(folder, name), JSON.stringify(texts));
  return folder;
};

const processes = {
  worker: (env: object) => parseWorkerConfig({ ...keys, ...env }),
  api: (env: object) => parseApiConfig({ ...env }),
};

describe.each(Object.entries(processes))('the shop of the %s', (_, parse) => {
  it('is as SHOP_* says where there is no file', () => {
    expect(parse(shop).shop).toMatchObject({
      name: 'Lantern & Sons',
      url: 'https://sons.example',
      supportEmail: 'help@sons.example',
      postalAddress: '12 Mill Lane',
      logo: null,
    });
  });

  it('is as its file says, and SHOP_* fills what that leaves out', () => {
    const BRAND_FILE = fileWith({
      name: 'Lantern & Co',
      url: 'https://co.example/',
      colour: '#7a5a12',
      radius: 2,
    });
    const config = parse({ ...shop, BRAND_FILE });
    expect(config.shop).toMatchObject({
      name: 'Lantern & Co',
      url: 'https://co.example',
      supportEmail: 'help@sons.example',
      postalAddress: '12 Mill Lane',
      colour: { light: '#7a5a12' },
      radius: 2,
    });
    expect(config.notes).toEqual([
      `${BRAND_FILE}: ${config.notes[0]?.slice(BRAND_FILE.length + 2)}`,
    ]);
  });

  it('starts with no file that is wrong, and says all that is', () => {
    const BRAND_FILE = fileWith({ radius: 99, color: '#fff' });
    const WORDS_DIR = folderWith({ 'en.json': { nowhere: {} }, 'xx.json': {} });
    const start = () => parse({ BRAND_FILE, WORDS_DIR, LOG_LEVEL: 'loud' });
    for (const line of [
      /LOG_LEVEL must be one of/,
      `${BRAND_FILE}: radius must be a whole number of pixels, 0 to 24`,
      `${BRAND_FILE}: color must be left out: there is no such field`,
      `${WORDS_DIR}/en.json: nowhere is no section of the words`,
      `${WORDS_DIR}/xx.json: its name must be a locale`,
    ])
      expect(start).toThrow(line);
  });

  it('needs its files to be there', () => {
    const start = () => parse({ BRAND_FILE: '/nowhere.json', WORDS_DIR: '/nowhere' });
    expect(start).toThrow(/BRAND_FILE must be a file that can be read/);
    expect(start).toThrow(/WORDS_DIR must be a folder whose files can be read/);
  });

  it('has its own words', () => {
    const WORDS_DIR = folderWith({ 'en.json': { countdown: { toGo: '{days} sleeps' } } });
    const { overrides } = parse({ WORDS_DIR });
    expect(createLexicon(overrides)('en-US').say.countdown.toGo({ days: 3 })).toBe('3 sleeps');
  });

  it('needs no SHOP_NAME in production where its file has a name', () => {
    const production = { NODE_ENV: 'production' };
    expect(() => parse(production)).toThrow(/SHOP_NAME/);
    const BRAND_FILE = fileWith({ name: 'Lantern & Co', url: 'http://co.example' });
    expect(() => parse({ ...production, BRAND_FILE })).not.toThrow(/SHOP_NAME/);
    expect(() => parse({ ...production, BRAND_FILE })).toThrow(/SHOP_URL must be .*https/);
  });
});
