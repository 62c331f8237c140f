import type { Brand } from '../../emails/parts/brand.ts';
import type { Words } from '../../emails/words/lexicon.ts';
import { isolated, withoutControls } from '../../workflows/calendar/isolated.ts';

/** The shop as its pages introduce it. `isStaging`: nothing that they show is real. */
export type Shop = Pick<Brand, 'name' | 'url' | 'supportEmail'> &
  Partial<Pick<Brand, 'logo' | 'colour' | 'radius'>> & { isStaging: boolean };

/** Whose page it is, and the language that it is in. */
export type Site = { shop: Shop; words: Words };

/** An id or what somebody else wrote, to stand amid our words whichever way they run. */
export const amid = ({ words }: Pick<Site, 'words'>, text: string): string =>
  words.dir === 'rtl' ? `\u2068${withoutControls(text)}\u2069` : isolated(text);

/** How to reach the shop, for the texts that have a case for each way. */
export const reachOf = (site: Site): { reach: 'mail' | 'none'; email: string } => {
  const { supportEmail } = site.shop;
  return { reach: supportEmail === null ? 'none' : 'mail', email: amid(site, supportEmail ?? '') };
};

/** The path before every other, where the API is not served from the root of its host. */
export const basePath = ({ publicUrl }: { publicUrl: string }): string =>
  new URL(publicUrl).pathname.replace(/\/$/, '');
