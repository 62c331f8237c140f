import type { CSSProperties } from 'react';

/** Every text in the mails has a contrast of at least 4.5:1 to its ground, in both palettes. */
export const light = {
  page: '#f3f2ee',
  card: '#ffffff',
  panel: '#f6f3ea',
  ink: '#1f2328',
  muted: '#57606a',
  link: '#0b5cad',
  rule: '#dcdfe3',
  button: '#1f2328',
  buttonInk: '#ffffff',
};

export const dark: typeof light = {
  page: '#15181c',
  card: '#1f2429',
  panel: '#2a3037',
  ink: '#e6e9ec',
  muted: '#a8b1ba',
  link: '#8cc2ff',
  rule: '#3a424a',
  button: '#e6e9ec',
  buttonInk: '#15181c',
};

const font =
  "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif" as const;

/**
 * Text inherits its colour from the card, so that one rule turns all of it in dark mode. It breaks
 * wherever it must: a long title or order id may not push the sheet off a small screen.
 */
export const styles = {
  page: {
    margin: 0,
    padding: '24px 12px',
    backgroundColor: light.page,
    color: light.ink,
    fontFamily: font,
    wordBreak: 'break-word',
  },
  card: {
    maxWidth: 600,
    padding: '28px 24px',
    backgroundColor: light.card,
    color: light.ink,
    borderRadius: 8,
  },
  foot: { maxWidth: 600, padding: '16px 24px' },
  shop: { marginTop: 0, marginBottom: 20, fontSize: 14, lineHeight: '20px', color: light.muted },
  heading: { margin: '0 0 16px', fontSize: 24, lineHeight: '32px', fontWeight: 600 },
  subheading: { margin: '24px 0 8px', fontSize: 16, lineHeight: '24px', fontWeight: 600 },
  text: { marginTop: 0, marginBottom: 16, fontSize: 16, lineHeight: '24px' },
  small: { marginTop: 0, marginBottom: 8, fontSize: 13, lineHeight: '20px', color: light.muted },
  muted: { fontSize: 13, lineHeight: '20px', color: light.muted },
  panel: {
    margin: '4px 0 20px',
    padding: '12px 16px',
    backgroundColor: light.panel,
    borderRadius: 6,
  },
  label: { marginTop: 0, marginBottom: 0, fontSize: 13, lineHeight: '20px', color: light.muted },
  value: {
    marginTop: 0,
    marginBottom: 4,
    fontSize: 17,
    lineHeight: '26px',
    fontWeight: 600,
  },
  link: { color: light.link, textDecoration: 'underline' },
  button: {
    padding: '13px 22px',
    backgroundColor: light.button,
    color: light.buttonInk,
    borderRadius: 6,
    fontSize: 16,
    fontWeight: 600,
  },
  afterButton: { marginTop: 16, marginBottom: 16, fontSize: 16, lineHeight: '24px' },
  table: { fontSize: 15, lineHeight: '22px' },
  picture: { padding: '12px 12px 12px 0', borderTop: `1px solid ${light.rule}` },
  cell: {
    padding: '12px 0',
    borderTop: `1px solid ${light.rule}`,
  },
  amount: {
    padding: '12px 0 12px 16px',
    borderTop: `1px solid ${light.rule}`,
    whiteSpace: 'nowrap',
  },
} satisfies Record<string, CSSProperties>;

/** For the head: what inline styles cannot do, and a font for clients that do not inherit one. */
export const css = `:root{color-scheme:light dark;supported-color-schemes:light dark}
table,td,p,h1,h2,a{font-family:${font}}
@media (prefers-color-scheme:dark){
.page,.page>table>tbody>tr>td{background-color:${dark.page}!important}
.card{background-color:${dark.card}!important;color:${dark.ink}!important}
.panel{background-color:${dark.panel}!important}
.muted{color:${dark.muted}!important}
.link{color:${dark.link}!important}
.rule{border-color:${dark.rule}!important}
.button{background-color:${dark.button}!important;color:${dark.buttonInk}!important}
}`;
