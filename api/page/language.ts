import { updateCustomer } from '../../db/backorder/customer.ts';
import { appendTimeline } from '../../db/record/timeline.ts';
import { inTransaction } from '../../db/transaction.ts';
import { catalogues } from '../../emails/words/catalogue.ts';
import type { AppDeps } from '../deps.ts';
import { nowOf } from '../http/order-time.ts';
import type { OrderPage } from './parts/order-page.ts';

/** The languages that customers may choose. Those for the eye and for tests have a region. */
export const languages: readonly string[] = Object.keys(catalogues).filter(
  (name) => !name.includes('-'),
);

/** The language that the form chose; null for any other text. */
export const languageIn = (form: string): string | null => {
  const given = new URLSearchParams(form).getAll('language');
  const [language] = given;
  return given.length === 1 && language !== undefined && languages.includes(language)
    ? language
    : null;
};

/**
 * Page and mails speak that language from now on, and write dates and money as the customer's
 * region does. Nothing of the plans depends on it. Repeating it changes nothing.
 */
export const changeLanguage = (
  { db }: Pick<AppDeps, 'db'>,
  { order }: OrderPage,
  { language, formId }: { language: string; formId: string },
): Promise<void> => {
  const { orderId, locale } = order;
  const region = /-([A-Z]{2})\b/.exec(locale)?.[1];
  const next = region === undefined ? language : `${language}-${region}`;
  return inTransaction(db, async (sql) => {
    if (next === locale) return;
    await updateCustomer(sql, orderId, { locale: next });
    await appendTimeline(sql, [
      {
        ...{ orderId, key: `page/language/${formId}`, at: nowOf(order), type: 'CustomerChanged' },
        summary: `The customer chose the language ${language}`,
      },
    ]);
  });
};
