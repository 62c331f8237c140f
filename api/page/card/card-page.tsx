import { Paragraphs, renderPage } from '../../html/layout.tsx';
import { amid, reachOf } from '../../html/site.ts';
import { numberOf, type OrderPage } from '../parts/order-page.ts';
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
export const cardPage = ({ page, path, formId, isRepeated }: Question): string => {
  const { shop, words } = page;
  const say = words.say.cardPage;
  return renderPage({
    ...{ shop, words },
    title: titleOf(page),
    children: (
      <>
        <h1>{isRepeated ? say.noAnswer() : titleOf(page)}</h1>
        <Paragraphs texts={isRepeated ? [say.noAnswerWhy()] : consequences(page)} />
        <form method="post" action={`${path}/card`}>
          <input type="hidden" name="formId" value={formId} />
          <p>
            <button className="button go" type="submit">
              {isRepeated ? say.again() : say.continue()}
            </button>
            <a href={path}>{words.say.layoutPage.viewOrder()}</a>
          </p>
        </form>
      </>
    ),
  });
};

const titleOf = (page: OrderPage): string => {
  const say = page.words.say.cardPage;
  return askedOf(page) ? say.give() : say.otherCard();
};

const consequences = (page: OrderPage): string[] => {
  const say = page.words.say.cardPage;
  const order = amid(page, numberOf(page.order));
  return [
    askedOf(page) ? say.usedFor({ order }) : say.usedInstead({ order }),
    isAskedAtOnce(page) ? `${say.approvedNow()} ${whenCharged(page)}` : say.approvedLater(),
  ];
};

type Form = { page: OrderPage; places: Places; secret: string; provider: Provider };

/** Takes the card, in fields of the provider's own. */
export const cardFormPage = ({ page, places, secret, provider }: Form): string => {
  const say = page.words.say.cardPage;
  return renderCardPage(
    {
      page,
      places,
      title: askedOf(page) ? say.yours() : say.newCard(),
      data: { kind: 'setup', ...provider, secret },
    },
    <>
      <Paragraphs texts={consequences(page)} />
      <NeedsScript text={say.needsScript(reachOf(page))} />
      <CardForm label={say.useThis()} />
      <PaidForm path={places.path} />
    </>,
  );
};

type Pause = Omit<Form, 'secret' | 'provider'>;

/** The provider has not answered yet: the page looks again by itself, or by hand at `here`. */
export const waitingPage = ({ page, places, here }: Pause & { here: string }): string => {
  const say = page.words.say.cardPage;
  return renderCardPage(
    { page, places, title: say.waiting(), data: { kind: 'waiting' } },
    <p>
      {say.waitingWhy()} <a href={here}>{say.check()}</a>
    </p>,
  );
};

/** The provider gives no form. A person of ours was told; the customer may try once more. */
export const refusedPage = ({ page, path }: Pick<Question, 'page' | 'path'>): string => {
  const { shop, words } = page;
  const say = words.say.cardPage;
  return renderPage({
    ...{ shop, words },
    title: say.refused(),
    children: (
      <>
        <h1>{say.refused()}</h1>
        <Paragraphs texts={[say.refusedWhy(), say.refusedHelp(reachOf(page))]} />
        <p>
          <a className="button go" href={`${path}/card`}>
            {say.again()}
          </a>
          <a href={path}>{words.say.layoutPage.viewOrder()}</a>
        </p>
      </>
    ),
  });
};

/** Where the bank sends the customer back to. Being there changes nothing; its form does. */
export const returnedPage = ({ page, places }: Pause): string => {
  const say = page.words.say.cardPage;
  return renderCardPage(
    { page, places, title: say.returned(), data: { kind: 'returned' } },
    <>
      <p>{say.returnedWhy()}</p>
      <PaidForm path={places.path} label={say.continue()} />
    </>,
  );
};
