import { languageOf } from '../../../workflows/calendar/format.ts';
import { Paragraphs, renderPage } from '../parts/layout.tsx';
import { type OrderPage, reach } from '../parts/order-page.ts';
import { isAskedAtOnce, whenCharged } from '../words/problem.ts';
import { CardForm, NeedsScript, PaidForm, type Places, renderCardPage } from './form.tsx';
import type { Provider } from './pay-page.tsx';

/**
 * `formId` goes with the form, so that the button pressed twice is one offer. `isRepeated`: it was
 * pressed before, and its outcome is not known yet.
 */
type Question = { page: OrderPage; path: string; formId: string; isRepeated: boolean };

/** Asks whether another card shall be given. Showing it changes nothing; its form does. */
export const cardPage = ({ page, path, formId, isRepeated }: Question): string =>
  renderPage({
    shop: page.shop,
    lang: languageOf(page.order.locale),
    title: 'Give another card',
    children: (
      <>
        <h1>{isRepeated ? 'We have no answer yet' : 'Give another card'}</h1>
        <Paragraphs texts={isRepeated ? unknown : consequences(page)} />
        <form method="post" action={`${path}/card`}>
          <input type="hidden" name="formId" value={formId} />
          <p>
            <button className="button go" type="submit">
              {isRepeated ? 'Ask again' : 'Go on'}
            </button>
            <a href={path}>See your order</a>
          </p>
        </form>
      </>
    ),
  });

const unknown = ['Your request may have been lost on its way. Please ask again in a moment.'];

const consequences = (page: OrderPage): string[] => [
  `The new card is used for order ${page.order.orderId} in place of the one we have.`,
  isAskedAtOnce(page)
    ? `As soon as we have it, we ask its bank for the amount. ${whenCharged(page)}`
    : 'Nothing is charged now. We ask its bank once items are set aside for you.',
];

type Form = { page: OrderPage; places: Places; secret: string; provider: Provider };

/** Takes the card, in fields of the provider's own. */
export const cardFormPage = ({ page, places, secret, provider }: Form): string =>
  renderCardPage(
    {
      page,
      places,
      title: 'Your new card',
      data: { kind: 'setup', ...provider, secret },
    },
    <>
      <Paragraphs texts={consequences(page)} />
      <NeedsScript reach={reach(page)} />
      <CardForm label="Use this card" />
      <PaidForm path={places.path} />
    </>,
  );

type Pause = Omit<Form, 'secret' | 'provider'>;

/** The provider has not answered yet: the page looks again by itself, or by hand at `here`. */
export const waitingPage = ({ page, places, here }: Pause & { here: string }): string =>
  renderCardPage(
    { page, places, title: 'One moment, please', data: { kind: 'waiting' } },
    <p>
      We are making the form for your card ready. <a href={here}>Look again</a>
    </p>,
  );

/** Where the bank sends the customer back to. Being there changes nothing; its form does. */
export const returnedPage = ({ page, places }: Pause): string =>
  renderCardPage(
    { page, places, title: 'Thank you, one moment', data: { kind: 'returned' } },
    <>
      <p>You come from your bank. Go on to see what it means for your order.</p>
      <PaidForm path={places.path} label="Go on" />
    </>,
  );
