import type { ShownMail } from '../../../db/page/history.ts';
import { dayAt, type OrderPage } from './order-page.ts';

type Props = { page: OrderPage; path: string; mails: readonly ShownMail[] };

/** The mails that were sent, by subject and day, each of which opens as it was sent. */
export const MailList = ({ page, path, mails }: Props) => (
  <ul className="mails">
    {mails.map(({ id, at, subject }) => (
      <li key={id}>
        <span className="when">{dayAt(page, at)}</span>
        <a href={`${path}/messages/${id}`}>
          <bdi>{subject}</bdi>
        </a>
      </li>
    ))}
  </ul>
);
