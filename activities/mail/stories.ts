import type { MailFacts } from '../../db/mail/facts.ts';
import { type Offer, toOffer } from '../../emails/parts/blocks/offers.tsx';
import { type Story, toStory } from '../../emails/parts/blocks/story.tsx';
import { flat } from '../../emails/parts/format.ts';

type Told = Pick<MailFacts, 'lines'>;

/**
 * The next story of what is still to come that stands in none of the texts, each of which told one;
 * null when there is none left. Nobody reads a story twice, however the order or the shop's stories
 * have changed since.
 */
export const storyOf = ({ lines }: Told, told: readonly string[]): Story | null => {
  const known = new Set(told.flatMap((text) => text.split('\n')));
  const stories = lines.filter(isOpen).flatMap(({ highlights }) => highlights.map(toStory));
  return stories.find(({ text }) => flat(text) !== '' && !known.has(flat(text))) ?? null;
};

const isOpen = ({ waiting, allocated }: MailFacts['lines'][number]): boolean =>
  waiting + allocated > 0;

/** What goes with what is still to come, one of each product in turn, without what is ordered. */
export const offersOf = ({ lines }: Told): Offer[] => {
  const open = lines.filter(isOpen).map(({ related }) => related);
  const longest = Math.max(0, ...open.map(({ length }) => length));
  const inTurn = Array.from({ length: longest }, (_, nth) => open.flatMap((all) => all[nth] ?? []));
  const ordered = new Set(lines.map(({ url }) => url));
  const offered = new Map(
    inTurn
      .flat()
      .filter(({ url }) => !ordered.has(url))
      .map((given) => [given.url, toOffer(given)]),
  );
  return [...offered.values()];
};
