/** `own`: as the viewer's own system has it. */
export const palettes = ['own', 'light', 'dark'] as const;

export type Palette = (typeof palettes)[number];

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
