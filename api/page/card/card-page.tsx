import { languageOf } from '../../../workflows/calendar/format.ts';
import { Paragraphs, renderPage } from '../parts/layout.tsx';
import { type OrderPage, reach } from '../parts/order-page.ts';
import { askedOf } from '../words/asked.ts';
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
    title: titleOf(page),
    children: (
      <>
        <h1>{isRepeated ? 'We do not have an answer yet' : titleOf(page)}</h1>
        <Paragraphs texts={isRepeated ? unknown : consequences(page)} />
        <form method="post" action={`${path}/card`}>
          <input type="hidden" name="formId" value={formId} />
          <p>
            <button className="button go" type="submit">
              {isRepeated ? 'Try again' : 'Continue'}
            </button>
            <a href={path}>View your order</a>
          </p>
        </form>
      </>
    ),
  });

const titleOf = (page: OrderPage): string =>
  askedOf(page) ? 'Give us your card' : 'Use a different card';

const unknown = ['Your request may not have reached us. Please try again in a moment.'];

const consequences = (page: OrderPage): string[] => [
  askedOf(page)
    ? `Your card will be used for order ${page.order.orderId}.`
    : `The new card will be used for order ${page.order.orderId} instead of the card on file.`,
  isAskedAtOnce(page)
    ? `As soon as we have it, we will ask its bank to approve the amount. ${whenCharged(page)}`
    : 'Nothing will be charged now. We will ask its bank to approve the amount once items are set aside for you.',
];

type Form = { page: OrderPage; places: Places; secret: string; provider: Provider };

/** Takes the card, in fields of the provider's own. */
export const cardFormPage = ({ page, places, secret, provider }: Form): string =>
  renderCardPage(
    {
      page,
      places,
      title: askedOf(page) ? 'Your card' : 'Your new card',
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
      We are getting the card form ready. <a href={here}>Check again</a>
    </p>,
  );

/** The provider gives no form. A person of ours was told; the customer may try once more. */
export const refusedPage = ({ page, path }: Pick<Question, 'page' | 'path'>): string =>
  renderPage({
    shop: page.shop,
    lang: languageOf(page.order.locale),
    title: 'We cannot show you a card form',
    children: (
      <>
        <h1>We cannot show you a card form</h1>
        <p>
          The payment provider refused the form for your card. Nothing was charged, and nothing
          about your order has changed. We are looking into it.
        </p>
        <p>{`You can try again with a new form. If that does not work either, please ${reach(page)}.`}</p>
        <p>
          <a className="button go" href={`${path}/card`}>
            Try again
          </a>
          <a href={path}>View your order</a>
        </p>
      </>
    ),
  });

/** Where the bank sends the customer back to. Being there changes nothing; its form does. */
export const returnedPage = ({ page, places }: Pause): string =>
  renderCardPage(
    { page, places, title: 'Thank you, one moment', data: { kind: 'returned' } },
    <>
      <p>You are back from your bank. Continue to see what this means for your order.</p>
      <PaidForm path={places.path} label="Continue" />
    </>,
  );
