import { Acts } from './acts/offers.tsx';
import { Customer, Lines, Queue } from './goods.tsx';
import { Head } from './head.tsx';
import { LawSection, LeftSection, PromisesSection } from './law.tsx';
import { MailsSection } from './mails.tsx';
import { MoneySection } from './money.tsx';
import { type Names, StorySection } from './story.tsx';
import type { OrderView } from './view.ts';

const sections = [
  ['customer', 'Customer'],
  ['lines', 'Lines'],
  ['money', 'Money'],
  ['queue', 'Queue'],
  ['promises', 'Promises'],
  ['law', 'Law'],
  ['left', 'Shipped and cancelled'],
  ['mails', 'Mails'],
  ['story', 'Story'],
] as const;

/** All that is known of one order. `names`: those of operators, by what the timeline calls them. */
export const OrderPage = ({ view, names }: { view: OrderView; names: Names }) => (
  <>
    <nav aria-label="On this page" className="buttons">
      {sections.map(([id, label]) => (
        <a key={id} href={`#${id}`}>
          {label}
        </a>
      ))}
    </nav>
    <Head view={view} />
    <Acts view={view} />
    <Customer view={view} />
    <Lines view={view} />
    <MoneySection view={view} />
    <Queue view={view} />
    <PromisesSection view={view} names={names} />
    <LawSection view={view} />
    <LeftSection view={view} />
    <MailsSection view={view} />
    <StorySection view={view} names={names} />
  </>
);
