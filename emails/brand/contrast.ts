import { dark, light } from '../parts/theme.ts';

/** The least contrast of text to its ground: WCAG 2.2, success criterion 1.4.3. */
const least = 4.5;

/**
 * One colour as each palette can show it. Where it does not hold 4.5:1 on every ground that a text
 * may stand on, it is darkened or lightened by as little as holds; buttons that have it as their
 * ground hold with the card's colour on them, because contrast has no direction.
 */
export const readable = (colour: string): { light: string; dark: string } => ({
  light: held(colour, { change: darkened, grounds: [light.card, light.panel, light.page] }),
  dark: held(colour, { change: lightened, grounds: [dark.card, dark.panel, dark.page] }),
});

/** The contrast of two colours, 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. */
export const contrast = (one: string, other: string): number => {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
};

const steps = 100;

/** `change` goes the whole way, from the colour at 0 to black or white at 1. */
type Way = { change: (colour: number[], share: number) => number[]; grounds: string[] };

const held = (colour: string, { change, grounds }: Way): string => {
  const shown = Array.from({ length: steps + 1 }, (_, step) =>
    hex(change(channels(colour), step / steps)),
  );
  const fits = (one: string) => grounds.every((ground) => contrast(one, ground) >= least);
  return shown.find(fits) ?? hex(change(channels(colour), 1));
};

const darkened = (colour: number[], share: number): number[] =>
  colour.map((value) => value * (1 - share));

/** First as bright as its hue can be, then paler, so that a brown becomes gold and not grey. */
const lightened = (colour: number[], share: number): number[] => {
  const most = Math.max(...colour);
  const bright = colour.map((value) => (most === 0 ? 0 : (value * 255) / most));
  const [from, to, part] =
    share < 0.5 ? [colour, bright, share * 2] : [bright, [255, 255, 255], share * 2 - 1];
  return from.map((value, index) => value + ((to[index] ?? value) - value) * part);
};

const hex = (colour: number[]): string =>
  `#${colour.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance. */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** Red, green and blue, 0 to 255, of `#abc` or `#aabbcc`. */
const channels = (colour: string): number[] => {
  const digits = colour.slice(1);
  const pairs =
    digits.length === 3 ? [...digits].map((digit) => digit + digit) : digits.match(/../g);
  return (pairs ?? []).map((pair) => Number.parseInt(pair, 16));
};
