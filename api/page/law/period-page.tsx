import { renderPage } from '../../html/layout.tsx';
import { amid } from '../../html/site.ts';
import { numberOf, type OrderPage } from '../parts/order-page.ts';
import { periodSpan, spanWords } from './days.ts';

type Props = { page: OrderPage; path: string; formId: string };

/** Sets the last day to deliver. No day is filled in beforehand. */
export const PeriodForm = ({ page, path, formId, isBad = false }: Props & { isBad?: boolean }) => {
  const say = page.words.say.periodPage;
  const { from, to } = periodSpan(page);
  return (
    <form method="post" action={`${path}/further-period`}>
      <input type="hidden" name="formId" value={formId} />
      <div className="field">
        <label htmlFor="until">{say.day()}</label>
        <input
          id="until"
          name="until"
          type="date"
          required
          min={from}
          max={to}
          aria-describedby={isBad ? 'bad-day until-what' : 'until-what'}
          {...(isBad && { 'aria-invalid': true })}
        />
        <span className="muted" id="until-what">
          {say.what()}
        </span>
      </div>
      <p>
        <button className="button plain" type="submit">
          {say.send()}
        </button>
      </p>
    </form>
  );
};

/** The form by itself, again after one that named no day that can be taken. */
export const periodPage = ({ isBad, ...props }: Props & { isBad: boolean }): string => {
  const { page, path } = props;
  const say = page.words.say.periodPage;
  const title = say.title({ order: amid(page, numberOf(page.order)) });
  return renderPage({
    ...{ shop: page.shop, words: page.words, title },
    children: (
      <>
        <h1>{title}</h1>
        {isBad && (
          <p className="problem" role="alert" id="bad-day">
            {say.badDay(spanWords(page, periodSpan(page)))}
          </p>
        )}
        <PeriodForm {...props} isBad={isBad} />
        <p className="back">
          <a href={path}>{page.words.say.layoutPage.viewOrder()}</a>
        </p>
      </>
    ),
  });
};
