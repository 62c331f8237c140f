import { Filled, slot } from '../html/filled.tsx';
import { MailList } from './parts/mail-list.tsx';
import { dayAt, dayOf, type OrderPage } from './parts/order-page.ts';
import { reasonWords } from './words/reason.ts';

/** What we told the customer: the mails, each to be opened, and the dates with their reasons. */
export const Told = ({ page, path }: { page: OrderPage; path: string }) => {
  const say = page.words.say.statusPage;
  const { newest, isCut } = page.mails;
  return (
    <>
      <h2>{say.messages()}</h2>
      {newest.length === 0 ? (
        <p>{say.noMessages()}</p>
      ) : (
        <MailList page={page} path={path} mails={newest} />
      )}
      {isCut && (
        <p>
          <a href={`${path}/messages`}>{say.allMessages()}</a>
        </p>
      )}
      <h2>{page.dates.length > 1 ? say.dates() : say.date()}</h2>
      <ol className="dates">
        {page.dates.length === 0 && <li>{say.noDateFirst()}</li>}
        {page.dates.map((told) => (
          <li key={`${told.at} ${told.on}`}>
            <ToldDate page={page} told={told} />
          </li>
        ))}
      </ol>
    </>
  );
};

type OfDate = { page: OrderPage; told: OrderPage['dates'][number] };

const ToldDate = ({ page, told }: OfDate) => {
  const say = page.words.say.statusPage;
  return (
    <>
      <span className="when">{dayAt(page, told.at)}</span>
      <span>{dateWords(page, told)}</span>
      {told.reason !== null && told.reason !== '' && (
        <span className="muted">
          <Filled text={say.reason({ reason: slot })}>
            <bdi>{reasonWords(page, told.reason)}</bdi>
          </Filled>
        </span>
      )}
    </>
  );
};

const dateWords = (page: OrderPage, { on, isFirst }: OrderPage['dates'][number]): string => {
  const say = page.words.say.statusPage;
  if (on === null) return isFirst ? say.noDateFirst() : say.noDateChanged();
  const day = dayOf(page, on);
  return isFirst ? say.dateFirst({ day }) : say.dateChanged({ day });
};
