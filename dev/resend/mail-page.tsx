import type { ReactNode } from 'react';
import { type Palette, palettes } from '../../emails/parts/in-palette.ts';
import { MailFrame, type Width, widths } from './mail-frame.tsx';
import { MailRow } from './mail-row.tsx';
import { render, Time } from './page.tsx';
import type { ReceivedMail } from './store.ts';

export type Part = (typeof parts)[number];

export const parts = ['html', 'text', 'headers'] as const;

/** How a mail is looked at, as the address of its page says. */
export type Look = { part: Part; width: Width; palette: Palette };

type Props = {
  mail: ReceivedMail;
  /** What lies beside it, newest first. */
  others: readonly ReceivedMail[];
  look: Look;
  /** Whether the provider can be made to say something of it, and what it was last made to say. */
  events: { canReport: boolean; said: string | undefined };
};

/** One mail as a mail program shows it, beside the list that it comes from. */
export const mailPage = (props: Props): string =>
  render(`${props.mail.subject} · Inbox`, <Client {...props} />);

export const missingPage = (): string =>
  render(
    'No such mail · Inbox',
    <>
      <h1>No such mail</h1>
      <BackToInbox />
    </>,
  );

const Client = ({ mail, others, look, events }: Props) => (
  <div className="client">
    <nav className="list" aria-label="Mails">
      <p>
        <a href="/inbox">Inbox</a>
      </p>
      <ol>
        {others.map((other) => (
          <MailRow key={other.id} mail={other} isOpen={other.id === mail.id} />
        ))}
      </ol>
    </nav>
    <article className="reading">
      <h1>{mail.subject}</h1>
      <p className="muted">
        {mail.from} to {mail.to.join(', ')}, <Time at={mail.receivedAt} />
      </p>
      <Tools mail={mail} look={look} />
      <Shown mail={mail} look={look} />
      {events.canReport && <ProviderButtons mail={mail} said={events.said} />}
    </article>
  </div>
);

const names = {
  ...{ html: 'As sent', text: 'Text part', headers: 'Headers' },
  ...{ phone: 'Phone', desktop: 'Desktop' },
  ...{ own: 'As my system', light: 'Light', dark: 'Dark' },
};

const Tools = ({ mail, look }: { mail: ReceivedMail; look: Look }) => {
  const group = <K extends keyof Look>(field: K, values: readonly Look[K][]) => (
    <span className="group">
      {values.map((value) => (
        <a
          key={value}
          href={`/inbox/${mail.id}?${new URLSearchParams({ ...look, [field]: value })}`}
          aria-current={look[field] === value ? 'true' : undefined}
        >
          {names[value]}
        </a>
      ))}
    </span>
  );
  return (
    <div className="tools">
      {group('part', parts)}
      {look.part === 'html' && group('width', widths)}
      {look.part === 'html' && group('palette', palettes)}
    </div>
  );
};

const Shown = ({ mail, look }: { mail: ReceivedMail; look: Look }) => {
  if (look.part === 'text') {
    return mail.text === null ? <p>This mail has no text part.</p> : <pre>{mail.text}</pre>;
  }
  if (look.part === 'headers') return <Headers mail={mail} />;
  return mail.html === null ? (
    <p>This mail has no HTML part.</p>
  ) : (
    <MailFrame html={mail.html} {...look} title="HTML part of the mail" />
  );
};

const Headers = ({ mail }: { mail: ReceivedMail }) => (
  <>
    <h2>Envelope</h2>
    <Pairs pairs={envelopeOf(mail)} />
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

/** What may still become of a mail after it was accepted, by Resend's own names. */
export const reports = {
  'email.bounced': 'It bounces',
  'email.complained': 'Marked as spam',
  'email.delivery_delayed': 'It is delayed',
} as const;

const ProviderButtons = ({ mail, said }: { mail: ReceivedMail; said: string | undefined }) => (
  <section className="provider" aria-labelledby="provider">
    <h2 id="provider">What might become of it</h2>
    {said !== undefined && <p role="status">{said}</p>}
    <form method="post" action={`/inbox/${mail.id}/events`}>
      {Object.entries(reports).map(([type, label]) => (
        <button key={type} type="submit" name="type" value={type}>
          {label}
        </button>
      ))}
    </form>
  </section>
);

const BackToInbox = () => (
  <nav aria-label="Back">
    <a href="/inbox">Inbox</a>
  </nav>
);
