import type { InRoom } from './parts/block.ts';
import { viewOrder } from './parts/blocks/action.tsx';
import { hero } from './parts/blocks/hero.tsx';
import { order } from './parts/blocks/lines.tsx';
import { type Offer, offers } from './parts/blocks/offers.tsx';
import { paragraphs } from './parts/blocks/paragraphs.tsx';
import { promise } from './parts/blocks/promise.tsx';
import { type Story, story } from './parts/blocks/story.tsx';
import { declinable } from './parts/example.ts';
import { cut } from './parts/format.ts';
import type { MailProps } from './parts/props.ts';
import { Sheet, sheetText, type Written } from './parts/sheet.tsx';
import { dateOutlook, dateSentence, isOpen, itemsOf, placeSentence } from './parts/wording.ts';

/**
 * `story`: one that no mail to this customer has told; null once there is none. `offers`: other
 * products, empty unless the customer agreed to hear of them.
 */
export type Props = MailProps & { story: Story | null; offers: readonly Offer[] };

export const subject = ({ story, left, words }: Props): string => {
  const { excitement } = words.say;
  return story?.title
    ? excitement.subjectStory({ title: cut(story.title) })
    : excitement.subject({ items: itemsOf(left.lines, words) });
};

export const Excitement = (props: InRoom<Props>) => <Sheet mail={props} written={written(props)} />;

export const text = (props: Props): string => sheetText(props, written(props));

const written = (props: Props): Written => ({
  kind: 'excitement',
  subject: subject(props),
  preview: dateSentence(props),
  heading: heading(props),
  hero: props.story?.imageUrl ? null : hero(props, props.left.lines),
  blocks: [
    paragraphs([dateSentence(props), placeSentence(props)]),
    props.story ? story(props, props.story) : null,
    paragraphs(note(props)),
    promise(props),
    viewOrder(props),
    offers(props, props.offers),
    order(props),
  ],
});

const heading = (props: Props): string => {
  const { excitement } = props.words.say;
  if (!isOpen(props)) return excitement.headingOver();
  return props.promise.is === 'past' ? excitement.headingLate() : excitement.heading();
};

/** When there is no story left, we say so rather than tell one twice. */
const note = (props: Props): string[] => {
  const { excitement } = props.words.say;
  if (!isOpen(props)) return [];
  return [props.story ? '' : excitement.noStory(), excitement.nothingToDo(), dateOutlook(props)];
};

export const PreviewProps = {
  ...declinable,
  story: {
    title: 'Turned from one piece',
    text: 'Each lamp begins as a solid bar of brass. It takes a turner most of a morning to find the lamp inside it, and no two come out with quite the same grain.',
    imageUrl: 'https://shop.example.org/images/workshop.jpg',
    url: 'https://shop.example.org/journal/turning',
  },
  offers: [
    {
      title: 'Linen shade, sand',
      url: 'https://shop.example.org/shade-sand',
      imageUrl: 'https://shop.example.org/images/shade-sand.png',
      price: { amount: 3900, currency: 'USD' },
    },
    {
      title: 'Beeswax polish for brass and wood',
      url: 'https://shop.example.org/polish',
      imageUrl: 'https://shop.example.org/images/polish.png',
      price: { amount: 1400, currency: 'USD' },
    },
    {
      title: 'Braided cord',
      url: 'https://shop.example.org/cord',
      imageUrl: null,
      price: null,
    },
  ],
} satisfies Props;

export default Object.assign(Excitement, { PreviewProps });
