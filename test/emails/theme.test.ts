import { describe, expect, it } from 'vitest';
import { brandOf } from '../../emails/parts/brand.ts';
import { example } from '../../emails/parts/example.ts';
import { cssOf, dark, light } from '../../emails/parts/theme.ts';

/** Relative luminance and contrast as WCAG 2.2 defines them. */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: string, other: string): number => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

const brands = [brandOf({ name: 'Lantern' }), example.shop];

describe.each([
  ['light', light],
  ['dark', dark],
] as const)('the %s palette', (name, palette) => {
  const { ink, muted, page, card, panel } = palette;

  it.each([
    ['text', ink, [card, panel]],
    ['small text', muted, [card, panel, page]],
  ] as const)('keeps %s readable, at 4.5:1 or more', (_, text, grounds) => {
    for (const ground of grounds) expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(brands)('keeps names, links and buttons readable: $colour', ({ colour }) => {
    expect(contrast(colour[name], card)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(brands)('tells how far a bar has come from what is left of it: $colour', ({ colour }) => {
    expect(contrast(colour[name], palette.rest)).toBeGreaterThanOrEqual(3);
  });
});

it('every colour that is written into a mail turns by night', () => {
  const turned = cssOf(example.shop);
  for (const name of ['page', 'card', 'panel', 'muted', 'rule', 'rest', 'link', 'button', 'bar'])
    expect(turned).toMatch(new RegExp(`\\.${name}[,{]`));
});
