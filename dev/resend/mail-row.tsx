import { Time } from './page.tsx';
import type { ReceivedMail } from './store.ts';

/** A mail in a list: to whom, about what, how it begins. */
export const MailRow = ({ mail, isOpen = false }: { mail: ReceivedMail; isOpen?: boolean }) => {
  const kind = mail.tags.find(({ name }) => name === 'kind')?.value;
  return (
    <li className="row" aria-current={isOpen ? 'true' : undefined}>
      <p className="meta">
        <span>{mail.to.join(', ')}</span> <Time at={mail.receivedAt} />
      </p>
      <p className="subject">
        <a href={`/inbox/${mail.id}`}>{mail.subject}</a>
        {kind !== undefined && <span className="tag">{kind}</span>}
      </p>
      <p className="begin">{beginningOf(mail)}</p>
    </li>
  );
};

const beginningOf = ({ text }: ReceivedMail): string =>
  [...(text ?? '').replace(/\s+/g, ' ').trim()].slice(0, 140).join('');
