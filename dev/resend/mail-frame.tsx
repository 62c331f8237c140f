/** `own`: as the viewer's own system has it. */
export const palettes = ['own', 'light', 'dark'] as const;
export const widths = ['phone', 'desktop'] as const;

export type Palette = (typeof palettes)[number];
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

/**
 * A mail as it looks in one palette whatever the viewer's system says: what asks for the other
 * scheme is never true, and what asks for this one always.
 */
export const inPalette = (html: string, palette: Palette): string => {
  if (palette === 'own') return html;
  return html
    .replace(/\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/gi, (_, asked: string) =>
      asked.toLowerCase() === palette ? '(min-width:0)' : '(max-width:0)',
    )
    .replace(/(color-scheme\s*:\s*|color-schemes?"\s+content=")light dark/gi, `$1${palette}`);
};

/** The page's policy forbids a `<base>` that changes addresses; this one only opens a new tab. */
const openLinksOutside = (html: string): string => {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(html)
    ? html.replace(/<head[^>]*>/i, (head) => `${head}${base}`)
    : `${base}${html}`;
};
