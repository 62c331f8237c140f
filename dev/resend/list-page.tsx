import { MailRow } from './mail-row.tsx';
import { render } from './page.tsx';
import type { ReceivedMail } from './store.ts';

type ListProps = { mails: ReceivedMail[]; total: number; to: string; page: number; last: number };

/** One page of the list, in the order given. `to` is the address it was narrowed to, or empty. */
export const listPage = (props: ListProps): string => render('Inbox', <List {...props} />);

const List = ({ mails, total, to, page, last }: ListProps) => (
  <div className="whole-list">
    <h1>Inbox</h1>
    <p className="muted">
      {total === 1 ? '1 mail' : `${total} mails`}, newest first. None of them leaves this computer.{' '}
      <a href="/gallery">See every kind of mail</a> <a href="/shop">Go to the shop</a>
    </p>
    <form action="/inbox" method="get">
      <label htmlFor="to">Sent to</label> <input id="to" name="to" type="email" defaultValue={to} />{' '}
      <button type="submit">Show</button> {to !== '' && <a href="/inbox">Show all</a>}
    </form>
    {total === 0 && <p>{to === '' ? 'No mail yet.' : `No mail to ${to}.`}</p>}
    {total > 0 && (
      <ol>
        {mails.map((mail) => (
          <MailRow key={mail.id} mail={mail} />
        ))}
      </ol>
    )}
    {last > 1 && (
      <nav aria-label="Pages">
        {page > 1 && <a href={pageLink(to, page - 1)}>Newer</a>} Page {page} of {last}{' '}
        {page < last && <a href={pageLink(to, page + 1)}>Older</a>}
      </nav>
    )}
  </div>
);

const pageLink = (to: string, page: number): string =>
  `/inbox?${new URLSearchParams({ ...(to === '' ? {} : { to }), page: String(page) })}`;
