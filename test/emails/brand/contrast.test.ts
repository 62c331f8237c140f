import { describe, expect, it } from 'vitest';
import { contrast, readable } from '../../../emails/brand/contrast.ts';
import { dark, light } from '../../../emails/parts/theme.ts';

const onLight = [light.card, light.panel, light.page];
const onDark = [dark.card, dark.panel, dark.page];

const colours = [
  '#000000',
  '#ffffff',
  '#fff',
  '#ff0000',
  '#00ff00',
  '#0000ff',
  '#ffff00',
  '#7a5a12',
  '#e3bd63',
  '#0b5cad',
  '#8cc2ff',
  '#777777',
  '#c0ffee',
  '#5f2167',
];

describe('the contrast of two colours', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#fff', '#ffffff', 1],
    // Known pairs of https://webaim.org/resources/contrastchecker.
    ['#777777', '#ffffff', 4.48],
    ['#0000ff', '#ffffff', 8.59],
    ['#ff0000', '#ffffff', 4],
  ])('of %s on %s is %d, either way round', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 1);
    expect(contrast(other, one)).toBe(contrast(one, other));
  });
});

describe('a brand colour', () => {
  it.each(colours)(
    '%s holds 4.5:1 on every ground, and under the button of each palette',
    (colour) => {
      const held = readable(colour);
      for (const ground of onLight)
        expect(contrast(held.light, ground)).toBeGreaterThanOrEqual(4.5);
      for (const ground of onDark) expect(contrast(held.dark, ground)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each([
    ['#7a5a12', 'light'],
    ['#5f2167', 'light'],
    ['#e3bd63', 'dark'],
    ['#8cc2ff', 'dark'],
  ] as const)('%s stays as it is where it holds, on %s grounds', (colour, palette) => {
    expect(readable(colour)[palette]).toBe(colour);
  });

  it.each(['#e3bd63', '#ffffff', '#00ff00'])(
    '%s is darkened by no more than it takes',
    (colour) => {
      const worst = Math.min(...onLight.map((ground) => contrast(readable(colour).light, ground)));
      expect(worst).toBeLessThan(4.9);
    },
  );

  it.each(['#7a5a12', '#000000', '#0000ff'])(
    '%s is lightened by no more than it takes',
    (colour) => {
      const worst = Math.min(...onDark.map((ground) => contrast(readable(colour).dark, ground)));
      expect(worst).toBeLessThan(4.9);
    },
  );

  it('becomes gold on dark grounds where it is brown, and not grey', () => {
    expect(readable('#7a5a12').dark).toBe('#c28f1d');
  });
});
