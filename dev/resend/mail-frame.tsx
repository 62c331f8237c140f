import { inPalette, type Palette } from '../../emails/parts/in-palette.ts';

export const widths = ['phone', 'desktop'] as const;

export type Width = (typeof widths)[number];

type Props = { html: string; palette: Palette; width: Width; title: string };

/** The HTML part of a mail in a frame that can run nothing, as a mail program would show it. */
export const MailFrame = ({ html, palette, width, title }: Props) => (
  <iframe
    className={`mail-frame ${width}`}
    title={title}
    sandbox="allow-popups allow-popups-to-escape-sandbox"
    srcDoc={openLinksOutside(inPalette(html, palette))}
  />
);

/** The page's policy forbids a `<base>` that changes addresses; this one only opens a new tab. */
const openLinksOutside = (html: string): string => {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(html)
    ? html.replace(/<head[^>]*>/i, (head) => `${head}${base}`)
    : `${base}${html}`;
};
