import { render, Time } from './page.tsx';
import type { ReceivedMail } from './store.ts';

type ListProps = { mails: ReceivedMail[]; total: number; to: string; page: number; last: number };

/** One page of the list, in the order given. `to` is the address it was narrowed to, or empty. */
export const listPage = (props: ListProps): string => render('Inbox', <List {...props} />);

const List = ({ mails, total, to, page, last }: ListProps) => (
  <>
    <h1>Inbox</h1>
    <p>Every mail that was sent here, newest first. None of them leaves this computer.</p>
    <form action="/inbox" method="get">
      <label htmlFor="to">Sent to</label> <input id="to" name="to" type="email" defaultValue={to} />{' '}
      <button type="submit">Show</button> {to !== '' && <a href="/inbox">Show all</a>}
    </form>
    {total === 0 && <p>{to === '' ? 'No mail yet.' : `No mail to ${to}.`}</p>}
    {total > 0 && (
      <table>
        <caption>{total === 1 ? '1 mail' : `${total} mails`}</caption>
        <thead>
          <tr>
            {['Subject', 'To', 'Tags', 'Received'].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {mails.map((mail) => (
            <Row key={mail.id} mail={mail} />
          ))}
        </tbody>
      </table>
    )}
    {last > 1 && (
      <nav aria-label="Pages">
        {page > 1 && <a href={pageLink(to, page - 1)}>Newer</a>} Page {page} of {last}{' '}
        {page < last && <a href={pageLink(to, page + 1)}>Older</a>}
      </nav>
    )}
  </>
);

const Row = ({ mail }: { mail: ReceivedMail }) => (
  <tr>
    <th scope="row">
      <a href={`/inbox/${mail.id}`}>{mail.subject}</a>
    </th>
    <td>{mail.to.join(', ')}</td>
    <td>{mail.tags.map(({ name, value }) => `${name}: ${value}`).join(', ')}</td>
    <td>
      <Time at={mail.receivedAt} />
    </td>
  </tr>
);

const pageLink = (to: string, page: number): string =>
  `/inbox?${new URLSearchParams({ ...(to === '' ? {} : { to }), page: String(page) })}`;
