import type { CSSProperties } from 'react';
import type { Brand } from './brand.ts';

/** Every text in the mails has a contrast of at least 4.5:1 to its ground, in both palettes. */
export const light = {
  page: '#f3f2ee',
  card: '#ffffff',
  panel: '#f6f3ea',
  ink: '#1f2328',
  muted: '#57606a',
  rule: '#dcdfe3',
  /** What is left of a bar. */
  rest: '#dedacb',
};

export const dark: typeof light = {
  page: '#15181c',
  card: '#1f2429',
  panel: '#2a3037',
  ink: '#e6e9ec',
  muted: '#a8b1ba',
  rule: '#3a424a',
  rest: '#454e58',
};

const font =
  "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif" as const;

/** A mail's column, and the width that is left of it beside the card's padding. */
export const columnWidth = 600;
export const innerWidth = 536;

const line = (fontSize: number, lineHeight: number) =>
  ({ fontSize, lineHeight: `${lineHeight}px` }) as const;

/**
 * Text inherits its colour from the card, so that one rule turns all of it in dark mode. It breaks
 * wherever it must: a long title or order id may not push the sheet off a small screen.
 */
export const styles = {
  page: { margin: 0, padding: 0, backgroundColor: light.page },
  ground: { padding: '24px 8px', backgroundColor: light.page },
  /** Fixed, so that a picture that is not loaded cannot push it wider than its screen. */
  column: { width: '100%', maxWidth: columnWidth, tableLayout: 'fixed' },
  inRow: { tableLayout: 'fixed' },
  card: {
    padding: '32px',
    backgroundColor: light.card,
    color: light.ink,
    fontFamily: font,
    wordBreak: 'break-word',
  },
  foot: { padding: '20px 32px', fontFamily: font, color: light.muted, wordBreak: 'break-word' },
  head: { margin: '0 0 24px', fontWeight: 700, ...line(18, 24) },
  heading: { margin: '0 0 16px', fontWeight: 700, ...line(28, 34) },
  subheading: { margin: '32px 0 8px', fontWeight: 600, ...line(17, 24) },
  text: { margin: '0 0 16px', ...line(16, 25) },
  small: { margin: '0 0 8px', color: light.muted, ...line(13, 20) },
  note: { color: light.muted, ...line(13, 20) },
  panel: { padding: '16px 20px', backgroundColor: light.panel },
  label: { margin: 0, color: light.muted, ...line(13, 20) },
  value: { margin: '0 0 4px', fontWeight: 600, ...line(18, 26) },
  fact: { margin: 0, fontWeight: 700, ...line(22, 30) },
  past: {
    margin: 0,
    color: light.muted,
    fontWeight: 600,
    textDecoration: 'line-through',
    ...line(17, 24),
  },
  rows: line(15, 22),
  thumbnail: { padding: '12px 0', borderTop: `1px solid ${light.rule}` },
  cell: { padding: '12px 0', borderTop: `1px solid ${light.rule}` },
  amount: { padding: '12px 0', borderTop: `1px solid ${light.rule}`, whiteSpace: 'nowrap' },
  total: { padding: '12px 0', borderTop: `1px solid ${light.rule}`, fontWeight: 700 },
  picture: {
    display: 'block',
    maxWidth: '100%',
    height: 'auto',
    border: 0,
    color: light.muted,
    ...line(13, 18),
  },
  box: { padding: '16px 20px', border: `1px solid ${light.rule}` },
  bar: { height: 8, fontSize: 1, lineHeight: '8px' },
  rest: { height: 8, fontSize: 1, lineHeight: '8px', backgroundColor: light.rest },
  number: { fontWeight: 700, textAlign: 'center', ...line(14, 26) },
  footLink: { color: light.muted, textDecoration: 'underline' },
} satisfies Record<string, CSSProperties>;

/** What wears the shop's own colour and corners. */
export const branded = ({ colour, radius }: Brand) =>
  ({
    name: { color: colour.light },
    link: { color: colour.light, textDecoration: 'underline' },
    button: {
      padding: '14px 24px',
      backgroundColor: colour.light,
      color: light.card,
      borderRadius: radius,
      fontSize: 16,
      fontWeight: 600,
      textDecoration: 'none',
    },
    quiet: {
      padding: '13px 8px',
      border: `1px solid ${colour.light}`,
      color: colour.light,
      borderRadius: radius,
      fontSize: 16,
      fontWeight: 600,
      textDecoration: 'none',
    },
    ground: { backgroundColor: colour.light, color: light.card },
    rounded: { borderRadius: radius },
  }) satisfies Record<string, CSSProperties>;

/** For the head: what inline styles cannot do, and a font for clients that do not inherit one. */
export const cssOf = ({ colour }: Brand): string => `:root{color-scheme:light dark}
table,td,p,h1,h2,h3,a{font-family:${font}}
@media (max-width:480px){
.card,.foot{padding:24px 20px!important}
.h1{font-size:25px!important;line-height:31px!important}
}
@media (prefers-color-scheme:dark){
.page{background-color:${dark.page}!important}
.card{background-color:${dark.card}!important;color:${dark.ink}!important}
.panel{background-color:${dark.panel}!important}
.muted{color:${dark.muted}!important}
.rule{border-color:${dark.rule}!important}
.rest{background-color:${dark.rest}!important}
.brand,.link{color:${colour.dark}!important}
.quiet{border-color:${colour.dark}!important}
.button,.bar{background-color:${colour.dark}!important}
.button-ink,.bar{color:${dark.card}!important}
.quiet-ink{color:${colour.dark}!important}
.by-day{display:none!important}
.by-night{display:block!important}
}`;
