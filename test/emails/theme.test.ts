import { describe, expect, it } from 'vitest';
import { dark, light } from '../../emails/parts/theme.ts';

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

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s palette', (_, palette) => {
  const { ink, muted, link, page, card, panel, button, buttonInk } = palette;

  it.each([
    ['text', ink, [card, panel, page]],
    ['small text', muted, [card, panel, page]],
    ['links', link, [card, page]],
    ['the button', buttonInk, [button]],
  ] as const)('keeps %s readable, at 4.5:1 or more', (_, text, grounds) => {
    for (const ground of grounds) expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });
});
