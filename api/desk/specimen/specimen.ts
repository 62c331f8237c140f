import { type PropsOf, type RenderedMail, renderMail, templates } from '../../../emails/index.ts';
import { toOffer } from '../../../emails/parts/blocks/offers.tsx';
import { toStory } from '../../../emails/parts/blocks/story.tsx';
import type { Brand } from '../../../emails/parts/brand.ts';
import { catalogues } from '../../../emails/words/catalogue.ts';
import type { Lexicon } from '../../../emails/words/lexicon.ts';
import type { MessageKind } from '../../../workflows/domain/backorder/message-kind.ts';
import type { SpecimenProduct } from './sample-order.ts';
import { withLinks, withoutPictures, withProduct } from './sample-order.ts';

type Deps = { shop: Brand; lexicon: Lexicon; publicUrl: string };

/**
 * `state`: one of `specimenStates`, else the usual one. `product`: what the sample order waits for,
 * else the templates' own example. `story`: which of the product's stories a mail of excitement
 * tells, from 0.
 */
export type SpecimenOf = {
  kind: MessageKind;
  locale: string;
  state?: string | undefined;
  product?: SpecimenProduct | undefined;
  story?: number | undefined;
};

/** Every kind of mail, in the order of the catalogue. */
export const specimenKinds = Object.keys(templates) as MessageKind[];

/** Every locale that has words, English as Americans write it. */
export const specimenLocales: readonly string[] = Object.keys(catalogues).map((name) =>
  name === 'en' ? 'en-US' : name,
);

/** Further states of a kind that are worth a look, by name; most kinds have none. */
export const specimenStates = (kind: MessageKind): string[] =>
  Object.keys(templates[kind].previews ?? {});

/**
 * A mail of the shop about an order that nobody placed, by the template and in the words with which
 * a real one is rendered. Its links lead to the page on which an order is found. Rejects what no
 * template can show.
 */
export const specimenOf = (
  { shop, lexicon, publicUrl }: Deps,
  { kind, locale, state, product, story = 0 }: SpecimenOf,
): Promise<RenderedMail> => {
  const { PreviewProps, previews } = templates[kind];
  const sample = (state !== undefined && previews?.[state]) || PreviewProps;
  const told = product === undefined ? withoutPictures(sample) : withProduct(sample, product);
  const words = lexicon(locale);
  const props = {
    ...withLinks(told, `${publicUrl}/find`),
    ...{ shop, words },
    customer: { ...sample.customer, locale },
    ...('when' in sample && { when: words.time(answeredAt, 'America/New_York') }),
    ...(kind === 'excitement' && product !== undefined && tellingOf(product, story)),
  };
  return renderMail(kind, props as PropsOf<MessageKind>);
};

/** When the customer of the sample order spoke, as its templates say it in English. */
const answeredAt = '2026-12-01T15:00:00.000Z';

const tellingOf = ({ highlights, related }: SpecimenProduct, nth: number) => {
  const highlight = highlights[nth];
  return {
    story: highlight === undefined ? null : toStory(highlight),
    offers: related.map(toOffer),
  };
};
