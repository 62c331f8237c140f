import { describe, expect, it } from 'vitest';
import {
  specimenKinds,
  specimenLocales,
  specimenOf,
  specimenStates,
} from '../../../../api/desk/specimen/specimen.ts';
import { brandOf } from '../../../../emails/parts/brand.ts';
import { createLexicon } from '../../../../emails/words/lexicon.ts';

const deps = {
  shop: brandOf({ name: 'Lamps of Hudson', url: 'https://lamps.example' }),
  lexicon: createLexicon(),
  publicUrl: 'https://wait.lamps.example',
};

const product = {
  sku: 'DESK',
  title: 'Walnut desk',
  url: 'https://lamps.example/desk',
  imageUrl: 'https://lamps.example/desk.jpg',
  highlights: ['Oiled by hand', { title: 'From one tree', text: 'It grew for ninety years.' }],
  related: [{ title: 'Desk pad', url: 'https://lamps.example/pad' }],
};

describe('a mail of a sample order', () => {
  it.each(specimenKinds)(
    'shows %s in every locale and state, as the shop sends it',
    async (kind) => {
      for (const locale of specimenLocales) {
        for (const state of [undefined, ...specimenStates(kind)]) {
          const { subject, html, text } = await specimenOf(deps, { kind, locale, state, product });
          expect(subject).not.toBe('');
          expect(text).toContain('Lamps of Hudson');
          expect(`${html} ${text}`).not.toMatch(
            /Brass lamp|Linen shade|LAMP-BRASS|orders\.example\.org/,
          );
        }
      }
    },
  );

  it('has nothing but the product in it, with the units and sums of the whole order', async () => {
    const { text } = await specimenOf(deps, { kind: 'confirmation', locale: 'en-US', product });
    expect(text).toContain('Walnut desk');
    expect(text).toContain('$207.00');
    expect(text).toContain('$216.00');
  });

  it('tells the story that was asked for, and none that is not there', async () => {
    const tell = (story: number) =>
      specimenOf(deps, { kind: 'excitement', locale: 'en-US', product, story });
    expect((await tell(0)).text).toContain('Oiled by hand');
    const second = await tell(1);
    expect(second.subject).toContain('From one tree');
    expect(second.text).toContain('It grew for ninety years.');
    expect((await tell(2)).text).not.toMatch(/Oiled|grew/);
  });

  it('speaks the language asked for, of times too', async () => {
    const german = await specimenOf(deps, { kind: 'withdrawal', locale: 'de', product });
    expect(german.text).toContain('Dezember');
    expect(german.html).toContain('lang="de"');
  });

  it('shows the templates’ own example without pictures that nobody serves', async () => {
    for (const kind of specimenKinds) {
      const { html } = await specimenOf(deps, { kind, locale: 'en-US' });
      expect(html).not.toContain('shop.example.org/images');
    }
  });

  it('leads nowhere but to the page that finds an order', async () => {
    const { text } = await specimenOf(deps, { kind: 'countdown', locale: 'en-US', product });
    expect(text).toContain('https://wait.lamps.example/find');
  });
});
