import type { ReactNode } from 'react';
import { render, Time } from './page.tsx';
import type { ReceivedMail } from './store.ts';

/** One mail: the HTML part in a frame that can run nothing, the text part, headers and tags. */
export const mailPage = (mail: ReceivedMail): string =>
  render(`${mail.subject} · Inbox`, <OneMail mail={mail} />);

export const missingPage = (): string =>
  render(
    'No such mail · Inbox',
    <>
      <h1>No such mail</h1>
      <BackToInbox />
    </>,
  );

const OneMail = ({ mail }: { mail: ReceivedMail }) => (
  <>
    <BackToInbox />
    <h1>{mail.subject}</h1>
    <Pairs pairs={envelopeOf(mail)} />
    <h2>HTML part</h2>
    {mail.html === null ? (
      <p>This mail has none.</p>
    ) : (
      <iframe
        title="HTML part of the mail"
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        srcDoc={openLinksOutside(mail.html)}
      />
    )}
    <h2>Text part</h2>
    {mail.text === null ? <p>This mail has none.</p> : <pre>{mail.text}</pre>}
    <h2>Headers</h2>
    <Pairs pairs={Object.entries(mail.headers)} />
    <h2>Tags</h2>
    <Pairs pairs={mail.tags.map(({ name, value }) => [name, value])} />
  </>
);

const envelopeOf = (mail: ReceivedMail): [string, ReactNode][] => {
  const addressees: [string, string[]][] = [
    ['To', mail.to],
    ['Cc', mail.cc],
    ['Bcc', mail.bcc],
    ['Reply to', mail.replyTo],
  ];
  return [
    ['From', mail.from],
    ...addressees.flatMap(([name, list]): [string, ReactNode][] =>
      list.length > 0 ? [[name, list.join(', ')]] : [],
    ),
    ['Received', <Time key="at" at={mail.receivedAt} />],
    ['Idempotency key', mail.idempotencyKey ?? 'none'],
    ['Id', mail.id],
  ];
};

/** The page's policy forbids a `<base>` that changes addresses; this one only opens a new tab. */
const openLinksOutside = (html: string): string => {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(html)
    ? html.replace(/<head[^>]*>/i, (head) => `${head}${base}`)
    : `${base}${html}`;
};

const Pairs = ({ pairs }: { pairs: [string, ReactNode][] }) =>
  pairs.length === 0 ? (
    <p>None.</p>
  ) : (
    <dl>
      {pairs.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );

const BackToInbox = () => (
  <nav aria-label="Back">
    <a href="/inbox">Inbox</a>
  </nav>
);
