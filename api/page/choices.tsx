import { languages } from './language.ts';
import { Withdrawal } from './law/law-section.tsx';
import { isFree, type OrderPage, openUnits } from './parts/order-page.ts';
import { isBeingCancelled } from './words/kept.ts';
import { needsPayment } from './words/payment.ts';
import { askOf } from './words/problem.ts';

type Place = { page: OrderPage; path: string };

/** All that a customer can do about the order. The links only lead there; forms do it. */
export const Choices = ({ page, path }: Place) => {
  const say = page.words.say.statusPage;
  return (
    <section className="actions" aria-labelledby="choices">
      <h2 id="choices">{say.choices()}</h2>
      {openUnits(page) > 0 && !isBeingCancelled(page) && <Cancel page={page} path={path} />}
      <Withdrawal page={page} path={path} />
      <ul className="links">
        {needsPayment(page) && askOf(page) === null && (
          <li>
            <a href={`${path}/card`}>{say.otherCard()}</a>
          </li>
        )}
        <li>
          <a href={`${path}/address`}>{say.address()}</a>
        </li>
        <li>
          <a href={`${path}/preferences`}>{say.preferences()}</a>
        </li>
      </ul>
      {languages.length > 1 && <Language page={page} path={path} />}
    </section>
  );
};

const Cancel = ({ page, path }: Place) => {
  const say = page.words.say.statusPage;
  return (
    <>
      <p>{isFree(page) ? say.mayCancelFree() : say.mayCancel()}</p>
      <p className="choice">
        <a className="button" href={`${path}/cancel`}>
          {page.shipments.length > 0 ? say.cancelRest() : say.cancelAll()}
        </a>
        {openUnits(page) > 1 && <a href={`${path}/cancel/items`}>{say.cancelItems()}</a>}
      </p>
    </>
  );
};

const Language = ({ page, path }: Place) => {
  const say = page.words.say.statusPage;
  const [spoken] = page.words.lang.split('-');
  return (
    <form method="post" action={`${path}/language`}>
      <p>
        <label htmlFor="language">{say.language()}</label>
        <select id="language" name="language" defaultValue={spoken}>
          {languages.map((language) => (
            <option key={language} value={language} lang={language}>
              {nameOf(language)}
            </option>
          ))}
        </select>
        <button className="button plain" type="submit">
          {say.changeLanguage()}
        </button>
      </p>
    </form>
  );
};

/** As its speakers call it, so that they find it whatever the page speaks now. */
const nameOf = (language: string): string =>
  new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
